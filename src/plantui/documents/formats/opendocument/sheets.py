"""An .ods: the visible sheets, each a table, with every cell as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ...source import MarkKind
from ..content import Content, Remark
from ..limits import MOST_CELLS
from ..workbook.book import NamedSheet, book_content
from ..workbook.shown import Area, Place, Sheet, Shown
from ..workbook.shown_number import general, is_read_day, shown_moment
from ..workbook.values import is_cut
from .paragraph import ParagraphReader
from .parts import OFFICE, TABLE, TEXT, opened, repeated
from .styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_ROW_GROUPS = frozenset(f"{TABLE}table-{name}" for name in ("header-rows", "rows", "row-group"))
_COLUMN_GROUPS = frozenset(f"{TABLE}table-{name}" for name in ("header-columns", "columns", "column-group"))


def read_open_spreadsheet(content: bytes, *, with_hidden: bool = False) -> Content:
    """All visible sheets in their order; formulas as their last result."""
    document = opened(content, "spreadsheet")
    styles = Styles(document.styles)
    reader = _Reader(styles, ParagraphReader(document, styles))
    sheets = [
        NamedSheet(
            str(table.get(f"{TABLE}name") or ""),
            not styles.is_shown(table.get(f"{TABLE}style-name")),
            reader.sheet(table),
        )
        for table in document.body.iterfind(f"{TABLE}table")
    ]
    return book_content(sheets, with_hidden=with_hidden)


@dataclass(slots=True)
class _Reader:
    """Reads the sheets of a document."""

    _styles: Styles
    _paragraphs: ParagraphReader
    _cells: int = 0

    def sheet(self, table: _Element) -> Sheet:
        """Return a sheet. Raises DataError for more cells than are read: one that is repeated counts as often."""
        columns = _Columns.of(table)
        sheet = Sheet(hidden_columns=columns.hidden)
        number = 1
        for element in _grouped(table, f"{TABLE}table-row", _ROW_GROUPS):
            row = self._row(element, number, columns, sheet)
            times = repeated(element, "number-rows-repeated")
            if row:
                self._count(len(row) * times)
                numbers = range(number, number + times)
                sheet.rows.update(dict.fromkeys(numbers, row))
                visibility = element.get(f"{TABLE}visibility", "visible")
                if visibility != "visible":
                    sheet.hidden_rows.update(numbers)
                if visibility == "filter":
                    sheet.filtered_rows.update(numbers)
            number += times
        return sheet

    def _row(self, element: _Element, number: int, columns: _Columns, sheet: Sheet) -> dict[int, Shown]:
        row: dict[int, Shown] = {}
        column = 1
        row_style = element.get(f"{TABLE}default-cell-style-name")
        for cell in element.iterchildren(*_CELLS):
            times = repeated(cell, "number-columns-repeated")
            if cell.tag == f"{TABLE}table-cell":
                style = cell.get(f"{TABLE}style-name") or row_style or columns.style_of(column)
                shown = self._shown(cell, style)
                if shown is not None:
                    self._count(times)
                    row.update(dict.fromkeys(range(column, column + times), shown))
                deep, wide = repeated(cell, "number-rows-spanned"), repeated(cell, "number-columns-spanned")
                if deep > 1 or wide > 1:
                    last = Place(number + deep - 1, column + wide - 1)
                    sheet.merged.append(Area(Place(number, column), last))
            column += times
        return row

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")

    def _shown(self, cell: _Element, style: str | None) -> Shown | None:
        look = self._styles.look("table-cell", style)
        read = [self._paragraphs.read(one, look) for one in cell.iterchildren(f"{TEXT}p", f"{TEXT}h")]
        text = "\n".join(one.text for one in read)
        remarks = [remark for one in read for remark in one.remarks]
        if not read:
            text = _unwritten(cell)
            if look.struck and text:
                text, remarks = "", [Remark(MarkKind.STRUCK, text)]
        shown = Shown(text, remarks)
        if text:
            self._weigh(shown, cell, style)
        elif cell.get(f"{TABLE}formula") is not None and cell.get(f"{OFFICE}value-type") is None:
            remarks.append(Remark(MarkKind.NO_RESULT))
        return shown if text.strip() or remarks else None

    def _weigh(self, shown: Shown, cell: _Element, style: str | None) -> None:
        """Give a day in a form that is read, and say what is doubtful of a value."""
        kind = cell.get(f"{OFFICE}value-type")
        moment = _moment(cell) if kind == "date" else None
        if moment is not None:
            form = self._styles.day_form(style)
            if not is_read_day(shown.text):
                shown.text = shown_moment(moment, form)
            shown.is_day = True
            if (moment.hour or moment.minute) and "h" not in form:
                shown.time = f"{moment:%H:%M}"
        elif kind == "float" and is_cut(shown.text) and shown.text == _number(cell):
            shown.is_cut = True


@dataclass(slots=True)
class _Columns:
    """The columns of a sheet: which are hidden, and the style of cells that name none."""

    hidden: list[range] = field(default_factory=list)
    _styles: list[tuple[range, str]] = field(default_factory=list)

    @classmethod
    def of(cls, table: _Element) -> _Columns:
        """Return the columns as a sheet lists them."""
        found = cls()
        column = 1
        for element in _grouped(table, f"{TABLE}table-column", _COLUMN_GROUPS):
            times = repeated(element, "number-columns-repeated")
            reach = range(column, column + times)
            if element.get(f"{TABLE}visibility", "visible") != "visible":
                found.hidden.append(reach)
            if style := element.get(f"{TABLE}default-cell-style-name"):
                found._styles.append((reach, style))
            column += times
        return found

    def style_of(self, column: int) -> str | None:
        """Return the style of a column's cells."""
        return next((style for reach, style in self._styles if column in reach), None)


def _grouped(table: _Element, tag: str, groups: frozenset[str]) -> Iterator[_Element]:
    """Yield rows or columns, also those inside groups, in their order."""
    waiting = list(reversed(table))
    while waiting:
        child = waiting.pop()
        if child.tag == tag:
            yield child
        elif child.tag in groups:
            waiting += reversed(child)


def _unwritten(cell: _Element) -> str:
    """Return what a cell shows whose text a program did not write beside its value."""
    match cell.get(f"{OFFICE}value-type"):
        case "float" | "currency":
            return _number(cell)
        case "percentage":
            return f"{_number(cell, 100)}%" if _number(cell) else ""
        case "date":
            return str(cell.get(f"{OFFICE}date-value") or "").partition("T")[0]
        case "boolean":
            return str(cell.get(f"{OFFICE}boolean-value") or "").upper()
        case _:
            return str(cell.get(f"{OFFICE}string-value") or "")


def _number(cell: _Element, times: int = 1) -> str:
    written = str(cell.get(f"{OFFICE}value") or "")
    try:
        return general(float(written) * times)
    except (ValueError, OverflowError):
        return written


def _moment(cell: _Element) -> datetime | None:
    try:
        return datetime.fromisoformat(str(cell.get(f"{OFFICE}date-value") or ""))
    except ValueError:
        return None  # a day before our calendar, or none at all: its text stands
