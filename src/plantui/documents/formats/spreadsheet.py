"""An .xlsx: the visible sheets, each a table, with every cell as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.problem import DataError

from .content import Content
from .markup import local
from .parts import Parts, is_on
from .workbook.book import NamedSheet, book_content
from .workbook.sheet import Book, read_sheet
from .workbook.strings import text_of
from .workbook.styles import cell_styles

if TYPE_CHECKING:
    from lxml.etree import _Element


class _Listed(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    is_hidden: bool
    part: str


def read_spreadsheet(content: bytes, *, with_hidden: bool = False) -> Content:
    """All visible sheets in their order; formulas as their last result."""
    parts = Parts(content)
    listed, book = _workbook(parts)
    sheets = [NamedSheet(one.name, one.is_hidden, read_sheet(parts, one.part, book)) for one in listed]
    return book_content(sheets, with_hidden=with_hidden)


def _workbook(parts: Parts) -> tuple[list[_Listed], Book]:
    """Return the sheets in their order, and what they share. Raises DataError for a workbook without any."""
    name = parts.main("xl/workbook.xml")
    root = parts.tree(name)
    if root is None:
        raise DataError("formats.damaged", reason=name)
    targets = parts.targets(name)
    by_kind = dict(targets.values())
    listed = [*_listed(root, targets)]
    if not listed:
        raise DataError("formats.damaged", reason="sheets")
    strings = [text_of(one) for one in parts.elements(by_kind.get("sharedStrings", ""), "si")]
    styles = cell_styles(parts.tree(by_kind.get("styles", "")))
    is_1904 = any(local(one) == "workbookPr" and is_on(one.get("date1904")) for one in root)
    is_worked_out = not any(local(one) == "calcPr" and is_on(one.get("fullCalcOnLoad")) for one in root)
    return listed, Book(strings, styles, is_1904, is_worked_out)


def _listed(root: _Element, targets: dict[str, tuple[str, str]]) -> Iterator[_Listed]:
    for sheet in root.iter("{*}sheet"):
        ident = next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
        kind, part = targets.get(ident, ("", ""))
        if kind == "worksheet":
            yield _Listed(sheet.get("name", ""), sheet.get("state", "visible") != "visible", part)
