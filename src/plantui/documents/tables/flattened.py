"""A table that a converter wrote as one cell to a line: found by its head, cut at its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantui.documents.repair.lines import Line
from plantui.documents.rule import Stage, rule
from plantui.documents.source import TableRow

from .columns import Column, Head, column_of, head_of

_MOST_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int


@rule(Stage.TABLES)
def flattened_rows(lines: Sequence[Line]) -> list[TableRow]:
    """Lines one after the other that each name a column, the first of them 序号, are the head of a table written one cell
    to a line. Its rows begin at the numbers that count up; the head may come again on every page. A row with too few
    cells lacks those that were merged with the row above."""
    cells = [_Cell(line.text.text, line.text.offsets[0]) for line in lines]
    rows: list[TableRow] = []
    at = 0
    while at < len(cells):
        size = _head_size(cells, at)
        if not size:
            at += 1
            continue
        head = [cell.text for cell in cells[at : at + size]]
        rows.append(_row(cells[at : at + size], 0))
        at += size
        for row, end in _body(cells, at, head):
            rows.append(row)
            at = end
    return rows


def _head_size(cells: Sequence[_Cell], at: int) -> int:
    if column_of(cells[at].text) is not Column.NUMBER:
        return 0
    size = 1
    while at + size < len(cells) and size < _MOST_COLUMNS and column_of(cells[at + size].text):
        size += 1
    return size if size >= 3 and head_of([cell.text for cell in cells[at : at + size]]) else 0


def _body(cells: Sequence[_Cell], at: int, names: list[str]) -> Iterator[tuple[TableRow, int]]:
    head = head_of(names)
    assert head is not None
    expected = 1
    start = at
    while start < len(cells):
        if cells[start].text == names[0] and [c.text for c in cells[start : start + len(names)]] == names:
            yield _row(cells[start : start + len(names)], 0), start + len(names)
            start += len(names)
            continue
        if cells[start].text.strip(".．、") != str(expected):
            return
        end = _end(cells, start + 1, expected + 1, names)
        kept = list(cells[start:end])
        expected += 1
        yield _fitted(kept, head), end
        start = end


def _end(cells: Sequence[_Cell], at: int, following: int, names: list[str]) -> int:
    while at < len(cells):
        text = cells[at].text
        if text.strip(".．、") == str(following) or text == names[0]:
            return at
        at += 1
    return at


def _row(cells: Sequence[_Cell], table: int) -> TableRow:
    return TableRow(tuple(c.text for c in cells), tuple(c.start for c in cells), table)


def _fitted(cells: list[_Cell], head: Head) -> TableRow:
    """A row with as many cells as its head: merged ones empty, surplus ones joined to the longest."""
    wanted = len(head.columns)
    kept = list(cells)
    while len(kept) > wanted:
        longest = max(range(1, len(kept) - 1), key=lambda i: len(kept[i].text) + len(kept[i + 1].text))
        kept[longest : longest + 2] = [
            _Cell(kept[longest].text + kept[longest + 1].text, kept[longest].start)
        ]
    places = [index for index, column in enumerate(head.columns) if column is Column.SECTION]
    while len(kept) < wanted and places:
        kept.insert(places.pop(0), _Cell("", kept[0].start))
    while len(kept) < wanted:
        kept.append(_Cell("", kept[-1].start))
    return _row(kept, 0)
