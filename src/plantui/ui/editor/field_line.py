"""A field of the form that is one line high."""

from __future__ import annotations

from textual.widgets import Input

from plantui.ui.widgets.line_input import LineInput


class FieldLine(LineInput):
    """A line of any text: the value of an indicator with its unit, the source of a value. Enter goes to the next field."""

    DEFAULT_CSS = """
    FieldLine { border: none; height: 1; padding: 0 1; background: $panel; }
    FieldLine:focus { border: none; background: $surface-lighten-2; }
    """

    def __init__(
        self, value: str, *, id: str, restrict: str | None = None, select_on_focus: bool = False
    ) -> None:
        super().__init__(value, id=id, compact=True, restrict=restrict, select_on_focus=select_on_focus)
        # A blinking cursor is a timer that paints where an input method is composing.
        self.cursor_blink = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()
