"""Ruled tables of a printed page as rows of cells: the lines that a page draws say what its words alone do not.

Where a page comes from, a PDF or an OFD, makes no difference: it knows its rules, and its words by places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from .box import Box, in_reading_order
from .content import Cell, words_of
from .printed import (
    Printed,
    PrintedLine,
    PrintedTable,
    first_piece,
    has_han,
    is_page_number,
    parts_words,
    width_of,
)

if TYPE_CHECKING:
    from pdfplumber.table import Table

_LEAST_ROWS = 2
BESIDE = 0.12
"""By how much of its height a character is drawn beside itself at the most to look bold."""
_SAME_EDGE = 2.0
"""Distance in points below which two edges are one."""
_SLACK = 0.3
"""By how many characters the room that a word needs may be wrong."""


class CellLine(NamedTuple):
    """A printed line of a cell, where it begins and ends, and the height of its first character."""

    text: str
    x0: float
    x1: float
    size: float


class Outside(NamedTuple):
    """What stands on a page beside its tables, each part with its place."""

    parts: Sequence[tuple[Box, Printed]]
    gutter: float | None
    """Where the gap between two columns is; None for a page that has none."""


class RuledPage(Protocol):
    """A page with its rules."""

    @property
    def number(self) -> int:
        """The number of the page, from 0."""

    def tables(self) -> Sequence[Table]:
        """Return the tables that the rules make."""

    def lines_in(self, box: Box) -> Sequence[CellLine]:
        """Return the lines of a cell from top to bottom."""

    def outside(self, boxes: Sequence[Box]) -> Outside:
        """Return what stands in none of these boxes."""


def parts_with_tables(pages: Iterable[RuledPage]) -> dict[int, list[Printed]]:
    """Return, of these pages, those that have tables: their lines and tables from top to bottom."""
    found: dict[int, list[Printed]] = {}
    alone: dict[int, list[Printed]] = {}
    """Pages whose last table has one row: the head of one that goes on on the next page."""
    for page in pages:
        tables = page.tables()
        data = [table for table in tables if _is_data(table)]
        if data:
            found[page.number] = [*_parts(page, data)]
        elif len(tables) == 1 and _cells_of_first_row(tables[0]) > 1:
            alone[page.number] = [*_parts(page, tables)]
    for number, parts in alone.items():
        if _goes_on(parts, found.get(number + 1, [])):
            found[number] = parts
    return found


def _goes_on(head: Sequence[Printed], next_page: Sequence[Printed]) -> bool:
    """Return whether the table at the end of a page goes on at the beginning of the next one."""
    last, first = (next(filter(_is_content, parts), None) for parts in (reversed(head), next_page))
    return (
        isinstance(last, PrintedTable) and isinstance(first, PrintedTable) and last.columns == first.columns
    )


def _is_content(part: Printed) -> bool:
    return not isinstance(part, PrintedLine) or not is_page_number(part.text)


def _cells_of_first_row(table: Table) -> int:
    return sum(cell is not None for cell in table.rows[0].cells)


def _is_data(table: Table) -> bool:
    rows = [row for row in table.rows if sum(cell is not None for cell in row.cells) > 1]
    return len(rows) >= _LEAST_ROWS


def _parts(page: RuledPage, tables: Sequence[Table]) -> Iterator[Printed]:
    outside = page.outside([Box(*table.bbox) for table in tables])
    placed = [(Box(*table.bbox), _table(page, table)) for table in tables]
    return in_reading_order([*outside.parts, *placed], outside.gutter)


def _table(page: RuledPage, table: Table) -> PrintedTable:
    lefts = _edges(cell[0] for cell in table.cells)
    tops = _edges(cell[1] for cell in table.cells)
    all_rows = table.rows
    lines = {box: page.lines_in(Box(*box)) for row in all_rows for box in row.cells if box is not None}
    padding = min((found[0].x0 - box[0] for box, found in lines.items() if found), default=0.0)
    rows = [
        [
            Cell(
                _text(lines[box], box[2] - padding),
                _within(lefts, box[0], box[2]),
                _within(tops, box[1], box[3]),
            )
            for box in row.cells
            if box is not None
        ]
        for row in all_rows
    ]
    return PrintedTable(rows, page.number, len(lefts))


def _edges(places: Iterator[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME_EDGE:
            edges.append(place)
    return edges


def _within(edges: Sequence[float], start: float, end: float) -> int:
    return max(1, sum(start - _SAME_EDGE <= edge < end - _SAME_EDGE for edge in edges))


def _text(lines: Sequence[CellLine], right: float) -> str:
    """A cell's text without the wraps of its narrow column. A line that had room for what follows was ended on purpose."""
    text = ""
    before: CellLine | None = None
    is_latin = not any(map(has_han, (line.text for line in lines)))
    for line in lines:
        piece = words_of(line.text).strip()
        if before is not None and right - before.x1 > _needed(piece, line):
            text += "\n"
        elif parts_words(text, piece, is_latin=is_latin):
            text += " "
        text += piece
        before = line
    return text


def _needed(piece: str, line: CellLine) -> float:
    """The room that the first piece of a line takes, as far as can be told."""
    return (width_of(first_piece(piece)) + _SLACK) * line.size
