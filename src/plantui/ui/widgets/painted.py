"""The base of all line-painting widgets: looks by name, text that is never read as markup."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plantui.ui.looks import look_style
from plantui.ui.painting import segment

Painted = Sequence[tuple[str, str]]
"""A line as (text, look); plantui.ui.looks knows the looks, an empty one is the normal look."""


PLACE_WIDTH = 2
"""Cells at the right end of a list: a free one behind the rows, and the mark that shows the place in them."""


SCROLLBAR_CSS = """
scrollbar-size-vertical: 1;
scrollbar-color: $foreground 40%; scrollbar-color-hover: $foreground 60%; scrollbar-color-active: $foreground 60%;
scrollbar-background: $panel; scrollbar-background-hover: $panel; scrollbar-background-active: $panel;
"""
"""The scrollbar of everything that scrolls: Textual's own is blue on black."""


class PaintedScroll(ScrollView):
    """A scrolling widget whose lines are painted one by one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = f"""
    PaintedScroll {{ color: $foreground; overflow-x: hidden; scrollbar-gutter: stable; {SCROLLBAR_CSS} }}
    """

    cursor_is_always_bright = False
    """True where the cursor's row looks focused while another widget has the keyboard."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles: dict[tuple[str, str], Style] = {}
        self._marking: dict[str, bool] = {}

    def notify_style_update(self) -> None:
        self._styles.clear()
        self._marking.clear()
        super().notify_style_update()

    def look(self, name: str, row: str = "") -> Style:
        """Return the style of a look in the current theme, on the ground of a whole row's look where there is one."""
        style = self._styles.get((name, row))
        if style is None:
            base = look_style(row, self.app.theme_variables, self.rich_style)
            style = self._styles[name, row] = look_style(name, self.app.theme_variables, base)
        return style

    def _marks_blanks(self, name: str) -> bool:
        """Return whether a look can be seen on a blank: a ground of its own, a line under it."""
        marks = self._marking.get(name)
        if marks is None:
            style = self.look(name)
            is_lined = style.underline or style.strike or style.reverse
            marks = self._marking[name] = bool(is_lined) or style.bgcolor != self.look("").bgcolor
        return marks

    def _joined(self, painted: Painted) -> Painted:
        """Return the line in as few pieces as look like it: each is handled by itself on every way to the terminal."""
        joined: list[tuple[str, str]] = []
        text, look = "", ""
        for more, name in painted:
            if name == look or not (name or more.strip(" ") or self._marks_blanks(look)):
                text += more
            else:
                if text:
                    joined.append((text, look))
                text, look = more, name
        joined.append((text, look))
        return joined

    def strip(self, painted: Painted, width: int, over: str = "", tail: Segment | None = None) -> Strip:
        """Return a line in exactly `width` cells; the look given as `over` is the ground of all its parts.

        A one-cell `tail` comes behind it. The strip is told its width, which it would measure again.
        """
        if over == "cursor" and not (self.has_focus or self.cursor_is_always_bright):
            over = "cursor-blurred"
        segments = [segment(text, self.look(name, over)) for text, name in self._joined(painted)]
        used = sum([cell_len(piece.text) for piece in segments])
        if used > width:
            segments = [*Strip(segments, used).crop(0, width)]
        elif used < width:
            segments.append(segment(" " * (width - used), self.look("", over)))
        if tail is None:
            return Strip(segments, width)
        return Strip([*segments, tail], width + 1)
