"""A list of any number of rows on Textual's line API: only the rows on the screen are ever painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from plantui.ui.painting import segment

from .painted import PLACE_WIDTH, Painted, PaintedScroll

T = TypeVar("T")

Painter = Callable[[Any, int], Painted]
"""Paints one row for a width in cells."""


class _Ground(NamedTuple):
    """Everything but the rows that the lines of a list depend on."""

    width: int
    height: int
    top: int
    """Index of the row on the first line."""
    background: Color


class RowList(PaintedScroll, Generic[T], can_focus=True):
    """Rows with a cursor. Text is painted as it is and never read as markup."""

    # Textual's scrollbar renders as many lines again as the list: the last column shows the place instead.
    DEFAULT_CSS = "RowList { background: $background; scrollbar-size-vertical: 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "move(-1000000000)", show=False),
        Binding("end", "move(1000000000)", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass(eq=False, repr=False)
    class Highlighted(Message):
        """The cursor stands on another row."""

        rows: RowList[Any]
        index: int

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """A row was clicked a second time: open it."""

        rows: RowList[Any]
        index: int

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:
        self._ground: _Ground | None = None
        self._lines: dict[int, Strip] = {}
        """The lines as last painted on that ground."""
        super().__init__(id=id)
        self._rows: Sequence[T] = ()
        self.painter = painter
        """Paints the rows; set before `show`."""
        self.when_resized: Callable[[], object] = lambda: None
        """Called when the list has another size."""

    @property
    def rows(self) -> Sequence[T]:
        """The rows that are listed."""
        return self._rows

    @property
    def text_width(self) -> int:
        """Cells that a row's text may take: the last column shows the place, the one before it is free."""
        return self.size.width - PLACE_WIDTH

    @property
    def current(self) -> T | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[T], cursor: int = 0, *, keep_scroll: bool = False) -> None:
        """List these rows, with the cursor on one of them. Costs the same for any number."""
        self._rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        cursor = max(0, min(len(rows) - 1, cursor))
        self.set_reactive(RowList.cursor, cursor)
        top, height = self.scroll_offset.y, max(1, self.size.height)
        wanted = top if keep_scroll else 0
        wanted = max(0, min(wanted, len(rows) - height))
        if not wanted <= cursor < wanted + height:
            wanted = max(0, cursor - height // 3)
        self.scroll_to(0, wanted, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Highlighted(self, cursor))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in a region; what was painted before and not refreshed since is not painted again."""
        if self.gutter.totals != (0, 0) or self.opacity != 1:
            return super().render_lines(crop)
        # Textual looks for borders, padding and tints at each line: as much work as painting it.
        ground = self._ground_now()
        if ground != self._ground:
            self._ground, self._lines = ground, {}
        lines, filters = self._lines, self.get_line_filters()
        strips: list[Strip] = []
        for y in crop.line_range:
            if (strip := lines.get(y)) is None:
                strip = lines[y] = self._line(y, ground)
            for one in filters:
                strip = strip.apply_filter(one, ground.background)
            strips.append(strip)
        start, end = crop.column_span
        if (start, end) == (0, ground.width):
            return strips
        return [strip.crop(start, end) for strip in strips]

    def render_line(self, y: int) -> Strip:
        return self._line(y, self._ground_now())

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint lines again: those of the regions, without any all of them."""
        if repaint and regions:
            for y in (y for region in regions for y in region.line_range):
                self._lines.pop(y, None)
        elif repaint:
            self._lines.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        self._lines.clear()
        super().notify_style_update()

    def _ground_now(self) -> _Ground:
        (width, height), (_, background) = self.size, self.background_colors
        return _Ground(width, height, self.scroll_offset.y, background)

    def _line(self, y: int, ground: _Ground) -> Strip:
        width, height, top, _ = ground
        index = y + top
        if index >= len(self._rows):
            return Strip.blank(width, self.look(""))
        painted = self.painter(self._rows[index], width - PLACE_WIDTH)
        thumb = self._thumb(height, top)
        mark = segment(" ", self.look("thumb" if y in thumb else "track" if thumb else ""))
        return self.strip(painted, width - 1, "cursor" if index == self.cursor else "", mark)

    def _thumb(self, height: int, top: int) -> range:
        """Return the lines at which the place mark stands; none where everything is on the screen."""
        count = len(self._rows)
        if count <= height or not height:
            return range(0)
        size = max(1, height * height // count)
        first = top * (height - size) // (count - height)
        return range(first, first + size)

    def _scroll_to_mark(self, y: int) -> None:
        height, count = self.size.height, len(self._rows)
        self.scroll_to(y=y * (count - height) // max(1, height - 1), animate=False, immediate=True)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.x == self.size.width - 1 and self._thumb(self.size.height, self.scroll_offset.y):
            self.capture_mouse()
            self._scroll_to_mark(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self._scroll_to_mark(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self.release_mouse()

    def watch_cursor(self, old: int, new: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if new < top:
            self.scroll_to(y=new, animate=False, immediate=True)
        elif new >= top + height:
            self.scroll_to(y=new - height + 1, animate=False, immediate=True)
        else:
            self.refresh_row(old, new)  # scrolling paints every row anyway
        self.post_message(self.Highlighted(self, new))

    def refresh_row(self, *indexes: int) -> None:
        """Paint rows again, where they are on the screen."""
        width, height = self.size
        lines = (index - self.scroll_offset.y for index in indexes)
        if regions := [Region(0, y, width, 1) for y in lines if 0 <= y < height]:
            self.refresh(*regions)

    def on_focus(self) -> None:
        self.refresh_row(self.cursor)

    def on_blur(self) -> None:
        self.refresh_row(self.cursor)

    def on_resize(self) -> None:
        self.when_resized()
        self.virtual_size = Size(self.size.width, len(self._rows))
        top, height = self.scroll_offset.y, self.size.height
        if self._rows and height and not top <= self.cursor < top + height:
            self.scroll_to(y=max(0, self.cursor - height + 1), animate=False, immediate=True)

    def action_move(self, rows: int) -> None:
        self.cursor = max(0, min(len(self._rows) - 1, self.cursor + rows))

    def action_page(self, pages: int) -> None:
        self.action_move(pages * max(1, self.size.height - 1))

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._rows) and event.x < self.size.width - 1:
            again = index == self.cursor
            self.cursor = index
            if again or event.chain > 1:
                self.post_message(self.Chosen(self, index))
