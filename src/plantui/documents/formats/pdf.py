"""A PDF with a text layer, page by page.

pypdf gives the characters in the order in which they were written, which keeps a table's cells and a line's words
together, and loses none; docs/architecture.md has the figures. A page that draws a ruled table is read by pdfplumber,
which tells its cells apart.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import zip_longest

from plantui.model.problem import DataError

from ..progress import Watch
from ..source import MarkKind
from .content import Content, Remark
from .pdf_fonts import recoded, with_plain_codes
from .pdf_page import PdfPage
from .pdf_tables import pages_with_tables
from .printed import Printed, PrintedRemark
from .printed_document import printed_content, recognised_content, whole_page

_LEAST_STROKES = 8
"""Lines and boxes that a page with a table draws at the least: two rows of two cells."""
_LEAST_OF_HEAD = 5
"""Those of a page that has only the head of a table: one row of two cells."""


def read_pdf(content: bytes, watch: Watch | None = None) -> Content:
    """Return the text of all pages, with a watch also what is recognised of those that are pictures.

    Raises DataError for a locked file, and for one without any words.
    """
    pages, attached = _opened(content)
    scanned = [page.number for page in pages if page.is_scanned]
    if scanned and watch is None and not any(page.has_words for page in pages):
        raise DataError("formats.scan", pages=len(pages))
    parts: list[Printed] = [PrintedRemark(Remark(MarkKind.NOT_READ, name), 0) for name in attached]
    recognised = _recognised(content, scanned, watch) if scanned and watch is not None else {}
    for page, own in zip(pages, _parts_of(content, pages), strict=True):
        parts += recognised.get(page.number, own)
    return recognised_content(parts, len(pages)) if recognised else printed_content(parts, len(pages))


def _recognised(content: bytes, scanned: Sequence[int], watch: Watch) -> dict[int, list[Printed]]:
    from .scan.pictures import pdf_pages
    from .scan.reading import recognised_pages

    return recognised_pages(pdf_pages(content, scanned), len(scanned), watch)


def _opened(content: bytes) -> tuple[list[PdfPage], list[str]]:
    """Return the pages of a PDF and the names of its attachments. Raises DataError for a locked or damaged file."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every small fault of a file on stderr
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise DataError("formats.locked")
        is_recoded = with_plain_codes(reader)
        pages = [PdfPage(page, number, is_recoded=is_recoded) for number, page in enumerate(reader.pages)]
        return pages, [one.name for one in reader.attachment_list]
    except PyPdfError as error:
        raise DataError("formats.damaged", reason=str(error)) from error


def _parts_of(content: bytes, pages: Sequence[PdfPage]) -> Iterator[Sequence[Printed]]:
    """Yield for each page what stands on it from top to bottom; of a scanned one, that its picture was not read."""
    ruled = [
        page.number
        for page, behind in zip_longest(pages, pages[1:])
        if page.strokes >= _LEAST_STROKES
        or (page.strokes >= _LEAST_OF_HEAD and behind is not None and behind.strokes >= _LEAST_STROKES)
    ]
    if any(pages[number].is_recoded for number in ruled):
        content = recoded(content)
    with_tables = pages_with_tables(content, ruled) if ruled else {}
    for page in pages:
        if page.is_scanned:
            yield [
                *page.parts,
                PrintedRemark(Remark(MarkKind.SCANNED_PAGE, where=str(page.number + 1)), page.number),
            ]
        else:
            yield whole_page(with_tables.get(page.number, []), page.parts)
