"""Values keep their types to the last line: past the index nobody takes a plan or a task apart by its keys."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "plantui"
UNTYPED = re.compile(
    r"\b(?:dict|Mapping|MutableMapping|Sequence|list|tuple|Iterable|Iterator)\[(?:str, )?(?:\w+\[)*(?:str, )?Any\b"
)
LAYERS = ("query", "export", "cli", "ui")


def written_types(tree: ast.Module) -> list[str]:
    """Return every annotation and alias of a module as it is written."""
    found = [node.annotation for node in ast.walk(tree) if isinstance(node, ast.AnnAssign | ast.arg)]
    found += [
        node.returns for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    found += [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    return [ast.unparse(node) for node in found if node is not None]


@pytest.mark.parametrize("layer", LAYERS)
def test_no_value_is_untyped(layer: str) -> None:
    wrong = [
        f"{path.relative_to(SOURCE)}: {text}"
        for path in sorted((SOURCE / layer).rglob("*.py"))
        for text in written_types(ast.parse(path.read_text("utf-8")))
        if UNTYPED.search(text)
    ]

    assert wrong == []


def test_names_are_split_nowhere() -> None:
    """A department's name may hold any character, a tab as well."""
    wrong = [
        path.relative_to(SOURCE).as_posix()
        for layer in LAYERS
        for path in sorted((SOURCE / layer).rglob("*.py"))
        if re.search(r"""split\((?:"|')\\t""", path.read_text("utf-8"))
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("text", "is_untyped"),
    [
        ("dict[str, Any]", True),
        ("Mapping[str, Any] | None", True),
        ("dict[str, dict[str, Any]]", True),
        ("list[dict[str, Any]]", True),
        ("dict[str, str]", False),
        ("Callable[[Any, int], Painted]", False),
        ("JsonObject", False),
    ],
)
def test_an_untyped_value_is_noticed(text: str, is_untyped: bool) -> None:
    assert bool(UNTYPED.search(text)) == is_untyped
    assert written_types(ast.parse(f"def f(x: {text}) -> None: ..."))[0] == text
