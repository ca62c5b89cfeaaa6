"""A task's progress, as it follows from its departments' latest notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from .terms import DONE, NOT_BEGUN, SETTLED, Role, Status

if TYPE_CHECKING:
    from .event import Extension
    from .period import Period
    from .plan import Deadline, Departments
    from .requirement import RequirementReport
    from .stages import NoteStage


class Report(NamedTuple):
    """The latest report of one department on one task, with its standing words on single requirements."""

    status: Status
    percent: int | None = None
    """Percent as stated, 0 to 100; None where none was."""
    requirements: tuple[RequirementReport, ...] = ()
    """Its standing words on single requirements, over all of its notes that count; each in the wording that it speaks of."""
    stage: NoteStage | None = None
    """Stage that its latest note has reached in checking and closing; None for one that no step was taken with."""
    waiting: NoteStage | None = None
    """Submitted or returned, where a note of the department waits for the next hand; else None."""
    as_of: date | None = None
    """The day that its latest note speaks of; None where it is not known."""

    @property
    def percent_done(self) -> int | None:
        """The percent that counts for the task: 100 once done, None where no figure was given."""
        return 100 if self.status in DONE else self.percent

    def after(self, older: Report) -> Report:
        """Return this report with what an older one of the same department says of single requirements."""
        if not older.requirements:
            return self
        from .requirement import standing

        return self._replace(requirements=tuple(standing([older.requirements, self.requirements]).values()))


class TaskReports(NamedTuple):
    """The reports of one task, as its counting notes give them."""

    reports: dict[str, Report]
    """The latest report of each department, by the name that it had then, the newest last."""
    notes: int
    """Number of notes that count."""
    last_day: date | None = None
    """The latest day that a counting note speaks of; None without notes, and where it is not known."""
    extensions: tuple[Extension, ...] = ()
    """The extensions of the task's dates that count, oldest first."""
    is_staged: bool = False
    """True where steps of checking and closing were taken with its notes."""

    @property
    def speaks_of_dates(self) -> bool:
        """True where a report speaks of single requirements, or a date was extended."""
        if self.extensions:
            return True
        for report in self.reports.values():  # noqa: SIM110 - asked of every task with notes
            if report.requirements:
                return True
        return False


NO_REPORTS = TaskReports({}, 0)
"""The reports of a task of which nothing counts."""


class TaskProgress(NamedTuple):
    """A task's status and who stands behind it. Two are equal where all but the reports is."""

    status: Status = Status.NOT_STARTED
    percent: int | None = None
    """The mean of the accountable departments' percents, rounded down; None where none of them gave one."""
    percent_from: int = 0
    """Number of departments that `percent` is the mean of."""
    notes: int = 0
    """Number of notes that count now, of all departments."""
    reported: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Accountable departments that have not reported."""
    others: tuple[str, ...] = ()
    """Departments that have reported without being accountable, such as supporting ones."""
    reports: tuple[Report, ...] = ()
    """The latest reports of the departments in `reported`, in their order."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TaskProgress) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])

    @property
    def accountable(self) -> int:
        """Number of departments that the status follows from, those that have not reported included."""
        return len(self.reported) + len(self.missing)

    @property
    def stage(self) -> NoteStage | None:
        """The stage of the accountable departments' latest notes that is least far; None where nobody has reported."""
        if not self.reports:
            return None
        from .stages import least_far

        return least_far(report.stage for report in self.reports)

    def owing(self, period: Period) -> tuple[str, ...]:
        """Return the accountable departments that have yet to report in a period, those that never did first.

        The reports are those as of the period's end, or of an earlier day in it.
        """
        late = (
            name for name, report in zip(self.reported, self.reports, strict=False) if owes(report, period)
        )
        return (*self.missing, *late)


def owes(report: Report, period: Period) -> bool:
    """Return whether a department whose latest report that is still has to report in a period.

    Once it has said that the task is completed, or stopped by decision, it owes nothing more; a standing duty is
    owed each period. A report of an unknown day counts as one of the period.
    """
    return not has_ended(report) and report.as_of is not None and report.as_of < period.first


