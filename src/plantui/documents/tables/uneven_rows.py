"""Rows of a table with bars as converters write them: with fillers for empty cells, and not as many cells as the head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import Column, column_of, head_of
from .guess import Guess
from .row import Row, padded

_FILLER = compiled(r"^(?:[Nn]aN|NaT|<NA>|Unnamed: \d+(?:_level_\d+)?)$")
_NUMBER = compiled(r"\d{1,4}[.．、]?$")


@rule(Stage.TABLES)
def fitted(cells: list[TracedText], head: Sequence[str], table: int) -> Row:
    """A row with fewer cells than the head lacks the first ones where a number stands first in it and in the head just
    so many places further (a group that is named once); else it lacks the last ones. Words behind the last column
    belong to it. Either is doubtful."""
    missing = len(head) - len(cells)
    if missing > 0 and _NUMBER.match(cells[0].text) and column_of(head[missing]) is Column.NUMBER:
        cells = [*(TracedText.of("") for _ in range(missing)), *cells]
    guess = Guess.SHORT if missing > 0 else Guess.LONG if missing < 0 else None
    return Row(padded(cells, len(head)), table, guess)


@rule(Stage.TABLES)
def without_fillers(cells: Iterable[TracedText]) -> list[TracedText]:
    """NaN, NaT and Unnamed: 1 are how a converter writes a cell with nothing in it."""
    return [cell[:0] if _FILLER.match(cell.text) else cell for cell in cells]


def as_converted(rows: Sequence[Row]) -> list[Row]:
    """Rows that a converter wrote, those below the head fitted to it."""
    emptied = [replace(row, cells=tuple(without_fillers(row.cells))) for row in rows]
    head = next((at for at, row in enumerate(emptied) if head_of(row.words)), len(emptied))
    return [
        fitted([*row.cells], emptied[head].words, row.table) if at > head and len(row.cells) > 1 else row
        for at, row in enumerate(emptied)
    ]
