"""A page turned so that its lines go from left to right, whichever way it was drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import atan2, degrees

from ..box import Box
from ..drawn.drawing import Drawing, Glyph, Rule, Run

_ASLANT = 5.0
"""By how many degrees a line may lie off a quarter turn."""
_FALL = 0.5
"""By how much of its height a character may lie lower than the one before it on a line."""

_NARROW = 0.25
"""Width, in heights, that a character gets in a line that goes another way."""


def upright(drawing: Drawing) -> tuple[Drawing, list[str]]:
    """Return a page turned as most of its words are, and the words that lie aslant, which are no text of the page."""
    turns = Counter[int]()
    aslant = []
    straight: list[tuple[int, Run]] = []
    for run in drawing.runs:
        turn = _quarter(run)
        if turn is None:
            aslant += [run.text.strip()] if run.text.strip() else []
        else:
            straight.append((turn, run))
            turns[turn] += len(run.text.strip())
    page = turns.most_common(1)[0][0] if turns else 0
    unseen = [(turn, run) for run in drawing.unseen if (turn := _quarter(run)) is not None]
    turned = _Turned(drawing, page)
    return (
        replace(
            drawing,
            width=drawing.height if page % 2 else drawing.width,
            height=drawing.width if page % 2 else drawing.height,
            runs=[part for turn, run in straight for part in turned.parts(turn, run)],
            unseen=[part for turn, run in unseen for part in turned.parts(turn, run)],
            rules=[turned.rule(rule) for rule in drawing.rules] if page else drawing.rules,
            pictures=[one._replace(box=turned.box(one.box)) for one in drawing.pictures],
        ),
        aslant,
    )


class _Turned:
    """Turns what stands on a page by quarter turns, clockwise ones that its lines have."""

    def __init__(self, drawing: Drawing, turn: int) -> None:
        self._turn = turn
        self._width, self._height = drawing.width, drawing.height

    def parts(self, turn: int, run: Run) -> list[Run]:
        """Return the parts of a run that each stand on one line."""
        glyphs = [glyph._replace(x=x, y=y) for glyph in run.glyphs for x, y in [self._at(glyph.x, glyph.y)]]
        if turn != self._turn:
            return [_flattened(glyphs)]
        return _lines(glyphs)

    def rule(self, rule: Rule) -> Rule:
        """Return a line in its new place."""
        return Rule(*self.box(Box(*rule)))

    def box(self, box: Box) -> Box:
        """Return a rectangle in its new place."""
        (left, upper), (right, lower) = self._at(box.x0, box.top), self._at(box.x1, box.bottom)
        return Box(min(left, right), min(upper, lower), max(left, right), max(upper, lower))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        match self._turn:
            case 1:
                return y, self._width - x
            case 2:
                return self._width - x, self._height - y
            case 3:
                return self._height - y, x
            case _:
                return x, y


def _quarter(run: Run) -> int | None:
    """Return by how many quarter turns, clockwise, a run's line is turned; None for one that lies aslant."""
    angle = degrees(atan2(run.direction[1], run.direction[0]))
    quarter = round(angle / 90)
    return quarter % 4 if abs(angle - quarter * 90) <= _ASLANT else None


def _lines(glyphs: Sequence[Glyph]) -> list[Run]:
    """Return the lines of a run: it may lead down to a next line, or down the page from character to character."""
    lines: list[list[Glyph]] = [[glyphs[0]]]
    for before, glyph in pairwise(glyphs):
        if abs(glyph.y - before.y) > _FALL * glyph.size:
            lines.append([])
        lines[-1].append(glyph)
    if len(lines) > 1 and all(len(line) == 1 for line in lines):
        return [_flattened(glyphs)]
    return [Run(line, (1.0, 0.0)) for line in lines]


def _flattened(glyphs: Sequence[Glyph]) -> Run:
    """Return a run that goes another way than the page as a narrow piece of a line where it begins."""
    x, y = min(glyph.x for glyph in glyphs), min(glyph.y for glyph in glyphs)
    narrow = [
        glyph._replace(x=x + at * _NARROW * glyph.size, y=y, width=_NARROW * glyph.size)
        for at, glyph in enumerate(glyphs)
    ]
    return Run(narrow, (1.0, 0.0))
