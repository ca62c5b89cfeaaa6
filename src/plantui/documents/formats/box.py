"""Rectangles of a page, whatever it comes from."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle of a page or picture, from its upper left corner: points of a page, pixels of a picture."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """The distance between its sides."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The distance between top and bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The place between top and bottom."""
        return (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Return whether a place is in it."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom
