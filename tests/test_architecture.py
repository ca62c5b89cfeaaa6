"""docs/architecture.md against the checkout: the files that it names are there, the libraries are those that we use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.support.paths import DOCS, PACKAGE, ROOT

NAMED_FILE = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|md|svg))`")
NAMED_MODULE = re.compile(
    r"`((?:cli|documents|export|model|planfile|query|store|ui|words)(?:\.[a-z_]+)+)(?:\.[A-Z]\w+)?`"
)
LIBRARY = re.compile(r"^\| ([\w, -]+?)(?: \(`import` extra\))? \|", re.MULTILINE)
REQUIREMENT = re.compile(r"[\w-]+")
NOT_IN_THE_TABLE = frozenset({"library", "---", "pypdfium2"})
"""The head of the table, the line below it, and a library that was measured only."""


def page() -> str:
    """Return the text of the page."""
    return (DOCS / "architecture.md").read_text("utf-8")


def is_there(name: str) -> bool:
    """Return whether a file is in the checkout, in the package, or in one of its folders where no folder is named."""
    if "/" in name:
        return any((folder / name).exists() for folder in (ROOT, PACKAGE))
    return any(PACKAGE.rglob(name))


def is_module(name: str) -> bool:
    """Return whether a module, or a function in a module, of the package is there."""
    path = PACKAGE.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").exists() or _defines(path.parent, path.name)


def _defines(module: Path, name: str) -> bool:
    file = module.with_suffix(".py")
    return file.exists() and f"\ndef {name}(" in file.read_text("utf-8")


def requirements() -> Iterator[str]:
    """Yield the names of the libraries that plantui is installed with, those of the import included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for written in (*project["dependencies"], *project["optional-dependencies"]["import"]):
        found = REQUIREMENT.match(written)
        assert found
        yield found[0]


def test_named_files_are_there() -> None:
    names = set(NAMED_FILE.findall(page()))

    assert len(names) > 30
    assert [name for name in sorted(names) if not is_there(name)] == []


def test_named_modules_are_there() -> None:
    names = set(NAMED_MODULE.findall(page()))

    assert "ui.painting.segment" in names
    assert [name for name in sorted(names) if not is_module(name)] == []


def test_every_library_has_its_reason() -> None:
    table = page().partition("## Why each library")[2]
    told = {name for names in LIBRARY.findall(table) for name in names.split(", ")}

    assert told - NOT_IN_THE_TABLE == set(requirements())


def test_a_wrong_name_is_noticed() -> None:
    assert not is_there("store/index/nowhere.py")
    assert not is_there("nowhere.py")
    assert not is_module("ui.painting.nothing")
