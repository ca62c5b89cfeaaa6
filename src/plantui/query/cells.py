"""The values of a task's columns: what a list, a table and an export tell of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from plantui.model.day import days_since
from plantui.model.funding import Money
from plantui.model.light import LightReason
from plantui.model.progress import TaskProgress
from plantui.model.terms import DONE, SETTLED, Light, Role, Status
from plantui.store.index.library import PlanEntry, TaskEntry

from .columns import Column
from .workspace import Workspace

if TYPE_CHECKING:
    from plantui.model.assignment import AssignmentState
    from plantui.model.plan import Task
    from plantui.model.report_age import ReportAge
    from plantui.model.stages import NoteStage

CellValue = Light | Status | date | int | str | tuple[str, ...] | Money | None
"""A value of a column; None and the empty tuple where a task has none."""


@dataclass(frozen=True, eq=False, repr=False)  # each generated method would cost every start 0.1 ms
class TaskCells:
    """The values of one task's columns. What only the whole task tells is read where it is asked for."""

    workspace: Workspace
    task: TaskEntry
    plan: PlanEntry
    reason: LightReason
    progress: TaskProgress
    last_reported: date | None
    """The latest day that a counting note speaks of, None without one."""

    def value(self, column: Column) -> CellValue:
        """Return the value of a column; for number and title, the title."""
        return _VALUES[column](self)

    @property
    def light(self) -> Light:
        """The warning light."""
        return self.reason.light

    @property
    def status(self) -> Status:
        """The status, as it follows from the departments' notes."""
        return self.progress.status

    @property
    def percent(self) -> int | None:
        """Percent, 0 to 100; None where nobody gave one."""
        return self.progress.percent

    @property
    def due(self) -> date | None:
        """The date of the requirement that is open next, which the light goes by; None without one.

        A requirement that is reported done is open no more; a task that is done has none that is open.
        """
        return None if self.status in DONE else self.reason.due

    @property
    def stage(self) -> NoteStage | None:
        """The stage that the deciding departments' latest notes have all reached; None where nobody has reported."""
        return self.progress.stage

    @property
    def assignment(self) -> AssignmentState | None:
        """The state of the assignments that somebody has to act on first; None where nothing is left of them."""
        return self.workspace.assignment_state(self.task)

    @property
    def assessment(self) -> str:
        """Word on assessments beside the reports: `disputed` or `agrees`; empty without any."""
        assessed = self.workspace.assessed(self.task)
        return ("disputed" if any(one.is_disputed for one in assessed) else "agrees") if assessed else ""

    @property
    def first_due(self) -> date | None:
        """The date that the plan has for the requirement of `due`; None without one."""
        return None if self.due is None else self.reason.first or self.reason.due

    @property
    def extensions(self) -> int:
        """Number of extensions of the task's dates."""
        return len(self.workspace.reports_of(self.task).extensions)

    @property
    def days(self) -> int | None:
        """Days until `due`, negative when overdue; None without a date, and where lateness does not count."""
        return None if self.status in SETTLED else self.reason.days

    @property
    def age(self) -> int | None:
        """Days since the latest day that a counting note speaks of; None without one, which is not the same as 0."""
        return days_since(self.last_reported, self.workspace.today)

    @property
    def passed_age(self) -> ReportAge | None:
        """The worst mark of its plan that some department's last report has passed."""
        if not self.plan.has_report_marks:
            return None
        from .report_ages import worst_age

        return worst_age(self.plan, self.progress, self.workspace.today)

    @property
    def number(self) -> str:
        """The printed number, empty without one."""
        return self.task.number

    @property
    def title(self) -> str:
        """The title."""
        return self.task.title

    @property
    def accountable(self) -> tuple[str, ...]:
        """The departments whose notes decide the status, as printed."""
        return self.task.accountable

    @cached_property
    def leads(self) -> tuple[str, ...]:
        """The lead departments as printed; empty where the plan names none in that role."""
        # Where there are any, they are the accountable ones: the whole task need not be read.
        has_leads = self.workspace.plan_sets.of_role(Role.LEAD) >> self.task.pk & 1
        return self.task.accountable if has_leads else ()

    @property
    def accountable_role(self) -> Role:
        """The role in which the plan names the accountable departments."""
        roles = (Role.LEAD, Role.SHARED)
        return next(
            (role for role in roles if self.workspace.plan_sets.of_role(role) >> self.task.pk & 1),
            Role.RESPONSIBLE,
        )

    def departments(self, role: Role) -> tuple[str, ...]:
        """Return the departments in a role as printed, with those that carry every task of the plan."""
        names = self._whole.departments.of(role)
        if role is Role.RESPONSIBLE:
            return tuple(dict.fromkeys((*names, *self.plan.responsible)))
        return names

    @property
    def tags(self) -> tuple[str, ...]:
        """The office's own tags, as the plan file has them."""
        return self._whole.tags

    @property
    def funding(self) -> Money | None:
        """The money; None where none is said of the task, which is not the same as 0."""
        parts = self.workspace.library.funding.get(self.task.pk)
        return Money(parts) if parts else None

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The accountable departments that have yet to report in the current period, those that never did first."""
        return self.workspace.owing(self.task)

    @cached_property
    def section(self) -> str:
        """The title of the heading that the task stands under."""
        return next(
            (
                found.title
                for found in self.workspace.library.sections(self.plan)
                if found.ordinal == self.task.section
            ),
            "",
        )

    @cached_property
    def _whole(self) -> Task:
        return self.workspace.library.task(self.task.pk)


def cells_of(workspace: Workspace, task: TaskEntry) -> TaskCells:
    """Return the values of one task's columns."""
    plan = workspace.library.plan_at[task.plan]
    return TaskCells(
        workspace,
        task,
        plan,
        workspace.light(task),
        workspace.progress_of(task.pk),
        workspace.last_days.get(task.pk),
    )


_VALUES: dict[Column, Callable[[TaskCells], CellValue]] = {
    Column.LIGHT: lambda cells: cells.light,
    Column.STATUS: lambda cells: cells.status,
    Column.PERCENT: lambda cells: cells.percent,
    Column.DUE: lambda cells: cells.due,
    Column.DAYS: lambda cells: cells.days,
    Column.TASK: lambda cells: cells.title,
    Column.LEAD: lambda cells: cells.leads,
    Column.REPORTED: lambda cells: cells.last_reported,
    Column.AGE: lambda cells: cells.age,
    Column.PLAN: lambda cells: cells.plan.short_title,
    Column.SECTION: lambda cells: cells.section,
    Column.NUMBER: lambda cells: cells.number,
    Column.ACCOUNTABLE: lambda cells: cells.accountable,
    Column.SHARED: lambda cells: cells.departments(Role.SHARED),
    Column.SUPPORT: lambda cells: cells.departments(Role.SUPPORT),
    Column.RESPONSIBLE: lambda cells: cells.departments(Role.RESPONSIBLE),
    Column.MISSING: lambda cells: cells.missing,
    Column.TAGS: lambda cells: cells.tags,
    Column.FUNDING: lambda cells: cells.funding,
    Column.FIRST_DUE: lambda cells: cells.first_due,
    Column.STAGE: lambda cells: cells.stage,
    Column.EXTENSIONS: lambda cells: cells.extensions,
    Column.ASSIGNMENT: lambda cells: cells.assignment,
    Column.ASSESSMENT: lambda cells: cells.assessment,
}
