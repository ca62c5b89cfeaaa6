"""An .xlsx: the visible sheets, each a table, with every cell as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.problem import DataError

from ..source import MarkKind
from .content import Builder, Cell, Content, Remark
from .workbook.parts import Parts, is_on, local
from .workbook.sheet import Book, Sheet, read_sheet, shown_rows, whole_text
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
    """All visible sheets in their order; formulas as their last result. Of several each begins with its name, as a row
    of one cell; the name of the only one is the document's caption. What is hidden is
    left out and said, or read like the rest."""
    parts = Parts(content)
    listed, book = _workbook(parts)
    sheets = [(one, read_sheet(parts, one.part, book)) for one in listed]
    shown = [pair for pair in sheets if (with_hidden or not pair[0].is_hidden) and _is_filled(pair[1])]
    builder = Builder()
    for one, sheet in shown:
        title = one.name if len(shown) > 1 else ""
        rows = shown_rows(sheet, title, with_hidden=with_hidden)
        builder.table([[Cell(one.name)], *rows] if title else rows)
    if not with_hidden:
        builder.mark(
            Remark(MarkKind.HIDDEN_SHEET, whole_text(sheet), one.name)
            for one, sheet in sheets
            if one.is_hidden and _is_filled(sheet)
        )
    return builder.content(shown[0][0].name if len(shown) == 1 else "")


def _is_filled(sheet: Sheet) -> bool:
    return any(cell.text.strip() or cell.remarks for row in sheet.rows.values() for cell in row.values())


def _workbook(parts: Parts) -> tuple[list[_Listed], Book]:
    """Return the sheets in their order, and what they share. Raises DataError for a workbook without any."""
    name = parts.workbook()
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
    return listed, Book(strings, styles, is_1904)


def _listed(root: _Element, targets: dict[str, tuple[str, str]]) -> Iterator[_Listed]:
    for sheet in root.iter("{*}sheet"):
        ident = next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
        kind, part = targets.get(ident, ("", ""))
        if kind == "worksheet":
            yield _Listed(sheet.get("name", ""), sheet.get("state", "visible") != "visible", part)
