"""Figures of the charts: completion by department, deadlines by quarter, indicators against targets.

Each form draws them in its own way (native charts of a workbook, pictures of a page), from one and the same numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from plantui.model.actual import is_same_unit
from plantui.model.indicator_state import IndicatorState, ReportedValue, value_state
from plantui.model.period import Period, PeriodKind, ReportingRules
from plantui.model.terms import DONE, NEVER_LATE, Status
from plantui.query.indicators import IndicatorRow, IndicatorTable, indicator_table
from plantui.query.rows import portions_of
from plantui.query.stats import Group
from plantui.store.index import bits

from .summary import Summary

if TYPE_CHECKING:
    from plantui.model.actual import Actual
    from plantui.query.noted import Requirements


def completion_by_department(summary: Summary) -> list[Group]:
    """Return the figures of the departments that have a completion rate, the lowest first, of equal ones the larger.

    Empty where the choice of the tasks decides the rate, so that it says nothing.
    """
    rated = [group for group in summary.departments if group.figures.rate is not None]
    return sorted(rated, key=lambda group: (group.figures.rate or 0.0, -group.figures.total))


class DeadlineState(StrEnum):
    """State of a dated requirement on the as-of day, in the order in which charts stack them."""

    DONE = "done"
    OVERDUE = "overdue"
    AHEAD = "ahead"
    NOT_COUNTED = "not_counted"
    """The dates of the task are not held against it: a standing duty, deferred, stopped."""


@dataclass(slots=True)
class QuarterDeadlines:
    """The dated requirements whose present dates lie in a quarter."""

    quarter: Period
    counts: dict[DeadlineState, int] = field(default_factory=lambda: dict.fromkeys(DeadlineState, 0))
    """Number of requirements in each state."""
    tasks: int = 0
    """The tasks that they belong to, as a task set."""

    @property
    def total(self) -> int:
        """Number of requirements."""
        return sum(self.counts.values())


def deadlines_by_quarter(summary: Summary) -> list[QuarterDeadlines]:
    """Return the dated requirements of the tasks by quarter, ascending, each by the date that holds now.

    Quarters without any are left out.
    """
    workspace, quarter_of = summary.workspace, cache(ReportingRules(PeriodKind.QUARTER).period_of)
    found: dict[Period, QuarterDeadlines] = {}
    rows: dict[Period, list[int]] = defaultdict(list)
    statuses = {pk: status for status, tasks in workspace.statuses.items() for pk in bits.rows_of(tasks)}
    for portion in portions_of(summary.rows):
        for pk, days in workspace.library.due_days_of(portion).items():
            status = statuses[pk]
            known = workspace.requirements.get(pk)
            # Where nothing is said of single requirements, each stands as its task.
            standing = [(day, False) for day in days] if known is None else _standing(known)
            for day, is_done in standing:
                quarter = quarter_of(day)
                of_quarter = found.setdefault(quarter, QuarterDeadlines(quarter))
                of_quarter.counts[_state(status, day, summary.heading.as_of, is_done=is_done)] += 1
                rows[quarter].append(pk)
    for quarter, of_quarter in found.items():
        of_quarter.tasks = bits.from_rows(rows[quarter])
    return [found[quarter] for quarter in sorted(found)]


def _standing(requirements: Requirements) -> list[tuple[date, bool]]:
    """Return the date of each requirement that holds now, and whether it is done."""
    return [(one.dates.current, one.is_done) for one in requirements]


def _state(status: Status, day: date, as_of: date, *, is_done: bool) -> DeadlineState:
    if is_done or status in DONE:
        return DeadlineState.DONE
    if status in NEVER_LATE:
        return DeadlineState.NOT_COUNTED
    return DeadlineState.OVERDUE if day < as_of else DeadlineState.AHEAD


@dataclass(frozen=True, slots=True)
class TargetValue:
    """The latest value that a department reports of an indicator, against the target."""

    row: IndicatorRow
    value: ReportedValue
    share: float
    """The value as a share of the target, 1 for just the target. Of a target that is not to be exceeded more is worse."""
    state: IndicatorState


@dataclass(frozen=True, slots=True)
class TargetValues:
    """The indicators of a set of tasks against their targets, worst first."""

    values: Sequence[TargetValue]
    table: IndicatorTable
    """All indicators of the tasks."""
    not_drawn: int
    """Number of latest values that are no share of their target: a class, another unit, a target that is none or zero."""


def indicators_against_targets(summary: Summary) -> TargetValues:
    """Return the latest values of the tasks' indicators as shares of their targets."""
    table = indicator_table(summary.workspace, bits.from_rows(summary.rows), summary.values)
    latest = [(row, value) for row in table.rows for value in row.report.latest]
    drawn = [
        TargetValue(row, value, share, value_state(value.actual, summary.heading.as_of))
        for row, value in latest
        if (share := _share(value.actual)) is not None
    ]
    return TargetValues(drawn, table, len(latest) - len(drawn))


def _share(actual: Actual) -> float | None:
    """Return a value as a share of its target; None where it is none."""
    target = actual.indicator.value
    if not target or target < 0 or actual.value is None or actual.value < 0:
        return None
    return actual.value / target if is_same_unit(actual.unit, actual.indicator.unit) else None
