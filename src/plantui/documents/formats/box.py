"""Rectangles of a page, whatever it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

_Item = TypeVar("_Item")


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


def in_reading_order(placed: Iterable[tuple[Box, _Item]], gutter: float | None) -> Iterator[_Item]:
    """Yield what stands on a page from above; where a gutter parts two columns, first the left one and then the right one
    between things that go across both."""
    columns: tuple[list[_Item], list[_Item]] = ([], [])
    for box, item in sorted(placed, key=lambda one: one[0].top):
        if gutter is not None and box.x0 >= gutter:
            columns[1].append(item)
        elif gutter is not None and box.x1 <= gutter:
            columns[0].append(item)
        else:
            yield from (*columns[0], *columns[1], item)
            columns = ([], [])
    yield from (*columns[0], *columns[1])
