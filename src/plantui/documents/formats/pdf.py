"""A PDF with a text layer, page by page.

pypdf gives the characters in the order in which they were written, which keeps a table's cells and a line's words
together, and loses none; docs/architecture.md has the figures. A page that draws a ruled table is read by pdfplumber,
which tells its cells apart.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from plantui.model.problem import DataError

from .content import Builder, Content, words_of
from .pdf_tables import BESIDE, Printed, PrintedTable, pages_with_tables
from .printed import PrintedLine, PrintedParagraph, is_page_number, paragraphs
from .printed_rows import goes_on, join_broken_rows

if TYPE_CHECKING:
    from pypdf import PageObject

_LEAST_PER_PAGE = 10
"""Characters a page, on average, below which a document is a picture with a few words on it."""
_STROKES = frozenset((b"re", b"l"))
_LEAST_STROKES = 8
"""Lines and boxes that a page with a table draws at the least: two rows of two cells."""
_LEAST_OF_HEAD = 5
"""Those of a page that has only the head of a table: one row of two cells."""
_MOST_OF = 0.97
"""Share of a page's characters that its tables and the lines around them must hold."""


def read_pdf(content: bytes) -> Content:
    """The text of all pages. Raises DataError for a locked file and for a scan without text."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every small fault of a file on stderr
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise DataError("formats.locked")
        pages = [_Page(page, number) for number, page in enumerate(reader.pages)]
    except PyPdfError as error:
        raise DataError("formats.damaged", reason=str(error)) from error
    characters = sum(len("".join(line.text.split())) for page in pages for line in page.lines)
    if characters < _LEAST_PER_PAGE * len(pages) or not pages:
        raise DataError("formats.scan", pages=len(pages))
    ruled = [
        number
        for number, page in enumerate(pages)
        if page.strokes >= _LEAST_STROKES
        or (
            page.strokes >= _LEAST_OF_HEAD
            and any(one.strokes >= _LEAST_STROKES for one in pages[number + 1 :][:1])
        )
    ]
    with_tables = pages_with_tables(content, ruled) if ruled else {}
    parts = [
        part for number, page in enumerate(pages) for part in _whole(with_tables.get(number, []), page.lines)
    ]
    join_broken_rows(parts)
    return _Writer(len(pages)).written(parts)


class _Page:
    """The lines of a page, and how many strokes it draws."""

    def __init__(self, page: PageObject, number: int) -> None:
        self.strokes = 0
        self.lines = list(_lines(page, number, self._count))

    def _count(self, operator: Any, operands: Any, at: Any, inner: Any) -> None:
        self.strokes += operator in _STROKES


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


def _whole(with_tables: Sequence[Printed], lines: Sequence[PrintedLine]) -> Sequence[Printed]:
    """A page with its tables, unless words that stand across the rules were lost: then its lines."""
    texts = [
        cell.text
        for part in with_tables
        for cell in ([part] if isinstance(part, PrintedLine) else [cell for row in part.rows for cell in row])
    ]
    found = sum(len("".join(text.split())) for text in texts)
    return (
        with_tables if found >= _MOST_OF * sum(len("".join(line.text.split())) for line in lines) else lines
    )


class _Writer:
    """Writes a document with a paragraph to a line, and notes where each page begins."""

    def __init__(self, pages: int) -> None:
        self._builder = Builder()
        self._pages = pages
        self._begun = 0

    def written(self, parts: Sequence[Printed]) -> Content:
        """The document that consists of these parts."""
        last: PrintedTable | None = None
        for is_table, group in groupby(parts, key=lambda part: isinstance(part, PrintedTable)):
            if is_table:
                for table in group:
                    assert isinstance(table, PrintedTable)
                    self._begin(table.page)
                    self._builder.table(table.rows, continued=last is not None and goes_on(last, table))
                    last = table
            else:
                lines = [part for part in group if isinstance(part, PrintedLine) and part.text.strip()]
                self._lines(lines)
                if not all(is_page_number(line.text) for line in lines):
                    last = None
        self._begin(self._pages - 1)
        return self._builder.content()

    def _lines(self, lines: Sequence[PrintedLine]) -> None:
        for paragraph in paragraphs(lines):
            offsets, text = _joined(paragraph)
            start = self._builder.line(text)
            for line, offset in zip(paragraph.lines, offsets, strict=True):
                self._begin(line.page, start + offset)
            for line in paragraph.numbers:
                self._builder.line(line.text)

    def _begin(self, page: int, start: int | None = None) -> None:
        while self._begun <= page:
            self._builder.page(start)
            self._begun += 1


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
