"""An OFD document as its text, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ...progress import Watch
from ...source import MarkKind
from ..content import Content, Remark, words_of
from ..drawn.page import DrawnPage, printed_pages
from ..printed import LEAST_OF_PAGE, Printed, PrintedRemark, characters_of
from ..printed_document import printed_content, recognised_content
from .document import Resources, attachments_of, pages_of
from .drawing import Artist
from .package import OfdPackage
from .struck import without_struck
from .upright import upright

if TYPE_CHECKING:
    from ..scan.pictures import Coloured


def read_ofd(content: bytes, watch: Watch | None = None) -> Content:
    """Return the text of all pages, with a watch also what is recognised of those that are pictures.

    Raises DataError for an encrypted file, and for one of which no words could be read.
    """
    package = OfdPackage(content)
    artist = Artist()
    pages: list[DrawnPage] = []
    scans: dict[int, Resources] = {}
    """Pages that are pictures, with what their files are found by."""
    aslant: dict[str, int] = {}
    """Words that lie aslant, and the page where they are met first."""
    for number, page_parts in enumerate(pages_of(package)):
        drawing, words = upright(artist.drawn(page_parts))
        page = DrawnPage(without_struck(drawing), number)
        pages.append(page)
        if page.is_scanned and _characters(page) < LEAST_OF_PAGE:
            scans[number] = page_parts.resources
        for one in words:
            aslant.setdefault(words_of(one), number)
    recognised = _recognised(pages, scans, watch) if scans and watch is not None else {}
    if scans and not recognised and not any(_characters(page) for page in pages if page.number not in scans):
        raise DataError("formats.scan", pages=len(pages))
    found: list[Printed] = [
        PrintedRemark(Remark(MarkKind.NOT_READ, one), 0) for one in attachments_of(package)
    ]
    for page, parts in zip(pages, printed_pages(pages), strict=True):
        found += recognised.get(page.number, parts)
        if page.number in scans and page.number not in recognised:
            found.append(
                PrintedRemark(Remark(MarkKind.SCANNED_PAGE, where=str(page.number + 1)), page.number)
            )
        found += [
            PrintedRemark(Remark(MarkKind.ASLANT, one), page.number)
            for one, number in aslant.items()
            if number == page.number
        ]
    return recognised_content(found, len(pages)) if recognised else printed_content(found, len(pages))


def _characters(page: DrawnPage) -> int:
    return characters_of(line.text for line in page.lines)


def _recognised(
    pages: Sequence[DrawnPage], scans: dict[int, Resources], watch: Watch
) -> dict[int, list[Printed]]:
    """Return what is recognised of the pages whose pictures are there in a form that can be opened."""
    from ..scan.reading import recognised_pages

    files = {
        number: file
        for number, resources in scans.items()
        if (picture := pages[number].scan) and (file := resources.picture(picture.name))
    }
    return recognised_pages(_opened(files), len(files), watch) if files else {}


def _opened(files: dict[int, bytes]) -> Iterator[tuple[int, Coloured]]:
    from ..scan.pictures import picture_pages

    for number, file in files.items():
        try:
            yield number, next(picture_pages(file))
        except DataError:
            continue  # a form that cannot be opened: that the page was not read is said
