"""Tasks with notes or extended dates: their progress, worked out from the departments' reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.progress import Report, TaskProgress, TaskReports, task_progress
from plantui.store.index.library import Library

if TYPE_CHECKING:
    from plantui.model.plan import Deadline
    from plantui.model.requirement_progress import RequirementProgress

Requirements: TypeAlias = "tuple[RequirementProgress, ...]"
"""The dated requirements of a task, with what is reported of them."""

Value = TypeVar("Value")

NO_NOTES = TaskProgress()


class NotedTasks(NamedTuple):
    """Statements of the ledger on the tasks with notes or extended dates, by row number."""

    progress: Mapping[int, TaskProgress]
    """The progress of every task with notes."""
    last_days: Mapping[int, date]
    """The latest day that a task's notes speak of, as far as it is known."""
    requirements: Mapping[int, Requirements]
    """The requirements of tasks whose notes speak of single ones, and of those with extended dates."""
    reports: Mapping[int, TaskReports]
    """The reports of every task with notes or extended dates."""

    def with_changes(self, rows: Iterable[int], changes: NotedTasks) -> NotedTasks:
        """Return the statements in which `changes` say all there is on the tasks of these row numbers."""
        gone = frozenset(rows)
        return NotedTasks(
            _changed(self.progress, gone, changes.progress),
            _changed(self.last_days, gone, changes.last_days),
            _changed(self.requirements, gone, changes.requirements),
            _changed(self.reports, gone, changes.reports),
        )


def _changed(before: Mapping[int, Value], gone: Iterable[int], now: Mapping[int, Value]) -> dict[int, Value]:
    later = dict(before)
    for pk in gone:
        later.pop(pk, None)
    later.update(now)
    return later


class Statement(NamedTuple):
    """Reports of a task with what its progress hangs on besides."""

    region: str
    accountable: tuple[str, ...]
    """The departments that decide its status, as printed."""
    reports: TaskReports


class DetailedTask(NamedTuple):
    """Progress and requirements of a task whose reports speak of dates."""

    progress: TaskProgress | None
    """Its progress, None without notes."""
    requirements: Requirements


def rows_by_progress(progress: Mapping[int, TaskProgress]) -> list[tuple[TaskProgress, list[int]]]:
    """Return the tasks that share one progress together, so that what follows from it is asked once.

    A reader makes one value for all tasks of a region with the same departments and reports, so that a ledger that
    speaks of every task has few.
    """
    cases: dict[int, tuple[TaskProgress, list[int]]] = {}
    for pk, one in progress.items():
        cases.setdefault(id(one), (one, []))[1].append(pk)
    return list(cases.values())


class ReportReader:
    """Works out what the departments' reports say of tasks, by the names and groups of the departments today."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[object, ...], TaskProgress] = {}

    def noted_in(self, reports: Mapping[TaskKey, TaskReports]) -> NotedTasks:
        """Return what follows from these reports, in one pass over the places of their tasks."""
        regions = {plan.id: plan.region for plan in self._library.plans}
        places = self._library.places_of(reports)
        return self.noted_of(
            (pk, Statement(regions[key.plan], accountable, reports[key]))
            for key, (pk, accountable) in places.items()
        )

    def noted_of(self, statements: Iterable[tuple[int, Statement]]) -> NotedTasks:
        """Return what follows from the statements of tasks, each with its row number."""
        progress: dict[int, TaskProgress] = {}
        last_days: dict[int, date] = {}
        requirements: dict[int, Requirements] = {}
        counting: dict[int, TaskReports] = {}
        detailed: dict[int, Statement] = {}
        for pk, statement in statements:
            found = statement.reports
            if found.notes or found.extensions:
                counting[pk] = found
            if found.last_day is not None:
                last_days[pk] = found.last_day
            if found.speaks_of_dates:
                detailed[pk] = statement
            elif found.notes:
                progress[pk] = self.progress_of(*statement)
        for pk, of_task in self.detailed(detailed).items():
            if of_task.progress:
                progress[pk] = of_task.progress
            requirements[pk] = of_task.requirements
        return NotedTasks(progress, last_days, requirements, counting)

    def detailed(self, statements: Mapping[int, Statement]) -> dict[int, DetailedTask]:
        """Return what follows for tasks whose reports speak of dates, by row number."""
        found: dict[int, DetailedTask] = {}
        if not statements:
            return found
        deadlines = self._library.deadlines_of(statements)
        for pk, (region, accountable, reports) in statements.items():
            progress = self.progress_of(region, accountable, reports, deadlines[pk])
            requirements = self.requirements_of(region, progress, reports, deadlines[pk])
            found[pk] = DetailedTask(progress if reports.notes else None, requirements)
        return found

    def progress_of(
        self,
        region: str,
        accountable: tuple[str, ...],
        found: TaskReports,
        deadlines: tuple[Deadline, ...] = (),
    ) -> TaskProgress:
        """Return the progress of a task of a region whose accountable departments are these.

        `deadlines` are its dated requirements; they are needed only where its reports speak of them.
        """
        # Many tasks have the same departments and the same few reports.
        case = region, accountable, found.notes, tuple(found.reports.items()), deadlines
        progress = self._known.get(case)
        if progress is None:
            progress = self._known[case] = self.worked_out(region, accountable, found, deadlines)
        return progress

    def worked_out(
        self,
        region: str,
        accountable: tuple[str, ...],
        found: TaskReports,
        deadlines: tuple[Deadline, ...] = (),
    ) -> TaskProgress:
        """Return what `progress_of` does without remembering it, for those who do so themselves."""
        registry = self._library.registry
        return task_progress(
            accountable,
            self._own_names(region, found.reports),
            found.notes,
            lambda name: registry.resolve(region, name).name,
            lambda name: [ref.name for ref in registry.members_of(DepartmentRef(region, name))],
            deadlines,
        )

    def _own_names(self, region: str, reports: Mapping[str, Report]) -> dict[str, Report]:
        """Return reports by the departments' names of today.

        A note keeps the name that its department had; the files may call it otherwise by now. Of the reports under two
        names of one department the last counts, which is the newest, with what either says of single requirements.
        """
        own: dict[str, Report] = {}
        for name, report in reports.items():
            now = self._library.registry.resolve(region, name).name
            own[now] = report.after(own[now]) if now in own else report
        return own

    def requirements_of(
        self, region: str, progress: TaskProgress, found: TaskReports, deadlines: tuple[Deadline, ...]
    ) -> Requirements:
        """Return the dated requirements of a task of a region, of this progress, with what its reports say of them."""
        from plantui.model.requirement_progress import requirement_progress

        reports = self._own_names(region, found.reports)
        names = (*progress.reported, *progress.missing)
        return requirement_progress(deadlines, found.extensions, {name: reports.get(name) for name in names})
