"""Rules of a scanned page: long thin strokes of ink, level and upright."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..box import Box

if TYPE_CHECKING:
    from .engine import Pixels

_LEAST_LEVEL, _LEAST_UPRIGHT = 4.0, 1.2
"""Length of a rule, in usual lines: longer than strokes of characters, of which level ones may touch each other."""
_DARK = 185
_THICK = 12
"""Thickness in pixels of a rule at the most."""
_NEAR = 10.0
"""Pixels by which the end of a rule may miss the rule that it ends at."""
_GAP = 9
"""Pixels of a rule that a scan may have lost."""


def rules_of(grey: Pixels, height: float) -> list[Box]:
    """Return the rules of a page by its grey values; `height` is that of its usual line in pixels."""
    import numpy

    dark = (grey < _DARK).astype(numpy.uint8)  # not smoothed: a hairline would go
    level = [*_strokes(dark, int(_LEAST_LEVEL * height), is_level=True)]
    upright = _strokes(dark, int(_LEAST_UPRIGHT * height), is_level=False)
    return [*level, *(rule for rule in upright if _ends_at(rule, level))]


def _ends_at(upright: Box, level: list[Box]) -> bool:
    """Return whether an upright stroke goes from one level rule to another, as no stroke of a character does."""
    crossing = [one for one in level if one.x0 - _NEAR <= upright.x0 <= one.x1 + _NEAR]
    return all(
        any(abs(one.middle - end) <= _NEAR for one in crossing) for end in (upright.top, upright.bottom)
    )


def without_rules(dark: Pixels, rules: list[Box]) -> Pixels:
    """Return the ink of a page without that of its rules."""
    left = dark.copy()
    for rule in rules:
        rows = slice(max(int(rule.top) - 2, 0), int(rule.bottom) + 3)
        columns = slice(max(int(rule.x0) - 2, 0), int(rule.x1) + 3)
        left[rows, columns] = 0
    return left


def _strokes(dark: Pixels, least: int, *, is_level: bool) -> Iterator[Box]:
    import cv2
    import numpy

    along, join = ((least, 1), (_GAP, 1)) if is_level else ((1, least), (1, _GAP))
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, numpy.ones(join[::-1], numpy.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, numpy.ones(along[::-1], numpy.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(opened)
    for x, y, across, down, _ in stats[1:count]:
        if (down if is_level else across) <= _THICK:
            yield Box(float(x), float(y), float(x + across), float(y + down))
