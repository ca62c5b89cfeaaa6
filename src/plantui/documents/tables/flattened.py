"""A table that a converter wrote as one cell to a line: found by its head, cut at its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantui.documents.patterns import compiled
from plantui.documents.repair.furniture import is_page_number
from plantui.documents.repair.lines import Line
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import Column, Head, column_of, head_of
from .distribution import distributed
from .grouping import is_note
from .row import Row

_MOST_COLUMNS = 10
_GROUP = compiled(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])\s?\S{2,38}$")
_NUMBER = compiled(r"^[（(]?(\d{1,3}(?:[.．]\d{1,2})?)[）)]?[.．、]?$")
_MOST_MERGED = 3
"""How many cells of a row may have been merged with those above."""
_HEAD_START = compiled(r"^(?:序|牵头|责任|配合|主办|协办|完成|重点|主要|具体|工作|时间)$")
_HEAD_END = compiled(r"^(?:号|单位|部门|时限|时间|任务|内容|措施|事项|要求|节点|目标)$")


@dataclass(frozen=True, slots=True)
class _Cell:
    whole: TracedText
    after_blank: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.whole.text


@rule(Stage.TABLES)
def flattened_rows(lines: Sequence[Line]) -> list[Row]:
    """Lines one after the other that each name a column, the first of them 序号, are the head of a table written one cell
    to a line. Its rows begin at the numbers that count up (1, （1）, 1.1); the head may come again on every page. A row
    with too few cells lacks those that were merged with the row above. A note ends the table, and so does a blank line
    where none stands between its cells, or where the row has as many cells as the head."""
    cells = _whole_heads(
        [_Cell(_without_bar(line.text), line.after_blank) for line in lines if not _is_footer(line)]
    )
    rows: list[Row] = []
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


@rule(Stage.TABLES)
def _whole_heads(cells: list[_Cell]) -> list[_Cell]:
    """序 and 号, 牵头 and 单位, 完成 and 时限 on two lines are one cell of the head."""
    whole: list[_Cell] = []
    for cell in cells:
        if whole and _HEAD_START.match(whole[-1].text) and _HEAD_END.match(cell.text):
            whole[-1] = _Cell(TracedText.join([whole[-1].whole, cell.whole]), whole[-1].after_blank)
        else:
            whole.append(cell)
    return whole


def _without_bar(cell: TracedText) -> TracedText:
    """A bar may be left at the end of each cell."""
    return cell.strip(" \t|｜") if cell.text.strip(" \t|｜") else cell


def _head_size(cells: Sequence[_Cell], at: int) -> int:
    if column_of(cells[at].text) is not Column.NUMBER:
        return 0
    size = 1
    while at + size < len(cells) and size < _MOST_COLUMNS and _is_head(cells[at + size].text):
        size += 1
    return size if size >= 3 and head_of([cell.text for cell in cells[at : at + size]]) else 0


def _is_head(text: str) -> bool:
    return column_of(text) is not None and not _GROUP.match(text)


def _body(cells: Sequence[_Cell], at: int, names: list[str]) -> Iterator[tuple[Row, int]]:
    head = head_of(names)
    assert head is not None
    last: tuple[int, ...] = ()
    has_blanks = any(cell.after_blank for cell in cells[at : at + len(names)])
    start = at
    while start < len(cells):
        if cells[start].text == names[0] and [c.text for c in cells[start : start + len(names)]] == names:
            yield _row(cells[start : start + len(names)], 0), start + len(names)
            start += len(names)
            continue
        if _is_group(cells, start, last, names):
            yield _row(cells[start : start + 1], 0), start + 1
            start += 1
            continue
        number = _next(cells[start].text, last)
        if not number:
            return
        last = number
        end = _end(cells, start + 1, last, names, has_blanks)
        yield _fitted(list(cells[start:end]), head), end
        start = end


def _end(cells: Sequence[_Cell], at: int, last: tuple[int, ...], names: list[str], has_blanks: bool) -> int:
    """Where a row ends: before the next number, a repeated head, a group's name above either, a note, or a blank line."""
    first = at
    while at < len(cells):
        text = cells[at].text
        if _next(text, last) or text == names[0] or is_note(text) or _is_group(cells, at, last, names):
            return at
        if cells[at].after_blank and at - first >= len(names) - (1 if has_blanks else _MOST_MERGED):
            return at
        at += 1
    return at


def _next(text: str, last: tuple[int, ...]) -> tuple[int, ...]:
    """The value of a number that may come after the last one (2 after 1, 1.3 after 1.2, 2.1 after 1.2); else nothing."""
    match = _NUMBER.match(text)
    if not match:
        return ()
    value = tuple(int(part) for part in compiled(r"[.．]").split(match[1]))
    if not last:
        return value  # straight below the head: an excerpt may begin anywhere
    follows = value == (*last[:-1], last[-1] + 1)
    begins = len(value) == len(last) == 2 and value == (last[0] + 1, 1)
    return value if follows or begins else ()


def _is_group(cells: Sequence[_Cell], at: int, last: tuple[int, ...], names: list[str]) -> bool:
    """一、政务环境 straight above the next number, another group or a repeated head."""
    if at + 1 >= len(cells) or not _GROUP.match(cells[at].text):
        return False
    below = cells[at + 1].text
    return bool(_next(below, last)) or below == names[0] or _is_group(cells, at + 1, last, names)


def _is_footer(line: Line) -> bool:
    """- 3 - and 第3页; a bare figure may be the number of a row."""
    return is_page_number(line.text.text) and not line.text.text.isdigit()


def _row(cells: Sequence[_Cell], table: int) -> Row:
    return Row(tuple(cell.whole for cell in cells), table)


def _fitted(cells: list[_Cell], head: Head) -> Row:
    """A row with as many cells as its head: the number first, then the likeliest distribution of the rest."""
    number, rest = cells[:1], cells[1:]
    parts = distributed([cell.text for cell in rest], head.columns[1:])
    kept = [*number]
    for start, end in parts:
        kept.append(_Cell(TracedText.join(cell.whole for cell in rest[start:end])))
    return _row(kept, 0)
