"""Insides of other libraries: used in few places, each known here with what must still be true of the library.

A new use fails `test_no_other_use`. Where a library offers no public way, one file holds the use and gives the reason.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from zipfile import ZipFile

import pytest
from textual.app import App
from textual.driver import Driver
from textual.drivers import linux_driver
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widgets import TextArea
from xlsxwriter import Workbook  # type: ignore[import-untyped]

import plantui
from tests.support.paths import PACKAGE

KNOWN = {
    "documents/formats/numbering.py": {"_Element"},
    "documents/formats/spreadsheet.py": {"_Element"},
    **{
        f"documents/formats/{name}.py": {"_Element"}
        for name in (
            "equations",
            "markup",
            "paragraph",
            "parts",
            "text_looks",
            "word",
            "word_styles",
            "workbook_xml",
        )
    },
    **{
        f"documents/formats/ofd/{name}.py": {"_Element"}
        for name in ("document", "drawing", "package", "rules", "text")
    },
    **{
        f"documents/formats/opendocument/{name}.py": {"_Element"}
        for name in ("list_numbers", "paragraph", "parts", "sheets", "styles", "text")
    },
    **{f"documents/formats/workbook/{name}.py": {"_Element"} for name in ("sheet", "strings", "styles")},
    **{
        f"export/letter/{name}.py": {"_Element"}
        for name in ("heights", "own_template", "paper", "room", "shapes")
    },
    **{f"exchange/{name}.py": {"_Element"} for name in ("reading", "xmlfile")},
    "export/workbook/book.py": {"_get_xf_index"},
    "ui/app.py": {"_handle_exception"},
    "ui/driver.py": {"_file", "_loop"},
    "ui/modal.py": {"_on_message", "_stop_propagation"},
    "ui/editor/note_text.py": {"_set_document", "_rewrap_and_refresh_virtual_size"},
}
"""The names used of other libraries' insides. `_Element` is the only name that lxml has for the type of its elements,
and stands in annotations alone."""

PUBLIC = {"_make", "_replace", "_asdict", "_fields", "_field_defaults", "_exit"}
"""Names with an underscore that the standard library documents."""


@cache
def trees() -> dict[str, ast.Module]:
    """Return the source by file."""
    files = sorted(PACKAGE.rglob("*.py"))
    return {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in files}


@cache
def own_names() -> frozenset[str]:
    """Return every name that plantui itself defines or gives a value."""
    return frozenset(name for tree in trees().values() for node in ast.walk(tree) for name in _defined(node))


def _defined(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        yield node.attr
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("_") and name not in PUBLIC


def foreign_names(tree: ast.Module, own: frozenset[str]) -> Iterator[str]:
    """Yield the private names of others that a file reads, imports, or reaches by `vars(...)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _is_private(node.attr) and node.attr not in own:
            yield node.attr
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "") != "__future__":
            parts = [*(node.module or "").split("."), *(name.name for name in node.names)]
            yield from (part for part in parts if _is_private(part) and parts[0] != "plantui")
        elif isinstance(node, ast.Import):
            parts = [part for name in node.names for part in name.name.split(".")]
            yield from (part for part in parts if _is_private(part))
        elif isinstance(node, ast.Subscript) and _is_vars(node.value):
            yield from _private_text(node.slice)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("getattr", "setattr", "hasattr"):
            yield from (name for name in _private_text(node.args[1]) if name not in own)


def _is_vars(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "vars"


def _private_text(node: ast.AST) -> list[str]:
    """Return the name that a string literal holds where it is a private one."""
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    name = str(node.value) if is_text else ""  # type: ignore[attr-defined]
    return [name] if _is_private(name) else []


def overridden_names() -> dict[str, set[str]]:
    """Return by file the private methods and attributes of other libraries' classes that a class of ours replaces."""
    found: dict[str, set[str]] = {}
    for info in walk_packages(plantui.__path__, "plantui."):
        if info.name == "plantui.__main__":
            continue
        for kind in vars(import_module(info.name)).values():
            if inspect.isclass(kind) and kind.__module__ == info.name and "Enum" not in str(kind.__mro__):
                names = set(_overridden(kind))
                file = inspect.getsourcefile(kind)
                if names and file:
                    found.setdefault(file.partition("/plantui/")[2], set()).update(names)
    return {file.rpartition("src/plantui/")[2]: names for file, names in found.items()}


def _overridden(kind: type) -> Iterator[str]:
    written = {name for node in ast.walk(_tree_of(kind)) for name in _defined(node)}
    for base in kind.__mro__[1:]:
        if not base.__module__.startswith("plantui"):
            yield from (
                name for name in vars(kind) if _is_private(name) and name in vars(base) and name in written
            )


def _tree_of(kind: type) -> ast.AST:
    return (
        trees()[kind.__module__.removeprefix("plantui.").replace(".", "/") + ".py"]
        if _is_file(kind)
        else ast.Module([], [])
    )


def _is_file(kind: type) -> bool:
    return kind.__module__.removeprefix("plantui.").replace(".", "/") + ".py" in trees()


@pytest.mark.once
def test_no_other_use() -> None:
    used = {file: set(foreign_names(tree, own_names())) for file, tree in trees().items()}
    for file, names in overridden_names().items():
        used[file] |= names

    assert {file: names for file, names in used.items() if names} == KNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("app._exception", ["_exception"]),
        ("app._mine", []),
        ("from textual._wait import x", ["_wait"]),
        ("from lxml.etree import _Element", ["_Element"]),
        ("import _sre", ["_sre"]),
        ("vars(self)['_file']", ["_file"]),
        ("getattr(app, '_exception', None)", ["_exception"]),
        ("row._replace(a=1)", []),
        ("from plantui.cli.table import _width", []),
    ],
)
def test_no_use_is_overlooked(text: str, expected: Sequence[str]) -> None:
    assert list(foreign_names(ast.parse(text), frozenset({"_mine"}))) == expected


def _parameters(function: Callable[..., object]) -> list[str]:
    return list(inspect.signature(function).parameters)


@pytest.mark.parametrize(
    ("function", "parameters"),
    [
        (App._handle_exception, ["self", "error"]),
        (MessagePump._on_message, ["self", "message"]),
        (TextArea._set_document, ["self", "text", "language"]),
        (TextArea._rewrap_and_refresh_virtual_size, ["self"]),
    ],
    ids=lambda value: value.__qualname__ if callable(value) else "",
)
def test_methods_of_textual_are_as_we_know_them(
    function: Callable[..., object], parameters: list[str]
) -> None:
    assert _parameters(function) == parameters


def test_a_message_says_whether_it_was_stopped() -> None:
    message = Message()
    assert not message._stop_propagation
    message.stop()

    assert message._stop_propagation


def test_the_driver_has_a_file_and_a_loop() -> None:
    source = inspect.getsource(linux_driver.LinuxDriver.__init__) + inspect.getsource(Driver.__init__)

    assert {"_file", "_loop"} <= set(re.findall(r"self\.(_\w+) = ", source))


def test_rows_of_xlsxwriter_wait_in_a_file_until_the_end(tmp_path: Path) -> None:
    """`export/workbook/book.py` puts the rows of a sheet where the library keeps those of its constant memory."""
    target = tmp_path / "a.xlsx"
    workbook = Workbook(target, {"constant_memory": True, "tmpdir": str(tmp_path)})
    sheet = workbook.add_worksheet()
    style = workbook.add_format({"bold": True})._get_xf_index()
    row = f'<row r="1"><c r="A1" s="{style}" t="inlineStr"><is><t>ours</t></is></c></row>'
    sheet.merge_range(0, 0, 0, 1, "theirs", workbook.formats[1])
    sheet.table.clear()
    sheet.row_data_fh.write(row)
    sheet.dim_rowmin, sheet.dim_rowmax, sheet.dim_colmin, sheet.dim_colmax = 0, 4, 0, 1
    workbook.close()

    with ZipFile(target) as package:
        written = package.read("xl/worksheets/sheet1.xml").decode()
    assert f"<sheetData>{row}</sheetData>" in written
    assert '<dimension ref="A1:B5"/>' in written
    assert '<mergeCell ref="A1:B1"/>' in written
