"""Ruled tables of a PDF as rows of cells: the lines that a page draws say what its words alone do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from .content import Cell, with_plain_radicals
from .printed import PrintedLine

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

_LEAST_ROWS = 2
_SAME_EDGE = 2.0
"""Distance in points below which two edges are one."""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table, or the part of one that a page holds."""

    rows: list[list[Cell]]
    page: int
    columns: int


Printed = PrintedLine | PrintedTable


def pages_with_tables(content: bytes, pages: Sequence[int]) -> dict[int, list[Printed]]:
    """Of these pages those that have tables: their lines and tables from top to bottom."""
    import pdfplumber

    found: dict[int, list[Printed]] = {}
    with pdfplumber.open(BytesIO(content)) as document:
        for number in pages:
            page = document.pages[number]
            tables = [table for table in page.find_tables() if _is_data(table)]
            if tables:
                found[number] = list(_parts(page, tables, number))
            page.close()
    return found


def _is_data(table: Table) -> bool:
    rows = [row for row in table.rows if sum(cell is not None for cell in row.cells) > 1]
    return len(rows) >= _LEAST_ROWS


def _parts(page: Page, tables: Sequence[Table], number: int) -> Iterator[Printed]:
    outside = page
    for table in tables:
        outside = outside.outside_bbox(table.bbox)
    placed: list[tuple[float, Printed]] = [
        (
            line["top"],
            PrintedLine(with_plain_radicals(line["text"]), number, line["x0"], line["chars"][0]["size"]),
        )
        for line in outside.extract_text_lines()
    ]
    placed += [(table.bbox[1], _table(page, table, number)) for table in tables]
    for _, part in sorted(placed, key=lambda item: item[0]):
        yield part


def _table(page: Page, table: Table, number: int) -> PrintedTable:
    lefts = _edges(cell[0] for cell in table.cells)
    tops = _edges(cell[1] for cell in table.cells)
    rows = []
    for row in table.rows:
        cells = []
        for box in row.cells:
            if box is not None:
                text = _text(page.crop(box, strict=False).extract_text())
                cells.append(Cell(text, _within(lefts, box[0], box[2]), _within(tops, box[1], box[3])))
        rows.append(cells)
    return PrintedTable(rows, number, len(lefts))


def _edges(places: Iterator[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME_EDGE:
            edges.append(place)
    return edges


def _within(edges: Sequence[float], start: float, end: float) -> int:
    return max(1, sum(start - _SAME_EDGE <= edge < end - _SAME_EDGE for edge in edges))


def _text(printed: str) -> str:
    """A cell's text without the wraps of its narrow column."""
    text = ""
    for line in with_plain_radicals(printed).split("\n"):
        piece = line.strip()
        if text[-1:].isascii() and text[-1:].isalpha() and piece[:1].isascii() and piece[:1].isalpha():
            text += " "
        text += piece
    return text
