"""The line in which a field is corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from plantui.ui.widgets.line_input import LineInput


class CorrectionInput(LineInput):
    """A line of text. Up and down go through the other readings of the field."""

    DEFAULT_CSS = """
    CorrectionInput { height: 1; border: none; padding: 0 1; background: $boost; display: none; }
    CorrectionInput:focus { border: none; }
    CorrectionInput.open { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "other(1)", show=False),
        Binding("up", "other(-1)", show=False),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False  # a timer that paints where an input method is composing
        self._others: Sequence[str] = ()
        self._at = 0

    @property
    def is_open(self) -> bool:
        """True while a field is being corrected."""
        return self.has_class("open")

    def open(self, line: str, others: Sequence[str]) -> None:
        """Begin with a line; the others are offered."""
        self._others = (line, *(other for other in others if other != line))
        self._at = 0
        self.value = line
        self.add_class("open")
        self.cursor_position = len(line)
        self.focus()

    def close(self) -> None:
        """Go away."""
        self.remove_class("open")

    def action_other(self, step: int) -> None:
        self._at = (self._at + step) % len(self._others)
        self.value = self._others[self._at]
        self.cursor_position = len(self.value)
