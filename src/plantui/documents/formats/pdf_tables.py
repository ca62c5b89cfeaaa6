"""The pages of a PDF that draw ruled tables, as pdfplumber sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from ..source import MarkKind
from .box import Box
from .content import Remark, words_of
from .drawn.drawing import Glyph, Run
from .drawn.lines import ASCENT, SEGMENT_GAP, lines_and_gutter
from .open_sides import open_sides
from .printed import Printed, PrintedLine, PrintedRemark
from .ruled import BESIDE, CellLine, Outside, parts_with_tables
from .strikes import Letter, Stroke, struck_letters

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF
    from pdfplumber.table import Table

_GRID = 1.0
"""Width in points of the columns and lines in which characters that are drawn twice are looked for."""
_EQUAL = 1e-3
"""Distance in points below which two places are one."""
_THIN = 2.0
"""Height in points of a box that is a line."""
_BAND = 12.0
"""Height in points of the bands by which the characters of a page are found."""
_ASIDE, _LEAST_ASIDE = 0.35, 4
"""Lines of a page that begin so far to the right, or have a wide gap: from so many on it may have two columns."""
_CLIPPED = 0.1
"""Distance in points from the rule at which a character was cut off by it."""


def pages_with_tables(content: bytes, pages: Sequence[int]) -> dict[int, list[Printed]]:
    """Return, of these pages, those that have tables: their lines and tables from top to bottom."""
    import pdfplumber

    with pdfplumber.open(BytesIO(content)) as document:
        return parts_with_tables(_opened(document, pages))


def _opened(document: PDF, pages: Sequence[int]) -> Iterator[_PdfPage]:
    """Yield the pages one at a time, each closed before the next one."""
    for number in pages:
        page = document.pages[number]
        _straighten(page)
        yield _PdfPage(*_without_struck(_drawn_once(page), number), number)
        page.close()


class _PdfPage:
    """A page that was opened by pdfplumber."""

    def __init__(self, page: Page, struck: list[tuple[Box, Printed]], number: int) -> None:
        self._page = page
        self._struck = struck
        self._bands: dict[int, list[tuple[int, dict[str, Any]]]] = {}
        """The characters, with their order, by their heights: not all of a page are looked at for each cell."""
        for at, char in enumerate(page.chars):
            for band in _bands(char["top"], char["bottom"]):
                self._bands.setdefault(band, []).append((at, char))
        self.number = number

    def tables(self) -> Sequence[Table]:
        """Return the tables that the rules make."""
        edges = self._page.edges
        levels, uprights = (
            [
                Box(one["x0"], one["top"], one["x1"], one["bottom"])
                for one in edges
                if one["orientation"] == way
            ]
            for way in "hv"
        )
        sides = [_line(side) for side in open_sides(levels, uprights)]
        return self._page.find_tables({"explicit_vertical_lines": sides} if sides else None)

    def lines_in(self, box: Box) -> Sequence[CellLine]:
        """Return the lines of a cell. A mark that hangs over the rule from the cell beside it is none of its own."""

        from pdfplumber.utils.geometry import crop_to_bbox
        from pdfplumber.utils.text import chars_to_textmap

        near = {
            at: char
            for band in _bands(box.top, box.bottom)
            for at, char in self._bands.get(band, ())
            if char["x1"] >= box.x0 and char["x0"] <= box.x1
        }
        chars = [
            char
            for char in crop_to_bbox((near[at] for at in sorted(near)), box)
            if (char["x0"] - box.x0 >= _CLIPPED and box.x1 - char["x1"] >= _CLIPPED)
            or (char["x1"] - char["x0"]) * 2 >= char["size"]
        ]
        return [
            CellLine(line["text"], line["x0"], line["x1"], float(line["chars"][0]["size"]))
            for line in (chars_to_textmap(chars).extract_text_lines() if chars else ())
        ]

    def outside(self, boxes: Sequence[Box]) -> Outside:
        """Return the lines that stand in none of these boxes, and what was struck out anywhere."""
        outside = self._page
        for box in boxes:
            outside = outside.outside_bbox(box)
        lines = outside.extract_text_lines()
        parts = [*self._struck]
        aside = _ASIDE * self._page.width
        if sum(line["x0"] > aside or _has_gap(line) for line in lines) >= _LEAST_ASIDE:
            found, gutter = lines_and_gutter(_run(char) for char in outside.chars)
            if gutter is not None:
                parts += [(line.box, self._line(line.text, line.x0, line.first.size)) for line in found]
                return Outside(parts, gutter)
        parts += [
            (
                Box(line["x0"], line["top"], line["x1"], line["bottom"]),
                self._line(line["text"], line["x0"], line["chars"][0]["size"]),
            )
            for line in lines
        ]
        return Outside(parts, None)

    def _line(self, text: str, x: float, size: float) -> Printed:
        return PrintedLine(words_of(text), self.number, x, size)


def _bands(top: float, bottom: float) -> range:
    """Return the bands that something between these heights stands in."""
    return range(int(top // _BAND), int(bottom // _BAND) + 1)


def _line(side: Box) -> dict[str, Any]:
    """Return an upright rule as pdfplumber writes lines."""
    return {"object_type": "line", **side._asdict(), "width": 0.0, "height": side.height}


def _has_gap(line: dict[str, Any]) -> bool:
    """Return whether a line has a gap that may part two columns."""
    return any(
        char["x0"] - before["x1"] > SEGMENT_GAP * char["size"] for before, char in pairwise(line["chars"])
    )


def _run(char: dict[str, Any]) -> Run:
    """Return a character as a drawn one."""
    size = float(char["size"])
    glyph = Glyph(
        char["text"], char["x0"], char["bottom"] - (1 - ASCENT) * size, char["x1"] - char["x0"], size
    )
    return Run([glyph], (1.0, 0.0))


def _straighten(page: Page) -> None:
    """Make the lines of a turned page exactly level or upright.

    pypdf turns by a matrix with 6e-17 for nought, and pdfplumber 0.11.10 takes a line for level only where its ends are
    equal to the last bit: findings/pdfplumber-lines-of-turned-pages.sh.
    """
    for line in page.objects.get("line", ()):
        for start, end in (("top", "bottom"), ("x0", "x1")):
            if 0 < abs(line[end] - line[start]) < _EQUAL:
                line[end] = line[start]


def _drawn_once(page: Page) -> Page:
    """Return a page without characters that are drawn once more a hair's breadth beside themselves, to look bold."""
    chars = page.chars
    places = {_place(char, 0) for char in chars}
    has_twins = len(places) < len(chars) or any(
        _place(char, aside) in places for char in chars for aside in (-1, 1)
    )
    return page.dedupe_chars(tolerance=BESIDE * float(chars[0]["size"])) if has_twins else page


