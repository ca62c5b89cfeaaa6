"""Dates that have come since a day, and reports that have become too old or never came: see `report_ages`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from plantui.model.day import moved_day
from plantui.model.department import DepartmentRef
from plantui.store.index import bits
from plantui.store.index.facets import FacetKind
from plantui.store.index.library import PlanEntry, TaskEntry

from .report_ages import AskedDepartment, asked_departments
from .workspace import Workspace


class DueKind(StrEnum):
    """The kinds of what fell due, in the order in which they are listed."""

    NEVER_REPORTED = "never_reported"
    """No report came by the plan's limit or target; without either, the plan has come into force."""
    TOO_OLD = "too_old"
    """The last report has become older than the plan's limit."""
    OVER_TARGET = "over_target"
    """The last report has become older than the plan's target, and not than its limit."""
    DATE = "date"
    """The date of a requirement that is still open has come."""


class FallenDue(NamedTuple):
    """A task on which something fell due for a department."""

    kind: DueKind
    day: date
    """The day on which it fell due."""
    department: DepartmentRef | None
    """The department; None for a task that names nobody."""
    task: TaskEntry
    last_day: date | None
    """The day that the department's latest report speaks of; None where it never reported, and where that is not known."""
    is_never: bool
    """True where it never reported."""


def fallen_due(workspace: Workspace, since: date, department: DepartmentRef | None = None) -> list[FallenDue]:
    """Return what fell due from a day up to today: for one department, with its groups, or for all."""
    library, dates = workspace.library, _dates(workspace, since)
    groups = () if department is None else library.registry.groups_of(department)
    found = [
        one
        for plan in library.plans
        for task in library.tasks(bits.rows_of(bits.span(plan.first, plan.tasks)))
        for one in _of_task(workspace, plan, task, since, dates.get(task.pk))
        if department is None or one.department == department or one.department in groups
    ]
    order = [*DueKind]
    # Equal ones stay in the order of plans and tasks.
    return sorted(found, key=lambda one: (order.index(one.kind), one.department or ("", "")))


def _of_task(
    workspace: Workspace, plan: PlanEntry, task: TaskEntry, since: date, due: date | None
) -> Iterator[FallenDue]:
    for asked in asked_departments(workspace.expected(task)):
        department = DepartmentRef(plan.region, asked.department) if asked.department else None
        if passed := _passed_mark(plan, asked, since, workspace.today):
            yield FallenDue(*passed, department, task, asked.last_day, asked.is_never)
        if due:
            yield FallenDue(DueKind.DATE, due, department, task, asked.last_day, asked.is_never)


def _passed_mark(
    plan: PlanEntry, asked: AskedDepartment, since: date, today: date
) -> tuple[DueKind, date] | None:
    """Return the highest mark that the age of a report has passed within the days, and when; None for none."""
    first = asked.counted_from(plan)
    if first is None:
        return None
    marks = [(DueKind.TOO_OLD, plan.report_limit_days), (DueKind.OVER_TARGET, plan.report_target_days)]
    passed = [(kind, moved_day(first, days + 1)) for kind, days in marks if days is not None]
    if asked.is_never:
        passed = [(DueKind.NEVER_REPORTED, day) for _, day in passed] or [(DueKind.NEVER_REPORTED, first)]
    return next(((kind, day) for kind, day in passed if since <= day <= today), None)


def _dates(workspace: Workspace, since: date) -> dict[int, date]:
    """Return the latest date within the days of a requirement that is still open, by row number, where there is one."""
    library = workspace.library
    days = [
        day
        for day in library.facet_values(FacetKind.DUE)
        if since <= date.fromisoformat(day) <= workspace.today
    ]
    tasks = bits.union(library.facet(FacetKind.DUE, day) for day in days) | bits.from_rows(
        workspace.extensions
    )
    rows = workspace.rows(tasks)
    deadlines = library.deadlines_of(rows)
    found: dict[int, date] = {}
    for task in library.tasks(rows):
        requirements = workspace.requirements_of(task, deadlines[task.pk])
        come = [one.dates.current for one in requirements if not one.is_done]
        if within := [day for day in come if since <= day <= workspace.today]:
            found[task.pk] = max(within)
    return found
