"""Reports that have become older than the target or the limit of their plan.

A department is asked for as long as it has not settled its part of a task. The age of its report is that of the latest
one; where there is none it counts from the day that the plan is in force, and is not known where the plan names no day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantui.model.progress import TaskProgress, has_ended
from plantui.model.report_age import AgedReport, ReportAge
from plantui.store.index import bits
from plantui.store.index.library import Library, PlanEntry

from .noted import NO_NOTES


class AskedDepartment(NamedTuple):
    """A department that has not settled its part of a task."""

    department: str | None
    """The department; None for a task that names nobody."""
    last_day: date | None
    is_never: bool
    """True where it never reported."""

    def counted_from(self, plan: PlanEntry) -> date | None:
        """Return the day from which the age of its report counts; None where it is not known."""
        return plan.first_day if self.is_never else self.last_day


def asked_departments(progress: TaskProgress) -> Iterator[AskedDepartment]:
    """Yield who has not settled its part of a task, those that never reported first."""
    if not progress.accountable:
        yield AskedDepartment(None, None, is_never=True)
    for name in progress.missing:
        yield AskedDepartment(name, None, is_never=True)
    for name, report in zip(progress.reported, progress.reports, strict=True):
        if not has_ended(report):
            yield AskedDepartment(name, report.as_of, is_never=False)


def aged_reports(plan: PlanEntry, progress: TaskProgress, today: date) -> Iterator[AgedReport]:
    """Yield the reports on a task that have passed a mark of its plan, in the order of `asked_departments`."""
    marks = plan.report_marks
    for asked in asked_departments(progress):
        first = asked.counted_from(plan)
        if first is not None and (passed := marks.passed((today - first).days)):
            yield AgedReport(passed, asked.department, (today - first).days, asked.is_never)


def worst_age(plan: PlanEntry, progress: TaskProgress, today: date) -> ReportAge | None:
    """Return the worst mark that some report on a task has passed."""
    passed = {one.passed for one in aged_reports(plan, progress, today)}
    return next((mark for mark in ReportAge if mark in passed), None)


def tasks_too_old(library: Library, progress: Mapping[int, TaskProgress], today: date) -> int:
    """Return the tasks with a report older than their plan's limit."""
    found = 0
    for plan in library.plans:
        if plan.report_limit_days is None:
            continue
        tasks = bits.span(plan.first, plan.tasks)
        noted = [pk for pk in bits.rows_of(tasks) if pk in progress]
        if worst_age(plan, NO_NOTES, today) is ReportAge.TOO_OLD:
            found |= tasks & ~bits.from_rows(noted)
        old = (pk for pk in noted if worst_age(plan, progress[pk], today) is ReportAge.TOO_OLD)
        found |= bits.from_rows(old)
    return found & library.live
