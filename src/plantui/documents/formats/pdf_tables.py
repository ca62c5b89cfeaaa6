"""Ruled tables of a PDF as rows of cells: the lines that a page draws say what its words alone do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .content import Cell, words_of
from .printed import PrintedLine, first_piece, is_page_number, width_of

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

_LEAST_ROWS = 2
BESIDE = 0.12
"""By how much of its height a character is drawn beside itself at the most to look bold."""
_GRID = 1.0
"""Width in points of the columns and lines in which such characters are looked for."""
_EQUAL = 1e-3
"""Distance in points below which two places are one."""
_SAME_EDGE = 2.0
"""Distance in points below which two edges are one."""
_CLIPPED = 0.1
"""Distance in points from the rule at which a character was cut off by it."""
_SLACK = 0.3
"""By how many characters the room that a word needs may be wrong."""
_Box = tuple[float, float, float, float]


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
    alone: dict[int, list[Printed]] = {}
    """Pages whose last table has one row: the head of one that goes on on the next page."""
    with pdfplumber.open(BytesIO(content)) as document:
        for number in pages:
            _straighten(document.pages[number])
            page = _drawn_once(document.pages[number])
            tables = page.find_tables()
            data = [table for table in tables if _is_data(table)]
            if data:
                found[number] = list(_parts(page, data, number))
            elif len(tables) == 1 and _cells_of_first_row(tables[0]) > 1:
                alone[number] = list(_parts(page, tables, number))
            document.pages[number].close()
    for number, parts in alone.items():
        if _goes_on(parts, found.get(number + 1, [])):
            found[number] = parts
    return found


def _straighten(page: Page) -> None:
    """Make the lines of a turned page exactly level or upright.

    pypdf turns by a matrix with 6e-17 for nought, and pdfplumber 0.11.10 takes a line for level only where its ends are
    equal to the last bit: findings/pdfplumber-lines-of-turned-pages.sh.
    """
    for line in page.objects.get("line", ()):
        for start, end in (("top", "bottom"), ("x0", "x1")):
            if 0 < abs(line[end] - line[start]) < _EQUAL:
                line[end] = line[start]


def _drawn_once(page: Page) -> Page:
    """Return a page without characters that are drawn once more a hair's breadth beside themselves, to look bold."""
    chars = page.chars
    places = {_place(char, 0) for char in chars}
    has_twins = len(places) < len(chars) or any(
        _place(char, aside) in places for char in chars for aside in (-1, 1)
    )
    return page.dedupe_chars(tolerance=BESIDE * float(chars[0]["size"])) if has_twins else page


def _place(char: dict[str, Any], aside: int) -> tuple[str, int, int]:
    return char["text"], round(char["x0"] / _GRID) + aside, round(char["top"] / _GRID)


def _goes_on(head: Sequence[Printed], next_page: Sequence[Printed]) -> bool:
    """Return whether the table at the end of a page goes on at the beginning of the next one."""
    last, first = (next(filter(_is_content, parts), None) for parts in (reversed(head), next_page))
    return (
        isinstance(last, PrintedTable) and isinstance(first, PrintedTable) and last.columns == first.columns
    )


def _is_content(part: Printed) -> bool:
    return isinstance(part, PrintedTable) or not is_page_number(part.text)


def _cells_of_first_row(table: Table) -> int:
    return sum(cell is not None for cell in table.rows[0].cells)


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
            PrintedLine(words_of(line["text"]), number, line["x0"], line["chars"][0]["size"]),
        )
        for line in outside.extract_text_lines()
    ]
    placed += [(table.bbox[1], _table(page, table, number)) for table in tables]
    for _, part in sorted(placed, key=lambda item: item[0]):
        yield part


def _table(page: Page, table: Table, number: int) -> PrintedTable:
    lefts = _edges(cell[0] for cell in table.cells)
    tops = _edges(cell[1] for cell in table.cells)
    boxes = [box for row in table.rows for box in row.cells if box is not None]
    lines = {box: _lines(page, box) for box in boxes}
    padding = min((found[0]["x0"] - box[0] for box, found in lines.items() if found), default=0.0)
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
        for row in table.rows
    ]
    return PrintedTable(rows, number, len(lefts))


def _lines(page: Page, box: _Box) -> list[dict[str, Any]]:
    """The printed lines of a cell. A mark that hangs over the rule from the cell beside it is none of its own."""

    def is_own(item: dict[str, Any]) -> bool:
        if item["object_type"] != "char":
            return True
        at_edge = item["x0"] - box[0] < _CLIPPED or box[2] - item["x1"] < _CLIPPED
        return not at_edge or (item["x1"] - item["x0"]) * 2 >= item["size"]

    found: list[dict[str, Any]] = page.crop(box, strict=False).filter(is_own).extract_text_lines()
    return found


def _edges(places: Iterator[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME_EDGE:
            edges.append(place)
    return edges


def _within(edges: Sequence[float], start: float, end: float) -> int:
    return max(1, sum(start - _SAME_EDGE <= edge < end - _SAME_EDGE for edge in edges))


def _text(lines: Sequence[dict[str, Any]], right: float) -> str:
    """A cell's text without the wraps of its narrow column. A line that had room for what follows was ended on purpose."""
    text = ""
    before: dict[str, Any] | None = None
    for line in lines:
        piece = words_of(line["text"]).strip()
        if before is not None and right - before["x1"] > _needed(piece, line):
            text += "\n"
        elif text[-1:].isascii() and text[-1:].isalpha() and piece[:1].isascii() and piece[:1].isalpha():
            text += " "
        text += piece
        before = line
    return text


def _needed(piece: str, line: dict[str, Any]) -> float:
    """The room that the first piece of a line takes, as far as can be told."""
    first = first_piece(piece)
    return (width_of(first) + _SLACK) * float(line["chars"][0]["size"])
