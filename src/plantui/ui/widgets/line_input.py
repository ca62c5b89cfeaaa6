"""A line in which text is typed or corrected."""

from __future__ import annotations

from textual.strip import Strip
from textual.widgets import Input

from plantui.ui.painting import segment


class LineInput(Input):
    """Textual's line of text, with control characters shown as signs: what is pasted or offered may hold any."""

    DEFAULT_CSS = "LineInput > .input--placeholder { color: $text-muted; }"

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        if strip.text.isprintable():
            return strip
        pieces = [segment(piece.text, piece.style) for piece in strip]
        return Strip(pieces).adjust_cell_length(strip.cell_length, self.rich_style)
