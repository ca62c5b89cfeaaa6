"""The sides of ruled tables that are left open: many forms draw no rule before the first column and behind the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .box import Box

_NEAR = 3.0
"""Distance in points by which rules may miss each other."""
_LEAST_COLUMN = 8.0
"""Width in points of a column at the least."""
_LEAST_SHARE = 0.6
"""Share of the level rules of a table that reach as far as its open side."""
_LEAST_LEVEL = 3


def open_sides(levels: Sequence[Box], uprights: Sequence[Box]) -> Iterator[Box]:
    """Yield the upright rules that tables of a page lack: its level ones go beyond the outermost, all equally far."""
    for band in _bands(uprights):
        top, bottom = min(one.top for one in band), max(one.bottom for one in band)
        first, last = min(one.x0 for one in band), max(one.x1 for one in band)
        crossed = [
            one
            for one in levels
            if top - _NEAR <= one.top <= bottom + _NEAR and one.x0 <= first + _NEAR and one.x1 >= last - _NEAR
        ]
        if len(crossed) < _LEAST_LEVEL:
            continue
        left, right = min(one.x0 for one in crossed), max(one.x1 for one in crossed)
        needed = _LEAST_SHARE * len(crossed)
        if first - left >= _LEAST_COLUMN and sum(one.x0 - left <= _NEAR for one in crossed) >= needed:
            yield Box(left, top, left, bottom)
        if right - last >= _LEAST_COLUMN and sum(right - one.x1 <= _NEAR for one in crossed) >= needed:
            yield Box(right, top, right, bottom)


def _bands(uprights: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the upright rules that stand beside or below each other without a gap: those of one table."""
    band: list[Box] = []
    end = 0.0
    for one in sorted(uprights, key=lambda one: one.top):
        if band and one.top > end + _NEAR:
            yield band
            band = []
        end = max(end, one.bottom) if band else one.bottom
        band.append(one)
    if band:
        yield band
