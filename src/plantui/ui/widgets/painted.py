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


class PaintedScroll(ScrollView):
    """A scrolling widget whose lines are painted one by one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaintedScroll { color: $foreground; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    cursor_is_always_bright = False
    """True where the cursor's row looks focused while another widget has the keyboard."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def look(self, name: str) -> Style:
        """The style of a look in the current theme."""
        if name == "cursor" and not (self.has_focus or self.cursor_is_always_bright):
            name = "cursor-blurred"
        style = self._styles.get(name)
        if style is None:
            style = look_style(name, self.app.theme_variables, self.rich_style)
            self._styles[name] = style
        return style

    def strip(self, painted: Painted, width: int, over: str = "", tail: Segment | None = None) -> Strip:
        """A line in exactly `width` cells; a look given as `over` covers that of all its parts.

        A one-cell `tail` comes behind it. The strip is told its width, which it would measure again.
        """
        style = self.look(over)
        if over:
            segments = [segment("".join(text for text, _ in painted), style)]
        else:
            segments = [segment(text, self.look(name)) for text, name in painted]
        used = sum([cell_len(piece.text) for piece in segments])
        if used > width:
            segments = [*Strip(segments, used).crop(0, width)]
        elif used < width:
            segments.append(segment(" " * (width - used), style))
        if tail is None:
            return Strip(segments, width)
        return Strip([*segments, tail], width + 1)
