"""A drawn page as printed lines, ruled tables, and what is to be said of its places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ...source import MarkKind
from ..box import Box
from ..content import Remark, words_of
from ..open_sides import open_sides
from ..printed import Printed, PrintedLine, PrintedRemark
from ..printed_document import whole_page
from ..ruled import CellLine, Outside, parts_with_tables
from .drawing import Drawing, Glyph, Picture, Rule, Run
from .lines import Line, lines_and_gutter, lines_of, plain_lines

if TYPE_CHECKING:
    from pdfplumber.table import Table

_LEAST_LEVEL, _LEAST_UPRIGHT = 2, 3
"""Rules that a table has at the least: those of one row of two cells."""
_LEAST_OF_PAGE = 0.015
"""Share of a page from which on a picture may hold text that somebody should look at."""
_WHOLE = 0.5
"""Share of a page that a picture of the page itself covers."""


class DrawnPage:
    """A page that stands upright."""

    def __init__(self, drawing: Drawing, number: int) -> None:
        self._drawing = drawing
        self.number = number

    @property
    def has_rules(self) -> bool:
        """Whether it draws enough for a table."""
        level = sum(rule.is_level for rule in self._drawing.rules)
        return level >= _LEAST_LEVEL and len(self._drawing.rules) - level >= _LEAST_UPRIGHT

    @property
    def is_scanned(self) -> bool:
        """Whether a picture covers it: then its words, shown or not, are what was recognised of the picture."""
        return self.scan is not None

    @property
    def scan(self) -> Picture | None:
        """The picture that covers it."""
        return next((one for one in self._drawing.pictures if self._share(one.box) >= _WHOLE), None)

    @cached_property
    def lines(self) -> list[PrintedLine]:
        """Its lines in the order of reading."""
        return [self._printed(line) for line in self._lines]

    def parts(self) -> list[Printed]:
        """Return its lines, with what is to be said of places between them."""
        remarks = [*self._remarks()]
        if not remarks:
            return [*self.lines]
        found: list[Printed] = []
        for line in self._lines:
            while remarks and remarks[0][0].top <= line.top:
                found.append(remarks.pop(0)[1])
            found.append(self._printed(line))
        return [*found, *(remark for _, remark in remarks)]

    def tables(self) -> Sequence[Table]:
        """Return the tables that the rules make."""
        from pdfplumber.table import TableFinder

        return TableFinder(_Edges(self._drawing)).tables  # type: ignore[arg-type]

    def lines_in(self, box: Box) -> Sequence[CellLine]:
        """Return the lines of the glyphs whose middle stands in a cell."""
        first, last = (
            bisect(self._heights, end) for bisect, end in ((bisect_left, box.top), (bisect_right, box.bottom))
        )
        inside = [
            run
            for run in self._by_height[first:last]
            if box.x0 <= run.glyphs[0].x + run.glyphs[0].width / 2 <= box.x1
        ]
        return [CellLine(line.text, line.x0, line.x1, line.first.size) for line in plain_lines(inside)]

    def outside(self, boxes: Sequence[Box]) -> Outside:
        """Return lines and remarks that stand in none of these boxes."""
        outside = [run for run in self._by_height if not any(_is_in(run.glyphs[0], box) for box in boxes)]
        lines, gutter = lines_and_gutter(outside)
        found: list[tuple[Box, Printed]] = [(line.box, self._printed(line)) for line in lines]
        return Outside([*found, *self._remarks()], gutter)

    @cached_property
    def _lines(self) -> list[Line]:
        return lines_of(self._runs)

    @cached_property
    def _runs(self) -> list[Run]:
        return [*self._drawing.runs, *(self._drawing.unseen if self.is_scanned else ())]

    @cached_property
    def _by_height(self) -> list[Run]:
        """Each glyph as a run of its own, from above."""
        single = [Run([glyph], run.direction) for run in self._runs for glyph in run.glyphs]
        return sorted(single, key=lambda run: run.glyphs[0].middle)

    @cached_property
    def _heights(self) -> list[float]:
        return [run.glyphs[0].middle for run in self._by_height]

    def _printed(self, line: Line) -> PrintedLine:
        return PrintedLine(words_of(line.text), self.number, line.x0, line.first.size)

    def _remarks(self) -> Iterator[tuple[Box, PrintedRemark]]:
        found: list[tuple[Box, Remark]] = []
        if not self.is_scanned:
            for line in lines_of(self._drawing.unseen):
                found.append((line.box, Remark(MarkKind.HIDDEN, words_of(line.text))))
        for line in plain_lines(self._drawing.struck):
            found.append((line.box, Remark(MarkKind.STRUCK, words_of(line.text))))
        for picture in self._drawing.pictures:
            is_gap = self._share(picture.box) >= _LEAST_OF_PAGE and not self._has_words_on(picture.box)
            if is_gap:
                found.append((picture.box, Remark(MarkKind.PICTURE)))
        for font in dict.fromkeys(self._drawing.unread):
            found.append((Box(0.0, 0.0, 0.0, 0.0), Remark(MarkKind.NOT_READ, font or "\ufffd")))
        for box, remark in sorted(found, key=lambda item: item[0].top):
            yield box, PrintedRemark(remark, self.number)

    def _share(self, box: Box) -> float:
        paper = self._drawing.width * self._drawing.height
        return box.width * box.height / paper if paper else 0.0

    def _has_words_on(self, box: Box) -> bool:
        return any(_is_in(run.glyphs[0], box) for run in self._runs)


def printed_pages(pages: Sequence[DrawnPage]) -> list[Sequence[Printed]]:
    """Return what stands on each of these pages from top to bottom, their ruled tables as tables."""
    with_tables = parts_with_tables(page for page in pages if page.has_rules)
    return [whole_page(with_tables.get(page.number, []), page.parts()) for page in pages]


class _Edges:
    """What pdfplumber's search for tables asks of a page: the rules as it writes them."""

    def __init__(self, drawing: Drawing) -> None:
        levels, uprights = (
            [Box(*rule) for rule in drawing.rules if rule.is_level is is_level] for is_level in (True, False)
        )
        rules = [*drawing.rules, *(Rule(*side) for side in open_sides(levels, uprights))]
        self.edges = [
            {
                "object_type": "line",
                "orientation": "h" if rule.is_level else "v",
                "x0": rule.x0,
                "x1": rule.x1,
                "top": rule.top,
                "bottom": rule.bottom,
                "width": rule.x1 - rule.x0,
                "height": rule.bottom - rule.top,
            }
            for rule in dict.fromkeys(rules)
        ]


def _is_in(glyph: Glyph, box: Box) -> bool:
    return box.holds(glyph.x + glyph.width / 2, glyph.middle)
