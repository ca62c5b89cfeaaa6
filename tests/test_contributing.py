"""CONTRIBUTING.md speaks of files, names and targets that exist, and both READMEs lead to it."""

from __future__ import annotations

import ast
import re

import pytest

from tests.support.paths import PACKAGE, ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
_QUOTED = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w.-]+(/[\w.-]+)*(/|\.(py|md|toml))")
_NAME_IN_FILE = re.compile(r"`(\w+)` in\s+`([\w./-]+\.py)`")


def paths() -> list[str]:
    """Return every file and folder that the page names, in code blocks as well."""
    quoted = [text for text in _QUOTED.findall(PAGE) if _PATH.fullmatch(text)]
    return sorted({*quoted, *re.findall(r"tests/[\w./-]+", PAGE)})


def names_of(path: str) -> set[str]:
    """Return the names that a file defines at its top level."""
    found: set[str] = set()
    for node in ast.parse((ROOT / path).read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


@pytest.mark.parametrize("path", paths())
def test_every_file_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize(("name", "path"), _NAME_IN_FILE.findall(PAGE))
def test_every_name_is_in_its_file(name: str, path: str) -> None:
    assert name in names_of(path)


def test_every_target_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")

    targets = set(re.findall(r"\bmake ([a-z-]+)", PAGE))
    assert len(targets) > 4
    assert targets <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_every_package_is_on_the_map() -> None:
    map_of_house = PAGE.partition("## Map")[2].partition("## Trying")[0]
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}

    assert packages == set(re.findall(r"`src/plantui/(\w+)/", map_of_house))


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readmes_lead_to_it(name: str) -> None:
    assert "(CONTRIBUTING.md)" in (ROOT / name).read_text("utf-8")
