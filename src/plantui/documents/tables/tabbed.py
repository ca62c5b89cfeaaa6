"""A table with a row to a line and tabs between its cells, as a sheet is pasted into a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import head_of
from .grouping import is_group, is_note
from .raw_lines import RawLine
from .row import Row, padded

_TAB = compiled(r"\t")
_MOST_LINES = 30
"""Lines over which a quoted cell may run."""


@rule(Stage.TABLES)
def tabbed_rows(lines: Sequence[RawLine], table: int) -> list[Row]:
    """Below a line whose tabs part the names of columns every line with a tab is a row of that table. A cell in quotation
    marks may run over several lines; a line without a tab is a group's name, a note, or the end of the table."""
    rows: list[Row] = []
    size = 0
    at = 0
    while at < len(lines):
        cells, taken = _cells(lines, at, bool(size))
        if len(cells) > 1 and head_of([cell.text for cell in cells]):
            table += bool(size) and size != len(cells)
            size = len(cells)
        if size and (len(cells) > 1 or _is_inside(lines, at)):
            rows.append(Row(padded(cells, size) if len(cells) > 1 else tuple(cells), table))
        elif size and not lines[at].is_blank:
            table, size = table + 1, 0
        at += taken
    return rows


def _cells(lines: Sequence[RawLine], at: int, is_inside: bool) -> tuple[list[TracedText], int]:
    """The cells of a row and how many lines it takes."""
    whole, taken = lines[at].text, 1
    while is_inside and "\t" in whole.text and whole.text.count('"') % 2 and taken < _MOST_LINES:
        if at + taken >= len(lines):
            return _split(lines[at].text), 1
        whole = TracedText.join([whole, _line_end(lines[at + taken].text), lines[at + taken].text])
        taken += 1
    if whole.text.count('"') % 2:
        return _split(lines[at].text), 1
    return _split(whole), taken


def _line_end(following: TracedText) -> TracedText:
    place = following.offsets[:1]
    return TracedText("\n" if place else "", place)


def _split(line: TracedText) -> list[TracedText]:
    return [*_unquoted(line.split(_TAB))]


def _unquoted(cells: Iterator[TracedText]) -> Iterator[TracedText]:
    for cell in cells:
        bare = cell.strip()
        yield bare[1:-1] if len(bare) > 1 and bare.text[0] == bare.text[-1] == '"' else bare


def _is_inside(lines: Sequence[RawLine], at: int) -> bool:
    """Whether a line without a tab belongs to the table: a group's name above more rows, or a note."""
    text = lines[at].text.text.strip()
    if is_note(text):
        return True
    following = [line for line in lines[at + 1 : at + 6] if not line.is_blank]
    row = next((line for line in following if not is_group(line.text.text.strip())), None)
    return bool(text) and is_group(text) and row is not None and "\t" in row.text.text.strip()
