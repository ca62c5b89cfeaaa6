"""A PDF with a text layer, page by page.

pypdf gives the characters in the order in which they were written, which keeps a table's cells and a line's words
together, and loses none; docs/architecture.md has the figures.
"""

from __future__ import annotations

import logging
from io import BytesIO

from plantui.model.problem import DataError

from .content import Builder, Content, with_plain_radicals

_LEAST_PER_PAGE = 10
"""Characters a page, on average, below which a document is a picture with a few words on it."""


def read_pdf(content: bytes) -> Content:
    """The text of all pages. Raises DataError for a locked file and for a scan without text."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every small fault of a file on stderr
    builder = Builder()
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise DataError("formats.locked")
        characters = 0
        for page in reader.pages:
            text = with_plain_radicals(page.extract_text())
            characters += len("".join(text.split()))
            builder.page()
            builder.line(text)
        pages = len(reader.pages)
    except PyPdfError as error:
        raise DataError("formats.damaged", reason=str(error)) from error
    if characters < _LEAST_PER_PAGE * pages or not pages:
        raise DataError("formats.scan", pages=pages)
    return builder.content()
