"""Scans and pictures as their text, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantui.model.problem import DataError

from ...progress import Tell
from ...source import MarkKind
from ..content import Content, Remark
from ..drawn.page import DrawnPage, printed_pages
from ..limits import MOST_PAGES_RECOGNISED
from ..pdf import pages_of, parts_of
from ..printed import Printed, PrintedLine, PrintedRemark, PrintedTable
from ..printed_document import printed_content
from .engine import RapidRecogniser, Recogniser
from .page import ScannedPage, scanned_page
from .pictures import pdf_pages, picture_pages


def read_scan(content: bytes, tell: Tell) -> Content:
    """Return the text of a PDF with pages that are pictures: what is recognised of those, and the others as they are.

    Raises DataError for a file with too many such pages, and for one of which nothing is recognised.
    """
    pages = pages_of(content)
    scanned = [page.number for page in pages if page.is_scanned]
    if len(scanned) > MOST_PAGES_RECOGNISED:
        raise DataError("formats.too_many_scanned", most=MOST_PAGES_RECOGNISED)
    recogniser = RapidRecogniser()
    recognised: dict[int, ScannedPage] = {}
    for at, (number, picture) in enumerate(pdf_pages(content, scanned), 1):
        recognised[number] = scanned_page(picture, recogniser)
        tell(at / len(scanned))
    drawn = _parts_of(recognised)
    parts = [
        part
        for page, own in zip(pages, parts_of(content, pages), strict=True)
        for part in drawn.get(page.number, own)
    ]
    return _content(parts, len(pages), recognised)


def read_picture(content: bytes, tell: Tell) -> Content:
    """Return what is recognised of a picture, or of the several that some files hold.

    Raises DataError for a damaged file, and for one of which nothing is recognised.
    """
    recogniser: Recogniser = RapidRecogniser()
    recognised: dict[int, ScannedPage] = {}
    for number, (picture, pages) in enumerate(picture_pages(content)):
        recognised[number] = scanned_page(picture, recogniser)
        tell((number + 1) / pages)
    parts = [part for parts in _parts_of(recognised).values() for part in parts]
    return _content(parts, len(recognised), recognised)


def _content(parts: list[Printed], pages: int, recognised: dict[int, ScannedPage]) -> Content:
    if not any(page.drawing.runs for page in recognised.values()):
        raise DataError("formats.nothing_recognised", pages=len(recognised))
    return printed_content(parts, pages)


def _parts_of(recognised: dict[int, ScannedPage]) -> dict[int, list[Printed]]:
    """Return what stands on each recognised page from top to bottom, with what is to be said of it."""
    pages = printed_pages([DrawnPage(page.drawing, number) for number, page in recognised.items()])
    return {
        number: [*_with_remarks(parts, page, number)]
        for (number, page), parts in zip(recognised.items(), pages, strict=True)
    }


def _with_remarks(parts: Sequence[Printed], page: ScannedPage, number: int) -> Iterator[Printed]:
    """Yield the parts of a page with remarks at the lines and cells that they are about; the first has those on the page."""
    of_page = [
        Remark(MarkKind.RECOGNISED),
        *(one.remark for one in page.remarks if not one.about),
    ]
    left = [one for one in page.remarks if one.about]

    def about(text: str) -> tuple[Remark, ...]:
        squeezed = "".join(text.split())
        own = [one for one in left if one.about in squeezed]
        for one in own:
            left.remove(one)
        found = (*of_page, *(one.remark for one in own))
        of_page.clear()
        return found

    for part in parts:
        match part:
            case PrintedLine():
                yield replace(part, remarks=about(part.text))
            case PrintedTable():
                rows = [[replace(cell, remarks=about(cell.text)) for cell in row] for row in part.rows]
                yield replace(part, rows=rows)
            case _:
                yield part
    for remark in (*of_page, *(one.remark for one in left)):
        yield PrintedRemark(remark, number)
