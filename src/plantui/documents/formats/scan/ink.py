"""Ink of a scanned page that no recognised line covers: a line that the engine did not find, or a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING

from ..box import Box
from .engine import Read, Recogniser

if TYPE_CHECKING:
    from .engine import Pixels

_DARK = 140
_USUAL_HEIGHT = 40.0
"""Height in pixels of a line of usual type, where no line of the page tells."""
_AROUND = 0.3
"""Share of its height by which a recognised line covers the ink around it."""
_LEAST_HEIGHT, _MOST_HEIGHT = 0.45, 2.2
"""Height of a line, in usual lines."""
_LEAST_WIDTH = 0.5
_LEAST_INK = 0.06
"""Share of a line's rectangle that is ink at the least: below, it is dirt or shade."""
_LEAST_SCORE = 0.6
"""Score below which words that were recognised of leftover ink are not taken."""
_MOST_LINES = 40
"""Leftover pieces of a page that are tried once more: more of them are a picture's."""


def dark(grey: Pixels) -> Pixels:
    """Return 1 where a page has ink, else 0. Single dark dots of a noisy scan are none."""
    import cv2
    import numpy

    return (cv2.medianBlur(grey, 3) < _DARK).astype(numpy.uint8)


def line_height(reads: Sequence[Read]) -> float:
    """Return the height in pixels of a page's usual line."""
    return median([read.box.height for read in reads]) if reads else _USUAL_HEIGHT


def unread(ink: Pixels, reads: Sequence[Read], seals: Sequence[Box]) -> Iterator[Box]:
    """Yield the rectangles of ink that may be lines and that none of these reads nor a seal covers."""
    import cv2
    import numpy

    height = line_height(reads)
    left = ink.copy()
    for box in (*(_wider(read.box) for read in reads), *seals):
        left[max(int(box.top), 0) : int(box.bottom) + 1, max(int(box.x0), 0) : int(box.x1) + 1] = 0
    reach = max(int(height * 0.8), 3)
    joined = cv2.morphologyEx(left, cv2.MORPH_CLOSE, numpy.ones((3, reach), numpy.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    for at in range(1, count):
        x, y, across, down = (int(value) for value in stats[at][:4])
        filled = int(left[y : y + down, x : x + across].sum()) / max(across * down, 1)
        if (
            _LEAST_HEIGHT * height <= down <= _MOST_HEIGHT * height
            and across >= _LEAST_WIDTH * height
            and filled >= _LEAST_INK
        ):
            yield Box(x, y, x + across, y + down)


def read_again(grey: Pixels, boxes: Sequence[Box], recogniser: Recogniser) -> tuple[list[Read], list[Box]]:
    """Try leftover ink once more, each piece as one line; return what was read of it, and what was not."""
    found: list[Read] = []
    failed: list[Box] = []
    for box in boxes[:_MOST_LINES]:
        wide = _wider(box)
        top, x0 = max(int(wide.top), 0), max(int(wide.x0), 0)
        read = recogniser.line(grey[top : int(wide.bottom) + 1, x0 : int(wide.x1) + 1])
        if read is not None and read.score >= _LEAST_SCORE:
            found.append(Read(read.text, box, read.score))
        else:
            failed.append(box)
    return found, [*failed, *boxes[_MOST_LINES:]]


def _wider(box: Box) -> Box:
    beside = box.height * _AROUND
    return Box(box.x0 - beside, box.top - beside, box.x1 + beside, box.bottom + beside)
