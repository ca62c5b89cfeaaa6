"""First lines of docstrings: an imperative or a noun phrase with its noun, so that nothing must be read twice."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.paths import DOCS, PACKAGE, ROOT

NO_NOUN = frozenset(
    {"how", "it", "none", "one", "that", "these", "they", "this", "those"}
    | {"what", "when", "where", "whether", "which", "who", "whose", "why"}
)
"""Words that stand for the noun or the verb which a reader looks for at the beginning."""
SET_APART = "documents"
"""The package whose names and sentences are changed together with the import itself."""

HELPERS = (ROOT / "bench", DOCS, ROOT / "tests" / "support")


def first_lines(tree: ast.AST) -> Iterator[str]:
    """Yield the first lines of the docstrings of modules, classes, functions and attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from filter(None, [(ast.get_docstring(node) or "").partition("\n")[0]])
        body = getattr(node, "body", None)
        for before, after in itertools.pairwise(body) if isinstance(body, list) else ():
            if isinstance(before, ast.Assign | ast.AnnAssign) and isinstance(after, ast.Expr):
                text = after.value.value if isinstance(after.value, ast.Constant) else None
                if isinstance(text, str):
                    yield text.partition("\n")[0]


def lacks_noun(line: str) -> bool:
    """Return whether a line begins with a word that only stands for a noun, or with "The same"."""
    words = [*line.lower().replace(":", " ").replace(",", " ").replace(".", " ").split(), "", ""]
    return words[0] in NO_NOUN or words[:2] == ["the", "same"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Return the reports of one task that count on `today`.", False),
        ("True where the pane stands in the list's place.", False),
        ("Number of tasks shown.", False),
        ("The same for one task.", True),
        ("Whether an item's own paragraphs do.", True),
        ("None, where nothing was given.", True),
        ("What a task says.", True),
        ("Those of the plan.", True),
    ],
)
def test_the_rule(line: str, expected: bool) -> None:
    assert lacks_noun(line) is expected


@pytest.mark.parametrize(
    "text",
    [
        '"""What a module has."""',
        'class A:\n    """One of them."""',
        'def f():\n    """The same for one task."""',
        'class A:\n    b: int\n    """Whether it is."""',
        'B = 1\n"""Where it is."""',
    ],
)
def test_no_docstring_is_overlooked(text: str) -> None:
    assert [lacks_noun(line) for line in first_lines(ast.parse(text))] == [True]


def test_docstrings_begin_with_a_verb_or_a_noun() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in checked_files()
        for line in first_lines(ast.parse(path.read_text("utf-8")))
        if lacks_noun(line)
    ]

    assert found == []


def checked_files() -> list[Path]:
    """Return the files of the package but those of the import, then those of bench, docs and the tests' helpers."""
    package = [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != SET_APART]
    return sorted([*package, *(path for folder in HELPERS for path in folder.rglob("*.py"))])
