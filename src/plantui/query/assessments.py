"""Independent assessments of tasks beside the departments' own reports: which agree with them and which do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from plantui.model.assessment import AssessedReport, Assessment, Assessor
from plantui.model.progress import TaskReports
from plantui.model.terms import Status

from .beside import EventsOfTasks

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.store.index.library import Library, TaskEntry


def own_statuses(library: Library, task: TaskEntry, reports: TaskReports) -> dict[str, Status]:
    """Return what each department itself reports of a task, by the names of today."""
    region, resolve = library.plan_at[task.plan].region, library.registry.resolve
    return {resolve(region, name).name: one.status for name, one in reports.reports.items()}


def assessed_reports(
    library: Library, task: TaskEntry, reports: TaskReports, said: Sequence[Event]
) -> list[AssessedReport]:
    """Return the assessments of a task, each beside the department's own report, by the names of today.

    `said` are the assessments that count, in their order.
    """
    region, resolve = library.plan_at[task.plan].region, library.registry.resolve
    own = own_statuses(library, task, reports)
    found: dict[tuple[str, Assessor], AssessedReport] = {}
    for event in said:
        if isinstance(event.content, Assessment):
            name = resolve(region, event.department).name
            found[name, event.content.by] = AssessedReport(name, own.get(name), event.content)
    return [*found.values()]


def disputed_sets(
    library: Library, said: EventsOfTasks, assessed: Callable[[TaskEntry], list[AssessedReport]]
) -> dict[bool, int]:
    """Return the assessed tasks: under True those on which a report and an assessment disagree."""
    found = {True: 0, False: 0}
    for task in library.tasks(sorted(library.rows_of(said).values())):
        if reports := assessed(task):
            found[any(one.is_disputed for one in reports)] |= 1 << task.pk
    return found
