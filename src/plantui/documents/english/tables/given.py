"""Tables whose rows the format itself gives: of a Word file, a web page, a sheet, a PDF with rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from plantui.documents.field_kind import FieldKind
from plantui.documents.normalize.broken_words import joined
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source, TableRow
from plantui.documents.traced import Span, TracedText

from .cards import card_records
from .columns import columns_of
from .records import Record, Row, records_of

_MOST_HEADS = 3
_LINE_END = compiled(r"\s*\n\s*")


@rule(Stage.ENGLISH)
def given_records(source: Source, first: int, words: Counter[str]) -> tuple[list[Record], list[Span]]:
    """The rows of a table whose format is known, below the first row that is the head of a task table. A head that comes
    again begins the table anew; one without its own head goes on with the table before, where the columns are as many. What
    is said of a table is said of its rows, one by one."""
    records: list[Record] = []
    spans: list[Span] = []
    kinds: tuple[FieldKind | None, ...] | None = None
    for _, group in groupby(source.rows, key=lambda row: row.table):
        rows = list(group)
        cards = card_records([_row(row).cells for row in rows], first)
        if cards:
            records, first, kinds = records + cards, first + 1, None
            spans += _spans(rows)
            continue
        head = next((i for i, row in enumerate(rows[:_MOST_HEADS]) if columns_of(row.cells)), None)
        if head is None and (kinds is None or len(rows[0].cells) != len(kinds)):
            kinds = None
            continue
        below: list[Row] = []
        for row in rows[head or 0 :]:
            again = columns_of(row.cells)
            if again is not None and kinds is not None:
                records += records_of(kinds, below, first)
                below = []
            kinds = again or kinds
            if again is None:
                below.append(_row(row))
        assert kinds is not None
        records += records_of(kinds, below, first)
        first += 1
        spans += _spans(rows)
    return [_unbroken(record, words) for record in records], spans


def _spans(rows: Iterable[TableRow]) -> Iterator[Span]:
    """Yield where each row stands in the text."""
    for row in rows:
        full = [(start, start + len(cell)) for cell, start in zip(row.cells, row.starts, strict=True) if cell]
        if full:
            yield Span(min(start for start, _ in full), max(end for _, end in full))


def _row(row: TableRow) -> Row:
    return Row(
        tuple(TracedText.of(cell, start).strip() for cell, start in zip(row.cells, row.starts, strict=True))
    )


@rule(Stage.ENGLISH)
def _unbroken(record: Record, words: Counter[str]) -> Record:
    """A line end inside a cell of words is a blank; between departments it parts names."""
    title, *texts = (joined(text.split(_LINE_END), words) for text in (record.title, *record.texts))
    return replace(record, title=title, texts=tuple(texts))
