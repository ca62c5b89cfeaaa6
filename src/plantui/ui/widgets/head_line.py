"""The line of headings above a list; a click on a heading is about its column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.message import Message
from textual.strip import Strip

from plantui.query.columns import Column

from .painted import Painted, PaintedScroll
from .row_list import RowList


class HeadLine(PaintedScroll):
    """The line of headings over the columns of a list; it may reach over what stands beside the list."""

    DEFAULT_CSS = "HeadLine { height: 1; scrollbar-size-vertical: 0; }"

    @dataclass(eq=False, repr=False)
    class Pressed(Message):
        """A heading was clicked."""

        column: Column

    def __init__(self, rows: RowList[Any], *, id: str) -> None:
        super().__init__(id=id)
        self._rows = rows
        self._headings: Callable[[int], Painted] = lambda width: ()
        self._column_at: Callable[[int, int], Column | None] = lambda width, x: None

    def show(
        self, headings: Callable[[int], Painted], column_at: Callable[[int, int], Column | None]
    ) -> None:
        """Show these headings: a line for a width in cells, and the column at a cell of a width."""
        self._headings, self._column_at = headings, column_at
        self.refresh()

    def render_line(self, y: int) -> Strip:
        return self.strip(self._headings(self._rows.text_width), self.size.width)

    def on_click(self, event: events.Click) -> None:
        if (column := self._column_at(self._rows.text_width, event.x)) is not None:
            self.post_message(self.Pressed(column))
