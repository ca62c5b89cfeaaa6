"""Numbers, boxes and transformations as OFD writes them in attributes."""

from __future__ import annotations

from math import isfinite
from typing import NamedTuple

from plantui.model.problem import DataError

_FARTHEST = 1e6
"""A length in millimetres beyond which nothing is on a page."""


class Matrix(NamedTuple):
    """A transformation of places: x to a·x + c·y + e, y to b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place comes to."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def moved(self, x: float, y: float) -> Matrix:
        """Return the transformation that moves a place by x and y and then does this one."""
        return self._replace(e=self.a * x + self.c * y + self.e, f=self.b * x + self.d * y + self.f)

    def after(self, first: Matrix) -> Matrix:
        """Return the transformation that does `first` and then this one."""
        x, y = self.at(first.e, first.f)
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            x,
            y,
        )


def number(written: str) -> float:
    """Return a number. Raises DataError for what is none, or lies far outside of any page."""
    try:
        value = float(written)
    except ValueError as error:
        raise DataError("formats.damaged", reason=written[:40]) from error
    if not isfinite(value) or abs(value) > _FARTHEST:
        raise DataError("formats.damaged", reason=written[:40])
    return value


def numbers(written: str | None) -> list[float]:
    """Return the numbers of an attribute, none of one that is not there."""
    return [number(one) for one in (written or "").replace(",", " ").split()]


def rectangle(written: str | None) -> tuple[float, float, float, float] | None:
    """Return left, top, width and height; None where they are not given."""
    found = numbers(written)
    return (found[0], found[1], found[2], found[3]) if len(found) >= 4 else None


def matrix(written: str | None) -> Matrix:
    """Return a transformation; the one that changes nothing where none is given."""
    found = numbers(written)
    return Matrix(*found[:6]) if len(found) >= 6 else Matrix()


def advances(written: str | None, count: int) -> list[float]:
    """Return up to `count` distances between characters, of which `g 3 5.0` is three of 5.0.

    Of too few the last one holds for the rest; where none are given there are none.
    """
    found: list[float] = []
    pieces = iter((written or "").replace(",", " ").split())
    for piece in pieces:
        if piece in "gG":
            times, value = number(next(pieces, "0")), number(next(pieces, "0"))
            found += [value] * min(max(int(times), 0), count - len(found))
        else:
            found.append(number(piece))
        if len(found) >= count:
            break
    return [*found, *[found[-1]] * (count - len(found))][:count] if found else []
