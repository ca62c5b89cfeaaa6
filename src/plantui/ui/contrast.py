"""Contrast of colours as WCAG 2 counts it: 1 for the same colour, 21 for black on white."""

from __future__ import annotations

from functools import lru_cache

from textual.color import Color

_STEPS = 50
"""Steps in which a colour is moved towards another one."""


def luminance(colour: Color) -> float:
    """Return the relative luminance of a colour, 0 for black and 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(256)
def reaching(colour: Color, towards: Color, grounds: tuple[Color, ...], ratio: float) -> Color:
    """Return the colour, moved towards another one only so far that it reaches a contrast on every ground.

    Where even the other one does not reach it, it is returned.
    """
    for step in range(_STEPS):
        moved = colour.blend(towards, step / _STEPS)
        if all(contrast(moved, ground) >= ratio for ground in grounds):
            return moved
    return towards
