"""The indicators of a set of tasks against their reported values, over all plans at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plantui.model.indicator_state import IndicatorReport, IndicatorState, ReportedValue, indicator_reports
from plantui.model.key import TaskKey
from plantui.model.terms import Force
from plantui.store.index import bits
from plantui.store.index.library import PlanEntry, TaskEntry

from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator of a task with what is reported of it."""

    plan: PlanEntry
    task: TaskEntry
    number: int
    """Its place in the task, from 1."""
    report: IndicatorReport
    state: IndicatorState


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The indicators of a set of tasks, worst first, with their numbers in each state."""

    rows: tuple[IndicatorRow, ...]
    tasks: int
    """Number of tasks that have indicators."""
    left_out: int = 0
    """Number of values that do not count, since their task names other departments only."""

    def states(self) -> dict[IndicatorState, int]:
        """Return how many indicators are in each state."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in IndicatorState}

    def by_force(self) -> dict[Force | None, dict[IndicatorState, int]]:
        """Return the numbers in each state for binding, expected and other indicators apart."""
        counts = Counter((row.state, row.report.indicator.force) for row in self.rows)
        return {force: {state: counts[state, force] for state in IndicatorState} for force in (*Force, None)}


def indicator_table(
    workspace: Workspace, tasks: int, values: Mapping[TaskKey, Sequence[ReportedValue]]
) -> IndicatorTable:
    """Return the indicators of a set of tasks as of the workspace's day, worst first, then by date, then as printed.

    `values` are the ledger's (`Ledger.reported_values`). Reads only the indicators of the plans, not whole tasks.
    """
    left_out = 0
    library, ranks = workspace.library, {state: rank for rank, state in enumerate(IndicatorState)}
    indicators = library.indicators_of(bits.rows_of(tasks))
    found: list[IndicatorRow] = []
    for entry in library.tasks(list(indicators)):
        plan = library.plan_at[entry.plan]
        given = values.get(TaskKey(plan.id, entry.id), ())
        counting = [value for value in given if not _is_others(workspace, plan, entry, value)]
        left_out += len(given) - len(counting)
        known, _ = indicator_reports(indicators[entry.pk], counting)
        found.extend(
            IndicatorRow(plan, entry, number, report, report.state(workspace.today))
            for number, report in enumerate(known, 1)
        )
    found.sort(key=lambda row: (ranks[row.state], row.report.indicator.due or date.max))
    return IndicatorTable(tuple(found), len(indicators), left_out)


def _is_others(workspace: Workspace, plan: PlanEntry, task: TaskEntry, value: ReportedValue) -> bool:
    """Return whether a value is of a department that its task does not name beside those that it names."""
    ref = workspace.library.registry.resolve(plan.region, value.department)
    return bool(workspace.plan_sets.naming_others(ref) >> task.pk & 1)
