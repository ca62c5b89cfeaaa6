"""A PDF with a text layer, page by page.

pypdf gives the characters in the order in which they were written, which keeps a table's cells and a line's words
together, and loses none; docs/architecture.md has the figures.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from plantui.model.problem import DataError

from .content import Builder, Content, clean, with_plain_radicals
from .printed import PrintedLine, PrintedParagraph, paragraphs

if TYPE_CHECKING:
    from pypdf import PageObject

_LEAST_PER_PAGE = 10
"""Characters a page, on average, below which a document is a picture with a few words on it."""


def read_pdf(content: bytes) -> Content:
    """The text of all pages. Raises DataError for a locked file and for a scan without text."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every small fault of a file on stderr
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise DataError("formats.locked")
        lines = [line for number, page in enumerate(reader.pages) for line in _lines(page, number)]
        pages = len(reader.pages)
    except PyPdfError as error:
        raise DataError("formats.damaged", reason=str(error)) from error
    characters = sum(len("".join(line.text.split())) for line in lines)
    if characters < _LEAST_PER_PAGE * pages or not pages:
        raise DataError("formats.scan", pages=pages)
    return _written(lines, pages)


def _lines(page: PageObject, number: int) -> Iterator[PrintedLine]:
    """The lines of a page, each with the place of its first word."""
    pieces: list[tuple[str, float, float]] = []

    def visit(text: str, at: Any, inner: Any, font: Any, size: Any) -> None:
        scale = abs(inner[0] * at[0]) or abs(inner[1] * at[1]) or 1.0
        pieces.append((text, inner[4] * at[0] + inner[5] * at[2] + at[4], float(size or 0) * scale))

    whole = page.extract_text(visitor_text=visit)
    if whole != "".join(text for text, _, _ in pieces):
        pieces = [(whole, 0.0, 0.0)]  # some texts are not shown to the visitor: then no place is known
    text, x, size = "", None, 0.0
    for piece, place, height in pieces:
        for at, part in enumerate(piece.split("\n")):
            if at:
                yield PrintedLine(with_plain_radicals(clean(text)), number, x, size)
                text, x, size = "", None, 0.0
            if part and not text.strip() and x is None and not at and height:
                x, size = place, height
            text += part
    yield PrintedLine(with_plain_radicals(clean(text)), number, x, size)


def _written(lines: list[PrintedLine], pages: int) -> Content:
    """The document with a paragraph to a line, and where each page begins in it."""
    builder = Builder()
    begun = 0
    for paragraph in paragraphs([line for line in lines if line.text.strip()]):
        offsets, text = _joined(paragraph)
        start = builder.line(text)
        for line, offset in zip(paragraph.lines, offsets, strict=True):
            while begun <= line.page:
                builder.page(start + offset)
                begun += 1
        for line in paragraph.numbers:
            builder.line(line.text)
    while begun < pages:
        builder.page()
        begun += 1
    return builder.content()


def _joined(paragraph: PrintedParagraph) -> tuple[list[int], str]:
    """The text of a paragraph, and where in it each line begins."""
    text = ""
    offsets = []
    for line in paragraph.lines:
        piece = line.text if not text else line.text.strip()
        if (
            text
            and text[-1:].isascii()
            and piece[:1].isascii()
            and text[-1:].isalpha()
            and piece[:1].isalpha()
        ):
            text += " "
        offsets.append(len(text))
        text = (text + piece).rstrip()
    return offsets, text
