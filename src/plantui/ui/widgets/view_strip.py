"""The strip of views in the first line: which there are, by their keys, and which is shown."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip

from plantui.model.text import one_line
from plantui.ui.commands import Command
from plantui.ui.painting import clip, segment

from .bars import KeyBar


class ViewStrip(KeyBar):
    """Names the views, marks the one that is shown, and says at its right end what is never cut: the as-of day."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._current: Command | None = None
        self._right = ""

    @property
    def text(self) -> str:
        """The text at the right end."""
        return self._right

    @property
    def current(self) -> Command | None:
        """The command of the view that is shown."""
        return self._current

    def show_view(self, items: Sequence[tuple[Command, str]], current: Command, right: str) -> None:
        """Show these views with their names, one of them marked, and a text at the right end."""
        if (current, right) != (self._current, self._right):
            self._current, self._right = current, one_line(right)
            self.refresh()
        self.show(items)

    def room(self) -> int:
        """Return the cells that the views have: what the text at the right end leaves."""
        return max(0, self.content_size.width - cell_len(self._right) - 2)

    def looks(self, command: Command) -> tuple[str, str]:
        """Return the looks of key and name: those of the view that is shown are filled."""
        return ("chip", "chip") if command == self._current else super().looks(command)

    def render_line(self, y: int) -> Strip:
        width, style, room = self.content_size.width, self.rich_style, self.room()
        views = super().render_line(y).adjust_cell_length(room, style)
        right = clip(f" {self._right} ", width - room)
        return Strip([*views, segment(right, style)]).adjust_cell_length(width, style)
