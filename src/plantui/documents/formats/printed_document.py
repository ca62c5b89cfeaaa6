"""A document put together from what stands on its pages: lines, tables, and what is to be said of places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plantui.model.problem import DataError

from .content import Builder, Content
from .printed import (
    Printed,
    PrintedLine,
    PrintedParagraph,
    PrintedRemark,
    PrintedTable,
    characters_of,
    has_han,
    is_page_number,
    paragraphs,
    parts_words,
)
from .printed_rows import goes_on, join_broken_rows

_MOST_OF = 0.97
"""Share of a page's characters that its tables and the lines around them must hold."""


def printed_content(parts: list[Printed], pages: int) -> Content:
    """Return the document that consists of these parts, in their order."""
    join_broken_rows(parts)
    return _Writer(pages).written(parts)


def recognised_content(parts: list[Printed], pages: int) -> Content:
    """Return a document of which pages were recognised. Raises DataError for one of which no words could be read."""
    found = printed_content(parts, pages)
    if not found.text.strip():
        raise DataError("formats.nothing_recognised", pages=pages)
    return found


def whole_page(with_tables: Sequence[Printed], lines: Sequence[Printed]) -> Sequence[Printed]:
    """Return a page with its tables, unless words that stand across the rules were lost: then its lines."""
    return with_tables if _letters(with_tables) >= _MOST_OF * _letters(lines) else lines


def _letters(parts: Iterable[Printed]) -> int:
    return characters_of(text for part in parts for text in _texts_of(part))


def _texts_of(part: Printed) -> Iterator[str]:
    match part:
        case PrintedLine():
            yield part.text
        case PrintedTable():
            for row in part.rows:
                yield from (cell.text for cell in row)


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
                others = [*group]
                lines = [part for part in others if isinstance(part, PrintedLine) and part.text.strip()]
                self._lines(others)
                if not all(is_page_number(line.text) for line in lines):
                    last = None
        self._begin(self._pages - 1)
        return self._builder.content()

    def _lines(self, parts: Sequence[Printed]) -> None:
        """Write lines as paragraphs; what is to be said of a place stands before the paragraph in which it lies."""
        lines: list[PrintedLine] = []
        remarks: list[tuple[int, PrintedRemark]] = []
        """Each with the number of lines before it."""
        for part in parts:
            if isinstance(part, PrintedLine):
                lines += [part] if part.text.strip() else []
            elif isinstance(part, PrintedRemark):
                remarks.append((len(lines), part))
        written = 0
        for paragraph in paragraphs(lines):
            written += len(paragraph.lines) + len(paragraph.numbers)
            while remarks and remarks[0][0] < written:
                self._remark(remarks.pop(0)[1], paragraph.lines[0].page)
            offsets, text = _joined(paragraph)
            start = self._builder.line(text)
            for line, offset in zip(paragraph.lines, offsets, strict=True):
                self._begin(line.page, start + offset)
                self._builder.mark(line.remarks, start + offset)
            for line in paragraph.numbers:
                self._builder.line(line.text)
        for _, remark in remarks:
            self._remark(remark, remark.page)

    def _remark(self, part: PrintedRemark, page: int) -> None:
        self._begin(page)
        self._builder.mark([part.remark])

    def _begin(self, page: int, start: int | None = None) -> None:
        while self._begun <= page:
            self._builder.page(start)
            self._begun += 1


def _joined(paragraph: PrintedParagraph) -> tuple[list[int], str]:
    """The text of a paragraph, and where in it each line begins."""
    text = ""
    offsets = []
    is_latin = not any(map(has_han, (line.text for line in paragraph.lines)))
    for line in paragraph.lines:
        piece = line.text if not text else line.text.strip()
        if parts_words(text, piece, is_latin=is_latin):
            text += " "
        offsets.append(len(text))
        text = (text + piece).rstrip()
    return offsets, text
