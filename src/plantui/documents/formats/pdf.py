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

from ..source import MarkKind
from .content import Content, Remark
from .pdf_fonts import recoded, with_plain_codes
from .pdf_page import PdfPage
from .pdf_tables import pages_with_tables
from .printed import Printed, PrintedRemark
from .printed_document import printed_content, whole_page

_LEAST_STROKES = 8
"""Lines and boxes that a page with a table draws at the least: two rows of two cells."""
_LEAST_OF_HEAD = 5
"""Those of a page that has only the head of a table: one row of two cells."""


def read_pdf(content: bytes) -> Content:
    """The text of all pages. Raises DataError for a locked file and for a scan without text."""
    pages = pages_of(content)
    if all(page.is_scanned or not any(line.text.strip() for line in page.lines) for page in pages):
        raise DataError("formats.scan", pages=len(pages))
    return printed_content([part for parts in parts_of(content, pages) for part in parts], len(pages))


def pages_of(content: bytes) -> list[PdfPage]:
    """Return the pages of a PDF. Raises DataError for a locked or damaged file."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every small fault of a file on stderr
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise DataError("formats.locked")
        is_recoded = with_plain_codes(reader)
        return [PdfPage(page, number, is_recoded=is_recoded) for number, page in enumerate(reader.pages)]
    except PyPdfError as error:
        raise DataError("formats.damaged", reason=str(error)) from error


def parts_of(content: bytes, pages: Sequence[PdfPage]) -> Iterator[Sequence[Printed]]:
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
