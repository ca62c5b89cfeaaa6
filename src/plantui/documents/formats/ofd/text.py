"""The characters of a text object, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from ..drawn.drawing import Glyph, Run
from ..markup import local
from ..printed import width_of
from .numbers import Matrix, advances, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_LAYOUT = re.compile(r"\A\s*[\r\n]\s*|\s*[\r\n]\s*\Z")
"""A line end that only sets the XML out."""
_EVEN = 0.1
"""By how much of the height distances may differ that are all one."""
_WIDE, _WIDEST = 0.72, 0.83
"""Widths of capital letters, and of M, W, m and w."""


class _Code(NamedTuple):
    """Characters that are drawn by one glyph or by several."""

    text: str
    glyphs: int = 1


def runs_of(element: _Element, place: Matrix) -> Iterator[Run]:
    """Yield a run for each TextCode of a text object; `place` leads from the object's own places to those of the page."""
    size = number(element.get("Size") or element.get("size") or "0")  # easyofd writes it small
    stretch = number(element.get("HScale") or "1")
    across, down = hypot(place.a, place.b), hypot(place.c, place.d)
    x = y = 0.0
    codes: dict[int, tuple[int, int]] = {}
    for child in element:
        match local(child):
            case "CGTransform":
                at, count, glyphs = (
                    int(number(child.get(name) or default))
                    for name, default in (("CodePosition", "0"), ("CodeCount", "1"), ("GlyphCount", "1"))
                )
                codes[at] = count, glyphs
            case "TextCode":
                x, y = (number(child.get(name) or str(before)) for name, before in (("X", x), ("Y", y)))
                found = [*_codes(_LAYOUT.sub("", child.text or ""), codes)]
                codes = {}
                steps = _steps(child, found, size * stretch)
                glyphs_of_line = []
                at_x, at_y = x, y
                for code, (step_x, step_y, width) in zip(found, steps, strict=True):
                    glyphs_of_line.append(
                        Glyph(code.text, *place.at(at_x, at_y), width * across, size * down)
                    )
                    at_x, at_y = at_x + step_x, at_y + step_y
                if glyphs_of_line:
                    yield Run(glyphs_of_line, (place.a, place.b))


def _codes(text: str, several: dict[int, tuple[int, int]]) -> Iterator[_Code]:
    at = 0
    while at < len(text):
        count, glyphs = several.get(at, (1, 1))
        if count == glyphs or count < 1 or glyphs < 1:
            yield _Code(text[at])
            at += 1
        else:
            yield _Code(text[at : at + count], glyphs)
            at += count


def _steps(element: _Element, codes: Sequence[_Code], size: float) -> list[tuple[float, float, float]]:
    """Return how far each code leads on, across and down, and how wide it is."""
    widths = [_width(code.text) * size for code in codes]
    count = sum(code.glyphs for code in codes)
    across, down = advances(element.get("DeltaX"), count), advances(element.get("DeltaY"), count)
    if not across and not down:
        return [(width, 0.0, width) for width in widths]
    found = []
    at = 0
    for code, width in zip(codes, widths, strict=True):
        steps = slice(at, at + code.glyphs)
        found.append((sum(across[steps]), sum(down[steps]), width))
        at += code.glyphs
    narrow = [step for code, (step, _, _) in zip(codes[:-1], found, strict=False) if code.text.isascii()]
    if len(narrow) > 1 and max(narrow) - min(narrow) < _EVEN * size:
        pitch = max(narrow)
        found = [
            (step, fall, max(width, pitch) if code.text.isascii() else width)
            for code, (step, fall, width) in zip(codes, found, strict=True)
        ]
    return found


@lru_cache(maxsize=8192)
def _width(text: str) -> float:
    """Return about how wide characters are, in heights."""
    if not text.isascii():
        return width_of(text)
    return sum(_WIDEST if char in "MWmw" else _WIDE if char.isupper() else 0.5 for char in text)
