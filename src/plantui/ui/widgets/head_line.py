"""The line of headings above a list; a click on a heading is about its column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from plantui.query.columns import Column

from .painted import PLACE_WIDTH, Painted, PaintedScroll


class HeadLine(PaintedScroll):
    """The line of headings over the columns of a list, as wide as its rows."""

    DEFAULT_CSS = "HeadLine { height: 1; scrollbar-size-vertical: 0; }"

    @dataclass
    class Pressed(Message):
        """A heading was clicked."""

        column: Column

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._headings: Callable[[int], Painted] = lambda width: ()
        self._column_at: Callable[[int, int], Column | None] = lambda width, x: None

    def show(
        self, headings: Callable[[int], Painted], column_at: Callable[[int, int], Column | None]
    ) -> None:
        """Show these headings: a line for a width in cells, and the column at a cell of a width."""
        self._headings, self._column_at = headings, column_at
        self.refresh()

    @property
    def _width(self) -> int:
        return self.size.width - PLACE_WIDTH

    def render_line(self, y: int) -> Strip:
        return self.strip(self._headings(self._width), self.size.width)

    def on_click(self, event: events.Click) -> None:
        if (column := self._column_at(self._width, event.x)) is not None:
            self.post_message(self.Pressed(column))
