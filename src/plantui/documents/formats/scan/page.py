"""A scanned page as a drawing: its lines of words, its rules, and the places where something was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from ...source import MarkKind
from ..box import Box
from ..content import Remark, words_of
from ..drawn.drawing import MIDDLE, Drawing, Glyph, Rule, Run
from ..printed import width_of
from .engine import Read, Recogniser
from .ink import dark, line_height, read_again, unread
from .mending import Mended, mended
from .pictures import DPI
from .rules import rules_of, without_rules
from .seals import grey_without_seals
from .straight import straight

if TYPE_CHECKING:
    from .engine import Pixels
    from .pictures import Coloured

_SCALE = 72 / DPI
"""Points of a pixel."""
_LEAST_HAN = 4
"""Width, in characters, of a text whose size its length tells."""
_NEAR_USUAL = 0.2
"""By which share the size of a line may miss the usual one of its page and be it."""
_CROSSED = 0.4
"""How far, in heights, a rule stands inside a line that goes across it."""
_TALL = 1.5
"""Height of a line that goes down the page, in its widths."""
_LOW_SCORE = 0.8
"""Score below which a line is doubtful. A higher one promises nothing."""


class PlacedRemark(NamedTuple):
    """What is to be said of a place of a page."""

    remark: Remark
    about: str = ""
    """The words that it is about, without blanks; none where no words are known."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What was recognised of a page."""

    drawing: Drawing
    remarks: tuple[PlacedRemark, ...]


def scanned_page(picture: Coloured, recogniser: Recogniser) -> ScannedPage:
    """Return what is recognised of the picture of a page."""
    grey, seals, found = _on_its_feet(picture, recogniser)
    rules = rules_of(grey, line_height(found))
    reads = [*_within_rules(found, rules, grey, recogniser)]
    leftover = [*unread(without_rules(dark(grey), rules), reads, seals)]
    again, failed = read_again(grey, leftover, recogniser)
    size = _usual_size(reads)
    height, width = grey.shape[:2]
    drawing = Drawing(width * _SCALE, height * _SCALE, rules=[_rule(rule) for rule in rules])
    remarks: list[PlacedRemark] = []
    for read in (*reads, *again):
        signs = mended(read.text)
        drawing.runs.append(_run(Read(signs.text, read.box, read.score), size))
        remarks += _remarks(signs, read.score)
    for box in failed:
        remarks.append(PlacedRemark(Remark(MarkKind.UNREAD_LINE, where=_place(box, width, height))))
    return ScannedPage(drawing, tuple(remarks))


def _remarks(signs: Mended, score: float) -> Iterator[PlacedRemark]:
    about = "".join(words_of(signs.text).split())
    for was, now in signs.changes:
        yield PlacedRemark(Remark(MarkKind.MENDED, now, was), about)
    if score < _LOW_SCORE:
        yield PlacedRemark(Remark(MarkKind.UNSURE, signs.text), about)


class _Standing(NamedTuple):
    """A page as it stands: its grey values, its seals, and the lines that were found on it."""

    grey: Pixels
    seals: Sequence[Box]
    reads: Sequence[Read]


def _on_its_feet(picture: Coloured, recogniser: Recogniser) -> _Standing:
    """Return a page turned as its words tell: one that lies on its side has tall lines, one on its head makes no sense."""
    import numpy

    first = _standing(picture, recogniser)
    if not first.reads:
        return first
    if sum(read.box.height > _TALL * read.box.width for read in first.reads) * 2 > len(first.reads):
        quarters: tuple[int, ...] = (1, 3)
    elif _sureness(first.reads) < _LOW_SCORE:
        quarters = (2,)
    else:
        return first
    turned = [
        _standing(numpy.ascontiguousarray(numpy.rot90(picture, quarter)), recogniser) for quarter in quarters
    ]
    return max((first, *turned), key=lambda standing: _sureness(standing.reads))


def _standing(picture: Coloured, recogniser: Recogniser) -> _Standing:
    grey, seals = grey_without_seals(straight(picture))
    return _Standing(grey, seals, recogniser.lines(grey))


def _sureness(reads: Sequence[Read]) -> float:
    return sum(read.score * len(read.text) for read in reads) / max(sum(len(read.text) for read in reads), 1)


def _within_rules(
    reads: Sequence[Read], rules: Sequence[Box], grey: Pixels, recogniser: Recogniser
) -> Iterator[Read]:
    """Yield the lines; one that goes across an upright rule is read once more on each side of it."""
    for read in reads:
        inside = _CROSSED * read.box.height
        cuts = sorted(
            (rule.x0 + rule.x1) / 2
            for rule in rules
            if rule.height > rule.width
            and rule.top < read.box.top + inside
            and rule.bottom > read.box.bottom - inside
            and read.box.x0 + inside < rule.x0 < read.box.x1 - inside
        )
        if not cuts:
            yield read
            continue
        edges = [read.box.x0, *cuts, read.box.x1]
        for left, right in pairwise(edges):
            part = Box(left + 3, read.box.top, right - 3, read.box.bottom)
            if part.width < inside:
                continue
            found = recogniser.line(
                grey[int(part.top) : int(part.bottom) + 1, int(part.x0) : int(part.x1) + 1]
            )
            if found is not None:
                yield Read(found.text, part, found.score)


def _usual_size(reads: Sequence[Read]) -> float:
    """Return the usual size of a page's characters, in pixels; nought where no line tells it."""
    return median(
        [read.box.width / width_of(read.text) for read in reads if width_of(read.text) >= _LEAST_HAN] or [0.0]
    )


def _run(read: Read, usual: float) -> Run:
    """Return a line as glyphs that share its width."""
    box, width = read.box, max(width_of(read.text), 0.5)
    size = box.width / width if width >= _LEAST_HAN or not usual else min(box.height, 1.3 * usual)
    if abs(size - usual) <= _NEAR_USUAL * usual:
        size = usual
    glyphs = []
    x = box.x0
    y = box.middle + MIDDLE * size
    for char in read.text:
        across = box.width * width_of(char) / width
        glyphs.append(Glyph(char, x * _SCALE, y * _SCALE, across * _SCALE, size * _SCALE))
        x += across
    return Run(glyphs, (1.0, 0.0))


def _rule(rule: Box) -> Rule:
    x, y = (rule.x0 + rule.x1) / 2 * _SCALE, rule.middle * _SCALE
    if rule.width >= rule.height:
        return Rule(rule.x0 * _SCALE, y, rule.x1 * _SCALE, y)
    return Rule(x, rule.top * _SCALE, x, rule.bottom * _SCALE)


def _place(box: Box, width: int, height: int) -> str:
    """Return a place of a page in per cent from its upper left corner, across and down: `12/80`."""
    return f"{100 * box.x0 / width:.0f}/{100 * box.top / height:.0f}"
