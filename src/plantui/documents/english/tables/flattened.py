"""A table that a converter wrote as one cell to a line: found by its head, cut at numbers or blank lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantui.documents.english.dates import dates_in
from plantui.documents.field_kind import FieldKind
from plantui.documents.normalize.broken_words import joined
from plantui.documents.normalize.lines import Line
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import columns_of, kind_of_column
from .records import Record, Row, records_of

_LEAST, _MOST = 3, 9
_NUMBER = compiled(
    r"^(?:[A-Z]{1,6}[-–./ ]?\d[\d./-]*[a-z]?|[A-Z](?:\.\d{1,2})+|\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?)$"
)
_CONNECTS = compiled(r"(?:[,;&/(–-]|\b(?:and|or|of|the|for|with|to|in|on|a))\s*$")


@rule(Stage.ENGLISH)
def flattened(
    lines: Sequence[Line], at: int, number: int, ends: set[int], words: Counter[str]
) -> tuple[list[Record], int] | None:
    """Lines one after the other that each name a column are the head of a table written one cell to a line. Its rows
    begin at their numbers, else behind blank lines; a row with more lines than columns has cells of several lines."""
    size = _head_size(lines, at)
    if not size:
        return None
    kinds = columns_of([line.text.text for line in lines[at : at + size]])
    if kinds is None:
        return None
    numbered = kinds[0] is FieldKind.NUMBER
    rows: list[Row] = []
    current: list[Line] = []
    end = at + size
    while end < len(lines) and not _is_over(lines, end, ends, numbered=numbered):
        if len(current) >= size and (_is_head(lines, end) or _is_head(lines, end + 1)):
            break
        line = lines[end]
        begins = bool(_NUMBER.match(line.text.text)) if numbered else line.after_blank
        if not numbered and not line.after_blank and len(current) == size and not rows and end > at + size:
            begins = True
        if begins and current:
            rows.append(_row(current, kinds, words))
            current = []
        current.append(line)
        end += 1
    if current:
        rows.append(_row(current, kinds, words))
    found = records_of(kinds, rows, number)
    return (found, end) if found else None


def _head_size(lines: Sequence[Line], at: int) -> int:
    size = 0
    while at + size < len(lines) and size < _MOST:
        line = lines[at + size]
        if (size and line.after_blank) or kind_of_column(line.text.text) is None or len(line.text.text) > 50:
            break
        size += 1
    return size if size >= _LEAST else 0


def _is_head(lines: Sequence[Line], at: int) -> bool:
    """The head of the table comes again here."""
    size = _head_size(lines, at)
    return bool(size) and columns_of([line.text.text for line in lines[at : at + size]]) is not None


def _is_over(lines: Sequence[Line], at: int, ends: set[int], *, numbered: bool) -> bool:
    if at in ends and not _NUMBER.match(lines[at].text.text):
        return True
    if not lines[at].after_blank:
        return False
    if _head_size(lines, at) or _head_size(lines, at + 1):
        return True
    return numbered and not _NUMBER.match(lines[at].text.text)


def _row(lines: Sequence[Line], kinds: Sequence[FieldKind | None], words: Counter[str]) -> Row:
    """The cells of a row: lines are joined until as many are left as the table has columns."""
    cells: list[list[TracedText]] = [[line.text] for line in lines]
    for wanted in (_goes_on, _may_go_on):
        at = 1
        while len(cells) > len(kinds) and at < len(cells):
            if wanted(cells[at - 1][-1].text, cells[at][0].text):
                cells[at - 1] += cells.pop(at)
            else:
                at += 1
    return Row(tuple(joined(cell, words) for cell in cells))


def _goes_on(before: str, text: str) -> bool:
    return text[:1].islower() or bool(_CONNECTS.search(before))


def _may_go_on(before: str, text: str) -> bool:
    return not dates_in(before) and not dates_in(text) and not _NUMBER.match(before)
