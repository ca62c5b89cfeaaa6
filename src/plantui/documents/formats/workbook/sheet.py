"""A sheet of an .xlsx, read from its part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ...source import MarkKind
from ..content import Remark
from ..limits import MOST_CELLS
from ..markup import local
from ..parts import Parts, is_on
from .shown import Area, Formula, Sheet, Shown, place_of
from .strings import CellText, text_of, unescaped
from .styles import PLAIN, CellStyle
from .values import number_cell, text_cell

if TYPE_CHECKING:
    from lxml.etree import _Element


_LEAST_REACH = 2
"""Rows and columns that a picture reaches over from which on it may show words."""


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets of a workbook share."""

    strings: Sequence[CellText]
    styles: Sequence[CellStyle]
    since_1904: bool = False
    is_worked_out: bool = True
    """False where the file asks whoever opens it to work its formulas out."""


def read_sheet(parts: Parts, name: str, book: Book) -> Sheet:
    """Read the part of a sheet. Raises DataError for damaged XML and for more cells than are read."""
    sheet = Sheet()
    values = _Values(book)
    row_number = cells = 0
    for element in parts.elements(name, "row", "cols", "mergeCell", "autoFilter"):
        match local(element):
            case "row":
                row_number = _whole(element.get("r"), row_number + 1)
                row = _row(element, row_number, values)
                cells += len(row)
                if cells > MOST_CELLS:
                    raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")
                if row:
                    sheet.rows[row_number] = row
                if is_on(element.get("hidden")) or _is_nought(element.get("ht")):
                    sheet.hidden_rows.add(row_number)
            case "cols":
                sheet.hidden_columns += _hidden_columns(element)
            case "mergeCell":
                sheet.merged += _areas([element])
            case "autoFilter":
                sheet.filters += _active(element)
    for kind, part in parts.targets(name).values():
        if kind == "table" and (table := parts.tree(part)) is not None:
            sheet.filters += (area for one in table if local(one) == "autoFilter" for area in _active(one))
        if kind == "drawing" and (drawing := parts.tree(part)) is not None:
            sheet.aside += _drawn(drawing)
    return sheet


class _Values:
    """Makes the shown text of the cells of a workbook."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def shown(self, element: _Element) -> Shown | None:
        """Return what a cell shows; None for one that shows nothing and of which nothing is to be said."""
        style = self._style(element.get("s"))
        parts = {local(child): child for child in element}
        kind = element.get("t", "n")
        if kind == "inlineStr":
            return text_cell(text_of(parts["is"]), style) if "is" in parts else None
        written = (parts["v"].text or "") if "v" in parts else ""
        if not written:
            has_no_result = "f" in parts and kind != "str"
            return Shown("", [Remark(MarkKind.NO_RESULT)]) if has_no_result else None
        if kind == "s":
            number = _whole(written, -1)
            strings = self._book.strings
            return text_cell(strings[number], style) if 0 <= number < len(strings) else None
        if kind == "n":
            shown = self._number(written, style)
            if "f" in parts:
                is_unsure = written == "0" and not self._book.is_worked_out
                shown.formula = Formula.UNSURE if is_unsure else Formula.WORKED_OUT
            return shown
        if kind == "b":
            return Shown("TRUE" if is_on(written) else "FALSE")
        return text_cell(CellText(unescaped(written)), style)

    def _style(self, written: str | None) -> CellStyle:
        number = _whole(written, 0)
        return self._book.styles[number] if number < len(self._book.styles) else PLAIN

    def _number(self, written: str, style: CellStyle) -> Shown:
        try:
            value = float(written)
        except ValueError:
            return Shown(written)
        return number_cell(value, style, since_1904=self._book.since_1904)


def _row(element: _Element, number: int, values: _Values) -> dict[int, Shown]:
    row = {}
    column = 0
    for cell in element:
        if local(cell) != "c":
            continue
        place = place_of(cell.get("r", ""))
        column = place.column if place else column + 1
        shown = values.shown(cell)
        if shown is not None:
            row[column] = shown
    return row


def _drawn(drawing: _Element) -> Iterator[Remark]:
    """Yield what is to be said of the text boxes and pictures that lie over the cells: none is read."""
    for anchor in drawing:
        paragraphs = ("".join(run.text or "" for run in one.iter("{*}t")) for one in anchor.iter("{*}p"))
        if words := "\n".join(filter(None, paragraphs)):
            yield Remark(MarkKind.NOT_READ, words)
        elif anchor.find("{*}pic") is not None and _is_large(anchor):
            yield Remark(MarkKind.PICTURE)


def _is_large(anchor: _Element) -> bool:
    """Return whether a picture lies over so many rows and columns that it may show words."""
    ends = [
        [_whole(anchor.findtext(f"{{*}}{end}/{{*}}{of}"), 0) for of in ("row", "col")]
        for end in ("from", "to")
    ]
    return all(last - first >= _LEAST_REACH for first, last in zip(*ends, strict=True))


def _hidden_columns(columns: _Element) -> Iterator[range]:
    for one in columns:
        if is_on(one.get("hidden")) or _is_nought(one.get("width")):
            yield range(_whole(one.get("min"), 1), _whole(one.get("max"), 0) + 1)


def _active(element: _Element) -> list[Area]:
    """Return the area of a filter in which something is chosen."""
    return _areas([element]) if len(element) else []


def _areas(elements: Iterable[_Element]) -> list[Area]:
    return [area for one in elements if (area := Area.of(one.get("ref", ""))) is not None]


def _is_nought(size: str | None) -> bool:
    """Return whether a height or a width is none."""
    return size is not None and size.startswith("0") and not size.strip("0.")


def _whole(written: str | None, default: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 10 else default
