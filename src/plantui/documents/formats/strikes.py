"""Words of a printed page that a line is drawn through: they were struck out, and are no text of the document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_LOWEST, _HIGHEST = 0.15, 0.6
"""How far above the line that characters stand on, in heights, one is drawn through them; below it underlines them."""
_BEGINS, _ENDS = 0.3, 0.6
"""By how much, in heights, a strike may begin or end beside a character: the rule of a table does so by chance alone."""
_SAME_REACH = 1.0
"""Distance in points by which lines of one reach may begin or end apart."""


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
    """Return which letters are struck out, by their places in the sequence.

    A line through words reaches as far as they do. Where one goes through words and beyond them, it and all others of its
    reach are the lines of ruled paper, of which some fit the words on them by chance.
    """
    by_height = sorted(range(len(letters)), key=lambda at: letters[at].y)
    heights = [letters[at].y for at in by_height]
    tallest = max((letter.size for letter in letters), default=0.0)
    found: dict[int, list[int]] = {}
    """The letters that each stroke goes through and no further."""
    ruled: set[tuple[int, int]] = set()
    for number, stroke in enumerate(strokes):
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
        if is_fitting:
            found[number] = crossed
        else:
            ruled |= _reaches(stroke)
    return frozenset(
        at
        for number, crossed in found.items()
        if ruled.isdisjoint(_reaches(strokes[number]))
        for at in crossed
    )


def _reaches(stroke: Stroke) -> set[tuple[int, int]]:
    """Return where a stroke begins and ends, in a grid in which those of one reach have a place in common."""
    begins, ends = int(stroke.x0 // _SAME_REACH), int(stroke.x1 // _SAME_REACH)
    return {(begins + left, ends + right) for left in (0, 1) for right in (0, 1)}


def _is_crossed(letter: Letter, stroke: Stroke) -> bool:
    above = (stroke.y - letter.y) / letter.size if letter.size else 0.0
    return _LOWEST <= above <= _HIGHEST and stroke.x0 <= (letter.x0 + letter.x1) / 2 <= stroke.x1
