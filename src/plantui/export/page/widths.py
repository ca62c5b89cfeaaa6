"""Widths of the columns of a long table: room goes where it makes rows lower, as the first of them show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len

_PADDING = 1.1
"""Room beside the text of a cell, in characters."""
_UNBROKEN = re.compile(r"[!-~]+")
"""Text that breaks nowhere without being torn, such as a day."""
_LONGEST_WORD = 10
"""Cells up to which a word is kept whole."""
_LEAST_TEXT = 4.0
"""Characters that a column of texts has at least."""
_LOW = 3
"""Lines up to which no row need be lower."""
_LEAST_GIVEN = 60
"""Characters that are given to columns with long texts however many columns there are."""


def column_widths(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[float]:
    """Return the widths of columns with these headings and cells, in characters as wide as a han.

    Together they are as wide as `room`, less where all rows are low before, more where that leaves too little for texts.
    """
    columns = [_Column(heading, [row[at] for row in rows]) for at, heading in enumerate(headings)]
    left = max(int(room - sum(column.width + _PADDING for column in columns)), _LEAST_GIVEN)
    for _ in range(left):
        tallest = _tallest(columns, len(rows))
        if tallest is None:
            break
        tallest.widen()
    return [round(column.width + _PADDING, 1) for column in columns]


class _Column:
    """A column that grows."""

    def __init__(self, heading: str, cells: Sequence[str]) -> None:
        self._lines = [[cell_len(line) for line in cell.split("\n")] for cell in cells]
        longest = max((max(lines) for lines in self._lines), default=0)
        words = max((_longest_word(text) for text in (heading, *cells)), default=0)
        self.width = max(2.0, cell_len(heading) / 6, words / 2, min(longest / 2, _LEAST_TEXT))
        self.heights = self._measured()
        """The lines of each of its cells."""

    def widen(self) -> None:
        """Give the column another character."""
        self.width += 1
        self.heights = self._measured()

    def _measured(self) -> list[int]:
        cells = int(2 * self.width)
        return [sum(-(-line // cells) or 1 for line in lines) for lines in self._lines]


def _tallest(columns: Sequence[_Column], rows: int) -> _Column | None:
    """Return the column that makes rows taller than all others do; None where all rows are low."""
    lines: Counter[int] = Counter()
    for row in range(rows):
        heights = [column.heights[row] for column in columns]
        most = max(heights)
        if most > _LOW:
            second = max((height for height in heights if height < most), default=0)
            lines.update({at: most - second for at, height in enumerate(heights) if height == most})
    return columns[lines.most_common(1)[0][0]] if lines else None


def _longest_word(text: str) -> int:
    return max((min(len(word), _LONGEST_WORD) for word in _UNBROKEN.findall(text)), default=0)
