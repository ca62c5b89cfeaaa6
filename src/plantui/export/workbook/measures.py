"""Widths of columns and heights of rows, worked out by cells: a han is two wide, a Latin letter one.

No program grows the row of a merged cell, and a library that reckons with letters gives a han half of its room.
"""

from __future__ import annotations

from collections.abc import Iterable

from .looks import BODY_SIZE, TITLE_SIZE

HIGHEST_ROW = 409.0
"""The most that a row can be, in points; a spreadsheet shows no more of its cells."""
WIDEST_COLUMN = 100
"""The most that a column is made, in cells."""
_LINE = 1.45
"""Height of a line, by the size of its letters: as the highest of the usual fonts has it (Noto, which stands in on Linux)."""
_MARGIN = 4.0
"""Room above and below the text of a cell, in points."""
PIXELS_OF_POINT = 96 / 72
_DIGIT_PIXELS = 7
"""Width of a digit in the workbook's usual font, which widths are counted in."""
_PADDING = 6
"""Pixels at the sides of a cell that no text stands in."""


def cells_of(text: str) -> int:
    """Return the width of a line in cells, characters of unknown width as the widest."""
    return len(text) if text.isascii() else len(text.encode("gb18030", "replace"))


def widest_line(text: str) -> int:
    """Return the width of the widest line of a text in cells."""
    if "\n" not in text:
        return cells_of(text)
    return max(map(cells_of, text.split("\n")))


def line_count(text: str, width: int) -> int:
    """Return at most how many lines a text takes in a column so many cells wide."""
    if 2 * len(text) <= width and "\n" not in text:
        return 1
    return sum(_lines_of(line, width) for line in text.split("\n"))


def _lines_of(line: str, width: int) -> int:
    cells = cells_of(line)
    if cells <= width:
        return 1
    if cells < 1.5 * len(line):
        return _lines_of_words(line.split(" "), width)
    # The last place of a line stays empty before a han, and before a mark that begins no line.
    return -(-cells // max(width - 2, 2))


def _lines_of_words(words: Iterable[str], width: int) -> int:
    lines, used = 1, 0
    for word in words:
        cells = cells_of(word)
        if used and used + 1 + cells > width:
            lines, used = lines + 1, 0
        used += cells + (used > 0)
        if used > width:
            more, used = divmod(used, width)
            lines += more
    return lines


def row_height(lines: int, size: float = BODY_SIZE) -> float:
    """Return the height of a row of so many lines in points, not more than a row can be."""
    return min(round(lines * size * _LINE * 4) / 4 + _MARGIN, HIGHEST_ROW)


def title_height(title: str, width: int) -> float:
    """Return the height of the row of a title over so many cells of the body's letters."""
    return row_height(line_count(title, width * BODY_SIZE // TITLE_SIZE), TITLE_SIZE)


def column_pixels(cells: int) -> int:
    """Return the width of a column for so many cells, in pixels."""
    return round(cells * BODY_SIZE * PIXELS_OF_POINT / 2) + _PADDING


def column_width(cells: int) -> float:
    """Return the width of a column for so many cells, in digits of the workbook's usual font."""
    return (column_pixels(cells) - 5) / _DIGIT_PIXELS
