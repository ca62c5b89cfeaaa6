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
from typing import TYPE_CHECKING, Any, NamedTuple

from plantui.model.problem import DataError

from ..source import MarkKind
from .content import Content, Remark, words_of
from .pdf_tables import pages_with_tables
from .printed import Printed, PrintedLine, PrintedRemark
from .printed_document import printed_content, whole_page
from .ruled import BESIDE

if TYPE_CHECKING:
    from pypdf import PageObject

_LEAST_OF_PAGE = 10
"""Characters below which a page with a picture is a scan with a few words on it."""
_LEAST_SHAPES = 200
_SHAPES = {b"Do": _LEAST_SHAPES, b"INLINE IMAGE": _LEAST_SHAPES, b"c": 1, b"v": 1, b"y": 1}
"""Signs of words that are no text: a picture, or curves, in which some programs write every character."""
_STROKES = frozenset((b"re", b"l"))
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
        return [PdfPage(page, number) for number, page in enumerate(reader.pages)]
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
    with_tables = pages_with_tables(content, ruled) if ruled else {}
    for page in pages:
        if page.is_scanned:
            yield [
                *page.lines,
                PrintedRemark(Remark(MarkKind.SCANNED_PAGE, where=str(page.number + 1)), page.number),
            ]
        else:
            yield whole_page(with_tables.get(page.number, []), page.lines)


class PdfPage:
    """The lines of a page, how many strokes it draws, and whether it is only a picture."""

    def __init__(self, page: PageObject, number: int) -> None:
        self.number = number
        self.strokes = 0
        self._shapes = 0
        self.lines = list(_lines(page, number, self._count))
        characters = sum(len("".join(line.text.split())) for line in self.lines)
        self.is_scanned = characters < _LEAST_OF_PAGE and self._shapes >= _LEAST_SHAPES

    def _count(self, operator: Any, operands: Any, at: Any, inner: Any) -> None:
        self.strokes += operator in _STROKES
        self._shapes += _SHAPES.get(operator, 0)


class _Piece(NamedTuple):
    """Words that are drawn at once, the place where they begin and the height of their characters."""

    text: str
    x: float
    y: float
    size: float


def _drawn_once(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces without those that are drawn once more a hair's breadth beside themselves, to look bold."""
    last: _Piece | None = None
    for piece in pieces:
        is_again = (
            last is not None
            and piece.text.strip() == last.text.strip() != ""
            and max(abs(piece.x - last.x), abs(piece.y - last.y)) < BESIDE * piece.size
        )
        if not is_again:
            yield piece
        if piece.text.strip():
            last = piece


def _lines(page: PageObject, number: int, count: Any) -> Iterator[PrintedLine]:
    """The lines of a page, each with the place of its first word."""
    pieces: list[_Piece] = []

    def visit(text: str, at: Any, inner: Any, font: Any, size: Any) -> None:
        scale = abs(inner[0] * at[0]) or abs(inner[1] * at[1]) or 1.0
        x = inner[4] * at[0] + inner[5] * at[2] + at[4]
        y = inner[4] * at[1] + inner[5] * at[3] + at[5]
        pieces.append(_Piece(text, x, y, float(size or 0) * scale))

    whole = page.extract_text(visitor_text=visit, visitor_operand_before=count)
    if whole != "".join(piece.text for piece in pieces):
        pieces = [
            _Piece(whole, 0.0, 0.0, 0.0)
        ]  # some texts are not shown to the visitor: then no place is known
    text, x, size = "", None, 0.0
    for piece, place, _, height in _drawn_once(pieces):
        for at, part in enumerate(piece.split("\n")):
            if at:
                yield PrintedLine(words_of(text), number, x, size)
                text, x, size = "", None, 0.0
            if part and not text.strip() and x is None and not at and height:
                x, size = place, height
            text += part
    yield PrintedLine(words_of(text), number, x, size)
