"""Order of groups of figures: worst first, or by one column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from plantui.model.terms import LIGHTS_OF_FIGURES, Light

from .stats import Figures, Group


class FigureColumn(StrEnum):
    """Columns of a table of figures; a light's has the light's own id."""

    NAME = "name"
    """The group itself: departments by region and name, years ascending, statuses and lights in their usual order."""
    TASKS = "tasks"
    DONE = "done"
    RATE = "rate"
    IN_PROGRESS = "in_progress"
    BEHIND = "behind"
    OVERDUE = "overdue"
    NOT_REPORTED = "not_reported"
    EXTENSIONS = "extensions"
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    GREY = "grey"
    NO_DATE = "none"


LIGHT_COLUMNS: dict[FigureColumn, Light] = {FigureColumn(light.value): light for light in LIGHTS_OF_FIGURES}
"""The columns that count the tasks under one light."""


COLUMNS_OF_FIGURES: tuple[FigureColumn, ...] = tuple(
    column for column in FigureColumn if column is not FigureColumn.NAME
)
"""The columns with figures, in the order in which tables have them."""
LEAVING = (
    FigureColumn.NO_DATE,
    FigureColumn.GREY,
    FigureColumn.BLUE,
    FigureColumn.GREEN,
    FigureColumn.YELLOW,
    FigureColumn.EXTENSIONS,
    FigureColumn.IN_PROGRESS,
    FigureColumn.RED,
    FigureColumn.DONE,
    FigureColumn.BEHIND,
    FigureColumn.NOT_REPORTED,
    FigureColumn.RATE,
    FigureColumn.OVERDUE,
)
"""The columns in the order in which they leave where room is short."""
_COUNTS: dict[FigureColumn, Callable[[Figures], float | None]] = {
    FigureColumn.TASKS: lambda figures: figures.total,
    FigureColumn.DONE: lambda figures: figures.done,
    FigureColumn.RATE: lambda figures: figures.rate,
    FigureColumn.IN_PROGRESS: lambda figures: figures.in_progress,
    FigureColumn.BEHIND: lambda figures: figures.behind,
    FigureColumn.OVERDUE: lambda figures: figures.overdue,
    FigureColumn.NOT_REPORTED: lambda figures: figures.not_reported,
    FigureColumn.EXTENSIONS: lambda figures: figures.extensions,
}


class FigureSorting(NamedTuple):
    """The order of groups by a column. Groups without a value come last either way."""

    column: FigureColumn
    descending: bool = False

    @property
    def reversed(self) -> FigureSorting:
        """Return the opposite order by the same column."""
        return FigureSorting(self.column, not self.descending)


def usual_sorting(column: FigureColumn) -> FigureSorting:
    """Return the order that a column is first sorted in: names and rates ascending, the largest numbers first."""
    return FigureSorting(column, column not in (FigureColumn.NAME, FigureColumn.RATE))


def next_sorting(sorting: FigureSorting | None, column: FigureColumn) -> FigureSorting:
    """Return the order after a column was chosen: its usual one, the opposite where it is sorted by already."""
    if sorting is not None and sorting.column is column:
        return sorting.reversed
    return usual_sorting(column)


def in_order(groups: Sequence[Group], sorting: FigureSorting | None = None) -> list[Group]:
    """Return groups in the order of a column, without one worst first; equal ones stay as given."""
    if sorting is None:
        return sorted(groups, key=_badness)
    if sorting.column is FigureColumn.NAME:
        return list(reversed(groups)) if sorting.descending else list(groups)
    sign = -1 if sorting.descending else 1

    def place(group: Group) -> tuple[bool, float]:
        found = figure(group.figures, sorting.column)
        return found is None, 0 if found is None else sign * found

    return sorted(groups, key=place)


def figure(figures: Figures, column: FigureColumn) -> float | None:
    """Return the number in a column, None where nothing is known. Raises KeyError for the column of names."""
    if column in LIGHT_COLUMNS:
        return figures.lights[LIGHT_COLUMNS[column]]
    return _COUNTS[column](figures)


def _badness(group: Group) -> tuple[bool, int, int, bool, float]:
    """Return what sorts the worst group first: the most red, then yellow, then the lowest rate; no tasks last."""
    found = group.figures
    red, yellow = found.lights[Light.RED], found.lights[Light.YELLOW]
    return not found.total, -red, -yellow, found.rate is None, found.rate or 0.0
