"""What a reader makes of a file: the text with its pages and tables, put together piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plantui.documents.patterns import compiled
from plantui.model.problem import DataError

from ..source import LEFT_OUT, Mark, MarkKind, TableRow
from ..traced import Span
from .characters import with_ordinary_characters
from .limits import MOST_CELLS, MOST_CHARACTERS

_LINE_ENDS = compiled("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNFIT = compiled("[\ud800-\udfff\0]")
_INVISIBLE = compiled("[\ufeff\u200b\u2060\xad]")
"""Marks without width: where a line may break, where a file began that was pasted in."""


class Content(NamedTuple):
    """A document's text with `\\n` as line end, and where its pages and tables stand in it."""

    text: str
    page_starts: tuple[int, ...] = ()
    rows: tuple[TableRow, ...] = ()
    caption: str = ""
    """The document's own name for all of it, which stands nowhere in the text: that of the only sheet."""
    marks: tuple[Mark, ...] = ()


class Remark(NamedTuple):
    """A mark before its place in the text is known: see `Mark`."""

    kind: MarkKind
    words: str = ""
    where: str = ""


class Cell(NamedTuple):
    """A cell of a table as the file gives it: its text and over how many columns and rows it reaches."""

    text: str
    columns: int = 1
    rows: int = 1
    remarks: tuple[Remark, ...] = ()


def clean(text: str) -> str:
    """The text with one kind of line end and without what is no character: half pairs, NUL, marks without width."""
    return _UNFIT.sub("\ufffd", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def words_of(text: str) -> str:
    """The clean text with the characters that its look stands for."""
    return with_ordinary_characters(clean(text))


@dataclass(slots=True)
class Builder:
    """Puts a document together from lines, tables and pages. Raises DataError for one that grows too large."""

    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _pages: list[int] = field(default_factory=list)
    _rows: list[TableRow] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _tables: int = 0
    _cells: int = 0

    def line(self, text: str) -> int:
        """Add a line, or several; returns where it begins."""
        start = self._length
        whole = words_of(text) + "\n"
        self._pieces.append(whole)
        self._length += len(whole)
        if self._length > MOST_CHARACTERS:
            raise DataError("formats.too_long", most=f"{MOST_CHARACTERS:,}")
        return start

    def add(self, other: Content) -> None:
        """Add what another reader made of a part of this document."""
        start = self.line(other.text.removesuffix("\n")) if other.text.strip() else self._length
        for row in other.rows:
            starts = tuple(start + place for place in row.starts)
            self._rows.append(TableRow(row.cells, starts, self._tables + row.table))
        self._tables += max((row.table + 1 for row in other.rows), default=0)
        for mark in other.marks:
            span = Span(start + mark.span.start, start + mark.span.end)
            self._marks.append(Mark(mark.kind, span, mark.words, mark.where))

    def page(self, start: int | None = None) -> None:
        """A page begins with what follows, or with what stands at `start`."""
        self._pages.append(self._length if start is None else start)

    def mark(self, remarks: Iterable[Remark], start: int | None = None) -> None:
        """Say something of the text from `start` on, or, where words were left out, of the place where it ends."""
        end = self._length - (start is not None)  # without the line's end
        for kind, words, where in remarks:
            place = end if start is None else start
            span = Span(place, place if kind in LEFT_OUT else end)
            self._marks.append(Mark(kind, span, words_of(words), where))

    def table(self, rows: Sequence[Sequence[Cell]], *, continued: bool = False) -> None:
        """Add a table: each cell a line of its own; a merged cell counts for every place that it covers.

        A `continued` one belongs to the table before.
        """
        if continued:
            self._tables -= 1
        covered: dict[int, tuple[int, str, int]] = {}
        for cells in rows:
            covered = self._row(cells, covered)
        self._tables += 1

    def content(self, caption: str = "") -> Content:
        """The whole document."""
        text, name = "".join(self._pieces), words_of(caption).strip()
        return Content(text, tuple(self._pages), tuple(self._rows), name, tuple(self._marks))

    def _row(
        self, cells: Sequence[Cell], above: dict[int, tuple[int, str, int]]
    ) -> dict[int, tuple[int, str, int]]:
        """Add one row. `above` and the result: column → (rows still covered, text, start) of cells that reach down."""
        texts: list[str] = []
        starts: list[int] = []
        below: dict[int, tuple[int, str, int]] = {}

        def put(text: str, start: int, rows: int) -> None:
            if rows > 1:
                below[len(texts)] = (rows - 1, text, start)
            texts.append(text)
            starts.append(start)
            self._cells += 1
            if self._cells > MOST_CELLS:
                raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")

        def put_covered() -> None:
            while len(texts) in above:
                rows, text, start = above[len(texts)]
                put(text, start, rows)

        for cell in cells:
            put_covered()
            text = words_of(cell.text).strip()
            start = self.line(text) if text else self._length
            if cell.remarks:
                self.mark(cell.remarks, start if text else None)
            for _ in range(max(cell.columns, 1)):
                put(text, start, cell.rows)
        put_covered()
        if any(texts):
            self._rows.append(TableRow(tuple(texts), tuple(starts), self._tables))
        return below
