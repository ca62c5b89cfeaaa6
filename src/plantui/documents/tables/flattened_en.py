"""An English table written as one cell to a line: found by its head, cut at numbers or blank lines."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.field_kind import FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .heads import Head
from .heads_en import kind_of_column
from .table import Found, Row, TableText

_LEAST, _MOST, _LONGEST = 3, 9, 50
_LOOKED_AT, _MOSTLY = 40, 0.6
"""So many lines show whether blank lines part the cells."""


@rule(Stage.ENGLISH)
def english_flattened_table(text: TableText, at: int) -> Found | None:
    """Lines one after the other that each name a column are the head of a table written one cell to a line. Its rows
    begin at their numbers, else behind blank lines; a row with more lines than columns has cells of several lines. Where
    blank lines part nearly all cells, a row without a number begins when the one before is full."""
    parts_cells = _parts_cells(text, at)
    names = _names(text, at, parts_cells=parts_cells)
    head = text.of([name.text for name in names])
    if head is None:
        return None
    is_numbered = head.columns[0] is FieldKind.NUMBER
    rows: list[list[TracedText]] = []
    end = first = at + len(names)
    while end < len(text.lines):
        line = text.lines[end]
        is_whole = bool(rows) and len(rows[-1]) >= len(names)
        ends = line.after_blank and (is_whole or not parts_cells)
        if _is_over(text, end, is_numbered=is_numbered, ends=ends):
            break
        if is_whole and any(text.of([name.text for name in _names(text, place)]) for place in (end, end + 1)):
            break
        begins = is_whole if parts_cells else line.after_blank
        if is_numbered:
            begins = EN.TABLES_ROW_NUMBER.match(line.text.text) is not None
        is_second = not is_numbered and len(rows) == 1 and len(rows[0]) == len(names)
        if begins or is_second or end == first:
            rows.append([])
        rows[-1].append(line.text)
        end += 1
    return Found([Row(tuple(names)), *(_row(text, row, head) for row in rows)], at, end)


def _parts_cells(text: TableText, at: int) -> bool:
    near = text.lines[at + 1 : at + _LOOKED_AT]
    return sum(line.after_blank for line in near) >= _MOSTLY * len(near)


def _names(text: TableText, at: int, *, parts_cells: bool = False) -> list[TracedText]:
    """Return the lines that each name a column, if they are enough for a head. Behind a column of numbers those up to the
    first number do, also with words that no vocabulary has."""
    names: list[TracedText] = []
    is_numbered = False
    for line in text.lines[at : at + _MOST]:
        words = line.text.text
        kind = kind_of_column(words)
        is_numbered = is_numbered or kind is FieldKind.NUMBER
        if is_numbered and EN.TABLES_ROW_NUMBER.match(words):
            break
        if (names and line.after_blank and not parts_cells) or len(words) > _LONGEST:
            break
        if kind is None and not (is_numbered and parts_cells):
            break
        names.append(line.text)
    return names if len(names) >= _LEAST else []


def _is_over(text: TableText, at: int, *, is_numbered: bool, ends: bool) -> bool:
    line = text.lines[at]
    is_number = EN.TABLES_ROW_NUMBER.match(line.text.text) is not None
    if at in text.ends and not is_number:
        return True
    is_other = bool(_names(text, at) or _names(text, at + 1)) or (is_numbered and not is_number)
    return ends and is_other


def _row(text: TableText, lines: Sequence[TracedText], head: Head) -> Row:
    """Return the cells of a row: lines are joined until as many are left as the table has columns."""
    cells = [[line] for line in lines]
    for wanted in (
        _goes_on,
        lambda *both: not any(map(text.is_dated, both)) and not EN.TABLES_ROW_NUMBER.match(both[0]),
    ):
        at = 1
        while len(cells) > len(head.columns) and at < len(cells):
            if wanted(cells[at - 1][-1].text, cells[at][0].text):
                cells[at - 1] += cells.pop(at)
            else:
                at += 1
    return Row(tuple(map(text.join, cells)))


def _goes_on(before: str, text: str) -> bool:
    return text[:1].islower() or bool(EN.TABLES_GOES_ON.search(before))
