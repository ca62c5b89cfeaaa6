"""Words of a printed page that a line is drawn through: they were struck out, and are no text of the document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_LOWEST, _HIGHEST = 0.15, 0.6
"""How far above the line that characters stand on, in heights, one is drawn through them; below it underlines them."""
_BEGINS, _ENDS = 0.3, 0.6
"""By how much, in heights, a strike may begin or end beside a character: the rule of a table does so by chance alone."""
_MOST = 0.5
"""Share of a page's characters that may be struck out; the lines of ruled paper go through more."""


class Letter(NamedTuple):
    """A character of a page: where it begins and ends, the line that it stands on (counted upwards), and its height."""

    x0: float
    x1: float
    y: float
    size: float


class Stroke(NamedTuple):
    """A level line of a page."""

    x0: float
    x1: float
    y: float


def struck_letters(letters: Sequence[Letter], strokes: Sequence[Stroke]) -> frozenset[int]:
    """Return which letters are struck out, by their places in the sequence."""
    by_height = sorted(range(len(letters)), key=lambda at: letters[at].y)
    heights = [letters[at].y for at in by_height]
    tallest = max((letter.size for letter in letters), default=0.0)
    found: set[int] = set()
    for stroke in strokes:
        near = by_height[
            bisect_left(heights, stroke.y - _HIGHEST * tallest) : bisect_right(heights, stroke.y)
        ]
        crossed = [at for at in near if _is_crossed(letters[at], stroke)]
        if not crossed:
            continue
        first = min((letters[at] for at in crossed), key=lambda letter: letter.x0)
        last = max((letters[at] for at in crossed), key=lambda letter: letter.x1)
        is_fitting = (
            abs(first.x0 - stroke.x0) <= _BEGINS * first.size
            and abs(last.x1 - stroke.x1) <= _ENDS * last.size
        )
        found.update(crossed if is_fitting else ())
    return frozenset(found) if len(found) <= _MOST * len(letters) else frozenset()


def _is_crossed(letter: Letter, stroke: Stroke) -> bool:
    above = (stroke.y - letter.y) / letter.size if letter.size else 0.0
    return _LOWEST <= above <= _HIGHEST and stroke.x0 <= (letter.x0 + letter.x1) / 2 <= stroke.x1
