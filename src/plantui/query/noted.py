"""Tasks with notes or extended dates: their progress, worked out from the departments' reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.progress import Report, TaskProgress, TaskReports, task_progress
from plantui.model.requirement_progress import RequirementProgress, requirement_progress
from plantui.store.index.library import Library

if TYPE_CHECKING:
    from plantui.model.plan import Deadline

Requirements = tuple[RequirementProgress, ...]
"""The dated requirements of a task, with what is reported of them."""

NO_NOTES = TaskProgress()
NO_REPORTS = TaskReports({}, 0)


class NotedTasks(NamedTuple):
    """Statements of the ledger on the tasks with notes or extended dates, by row number."""

    progress: dict[int, TaskProgress]
    """The progress of every task with notes."""
    last_days: dict[int, date]
    """The latest day that a task's notes speak of, as far as it is known."""
    requirements: dict[int, Requirements]
    """The requirements of tasks whose notes speak of single ones, and of those with extended dates."""

    def with_changes(self, rows: Iterable[int], changes: NotedTasks) -> NotedTasks:
        """Return the statements in which `changes` say all there is on the tasks of these row numbers."""
        later = NotedTasks(dict(self.progress), dict(self.last_days), dict(self.requirements))
        for pk in rows:
            for of_tasks in (later.progress, later.last_days, later.requirements):
                of_tasks.pop(pk, None)
        later.progress.update(changes.progress)
        later.last_days.update(changes.last_days)
        later.requirements.update(changes.requirements)
        return later


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
        noted = NotedTasks({}, {}, {})
        detailed: dict[int, tuple[str, tuple[str, ...], TaskReports]] = {}
        for key, (pk, accountable) in self._library.places_of(reports).items():
            found = reports[key]
            if found.last_day is not None:
                noted.last_days[pk] = found.last_day
            if found.speaks_of_dates:
                detailed[pk] = regions[key.plan], accountable, found
            elif found.notes:
                noted.progress[pk] = self.progress_of(regions[key.plan], accountable, found)
        deadlines = self._library.deadlines_of(detailed) if detailed else {}
        for pk, (region, accountable, found) in detailed.items():
            progress = self.progress_of(region, accountable, found, deadlines[pk])
            if found.notes:
                noted.progress[pk] = progress
            noted.requirements[pk] = self.requirements_of(region, progress, found, deadlines[pk])
        return noted

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
            registry = self._library.registry
            progress = self._known[case] = task_progress(
                accountable,
                self._own_names(region, found.reports),
                found.notes,
                lambda name: registry.resolve(region, name).name,
                lambda name: [ref.name for ref in registry.members_of(DepartmentRef(region, name))],
                deadlines,
            )
        return progress

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
        reports = self._own_names(region, found.reports)
        names = (*progress.reported, *progress.missing)
        return requirement_progress(deadlines, found.extensions, {name: reports.get(name) for name in names})
