"""What there is to see of a document in which no task was found: headings, tables, labels of roles, places with dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from plantui.documents.fields.deadlines.reading import phrases_in
from plantui.documents.fields.departments.labels import labels_in
from plantui.documents.languages.language import language_of
from plantui.documents.period import Period
from plantui.documents.source import Source
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import Span, TracedText

from .pieces import Piece, pieces_of, row_cells

_NO_YEARS = Period(None, None)


class SeenKind(StrEnum):
    """What a place of a document looks like."""

    HEADING = "heading"
    TABLE = "table"
    LABEL = "label"  # of a role or a date: 牵头单位：, Lead agency:
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: numbers from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A place of the document, and what stands there."""

    kind: SeenKind
    span: Span
    number: str = ""
    """Number of a heading, as printed."""
    cell: Cell | None = None
    rows: int = 0
    """Number of rows of a table, its head among them."""


def overview_of(source: Source) -> tuple[Seen, ...]:
    """Return all headings, tables, labels and dated places, in the order of the document."""
    is_in_english = language_of(source.text).is_english
    found: list[Seen] = []
    pieces = pieces_of(source)
    rows = Counter(piece.row.table for piece in pieces if piece.row is not None)
    for piece in pieces:
        if piece.row is None:
            if piece.title is not None and piece.title.text:
                found.append(Seen(SeenKind.HEADING, piece.title.span, piece.number))
            found += _signs(piece.text, is_in_english=is_in_english)
            continue
        if piece.index == 1:
            found.append(Seen(SeenKind.TABLE, piece.span, cell=_cell(piece, 0), rows=rows[piece.row.table]))
        for text in row_cells(piece.row):
            column = piece.row.starts.index(_start(piece.row.starts, text))
            for one in _signs(text, is_in_english=is_in_english):
                found.append(replace(one, cell=_cell(piece, column)))
    return tuple(found)


def _cell(piece: Piece, column: int) -> Cell:
    assert piece.row is not None
    return Cell(piece.row.table + 1, piece.index, column + 1)


def _start(starts: Sequence[int], text: TracedText) -> int:
    return max(start for start in starts if start <= text.offsets[0])


def _signs(text: TracedText, *, is_in_english: bool) -> Iterator[Seen]:
    """Yield the labels of roles and dates in a text, with what stands behind each, and its dated phrases."""
    read = _english_ranges if is_in_english else _chinese_ranges
    for kind, start, end in read(text.text):
        yield Seen(kind, text[start:end].strip().span)


_Range = tuple[SeenKind, int, int]


def _chinese_ranges(text: str) -> Iterator[_Range]:
    plain = folded(text)
    starts = [label.start for label in labels_in(plain, others=False)]
    yield from _labels(starts, len(text))
    for phrase in phrases_in(plain, _NO_YEARS):
        yield SeenKind.DATE, phrase.start, phrase.end


def _english_ranges(text: str) -> Iterator[_Range]:
    from plantui.documents.field_kind import ROLES, FieldKind
    from plantui.documents.tokens.english_dates import dates_in
    from plantui.documents.tokens.english_labels import labels_in as english_labels

    kinds = {*ROLES, FieldKind.DUE}
    yield from _labels([one.start for one in english_labels(text) if one.kind in kinds], len(text))
    for one in dates_in(text):
        yield SeenKind.DATE, one.start, one.end


def _labels(starts: Sequence[int], length: int) -> Iterator[_Range]:
    for start, end in pairwise([*starts, length]):
        yield SeenKind.LABEL, start, end
