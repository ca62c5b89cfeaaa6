"""Reads a range of the document as the task or section that the import did not see there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from plantui.documents.field_kind import FieldKind
from plantui.documents.fields.departments import DepartmentContext, document_context
from plantui.documents.imported import Imported
from plantui.documents.languages.language import Language, language_of
from plantui.documents.languages.own_words import with_own_words
from plantui.documents.normalize.normalize import normalize
from plantui.documents.overview.pieces import readable, row_cells
from plantui.documents.period import Period
from plantui.documents.place import place_at
from plantui.documents.reading import Doubt
from plantui.documents.source import Source, TableRow
from plantui.documents.structure.heading import heading_of
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.structure.tree import Node
from plantui.documents.tables.heads import column_of
from plantui.documents.tables.rows import FIELDS, field_cell
from plantui.documents.tasks.chinese import read_task
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.documents.tokens.numbering import Number, Style, decimal_number, number_of
from plantui.documents.traced import Span, TracedText
from plantui.documents.traditional import printed
from plantui.model.plan import Section, Task

from .structure import Added
from .values import BadValue

if TYPE_CHECKING:
    from plantui.documents.tasks.english_ranges import EnglishRanges

_Value = TypeVar("_Value")


class RangeReader:
    """Reads ranges of one document by the rules of the import."""

    def __init__(self, imported: Imported, year: int | None = None) -> None:
        self._year = year
        self._own_words = imported.own_words
        self._printed = imported.source
        self._info = imported.plan.info

    @cached_property
    def _source(self) -> Source:
        """The document in the characters that the rules are made for."""
        return readable(self._printed)

    @cached_property
    def _language(self) -> Language:
        return language_of(self._source.text)

    @cached_property
    def _english(self) -> EnglishRanges:
        from plantui.documents.tasks.english_ranges import EnglishRanges

        return EnglishRanges(self._source, self._info, self._year)

    @cached_property
    def _paragraphs(self) -> tuple[TracedText, ...]:
        fixed = normalize(self._source, self._language)
        if self._language.is_english:
            return tuple(line.text for line in fixed.kept)
        return tuple(
            TracedText.join([p.number_text, p.text] if p.number_text else [p.text]) for p in fixed.paragraphs
        )

    @cached_property
    def _context(self) -> DepartmentContext:
        info = self._info
        return document_context(
            self._paragraphs, Period.of(info.start_year, info.end_year, info.issued, self._year)
        )

    def task(self, span: Span, task_id: str, section: str) -> tuple[Task, tuple[Doubt, ...]]:
        """Return the range as one task, whose first paragraph has the title, and what is doubtful about it. Raises BadValue
        where it holds no words."""
        with with_own_words(self._own_words):
            read = self._extracted(span)
        return self._as_printed((read.task(task_id, section, self._source), read.doubts))

    def _extracted(self, span: Span) -> ExtractedTask:
        number, first, rest = self._read(span)
        if self._language.is_english:
            if read := self._english.task(span):
                return read
            raise BadValue("review.bad.range")
        heading = heading_of(first)
        node = Node(number, None, first, heading)
        inline = [heading.text] if heading.text.text else []
        kinds = self._kinds(span)
        words = [piece for piece in rest if piece.offsets[0] not in kinds]
        cells = [(kinds[piece.offsets[0]], piece) for piece in rest if piece.offsets[0] in kinds]
        fields = tuple((kind, cell) for kind, piece in cells if (cell := field_cell(kind, piece)).text)
        found = FoundTask(node, None, heading, (*inline, *words), number is not None, fields)
        return read_task(found, self._context)

    def section(self, added: Added, parent: str | None) -> Section:
        """The range as a section's heading. Raises BadValue where it holds no words."""
        number, first, rest = self._read(added.span)
        title = TracedText.join([first, *rest]).strip("：:；;。 ")
        place = place_at(self._source, title.span)
        printed = number.printed if number else ""
        return self._as_printed(Section(added.id, printed, title.text, parent, place))

    def _as_printed(self, value: _Value) -> _Value:
        if self._source is self._printed:
            return value
        return printed(value, self._printed, self._source)

    def number(self, span: Span) -> Number | None:
        """The number that the range begins with. Raises BadValue where it holds no words."""
        return self._read(span)[0]

    def _read(self, span: Span) -> tuple[Number | None, TracedText, Sequence[TracedText]]:
        pieces = [*self._cells(span)] or [paragraph.within(span) for paragraph in self._paragraphs]
        pieces = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
        if not pieces:
            raise BadValue("review.bad.range")
        first = pieces[0]
        number = decimal_number(first.text) or number_of(first.text)
        if (
            self._is_cell(first) and first.text.isdecimal() and pieces[1:]
        ):  # the row's number in a cell of its own
            return Number(Style.ARABIC, int(first.text), first.text, len(first)), pieces[1], pieces[2:]
        words = first[number.length :].strip() if number else first
        if not words.text:  # the number alone is no title
            number, words = None, first
        return number, words, pieces[1:]

    def _is_cell(self, text: TracedText) -> bool:
        return any(text.offsets[0] in row.starts for row in self._source.rows)

    def _rows(self, span: Span) -> Iterator[tuple[TableRow, TableRow]]:
        """Yield the rows that begin in a range, each with the head of its table."""
        heads: dict[int, TableRow] = {}
        for row in self._source.rows:
            head = heads.setdefault(row.table, row)
            if row.starts and span.start <= row.starts[0] < span.end:
                yield row, head

    def _cells(self, span: Span) -> Iterator[TracedText]:
        for row, _ in self._rows(span):
            yield from row_cells(row)

    def _kinds(self, span: Span) -> dict[int, FieldKind]:
        """Return for each cell below a head that says who or by when what it is, by where its words begin."""
        kinds: dict[int, FieldKind] = {}
        for row, head in self._rows(span):
            for cell, start, name in zip(row.cells, row.starts, head.cells, strict=False):
                kind = column_of(name) if row is not head else None
                if kind in FIELDS:
                    kinds[start + len(cell) - len(cell.lstrip())] = kind
        return kinds
