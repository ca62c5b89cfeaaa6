"""The room on a page, counted in lines after the layout and before any word processor: rather too little than too much."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from plantui.export.blocks import Document
from plantui.export.form_content import FormContent
from plantui.model.problem import DataError

from .heights import Heights
from .markup import NAMESPACE
from .own_template import laid_out
from .page_paper import page_paper
from .paper import Paper
from .shapes import Shapes

_SPARE = 0.97
"""The part of the page's height that is counted on."""
_MILLIMETRE = 1440 / 25.4
"""Twips in a millimetre."""
_TWIP = 635
"""Lengths of python-docx in a twip."""


class Measured(NamedTuple):
    """Heights in twips."""

    used: float
    """The height of all that stands on the page."""
    room: float
    """The height between head and foot."""

    @property
    def fits(self) -> bool:
        """True where all has room."""
        return self.used <= self.room * _SPARE


class PageRoom:
    """The room on the one page of a summary: the bundled page, or one of an office's own template."""

    def __init__(self, content: FormContent) -> None:
        self._content = content

    def fits(self, document: Document) -> bool:
        """Return whether a document has room on the page. Raises DataError where the template cannot be used."""
        return self.measured(document).fits

    def measured(self, document: Document) -> Measured:
        """Return the height that a document takes with the template's own text, and the height of the page."""
        content = self._content
        paper = page_paper(content)
        pieces = "".join(laid_out(paper, content, document))
        written = parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{pieces}</w:body>')
        heights = Heights(Shapes(paper.file.styles.element))
        used = sum(heights.of(body, paper.width) for body in (paper.file.element.body, written))
        return Measured(used, _room(paper, heights))

    def refuse(self, document: Document) -> None:
        """Raise DataError where a document has no room on the page."""
        measured = self.measured(document)
        if measured.fits:
            return
        if not self._content.form.template:
            raise DataError("reports.one_page.no_room")
        left = round(max(measured.room * _SPARE, 0) / _MILLIMETRE)
        if measured.used == inf:
            raise DataError("reports.template.page_break", path=self._content.form.template)
        needed = round(measured.used / _MILLIMETRE)
        raise DataError(
            "reports.template.no_room", path=self._content.form.template, left=left, needed=needed
        )


def _room(paper: Paper, heights: Heights) -> float:
    """Return the height that heads and feet leave on a page, in twips: they push the text away where they are high."""
    section = paper.file.sections[-1]
    head, foot = (_highest(paper, heights, kind) for kind in ("header", "footer"))
    above = _kept(section.top_margin, section.header_distance, head)
    below = _kept(section.bottom_margin, section.footer_distance, foot)
    return (section.page_height or 0) / _TWIP - above - below


def _kept(margin: int | None, distance: int | None, height: float) -> float:
    """Return the height that a margin takes with the head or foot in it; a negative one does not grow."""
    if margin is not None and margin < 0:
        return -margin / _TWIP
    return max((margin or 0) / _TWIP, (distance or 0) / _TWIP + height if height else 0)


def _highest(paper: Paper, heights: Heights, kind: str) -> float:
    """Return the height of the highest head or foot of the page."""
    references = paper.section.findall(qn(f"w:{kind}Reference"))
    parts: list[etree._Element] = [
        paper.file.part.rels[str(reference.get(qn("r:id")))].target_part.element for reference in references
    ]
    return max((heights.of(part, paper.width) for part in parts), default=0)
