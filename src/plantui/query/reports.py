"""The reports of tasks as a workspace asks for them, whichever way they are held."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, ItemsView, Iterator, Mapping

from plantui.model.key import TaskKey
from plantui.model.progress import NO_REPORTS, TaskReports
from plantui.store.index.library import Library, TaskEntry

from .noted import NotedTasks, ReportReader


class Reports(Mapping[TaskKey, TaskReports]):
    """The reports of every task that has some. They do not change: what is new gives the next ones."""

    @abstractmethod
    def of_task(self, task: TaskEntry) -> TaskReports:
        """Return the reports on one task of the plans, empty where there are none."""

    @property
    @abstractmethod
    def say_something(self) -> bool:
        """True where something counts of some task."""

    @abstractmethod
    def with_changes(self, changed: Mapping[TaskKey, TaskReports]) -> Reports:
        """Return the reports in which these tasks have these."""

    @abstractmethod
    def noted(self, reader: ReportReader) -> NotedTasks:
        """Return what follows from the reports."""

    @abstractmethod
    def noted_again(
        self, reader: ReportReader, before: NotedTasks, rows: Collection[int], changes: NotedTasks
    ) -> NotedTasks:
        """Return what follows now that `changes` say all there is on the tasks of these rows, where `before` followed."""


class PlainReports(Reports):
    """Reports task by task, as they were read."""

    def __init__(self, library: Library, reports: Mapping[TaskKey, TaskReports]) -> None:
        self._library = library
        self._reports = reports

    def of_task(self, task: TaskEntry) -> TaskReports:
        return self._reports.get(TaskKey(self._library.plan_at[task.plan].id, task.id), NO_REPORTS)

    @property
    def say_something(self) -> bool:
        return any(found.notes or found.extensions for found in self._reports.values())

    def with_changes(self, changed: Mapping[TaskKey, TaskReports]) -> PlainReports:
        return PlainReports(self._library, {**self._reports, **changed})

    def noted(self, reader: ReportReader) -> NotedTasks:
        return reader.noted_in(self._reports)

    def noted_again(
        self, reader: ReportReader, before: NotedTasks, rows: Collection[int], changes: NotedTasks
    ) -> NotedTasks:
        return before.with_changes(rows, changes)

    def __getitem__(self, key: TaskKey) -> TaskReports:
        return self._reports[key]

    def __iter__(self) -> Iterator[TaskKey]:
        return iter(self._reports)

    def __len__(self) -> int:
        return len(self._reports)

    def items(self) -> ItemsView[TaskKey, TaskReports]:
        return self._reports.items()


def as_reports(library: Library, reports: Mapping[TaskKey, TaskReports]) -> Reports:
    """Return reports as a workspace asks for them."""
    return reports if isinstance(reports, Reports) else PlainReports(library, reports)
