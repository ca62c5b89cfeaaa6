"""Figures over a set of tasks, and over its parts by department or year: how many, how far, under which light.

Everything here counts bits of sets that the workspace has anyway: no task is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from plantui.model.department import DepartmentRef
from plantui.model.terms import DONE, LIGHTS_OF_FIGURES, Light, Role, Status, TaskState

from .choices import departments, years
from .filter import Choice, Filter
from .views import View
from .workspace import Workspace


class By(StrEnum):
    """Kinds of groups that figures can be shown for."""

    DEPARTMENT = "department"
    YEAR = "year"
    STATUS = "status"
    LIGHT = "light"
    PLAN = "plan"


class Figures(NamedTuple):
    """Numbers of tasks of a set, in each status and under each light."""

    total: int
    statuses: Mapping[Status, int]
    lights: Mapping[Light, int]
    has_rate: bool = True
    """False where the tasks were chosen by how far they are, so that the share of tasks done says nothing."""
    overdue: int = 0
    """Tasks with an open requirement whose date has passed."""
    behind: int | None = None
    """Tasks whose percent is behind elapsed time; None where tasks are open and no percent is known of any of them."""
    not_reported: int = 0
    """Tasks not reported on in the current period: by the department whose figures they are, else by anybody."""
    extensions: int = 0
    """Number of extensions of the tasks' dates."""

    @property
    def done(self) -> int:
        """Tasks completed, or closed after a check."""
        return sum(self.statuses[status] for status in DONE)

    @property
    def in_progress(self) -> int:
        """Tasks in progress."""
        return self.statuses[Status.IN_PROGRESS]

    @property
    def rate(self) -> float | None:
        """Share of tasks done, 0 to 1; None without any task, and where the choice of the tasks decides it."""
        return self.done / self.total if self.total and self.has_rate else None


class Group(NamedTuple):
    """The figures of the tasks that have one value in common."""

    value: Choice
    figures: Figures


def can_be_rated(active_filter: Filter, view: View = View.TREE) -> bool:
    """Return whether a completion rate says anything of the tasks that a view shows through a filter.

    Tasks that were chosen by what the ledger says, such as light or status, are done or not by that choice.
    """
    return not active_filter.asks_for_progress and view in (View.TREE, View.MINE)


def figures(
    workspace: Workspace, tasks: int, department: DepartmentRef | None = None, *, has_rate: bool = True
) -> Figures:
    """Return the figures of a set of tasks; those of a department count as not reported what it owes itself."""
    owed = workspace.unreported_by(department) if department else workspace.awaiting
    return Figures(
        tasks.bit_count(),
        {status: (tasks & found).bit_count() for status, found in workspace.statuses.items()},
        {light: (tasks & found).bit_count() for light, found in workspace.lights.items()},
        has_rate,
        (tasks & workspace.states[TaskState.OVERDUE]).bit_count(),
        _behind(workspace, tasks),
        (tasks & owed).bit_count(),
        sum(times * (tasks & found).bit_count() for times, found in workspace.extended.items()),
    )


def _behind(workspace: Workspace, tasks: int) -> int | None:
    still_open = tasks & ~workspace.done & ~workspace.never_late
    if still_open and not still_open & workspace.with_percent & ~workspace.without_years:
        return None
    states = workspace.states
    return (tasks & (states[TaskState.BEHIND] | states[TaskState.FAR_BEHIND])).bit_count()


def grouped(
    workspace: Workspace, tasks: int, by: By, role: Role | None = None, *, has_rate: bool = True
) -> list[Group]:
    """Return the figures of each value that some task of the set has.

    `role` narrows what counts for a department.

    A task counts in every group that it belongs to: for each of its departments, also through a group
    department, and in each year with a date of it. So the groups' totals can exceed that of the set.
    Statuses and lights are always all there, since that nothing is overdue is news too. The order is that of the
    names: departments region by region, years ascending with 无期限 last; `figure_order.in_order` sorts otherwise.
    """
    by_outcome = by in (By.STATUS, By.LIGHT)
    return [
        Group(value, figures(workspace, found & tasks, department, has_rate=has_rate and not by_outcome))
        for value, found in _sets(workspace, by, role)
        for department in [value if isinstance(value, DepartmentRef) else None]
        if by_outcome or found & tasks
    ]


def _sets(workspace: Workspace, by: By, role: Role | None) -> Iterator[tuple[Choice, int]]:
    if by is By.DEPARTMENT:
        regions = {region: place for place, region in enumerate(regions_of(workspace))}
        for ref in sorted(
            departments(workspace), key=lambda ref: (regions.get(ref.region, len(regions)), ref.name)
        ):
            yield ref, workspace.plan_sets.of_department(ref, role)
    elif by is By.YEAR:
        for year in years(workspace):
            yield year, workspace.plan_sets.of_year(year)
    elif by is By.STATUS:
        yield from ((status, workspace.statuses[status]) for status in Status)
    elif by is By.LIGHT:
        yield from ((light, workspace.lights[light]) for light in LIGHTS_OF_FIGURES)
    else:
        yield from ((plan.id, workspace.plan_sets.of_plan(plan)) for plan in workspace.library.plans)


def regions_of(workspace: Workspace) -> tuple[str, ...]:
    """Return the regions of the plans, in the order of the plans."""
    return tuple(dict.fromkeys(plan.region for plan in workspace.library.plans))
