"""Matrix of tasks and departments: where each of several accountable departments stands on a task (牵头单位对照)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from plantui.model.department import DepartmentRef
from plantui.model.light import light_case
from plantui.model.pace import plan_span
from plantui.model.progress import Report
from plantui.model.requirement_progress import requirement_progress
from plantui.model.terms import Light
from plantui.store.index import bits
from plantui.store.index.library import PlanEntry, TaskEntry

from .noted import Requirements
from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """State of one department on a task that it is accountable for."""

    report: Report | None
    """Its latest report, None where it never reported."""
    light: Light | None
    """The light of the task by that report alone, None where there is none."""
    is_owed: bool
    """True where a report of the current period is missing."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A task with the cells of its accountable departments."""

    plan: PlanEntry
    task: TaskEntry
    cells: dict[DepartmentRef, MatrixCell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Tasks that several departments are accountable for, and these departments, those with most tasks first."""

    departments: tuple[DepartmentRef, ...]
    rows: tuple[MatrixRow, ...]


def matrix(workspace: Workspace, tasks: int) -> Matrix:
    """Return the matrix of those tasks of a set that several departments are accountable for, in the order of the plans.

    A group counts as several departments: once one of its members has reported, its members stand in its place.
    """
    library = workspace.library
    found = [
        row
        for task in library.tasks(bits.rows_of(tasks & _joint(workspace)))
        if len((row := _row(workspace, task)).cells) > 1 or _has_group(workspace, row)
    ]
    counts = Counter(ref for row in found for ref in row.cells)
    regions = {plan.region: place for place, plan in reversed([*enumerate(library.plans)])}
    departments = sorted(
        counts, key=lambda ref: (regions.get(ref.region, len(regions)), -counts[ref], ref.name)
    )
    return Matrix(tuple(departments), tuple(found))


def _joint(workspace: Workspace) -> int:
    """Return the tasks that name several accountable departments, or a group of them."""
    library = workspace.library
    once = several = 0
    for (region, name), tasks in library.accountable_sets.items():
        is_group = bool(library.registry.members_of(library.registry.resolve(region, name)))
        several |= tasks if is_group else once & tasks
        once |= tasks
    return several


def _has_group(workspace: Workspace, row: MatrixRow) -> bool:
    return any(workspace.library.registry.members_of(ref) for ref in row.cells)


def _row(workspace: Workspace, task: TaskEntry) -> MatrixRow:
    plan, progress = workspace.library.plan_at[task.plan], workspace.expected(task)
    owing = {*workspace.owing(task)}
    reports: dict[str, Report | None] = dict(zip(progress.reported, progress.reports, strict=True))
    reports |= dict.fromkeys(progress.missing)
    cells = {
        DepartmentRef(plan.region, name): MatrixCell(
            report, _light(workspace, plan, task, report) if report else None, name in owing
        )
        for name, report in reports.items()
    }
    return MatrixRow(plan, task, cells)


def _light(workspace: Workspace, plan: PlanEntry, task: TaskEntry, report: Report) -> Light:
    """Return the light that a task would have if this report were all there is."""
    first = date.fromisoformat(task.due) if task.due else None
    extensions = workspace.reports_of(task).extensions
    requirements: Requirements = ()
    if report.requirements or extensions:
        deadlines = workspace.library.deadlines_of([task.pk])[task.pk]
        requirements = requirement_progress(deadlines, extensions, {"": report})
    span = plan_span(plan.start_year, plan.end_year)
    return workspace.judged_by.judge(
        light_case(report.status, report.percent, first, span, requirements)
    ).light
