"""A read-only page of painted lines that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip

from .painted import Painted, PaintedScroll

Page = Callable[[int], Sequence[Painted]]
"""Makes the lines for a width in cells."""


def _nothing(_width: int) -> Sequence[Painted]:
    return ()


class LinesView(PaintedScroll, can_focus=True):
    """Shows a page; its lines are made again when the width changes."""

    DEFAULT_CSS = "LinesView { background: $surface; padding: 0 0 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_lines(1)", show=False),
        Binding("up,k", "scroll_lines(-1)", show=False),
        Binding("pagedown,space", "scroll_pages(1)", show=False),
        Binding("pageup", "scroll_pages(-1)", show=False),
        Binding("home", "scroll_lines(-1000000)", show=False),
        Binding("end", "scroll_lines(1000000)", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page: Page = _nothing
        self._lines: Sequence[Painted] = ()
        self._width = 0
        self._seek = ""
        """The look of the text that is still to be scrolled to."""

    @property
    def lines(self) -> Sequence[Painted]:
        """The lines of the page as painted."""
        return self._lines

    @property
    def text(self) -> str:
        """The text of the page, line by line."""
        return "\n".join("".join(text for text, _ in line) for line in self._lines)

    def show(self, page: Page, *, keep_scroll: bool = False, seek: str = "") -> None:
        """Show another page, from its top unless it is the same one made anew.

        A page that is not the same is scrolled until its first text in the look `seek` is in sight.
        """
        self._page = page
        self._width = 0
        self._seek = "" if keep_scroll else seek
        top = self.scroll_offset.y if keep_scroll else 0
        self._lay_out()
        self.scroll_to(0, top, animate=False, immediate=True)
        self._seek_now()

    def _seek_now(self) -> None:
        """Scroll to what is sought, once there are lines, with some of what stands before it."""
        if not self._seek or not self._width:
            return
        with_it = (at for at, line in enumerate(self._lines) if any(look == self._seek for _, look in line))
        at, height = next(with_it, 0), self.scrollable_content_region.height
        if at >= height - 1:
            # Forced: the scrollbar, without which nothing may scroll, comes only with the next layout.
            self.scroll_to(0, at - height // 3, animate=False, immediate=True, force=True)
        self._seek = ""

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width and width != self._width:
            self._width = width
            self._lines = self._page(width - 1)  # a column between the text and the scrollbar
            self.virtual_size = Size(width, len(self._lines))
            self.refresh()

    def on_resize(self) -> None:
        self._lay_out()
        self._seek_now()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        return self.strip(self._lines[index] if index < len(self._lines) else (), width)

    def action_scroll_lines(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def action_scroll_pages(self, pages: int) -> None:
        self.action_scroll_lines(pages * max(1, self.size.height - 1))
