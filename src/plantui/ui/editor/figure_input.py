"""A short field for figures: what an input method types full-width becomes half-width."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from textual.message import Message

from plantui.model.text import half_width

from .field_line import FieldLine


class Figure(Enum):
    """The characters that a field takes, as the pattern of everything that can be typed on the way to it."""

    PERCENT = r"100|[0-9]{0,2}"
    DAY = r"[0-9./年月日-]{0,11}"


@dataclass
class FigureRefused(Message):
    """Message that something was typed which cannot belong to a figure; the field stays as it was."""

    figure: Figure


class FigureInput(FieldLine):
    """Takes only what can belong to its figure, and tells of the rest; Enter goes to the next field."""

    def __init__(self, value: str, figure: Figure, *, id: str) -> None:
        super().__init__(value, id=id, restrict=figure.value, select_on_focus=True)
        self.figure = figure

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part, where the whole can still become the figure. The sign of a percent may be typed with it."""
        sign = "%" if self.figure is Figure.PERCENT else ""
        super().replace(half_width(text).strip().rstrip(sign or None), start, end)

    def restricted(self) -> None:
        self.post_message(FigureRefused(self.figure))