def has_ended(report: Report) -> bool:
    """Return whether a department has said that the task is completed, or stopped by decision."""
    return report.status in _ENDED


_ENDED = DONE | {Status.STOPPED}


def accountable(departments: Departments, plan_responsible: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the departments whose notes decide a task's status: lead, else shared, else responsible."""
    for role in (Role.LEAD, Role.SHARED, Role.RESPONSIBLE):
        if names := departments.of(role):
            return names
    return tuple(plan_responsible)


def status_of(reports: Sequence[Report | None]) -> Status:
    """Return the status that follows from the accountable departments' reports, None for one that has not reported."""
    statuses = [report.status if report else Status.NOT_STARTED for report in reports]
    if not statuses:
        return Status.NOT_STARTED
    if len(set(statuses)) == 1:
        return statuses[0]
    if DONE.issuperset(statuses):
        return Status.COMPLETED
    if NOT_BEGUN.issuperset(statuses):
        # Where all wait or have stopped by decision, so does the task; else somebody still has to begin.
        return Status.NOT_STARTED if Status.NOT_STARTED in statuses else Status.DEFERRED
    return Status.IN_PROGRESS


def with_all_done(report: Report, deadlines: Sequence[Deadline]) -> Report:
    """Return the report as it counts for the task: completed where it says of each requirement that it is done.

    A status that is never late was chosen, with a reason, for the whole task and stands.
    """
    if not deadlines or report.status in SETTLED:
        return report
    done = {word.requirement for word in report.requirements if word.is_done}
    return report._replace(status=Status.COMPLETED) if done.issuperset(deadlines) else report


def task_progress(
    names: Iterable[str],
    reports: Mapping[str, Report],
    notes: int,
    resolve: Callable[[str], str],
    members_of: Callable[[str], Sequence[str]],
    deadlines: Sequence[Deadline] = (),
) -> TaskProgress:
    """Return the progress of a task whose accountable departments are `names` and whose dated requirements `deadlines`.

    `reports` maps departments' own names to their latest reports; one that has done all requirements counts as
    completed, so the requirements are needed only where a report speaks of them. A group counts as its members do once
    one of them has reported; a task that names nobody counts as its reporters do.
    """
    own_names = dict.fromkeys([resolve(name) for name in names])
    reporters: dict[str, None] = {}
    for name in own_names:
        if name in reports:
            reporters[name] = None
        else:
            reporters.update(dict.fromkeys(_reporters(name, reports, resolve, members_of)))
    expected = list(reporters) or list(reports)
    reported = [name for name in expected if name in reports]
    found = [with_all_done(reports[name], deadlines) for name in reported]
    percents = [percent for report in found if (percent := report.percent_done) is not None]
    missing = [name for name in expected if name not in reports]
    return TaskProgress(
        status=status_of([*found, *[None] * len(missing)]),
        percent=sum(percents) // len(percents) if percents else None,
        percent_from=len(percents),
        notes=notes,
        reported=tuple(reported),
        missing=tuple(missing),
        others=tuple([name for name in reports if name not in expected]),
        reports=tuple(found),
    )


def _reporters(
    name: str,
    reports: Mapping[str, Report],
    resolve: Callable[[str], str],
    members_of: Callable[[str], Sequence[str]],
    above: frozenset[str] = frozenset(),
) -> list[str]:
    """Return who is to report for a department: itself, or those below it once one of them has reported."""
    if name in above:  # a group that contains itself: an error of its file, told elsewhere
        return []
    members = () if name in reports else members_of(name)
    if not members:
        return [name]
    inner = above | {name}
    found = (_reporters(resolve(member), reports, resolve, members_of, inner) for member in members)
    below = [*chain.from_iterable(found)]
    return below if any(one in reports for one in below) else [name]
