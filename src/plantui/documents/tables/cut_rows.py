"""Rows that the end of a page cut in two."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import Column, Head, head_at
from .row import Row
from .words import in_words

PageOf = Callable[[int], int | None]


@rule(Stage.TABLES)
def whole_rows(rows: Sequence[Row], page_of: PageOf) -> list[Row]:
    """The first row of a page goes on with the last one of the page before, cell by cell, where the table numbers its
    rows and it has neither a number nor a title."""
    words = [row.words for row in rows]
    whole: list[Row] = []
    head: Head | None = None
    last: int | None = None
    at = 0
    while at < len(rows):
        found = head_at(words, at)
        if found is not None:
            whole += rows[at : at + found[1]] if found[0] != head else []
            head = found[0]
            at += found[1]
            continue
        page = page_of(rows[at].start)
        if head is not None and last is not None and page != last and _is_rest(rows[at], head):
            whole[-1] = _joined(whole[-1], rows[at])
        else:
            whole.append(rows[at])
        last = page
        at += 1
    return whole


def _is_rest(row: Row, head: Head) -> bool:
    number = head.index(Column.NUMBER)
    if number is None or len(row.cells) != len(head.columns) or len(row.filled) == 0:
        return False
    keys = [index for index in (number, head.index(Column.TITLE)) if index is not None]
    return not any(row.cells[index].text.strip() for index in keys)


def _joined(row: Row, rest: Row) -> Row:
    if len(row.cells) != len(rest.cells):
        return row
    cells = [_both(first, second) for first, second in zip(row.cells, rest.cells, strict=True)]
    return Row(tuple(cells), row.table)


def _both(first: TracedText, second: TracedText) -> TracedText:
    if not first.text.strip() or not second.text.strip():
        return first if first.text.strip() else second
    return TracedText.join([in_words(first, "\n"), second])