def _without_struck(page: Page, number: int) -> tuple[Page, list[tuple[Box, Printed]]]:
    """Return a page without the characters that a line is drawn through, and what they say, line by line."""
    chars = page.chars
    letters = [
        Letter(char["x0"], char["x1"], char["matrix"][5] - page.mediabox[1], char["size"]) for char in chars
    ]
    thin = [one for kind in (page.lines, page.rects) for one in kind if one["height"] <= _THIN < one["width"]]
    strokes = [Stroke(one["x0"], one["x1"], page.height - (one["top"] + one["bottom"]) / 2) for one in thin]
    struck = struck_letters(letters, strokes) if strokes else frozenset()
    if not struck:
        return page, []
    gone = {id(chars[at]) for at in struck}
    said: list[tuple[Box, Printed]] = []
    for top, line in groupby((chars[at] for at in sorted(struck)), key=lambda char: float(char["top"])):
        own = [*line]
        box = Box(own[0]["x0"], top, own[-1]["x1"], own[0]["bottom"])
        remark = Remark(MarkKind.STRUCK, words_of("".join(char["text"] for char in own)))
        said.append((box, PrintedRemark(remark, number)))
    return page.filter(lambda item: id(item) not in gone), said


def _place(char: dict[str, Any], aside: int) -> tuple[str, int, int]:
    return char["text"], round(char["x0"] / _GRID) + aside, round(char["top"] / _GRID)
