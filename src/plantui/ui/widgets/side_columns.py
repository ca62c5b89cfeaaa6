"""Columns beside the names of rows, as many as have room; Left and Right bring the others in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.cells import cell_len

from plantui.model.text import one_line
from plantui.ui.painting import clip, fit
from plantui.words import Words

from .painted import PLACE_WIDTH, Painted

_NAME_SHARE = 3
"""The names of the rows have one of so many parts of the width."""
_GAP = 2
"""Cells between two columns."""


class SideColumns:
    """State of such columns: their headings, their common width, and the first that is shown.

    `narrowest` and `widest` bound the cells of a column. Each `width` is that of a whole row.
    """

    def __init__(self, words: Words, *, narrowest: int = 0, widest: int) -> None:
        self._words = words
        self._narrowest, self._widest = narrowest, widest
        self._room = max(narrowest, 1)
        self.headings: Sequence[str] = ()
        self.first = 0
        """Place of the first column that is shown, among all."""

    def arrange(self, headings: Sequence[str], texts: Iterable[str]) -> None:
        """Take other columns, as wide as their headings and texts need."""
        self.headings = headings
        needed = max(map(cell_len, (*texts, *headings)), default=0)
        self._room = _GAP + min(max(needed, self._narrowest), self._widest)

    def shown(self, width: int) -> range:
        """Return the places of the columns that have room beside the names; always at least one."""
        count = max((width - width // _NAME_SHARE) // self._room, 1)
        return range(self.first, min(self.first + count, len(self.headings)))

    def head(self, width: int, marked: Callable[[int, str], str] = lambda _, name: name) -> str:
        """Return the line of headings, and how many columns stand before and behind them.

        `marked` makes of a column's place and heading what is shown of it.
        """
        shown = self.shown(width)
        before, behind = self.first, len(self.headings) - shown.stop
        place = self._words("dialogs.matrix.place", before=before, behind=behind) if before or behind else ""
        names = (marked(at, one_line(self.headings[at])) for at in shown)
        line = "".join(fit(clip(name, self._room - 1), self._room) for name in names)
        return " " * PLACE_WIDTH + fit(place, width // _NAME_SHARE) + line

    def row(self, name: str, cell_at: Callable[[int], tuple[str, str]], width: int) -> Painted:
        """Return a row as painted; `cell_at` gives text and look of the cell in the column at a place."""
        names = width // _NAME_SHARE
        line: list[tuple[str, str]] = [(fit(clip(one_line(name), names - 1), names), "")]
        for at in self.shown(width):
            text, look = cell_at(at)
            text = clip(one_line(text), self._room - 1)
            line += [(text, look), (" " * (self._room - cell_len(text)), "")]
        return line
