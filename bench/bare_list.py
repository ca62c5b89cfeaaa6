"""The yardstick of a key: a bare list of 100,000 lines on Textual's line API, with a cursor and nothing else."""

from __future__ import annotations

import sys
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class BareList(ScrollView, can_focus=True):
    """Lines that are made when they are painted; the one with the cursor has another ground."""

    DEFAULT_CSS = "BareList { scrollbar-size-vertical: 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)"),
        Binding("pagedown", "page"),
        Binding("home", "move(-1000000000)"),
        Binding("end", "move(1000000000)"),
    ]

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self._cursor = 0
        self._plain, self._chosen = Style(), Style(bgcolor="#0178d4")

    def on_mount(self) -> None:
        self.virtual_size = Size(80, self._count)
        self.focus()

    def render_line(self, y: int) -> Strip:
        row = self.scroll_offset.y + y
        style = self._chosen if row == self._cursor else self._plain
        text = f"{row + 1:06} 推进数字化重点河湖治理，完善绿色交通网络，建成{row % 97}个示范点"
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, self.rich_style)

    def action_move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        before, self._cursor = self._cursor, max(0, min(self._count - 1, self._cursor + rows))
        self.refresh_line(before)
        self.refresh_line(self._cursor)
        self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, immediate=True)

    def action_page(self) -> None:
        """Move the cursor by as many rows as the list is high."""
        self.action_move(self.size.height - 1)


class Bare(App[None]):
    """Shows the list."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        yield BareList(self._count)


if __name__ == "__main__":
    Bare(int(sys.argv[1])).run()
