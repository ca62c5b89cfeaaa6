"""Scanned pages and pictures as what stands on them, by recognition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ...progress import Watch
from ...source import MarkKind
from ..content import Content, Remark
from ..drawn.page import DrawnPage, printed_pages
from ..limits import MOST_PAGES_RECOGNISED, seconds_for_pages
from ..printed import Printed, PrintedLine, PrintedRemark, PrintedTable
from ..printed_document import recognised_content
from .engine import RapidRecogniser
from .page import ScannedPage, scanned_page
from .pictures import picture_pages, pictures_in

if TYPE_CHECKING:
    from .pictures import Coloured


def read_picture(content: bytes, watch: Watch | None = None) -> Content:
    """Return what is recognised of a picture, or of the several that some files hold.

    Raises DataError for a damaged file, for one of which nothing is recognised, and without a watch for any.
    """
    if watch is None:
        raise DataError("formats.scan", pages=1)
    count = pictures_in(content)
    parts = recognised_pages(enumerate(picture_pages(content)), count, watch)
    return recognised_content([part for page in parts.values() for part in page], count)


def recognised_pages(
    pictures: Iterable[tuple[int, Coloured]], count: int, watch: Watch
) -> dict[int, list[Printed]]:
    """Return what stands on the pages of which there are so many pictures, from top to bottom, with what is to be said of it.

    Raises DataError for too many pages.
    """
    if count > MOST_PAGES_RECOGNISED:
        raise DataError("formats.too_many_scanned", most=MOST_PAGES_RECOGNISED)
    watch.begin(seconds_for_pages(count))
    recogniser = RapidRecogniser()
    recognised: dict[int, ScannedPage] = {}
    for at, (number, picture) in enumerate(pictures, 1):
        recognised[number] = scanned_page(picture, recogniser)
        watch.tell(at / count)
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
                rows = [[cell._replace(remarks=about(cell.text)) for cell in row] for row in part.rows]
                yield replace(part, rows=rows)
            case _:
                yield part
    for remark in (*of_page, *(one.remark for one in left)):
        yield PrintedRemark(remark, number)
