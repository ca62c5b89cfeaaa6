"""A short field for figures: what an input method types full-width becomes half-width."""

from __future__ import annotations

from enum import Enum

from textual.widgets import Input

from plantui.model.text import half_width
from plantui.ui.widgets.line_input import LineInput


class Figure(Enum):
    """The characters that a field takes, as the pattern of everything that can be typed on the way to it."""

    PERCENT = r"[0-9]{0,3}"
    DAY = r"[0-9./年月日-]{0,11}"


class FigureInput(LineInput):
    """Takes only what can belong to its figure; Enter goes to the next field."""

    DEFAULT_CSS = """
    FigureInput { border: none; height: 1; padding: 0 1; background: $panel; }
    FigureInput:focus { border: none; background: $surface-lighten-2; }
    """

    def __init__(self, value: str, figure: Figure, *, id: str) -> None:
        super().__init__(value, id=id, compact=True, restrict=figure.value)
        self.figure = figure
        # A blinking cursor is a timer that paints where an input method is composing.
        self.cursor_blink = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part, where the whole can still become the figure."""
        super().replace(half_width(text).strip(), start, end)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()
