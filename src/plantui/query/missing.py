"""Reports that are missing in a period: one row for each department and task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light
from plantui.store.index import bits
from plantui.store.index.library import Library, PlanEntry, TaskEntry

from .department_rows import DepartmentRows
from .opening import open_workspace
from .order import Order, TaskOrder
from .receiving import Arrival, periods_received
from .unreported import issued_after, owed_by, plans_issued_after, unreported_sets
from .workspace import Workspace

if TYPE_CHECKING:
    from plantui.model.period import Period
    from plantui.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class MissingReport:
    """A report that a department owes on a task."""

    department: DepartmentRef | None
    """The department; None for a task that names nobody and has no notes."""
    task: TaskEntry
    last_day: date | None
    """The day that the department's latest note speaks of; None where it never reported (从未报送)."""
    light: Light
    """The light of the task."""


class OwingDepartment(NamedTuple):
    """A department that owes reports in a period, and on how many tasks."""

    department: DepartmentRef
    tasks: int


@dataclass(frozen=True)
class Missing:
    """The reports missing in a period, with the workspace as of its last day, or of today while it goes on."""

    period: Period
    workspace: Workspace
    sets: Mapping[DepartmentRef | None, int]
    """The tasks that each department owes a report on, as task sets."""

    @cached_property
    def tasks(self) -> int:
        """The tasks that somebody owes a report on, as a task set."""
        return bits.union(self.sets.values())

    def departments_in(self, tasks: int) -> list[OwingDepartment]:
        """Return the departments that owe a report on tasks of a set, as the view 未报送 lists them."""
        groups = DepartmentRows(self.workspace, tasks, self.workspace.rows, sets=self.sets).groups
        return [
            OwingDepartment(one, (self.sets[one] & tasks).bit_count()) for one in groups if one is not None
        ]

    def tasks_of(self, departments: Sequence[DepartmentRef]) -> int:
        """Return the tasks that one of these departments owes a report on, as a task set; without any, all such tasks."""
        return bits.union(self.sets.get(one, 0) for one in departments) if departments else self.tasks

    def rows(self, tasks: int) -> Iterator[MissingReport]:
        """Yield the missing reports on the tasks of a set: departments as in the view 未报送, the worst task first."""
        for group in DepartmentRows(self.workspace, tasks, self.workspace.rows, sets=self.sets).groups:
            yield from self.rows_of(group, tasks)

    def rows_of(self, department: DepartmentRef | None, tasks: int) -> Iterator[MissingReport]:
        """Yield the missing reports of one department on the tasks of a set, worst first."""
        return self._rows(department, self.sets.get(department, 0) & tasks)

    def due(self, department: DepartmentRef) -> Iterator[MissingReport]:
        """Yield the reports that a department owes, by itself or as a member of a group, worst first."""
        return self._rows(department, self.owed_by(department))

    def owed_by(self, department: DepartmentRef) -> int:
        """Return the tasks on which a department owes a report, by itself or as a member of a group, as a task set."""
        return owed_by(self.workspace.library, self.sets, department)

    def _rows(self, department: DepartmentRef | None, tasks: int) -> Iterator[MissingReport]:
        numbers = self._worst_first.sorted(bits.rows_of(tasks))
        for task in self.workspace.library.tasks(numbers):
            yield MissingReport(department, task, self._last_day(department, task), self._lights[task.pk])

    @cached_property
    def _worst_first(self) -> TaskOrder:
        return TaskOrder(self.workspace.rows(self.tasks, Order.WORST_FIRST))

    @cached_property
    def _lights(self) -> dict[int, Light]:
        return self.workspace.lights_by_row(self.tasks)

    def not_in_force(self, tasks: int) -> list[PlanEntry]:
        """Return the plans with tasks of a set that were issued after the period: no report is missing of them."""
        return plans_issued_after(self.workspace.library, self.period, tasks)

    def reported(self, department: DepartmentRef) -> int:
        """Return the tasks on which a department that decides their status owes nothing in the period, as a task set."""
        owed = self.owed_by(department) | issued_after(self.workspace.library, self.period)
        return self.accountable(department) & ~owed

    def accountable(self, department: DepartmentRef) -> int:
        """Return the tasks whose status a department decides, by itself or with its group, as a task set."""
        library = self.workspace.library
        return bits.union(
            tasks
            for (region, name), tasks in library.accountable_sets.items()
            if library.registry.resolve(region, name) == department
            or department in library.registry.members_of(library.registry.resolve(region, name))
        )

    def _last_day(self, department: DepartmentRef | None, task: TaskEntry) -> date | None:
        progress = self.workspace.progress_of(task.pk)
        if department is None or department.name not in progress.reported:
            return None
        return progress.reports[progress.reported.index(department.name)].as_of


def missing_now(workspace: Workspace) -> Missing:
    """Return the reports missing in the current period."""
    owed = {department: tasks for department, tasks in workspace.unreported.items() if tasks}
    return Missing(workspace.period, workspace.period_workspace, owed)


def missing_in(workspace: Workspace, ledger: Ledger, period: Period | None = None) -> Missing:
    """Return the reports missing in a period, the current one where none is given.

    A period that has ended is seen as of its last day, with what was written later for it; the ledger is read once for it.
    """
    if period is None or period == workspace.period:
        return missing_now(workspace)
    then = workspace
    if period.last < workspace.today:
        then = open_workspace(workspace.library, ledger, period.last)
    owed = unreported_sets(workspace.library, then.progress, period)
    return Missing(period, then, {department: tasks for department, tasks in owed.items() if tasks})


class StillMissing(NamedTuple):
    """The departments that owe reports after something came in."""

    periods: Mapping[Period, Sequence[OwingDepartment]]
    """By period, the oldest first."""
    regions: tuple[str, ...]
    """The regions whose plans were looked at, in the order of the plans."""
    is_all: bool
    """False where there are plans of other regions, which were not looked at."""


def missing_after(
    arrivals: Sequence[Arrival], library: Library, ledger: Ledger, today: date, own: str | None = None
) -> StillMissing:
    """Return who owes reports in the periods that were received, by the ledger as it is now.

    Looked at are the plans of the regions that the files speak of, and of the region of one's `own` department as it is
    configured; where neither is known, all. Where every file was refused nothing was received, and nobody is named.
    """
    regions = tuple(dict.fromkeys(plan.region for plan in library.plans))
    if all(one.error is not None for one in arrivals):
        return StillMissing({}, regions, True)
    spoken_of = {plan for one in arrivals if one.received for plan in one.received.plans}
    wanted = {plan.region for plan in library.plans if plan.id in spoken_of} | _regions_of(library, own)
    chosen = tuple(region for region in regions if region in wanted) or regions
    tasks = bits.union(bits.span(plan.first, plan.tasks) for plan in library.plans if plan.region in chosen)
    workspace = open_workspace(library, ledger, today)
    periods = periods_received(arrivals, workspace.period)
    found = {period: missing_in(workspace, ledger, period).departments_in(tasks) for period in periods}
    return StillMissing(found, chosen, chosen == regions)


def _regions_of(library: Library, own: str | None) -> set[str]:
    """Return the regions in which a department is known as it is configured: `region/name`, or a name alone."""
    if not own:
        return set()
    return {one.region for one in library.registry.find(own)} or {own.rpartition("/")[0]}
