"""What cannot be seen of a row whose cells stand one to a line."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from plantui.documents.rule import Stage, rule

from .columns import WHO, Column
from .worth import who_worth

_SAYS_WHAT = frozenset({Column.TITLE, Column.CONTENT, Column.GOAL})
WHO_AND_WHEN = WHO | {Column.DUE}


class Guess(StrEnum):
    """What was guessed; the value is the name of the doubt."""

    MERGED = "row_merged"
    """It has no department of its own."""
    SHORT = "row_short"
    """It lacks cells: they are empty, or merged with those above."""
    LONG = "row_long"
    """It has more cells than the head."""
    PARTED = "row_parted"
    """The line ends between two columns of departments could be another."""


@rule(Stage.TABLES)
def guess_of(
    row: Mapping[int, Sequence[str]], columns: Sequence[Column], above: Container[int]
) -> Guess | None:
    """A row without any department has those of the row above, and its time limit too where it has none: the cells were
    merged. This is doubtful, as is a row that lacks some of these cells, and one whose departments could be parted
    otherwise between two columns of them."""
    if not any(columns[at] in _SAYS_WHAT for at in row):
        return None
    wanted = [at for at, column in enumerate(columns) if column in WHO_AND_WHEN]
    who = [at for at in wanted if columns[at] in WHO]
    if not any(at in row for at in who):
        return Guess.MERGED if any(at in above for at in who) else Guess.SHORT
    if any(at not in row for at in wanted):
        return Guess.SHORT
    beside = [(row[at], row[after]) for at, after in pairwise(who) if after == at + 1]
    return Guess.PARTED if any(_is_undecided(*pair) for pair in beside) else None


def _is_undecided(first: Sequence[str], second: Sequence[str]) -> bool:
    """Return whether the lines of two columns fit as well with another number of them in the first one."""
    lines = [*first, *second]
    values = [who_worth(lines[:at]) + who_worth(lines[at:]) for at in range(1, len(lines))]
    return values.count(values[len(first) - 1]) > 1
