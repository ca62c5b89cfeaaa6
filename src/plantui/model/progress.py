"""What follows for a task from its departments' latest notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .plan import Departments
from .terms import DONE, Role, Status


@dataclass(frozen=True, slots=True)
class Report:
    """The latest word of one department on one task."""

    status: Status
    percent: int | None = None

    @property
    def share_done(self) -> int:
        """Percent done, where nothing was said taken from the status."""
        if self.status in DONE:
            return 100
        return self.percent or 0


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """A task's status and who stands behind it."""

    status: Status = Status.NOT_STARTED
    percent: int = 0
    notes: int = 0
    """How many notes count now, of all departments."""
    reported: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Accountable departments that have not reported."""


def accountable(departments: Departments, plan_responsible: Sequence[str] = ()) -> tuple[str, ...]:
    """The departments whose notes decide a task's status: lead, else shared, else responsible."""
    for role in (Role.LEAD, Role.SHARED, Role.RESPONSIBLE):
        if names := departments.of(role):
            return names
    return tuple(plan_responsible)


def status_of(reports: Sequence[Report | None]) -> Status:
    """The status that follows from the accountable departments' reports, None for one that has not reported."""
    statuses = [report.status if report else Status.NOT_STARTED for report in reports]
    if not statuses:
        return Status.NOT_STARTED
    if len(set(statuses)) == 1:
        return statuses[0]
    if all(status in DONE for status in statuses):
        return Status.COMPLETED
    return Status.IN_PROGRESS


def task_progress(
    names: Iterable[str],
    reports: Mapping[str, Report],
    notes: int,
    resolve: Callable[[str], str],
    members_of: Callable[[str], Sequence[str]],
) -> TaskProgress:
    """The progress of a task whose accountable departments are `names`.

    `reports` maps departments' own names to their latest reports. A group counts as its members do once
    one of them has reported; a task that names nobody counts as its reporters do.
    """
    expected: list[str] = []
    for name in dict.fromkeys(resolve(name) for name in names):
        members = [resolve(member) for member in members_of(name)]
        expected += members if name not in reports and any(m in reports for m in members) else [name]
    expected = list(dict.fromkeys(expected)) or list(reports)
    found = [reports.get(name) for name in expected]
    percents = [report.share_done if report else 0 for report in found]
    return TaskProgress(
        status=status_of(found),
        percent=sum(percents) // len(percents) if percents else 0,
        notes=notes,
        reported=tuple(name for name in expected if name in reports),
        missing=tuple(name for name in expected if name not in reports),
    )
