"""Tables whose rows the format itself gives: of a Word file, a web page, a sheet, a PDF with rules."""

from __future__ import annotations

from itertools import groupby

from plantui.documents.english.labels import FieldKind
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source, TableRow
from plantui.documents.traced import Span, TracedText

from .columns import columns_of
from .records import Record, Row, records_of

_MOST_HEADS = 3


@rule(Stage.ENGLISH)
def given_records(source: Source, first: int) -> tuple[list[Record], list[Span]]:
    """The rows of a table whose format is known, below the first row that is the head of a task table. A head that comes
    again begins the table anew; one without its own head goes on with the table before, where the columns are as many. What
    is said of a table is said of its rows, one by one."""
    records: list[Record] = []
    spans: list[Span] = []
    kinds: tuple[FieldKind | None, ...] | None = None
    for _, group in groupby(source.rows, key=lambda row: row.table):
        rows = list(group)
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
        spans += [
            Span(min(start for start, _ in full), max(end for _, end in full))
            for row in rows
            if (
                full := [
                    (start, start + len(cell))
                    for cell, start in zip(row.cells, row.starts, strict=True)
                    if cell
                ]
            )
        ]
    return records, spans


def _row(row: TableRow) -> Row:
    return Row(
        tuple(TracedText.of(cell, start).strip() for cell, start in zip(row.cells, row.starts, strict=True))
    )
