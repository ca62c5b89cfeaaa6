"""A short field for figures: what an input method types full-width becomes half-width."""

from __future__ import annotations

from enum import Enum

from plantui.model.text import half_width

from .field_line import FieldLine


class Figure(Enum):
    """The characters that a field takes, as the pattern of everything that can be typed on the way to it."""

    PERCENT = r"[0-9]{0,3}"
    DAY = r"[0-9./年月日-]{0,11}"


class FigureInput(FieldLine):
    """Takes only what can belong to its figure; Enter goes to the next field."""

    def __init__(self, value: str, figure: Figure, *, id: str) -> None:
        super().__init__(value, id=id, restrict=figure.value, select_on_focus=True)
        self.figure = figure

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part, where the whole can still become the figure."""
        super().replace(half_width(text).strip(), start, end)
