"""A table drawn with bars: | 序号 | 工作任务 | 责任单位 |, with or without the line of dashes of Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import head_of
from .grouping import is_note
from .raw_lines import RawLine
from .row import Row, padded
from .uneven_rows import fitted, without_fillers

_BAR = compiled(r"(?<!\\)[|│┃｜]")
_RULE = compiled(r"^[\s|│┃｜:+\-—─━═=┌┬┐├┼┤└┴┘╋╂┣┫┏┓┗┛┠┨┯┷]+$")
_LEAST_DRAWN = 3
"""Drawn lines of a table that rules off every row."""


@rule(Stage.TABLES)
def piped_rows(lines: Sequence[RawLine], table: int) -> list[Row]:
    """Below a line whose bars part the names of columns every line with bars is a row; lines drawn with dashes are none,
    and rows straight above it are the table's front. Where drawn lines stand between all rows, a row may take several
    lines, joined cell by cell."""
    rows: list[Row] = []
    at = done = 0
    while at < len(lines):
        head = [cell.text for cell in _cells(lines[at])]
        if len(head) < 2 or not head_of(head):
            at += 1
            continue
        begin, end = at, at
        while begin > done and (_cells(lines[begin - 1]) or _is_rule(lines[begin - 1])):
            begin -= 1
        while end < len(lines) and _belongs(lines, end):
            end += 1
        front = [cells for line in lines[begin:at] if (cells := _cells(line))]
        rows += [Row(padded(cells, len(head)), table) for cells in front]
        rows += _table(lines[at:end], head, table)
        table += 1
        at = done = end
    return rows


def _belongs(lines: Sequence[RawLine], at: int) -> bool:
    text = lines[at].text.text
    if _cells(lines[at]) or _is_rule(lines[at]) or is_note(text.strip()):
        return True
    return lines[at].is_blank and at + 1 < len(lines) and len(_cells(lines[at + 1])) > 1


def _table(lines: Sequence[RawLine], head: Sequence[str], table: int) -> list[Row]:
    drawn = sum(_is_rule(line) for line in lines)
    rows: list[Row] = []
    held: list[Row] = []
    for line in lines:
        if _is_rule(line):
            rows += _joined(held)
            held = []
        elif not line.is_blank:
            cells = _cells(line) or [line.text.strip()]
            held.append(fitted(cells, head, table) if len(cells) > 1 else Row(tuple(cells), table))
            if drawn < _LEAST_DRAWN:
                rows += _joined(held)
                held = []
    return [*rows, *_joined(held)]


def _joined(held: Sequence[Row]) -> list[Row]:
    """Lines between two drawn ones as one row; lines of other forms (notes) stand alone."""
    if len(held) < 2 or len({len(row.cells) for row in held}) > 1:
        return [*held]
    cells = zip(*(row.cells for row in held), strict=True)
    guess = next((row.guess for row in held if row.guess), None)
    return [Row(tuple(TracedText.join(parts) for parts in cells), held[0].table, guess)]


def _is_rule(line: RawLine) -> bool:
    return not line.is_blank and _RULE.match(line.text.text) is not None


def _cells(line: RawLine) -> list[TracedText]:
    """What stands between the bars of a line; nothing where it has fewer than two."""
    text = line.text.strip()
    if len(_BAR.findall(text.text)) < 2 or _RULE.match(text.text):
        return []
    if _BAR.match(text.text):
        text = text[1:]
    if _BAR.search(text.text[-1:]):
        text = text[:-1]
    return without_fillers(cell.strip() for cell in text.split(_BAR))
