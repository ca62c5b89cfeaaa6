"""Red ink of a page: a seal over the signature is no text, a red head is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..box import Box

if TYPE_CHECKING:
    from .engine import Pixels
    from .pictures import Coloured

_REDDER = 60
"""By how much red outweighs green and blue in red ink."""
_LEAST_SHARE, _MOST_SHARE = 0.06, 0.4
"""Height of a seal, as a share of the page's width."""
_MOST_LONG = 1.6
"""How much longer than high a seal may be."""
_JOIN = 15
"""Pixels of room between parts of one seal."""


def grey_without_seals(page: Coloured) -> tuple[Pixels, list[Box]]:
    """Return the grey values of a page without its seals, and where these stood; black type under them stays."""
    import cv2

    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    seals = [*_seals(page)]
    for box in seals:
        rows, columns = slice(int(box.top), int(box.bottom)), slice(int(box.x0), int(box.x1))
        # Red ink is as bright as paper where only red is looked at.
        grey[rows, columns] = page[rows, columns, 0]
    return grey, seals  # type: ignore[return-value]


def _seals(page: Coloured) -> Iterator[Box]:
    import cv2
    import numpy

    red, green, blue = (page[:, :, at].astype(numpy.int16) for at in range(3))
    ink = ((red - green > _REDDER) & (red - blue > _REDDER)).astype(numpy.uint8)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((_JOIN, _JOIN), numpy.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    width = page.shape[1]
    for x, y, across, down, _ in stats[1:count]:
        is_round = max(across, down) <= _MOST_LONG * min(across, down)
        if is_round and _LEAST_SHARE * width <= down <= _MOST_SHARE * width:
            yield Box(float(x), float(y), float(x + across), float(y + down))
