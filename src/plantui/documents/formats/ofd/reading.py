"""An OFD document as its text, page by page."""

from __future__ import annotations

from plantui.model.problem import DataError

from ...source import MarkKind
from ..content import Content, Remark, words_of
from ..drawn.page import DrawnPage, printed_pages
from ..printed import Printed, PrintedRemark
from ..printed_document import printed_content
from .document import pages_of
from .drawing import Artist
from .package import OfdPackage
from .struck import without_struck
from .upright import upright

_LEAST_PER_PAGE = 10
"""Characters a page, on average, below which a document is a picture with a few words on it."""


def read_ofd(content: bytes) -> Content:
    """Return the text of all pages. Raises DataError for an encrypted file and for one that holds only pictures."""
    artist = Artist()
    pages: list[DrawnPage] = []
    aslant: dict[str, int] = {}
    """Words that lie aslant, and the page where they are met first."""
    for number, page_parts in enumerate(pages_of(OfdPackage(content))):
        drawing, words = upright(artist.drawn(page_parts))
        pages.append(DrawnPage(without_struck(drawing), number))
        for one in words:
            aslant.setdefault(words_of(one), number)
    characters = sum(len("".join(line.text.split())) for page in pages for line in page.lines)
    is_scan = characters < _LEAST_PER_PAGE * len(pages) and any(page.is_scanned for page in pages)
    if is_scan or not characters:
        raise DataError("formats.scan", pages=len(pages))
    found: list[Printed] = []
    for page, parts in zip(pages, printed_pages(pages), strict=True):
        found += parts
        found += [
            PrintedRemark(Remark(MarkKind.ASLANT, one), page.number)
            for one, number in aslant.items()
            if number == page.number
        ]
    return printed_content(found, len(pages))
