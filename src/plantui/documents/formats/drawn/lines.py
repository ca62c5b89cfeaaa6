"""Lines of a page put together from runs of glyphs, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ..box import Box, in_reading_order
from ..ruled import BESIDE
from .drawing import Glyph, Run

_SAME_LINE = 0.5
"""Share of the lower one's height by which two pieces of a line overlap."""
ASCENT = 0.86
"""Share of a character's height that stands above the place where it is set."""
_WORD_GAP = 0.14
"""Gap, in heights, that is a blank between two words of Latin letters."""
_FIGURE_GAP = 0.8
_GAP = 1.0
"""Gap, in heights, that is a blank between any two characters."""
SEGMENT_GAP = 1.5
"""Gap, in heights, that may part two columns."""
_LEAST_LINES = 6
"""Lines that each of two columns has at the least."""
_MOST_ACROSS = 0.25
"""Share of the lines of a page in columns that may go across both."""
_LEAST_FILLED = 0.7
"""How much of a column's width its lines fill, those of prose; the words of a table's column do not."""


@dataclass(slots=True)
class Line:
    """Glyphs that stand on one line, from left to right."""

    glyphs: list[Glyph]

    @property
    def x0(self) -> float:
        """Where its first visible character begins."""
        return self.first.x

    @property
    def x1(self) -> float:
        """Where its last visible character ends."""
        return max(glyph.x + glyph.width for glyph in self.glyphs if glyph.text.strip())

    @property
    def first(self) -> Glyph:
        """Its first visible character."""
        return next(glyph for glyph in self.glyphs if glyph.text.strip())

    @property
    def top(self) -> float:
        """Where it begins from above."""
        return min(_top(glyph) for glyph in self.glyphs)

    @property
    def box(self) -> Box:
        """The rectangle that it takes."""
        return Box(self.x0, self.top, self.x1, max(_bottom(glyph) for glyph in self.glyphs))

    @property
    def text(self) -> str:
        """Its words, with a blank where the page leaves room."""
        pieces: list[str] = []
        before: Glyph | None = None
        for glyph in self.glyphs:
            if before is not None:
                pieces.append(" " * _blanks(before, glyph))
            pieces.append(glyph.text)
            before = glyph
        return "".join(pieces).strip()


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """Return the lines of a page in the order of reading: from above, of two columns of prose the left one first."""
    lines, gutter = lines_and_gutter(runs)
    return [*in_reading_order([(line.box, line) for line in lines], gutter)]


def lines_and_gutter(runs: Iterable[Run]) -> tuple[list[Line], float | None]:
    """Return the lines of a page from above, and where the gap between two columns of prose is; then each column has lines
    of its own. None for a page that has no columns."""
    rows = [*_rows(runs)]
    segments = [segment for row in rows for segment in _segments(row)]
    gutter = _gutter(segments)
    return (rows, None) if gutter is None else (segments, gutter)


def plain_lines(runs: Iterable[Run]) -> list[Line]:
    """Return lines from above, each as wide as it is."""
    return [*_rows(runs)]


def _rows(runs: Iterable[Run]) -> Iterator[Line]:
    pieces = sorted((run.glyphs for run in runs), key=lambda glyphs: glyphs[0].middle)
    row: list[list[Glyph]] = []
    tallest: Glyph | None = None
    for piece in pieces:
        if tallest is not None and not _is_beside(tallest, piece[0]):
            yield from _row(row)
            row, tallest = [], None
        row.append(piece)
        if tallest is None or piece[0].size > tallest.size:
            tallest = piece[0]
    yield from _row(row)


def _row(pieces: list[list[Glyph]]) -> Iterator[Line]:
    """Yield the line of some pieces, unless it is blank; what is drawn once more beside itself counts once."""
    kept: dict[str, list[Glyph]] = {}
    glyphs: list[Glyph] = []
    for piece in sorted(pieces, key=lambda piece: piece[0].x):
        text = "".join(glyph.text for glyph in piece)
        twins = kept.setdefault(text, [])
        first = piece[0]
        if any(max(abs(first.x - one.x), abs(first.y - one.y)) < BESIDE * first.size for one in twins):
            continue
        twins.append(first)
        glyphs += piece
    if any(glyph.text.strip() for glyph in glyphs):
        yield Line(sorted(glyphs, key=lambda glyph: glyph.x))


def _is_beside(tallest: Glyph, glyph: Glyph) -> bool:
    top, bottom = max(_top(tallest), _top(glyph)), min(_bottom(tallest), _bottom(glyph))
    return bottom - top >= _SAME_LINE * min(tallest.size, glyph.size)


def _top(glyph: Glyph) -> float:
    return glyph.y - ASCENT * glyph.size


def _bottom(glyph: Glyph) -> float:
    return glyph.y + (1 - ASCENT) * glyph.size


def _blanks(before: Glyph, glyph: Glyph) -> int:
    """Return for how many blanks two glyphs leave room."""
    size = max(before.size, glyph.size)
    gap = (glyph.x - before.x - before.width) / size if size else 0.0
    if gap >= _GAP:
        return round(2 * gap)
    left, right = before.text[-1:], glyph.text[:1]
    if not (left.isascii() and right.isascii() and right.isalnum()) or left.isspace() or left in "([/-":
        return 0
    is_figure = (left.isdigit() and right.isdigit()) or (left in ".,:" and right.isdigit())
    return int(gap >= (_FIGURE_GAP if is_figure else _WORD_GAP))


def _segments(row: Line) -> Iterator[Line]:
    """Yield the parts of a line between its wide gaps."""
    part: list[Glyph] = []
    for glyph in row.glyphs:
        if not glyph.text.strip():
            continue
        if part and glyph.x - part[-1].x - part[-1].width > SEGMENT_GAP * glyph.size:
            yield Line(part)
            part = []
        part.append(glyph)
    if part:
        yield Line(part)


def _gutter(segments: Sequence[Line]) -> float | None:
    """Return where the gap between two columns of prose is; None for a page that has no columns."""
    if len(segments) < 2 * _LEAST_LINES:
        return None
    starts = sorted({round(one.x0) for one in segments})
    left, right = starts[0], max(one.x1 for one in segments)
    for start in starts:
        if not left + (right - left) * 0.35 < start < left + (right - left) * 0.65:
            continue
        lefts = [one for one in segments if one.x1 < start]
        rights = [one for one in segments if one.x0 >= start - 1]
        if min(len(lefts), len(rights)) < _LEAST_LINES:
            continue
        across = len(segments) - len(lefts) - len(rights)
        room = max(one.x1 for one in lefts) - left
        if (
            across <= _MOST_ACROSS * len(segments)
            and median(one.x1 - one.x0 for one in lefts) >= _LEAST_FILLED * room
            and median(one.x1 - one.x0 for one in rights) >= _LEAST_FILLED * (right - start)
            and min(room, right - start) >= 0.3 * (right - left)
        ):
            return start - 1.0
    return None
