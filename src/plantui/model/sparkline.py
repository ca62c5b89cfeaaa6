"""A series of figures as one short line of blocks."""

from __future__ import annotations

from collections.abc import Sequence

_BLOCKS = "▁▂▃▄▅▆▇█"
MOST = 12
"""Figures that a sparkline shows: the last ones."""


def sparkline(values: Sequence[float], most: int = MOST) -> str:
    """Return the last figures as blocks between their least and their greatest; empty for fewer than two.

    It shows how the reported figures lie to each other and nothing else: no target, no zero, no trend.
    """
    shown = values[-most:]
    if len(shown) < 2:
        return ""
    least, greatest = min(shown), max(shown)
    if least == greatest:
        return _BLOCKS[len(_BLOCKS) // 2 - 1] * len(shown)
    # Divided before they are subtracted: figures of any size have a place.
    scale = max(abs(least), abs(greatest))
    low, width = least / scale, greatest / scale - least / scale
    top = len(_BLOCKS) - 1
    return "".join(_BLOCKS[round((value / scale - low) / width * top) if width else top] for value in shown)
