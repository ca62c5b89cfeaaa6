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

_BAR = compiled(r"(?<!\\)[|│┃｜]")
_RULE = compiled(r"^[\s|│┃｜:+\-—─━═=┌┬┐├┼┤└┴┘╋╂┣┫┏┓┗┛┠┨┯┷]+$")
_LEAST_DRAWN = 3
"""Drawn lines of a table that rules off every row."""


@rule(Stage.TABLES)
def piped_rows(lines: Sequence[RawLine], table: int) -> list[Row]:
    """Below a line whose bars part the names of columns every line with bars is a row; lines drawn with dashes are none.
    Where such lines stand between all rows, a row may take several lines, joined cell by cell."""
    rows: list[Row] = []
    at = 0
    while at < len(lines):
        cells = _cells(lines[at])
        if len(cells) < 2 or not head_of([cell.text for cell in cells]):
            at += 1
            continue
        end = at
        while end < len(lines) and _belongs(lines, end):
            end += 1
        rows += _table(lines[at:end], len(cells), table)
        table += 1
        at = end
    return rows


def _belongs(lines: Sequence[RawLine], at: int) -> bool:
    text = lines[at].text.text
    if _cells(lines[at]) or _is_rule(lines[at]) or is_note(text.strip()):
        return True
    return lines[at].is_blank and at + 1 < len(lines) and len(_cells(lines[at + 1])) > 1


def _table(lines: Sequence[RawLine], size: int, table: int) -> list[Row]:
    drawn = sum(_is_rule(line) for line in lines)
    rows: list[Row] = []
    held: list[tuple[TracedText, ...]] = []
    for line in lines:
        if _is_rule(line):
            rows += _joined(held, table)
            held = []
        elif not line.is_blank:
            cells = _cells(line) or [line.text.strip()]
            held.append(padded(cells, size) if len(cells) > 1 else tuple(cells))
            if drawn < _LEAST_DRAWN:
                rows += _joined(held, table)
                held = []
    return [*rows, *_joined(held, table)]


def _joined(held: Sequence[tuple[TracedText, ...]], table: int) -> list[Row]:
    """Lines between two drawn ones as one row; lines of other forms (notes) stand alone."""
    if len({len(cells) for cells in held}) > 1:
        return [Row(cells, table) for cells in held]
    return [Row(tuple(TracedText.join(parts) for parts in zip(*held, strict=True)), table)] if held else []


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
    return [cell.strip() for cell in text.split(_BAR)]
