"""Rows of a table drawn in a text that have fewer or more cells than its head."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import Column, column_of
from .guess import Guess
from .row import Row, padded

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
