"""Pages set straight: a scanner takes paper in a little aslant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine import Pixels
    from .pictures import Coloured

_MOST_DEGREES, _STEP, _FINE = 3.0, 0.25, 0.05
"""How far aslant a page may lie, and the steps in which the angle is looked for."""
_SMALL = 4
"""By how much a page is made smaller to look for its angle."""
_LEAST_DEGREES = 0.05
_DARK = 160


def straight(page: Coloured) -> Coloured:
    """Return the page turned so that its lines are level."""
    import cv2

    degrees = slant(page[:, :, 0])
    if abs(degrees) < _LEAST_DEGREES:
        return page
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(  # type: ignore[return-value]
        page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)
    )


def slant(page: Pixels) -> float:
    """Return by how many degrees the page has to be turned, against the clock, for its lines to be level."""
    import numpy

    ink = _ink(page)
    coarse = numpy.arange(-_MOST_DEGREES, _MOST_DEGREES + _STEP, _STEP)
    best = max(coarse, key=lambda degrees: _clearness(ink, float(degrees)))
    fine = numpy.arange(best - _STEP, best + _STEP, _FINE)
    return float(max(fine, key=lambda degrees: _clearness(ink, float(degrees))))


def _ink(page: Pixels) -> Pixels:
    import cv2
    import numpy

    small = cv2.resize(page, None, fx=1 / _SMALL, fy=1 / _SMALL, interpolation=cv2.INTER_AREA)
    return (small < _DARK).astype(numpy.uint8)


def _clearness(ink: Pixels, degrees: float) -> float:
    """Return how clearly lines and the room between them part once the page is turned."""
    import cv2

    height, width = ink.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_NEAREST)
    return _contrast(turned.sum(axis=1))


def _contrast(profile: object) -> float:
    import numpy

    steps = numpy.diff(numpy.asarray(profile, dtype=numpy.float64))
    return float((steps * steps).sum())
