"""A line that shows how much of a work is done: a bar of filled cells, and the percent as a number."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from plantui.ui.looks import look_style
from plantui.ui.painting import segment

_FIGURE = 6


class ProgressLine(Widget):
    """Bar of one line; empty as long as nothing is being done."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "ProgressLine { height: 1; padding: 0 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._share: float | None = None

    @property
    def share(self) -> float | None:
        """The share that is done, from 0 to 1; None while nothing is being done."""
        return self._share

    def tell(self, share: float | None) -> None:
        """Show how much is done; None empties the line."""
        self._share = share
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, style = self.content_size.width, self.rich_style
        if self._share is None:
            return Strip.blank(width, style)
        variables = self.app.theme_variables
        room = max(0, width - _FIGURE)
        done = round(room * min(1.0, self._share))
        figure = f"{self._share * 100:>4.0f}% "
        pieces = [
            segment(figure, style),
            segment(" " * done, look_style("thumb", variables, style)),
            segment(" " * (room - done), look_style("track", variables, style)),
        ]
        return Strip(pieces).adjust_cell_length(width, style)
