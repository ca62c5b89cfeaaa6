"""The places of the columns in a row: which fit into a width, and how wide each is. Worked out once, not per row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plantui.query.columns import Column

LEFT_EDGE = 1
"""Cells left of the first column, for the mark of a row."""
_WIDEST_GAP = 3
"""Cells between two columns where there is room enough."""
_FIGURES_ROOM = 8
"""Cells that the figures of a branch need at the least."""

IMPORTANCE: tuple[Column, ...] = (
    Column.TASK,
    Column.LIGHT,
    Column.STATUS,
    Column.DUE,
    Column.DAYS,
    Column.PERCENT,
    Column.LEAD,
    Column.REPORTED,
)
"""The columns that stay longest where room is short, the most important first; then those added by the user."""


class Need(NamedTuple):
    """The cells that a column needs, and those beyond which it has no use for more."""

    least: int
    most: int


class Placed(NamedTuple):
    """A column at its place."""

    column: Column
    start: int
    width: int

    @property
    def end(self) -> int:
        """The first cell behind it."""
        return self.start + self.width


class Figures(NamedTuple):
    """The place of a branch's figures: those in red from `start` on, the others up to `end`, or `limit` at the most."""

    start: int
    end: int
    limit: int


class ColumnLayout(NamedTuple):
    """The columns of a width, each at its place, in their order."""

    width: int
    placed: tuple[Placed, ...]
    task: Placed
    """The place of number and title, which every list has."""
    figures: Figures | None
    """The place of a branch's figures, None where there is no room for them."""

    def shows(self, column: Column) -> bool:
        """Return whether a column has a place."""
        return any(one.column is column for one in self.placed)

    def column_at(self, x: int) -> Column | None:
        """Return the column at a cell, None beside all of them."""
        return next((one.column for one in self.placed if one.start <= x <= one.end), None)


def lay_out(
    columns: Sequence[Column],
    width: int,
    needs: Mapping[Column, Need],
    importance: Sequence[Column] = IMPORTANCE,
) -> ColumnLayout:
    """Return the places of these columns in a width: the most important that fit, in their own order.

    What is over after the least that each needs is shared: first by the title, then by the others that can use it, then
    by the gaps between them.
    """
    shown = _that_fit(columns, width, needs, importance)
    widths = {column: needs[column].least for column in shown}
    left = width - LEFT_EDGE - sum(widths.values()) - (len(shown) - 1)
    if left < 0:
        widths[Column.TASK] = max(1, widths[Column.TASK] + left)
    left = _share(widths, max(0, left), needs)
    wider = min(_WIDEST_GAP - 1, left // max(1, len(shown) - 1))
    _spread(widths, left - wider * (len(shown) - 1), needs)
    placed: list[Placed] = []
    at = LEFT_EDGE
    for column in shown:
        placed.append(Placed(column, at, widths[column]))
        at += widths[column] + 1 + wider
    task = next(one for one in placed if one.column is Column.TASK)
    return ColumnLayout(width, tuple(placed), task, _figures(placed, task, width))


def _that_fit(
    columns: Sequence[Column], width: int, needs: Mapping[Column, Need], importance: Sequence[Column]
) -> list[Column]:
    """Return the columns that fit with the least they need, in their order; number and title always do."""
    chosen = list(dict.fromkeys(columns))
    if Column.TASK not in chosen:
        chosen.append(Column.TASK)
    ranked = sorted(chosen, key=lambda one: importance.index(one) if one in importance else len(importance))
    kept: set[Column] = set()
    left = width - LEFT_EDGE + 1
    for column in ranked:
        if needs[column].least + 1 <= left or column is Column.TASK:
            kept.add(column)
            left -= needs[column].least + 1
    return [column for column in chosen if column in kept]


def _share(widths: dict[Column, int], left: int, needs: Mapping[Column, Need]) -> int:
    """Give away cells: to the title as many as it can use, then to the others; return those that nobody needs."""
    others = [
        column for column in widths if column is not Column.TASK and needs[column].most > widths[column]
    ]
    for at, column in enumerate([Column.TASK, *others]):
        share = left if column is Column.TASK else left // (len(others) + 1 - at)
        more = min(share, needs[column].most - widths[column])
        widths[column] += max(0, more)
        left -= max(0, more)
    return left


def _spread(widths: dict[Column, int], left: int, needs: Mapping[Column, Need]) -> None:
    """Give cells that nobody needs to the columns of text in equal parts."""
    texts = [column for column in widths if column is Column.TASK or needs[column].most > needs[column].least]
    for at, column in enumerate(texts):
        more = left // (len(texts) - at)
        widths[column] += more
        left -= more


def _figures(placed: Sequence[Placed], task: Placed, width: int) -> Figures | None:
    """Return the place of a branch's figures: under the columns before the title, else under those behind it."""
    sides = ((LEFT_EDGE, task.start - 1), (task.end + 1, width))
    side = next(((low, high) for low, high in sides if high - low >= _FIGURES_ROOM), None)
    if side is None:
        return None
    low, high = side
    over = [one for one in placed if low <= one.start < high and one.column in (Column.LIGHT, Column.STATUS)]
    start = min((one.start for one in over), default=low)
    has_status = any(one.column is Column.STATUS for one in over)
    return Figures(start, max(one.end for one in over) if has_status else high, high)
