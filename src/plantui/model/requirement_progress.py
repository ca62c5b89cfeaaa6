"""Standing of a task's dated requirements, as it follows from the words of its accountable departments."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .dates import RequirementDate, current_dates
from .terms import DONE

if TYPE_CHECKING:
    from .event import Extension
    from .plan import Deadline
    from .progress import Report, TaskProgress
    from .requirement import RequirementReport


class RequirementProgress(NamedTuple):
    """A dated requirement with what its accountable departments say of it together."""

    dates: RequirementDate
    is_done: bool = False
    """True where every accountable department has done it, or says that the whole task is completed."""
    done_on: date | None = None
    """The day by which all had done it; None while open, and where one of them gives no day."""
    percent: int | None = None
    """The mean of the departments' percents for it, rounded down; None where none of them gave one."""
    percent_from: int = 0
    """Number of departments that `percent` is the mean of."""
    accountable: int = 0
    """Number of departments that decide whether it is done."""
    missing: tuple[str, ...] = ()
    """Accountable departments that do not say that it is done, where others do."""

    @property
    def requirement(self) -> Deadline:
        """The requirement as the plan has it."""
        return self.dates.requirement


class FormerWord(NamedTuple):
    """A department's word on a requirement that the plan no longer has in that wording."""

    department: str
    word: RequirementReport


def requirement_progress(
    deadlines: Sequence[Deadline],
    extensions: Collection[Extension],
    reports: Mapping[str, Report | None],
) -> tuple[RequirementProgress, ...]:
    """Return the standing of each requirement of a task, in the order of the plan.

    `reports` are those of all departments that the task's status follows from, None for one that has not reported.
    """
    return tuple(_standing(dates, reports) for dates in current_dates(deadlines, extensions))


def standing_of_whole(dates: RequirementDate, progress: TaskProgress) -> RequirementProgress:
    """Return the standing of a requirement of a task whose reports say nothing of single ones."""
    reports: dict[str, Report | None] = dict(zip(progress.reported, progress.reports, strict=True))
    return _standing_of_whole(dates, reports | dict.fromkeys(progress.missing))


def former_words(deadlines: Sequence[Deadline], reports: Mapping[str, Report]) -> tuple[FormerWord, ...]:
    """Return the words on requirements that the plan has in other words by now, or no more: they change nothing."""
    return tuple(
        FormerWord(department, word)
        for department, report in reports.items()
        for word in report.requirements
        if word.requirement not in deadlines
    )


def _standing(dates: RequirementDate, reports: Mapping[str, Report | None]) -> RequirementProgress:
    if not any(report.requirements for report in reports.values() if report):
        return _standing_of_whole(dates, reports)
    words = {name: _word(report, dates.requirement) for name, report in reports.items()}
    has_done = {
        name: _has_completed(reports[name]) or bool(word and word.is_done) for name, word in words.items()
    }
    is_done = bool(has_done) and all(has_done.values())
    days = [word.done_on if word and word.is_done else None for word in words.values()]
    known = [day for day in days if day is not None]
    percents = [100 if has_done[name] else word.percent if word else None for name, word in words.items()]
    given = [percent for percent in percents if percent is not None]
    return RequirementProgress(
        dates,
        is_done,
        max(known) if is_done and len(known) == len(days) else None,
        sum(given) // len(given) if given else None,
        len(given),
        len(reports),
        tuple(name for name, done in has_done.items() if not done) if any(has_done.values()) else (),
    )


def _standing_of_whole(dates: RequirementDate, reports: Mapping[str, Report | None]) -> RequirementProgress:
    """Return what holds of a requirement where nobody speaks of single ones: only who has completed the task has done it."""
    open_with = [name for name, report in reports.items() if not _has_completed(report)]
    done = len(reports) - len(open_with)
    return RequirementProgress(
        dates,
        bool(done) and not open_with,
        percent=100 if done else None,
        percent_from=done,
        accountable=len(reports),
        missing=tuple(open_with) if done else (),
    )


def _has_completed(report: Report | None) -> bool:
    return report is not None and report.status in DONE


def _word(report: Report | None, requirement: Deadline) -> RequirementReport | None:
    words = report.requirements if report else ()
    return next((word for word in words if word.requirement == requirement), None)
