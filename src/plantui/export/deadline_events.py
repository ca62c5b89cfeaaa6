"""Deadlines of tasks as events of a calendar, each with a name that stays and a number that grows with every change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from plantui.model.dates import RequirementDate, current_dates, former_extensions
from plantui.model.key import TaskKey
from plantui.model.terms import SETTLED

if TYPE_CHECKING:
    from plantui.model.plan import Deadline
    from plantui.model.requirement_progress import RequirementProgress
    from plantui.query.rows import TaskRow
    from plantui.store.ledger.task_changes import LedgerChanges


@dataclass(frozen=True, slots=True)
class DeadlineEvent:
    """A dated requirement as an event."""

    uid: str
    """Its name in every calendar. An extension or another wording does not change it."""
    dates: RequirementDate
    is_cancelled: bool
    """True where it need not be kept in mind any more: done, stopped, set aside, or in the plan no longer."""
    sequence: int
    """Number of its version: a calendar keeps the event with the larger one."""
    changed: datetime | None
    """The moment of the last change; None where nothing was ever said of the task."""
    standing: RequirementProgress | None = None
    """Standing of it, as reported; None for one that the plan has no longer."""


def deadline_events(row: TaskRow, changes: LedgerChanges, as_of: date) -> Iterator[DeadlineEvent]:
    """Yield the events of a task: a requirement each, in the order of the plan, then those of former wordings.

    `changes` are those that the ledger holds.
    """
    count, last = version_of(row.key, changes, as_of)
    is_settled = row.progress.status in SETTLED
    names = _Names(row.key)
    for one in row.requirements:
        uid = names.next(one.requirement)
        yield DeadlineEvent(uid, one.dates, one.is_done or is_settled, count, last, one)
    for dates in _former(row):
        if uid := names.next_unknown(dates.requirement):
            yield DeadlineEvent(uid, dates, True, count, last)


def version_of(key: TaskKey, changes: LedgerChanges, as_of: date) -> tuple[int, datetime | None]:
    """Return the number of the version of a task's events, and the moment of the last change."""
    times, last = changes.of(key)
    return sequence_of(as_of, changes.of_office + times), last


def task_uid(key: TaskKey) -> str:
    """Return the name of a task in every calendar."""
    return _uid(key.plan, key.task)


def sequence_of(as_of: date, changes: int) -> int:
    """Return the number of an event's version: the as-of day first, then the changes that the ledger holds.

    A plan's file does not tell which edition came after which, nor does any clock: what another edition says, or a
    filter, or the end of a working day makes of an event, shows in no count of changes. So each later day makes the number
    grow, changed or not; that a calendar takes up what it has already harms nothing. On one day the ledger decides, which
    only grows. The numbers of RFC 5545 have 31 bits: enough for 9,999 changes a day until the year 2587.
    """
    days = min(max((as_of - _FIRST_DAY).days, 0), _LAST_NUMBER // _A_DAY - 1)
    return days * _A_DAY + min(changes, _A_DAY - 1)


_FIRST_DAY = date(2000, 1, 1)
_A_DAY = 10_000
"""Numbers of a day."""
_LAST_NUMBER = 2**31 - 1


def _former(row: TaskRow) -> tuple[RequirementDate, ...]:
    """Return the requirements that the ledger speaks of and the plan has no more, with their dates."""
    extensions = former_extensions(row.whole.deadlines, row.extensions)
    words = (former.word.requirement for former in row.former_words)
    return current_dates(tuple(dict.fromkeys((*words, *(one.requirement for one in extensions)))), extensions)


class _Names:
    """The names of a task's events, which follow from plan, task and first date: the wording may be corrected.

    Of several requirements with one date the first has that of the date alone, the others are numbered.
    """

    def __init__(self, key: TaskKey) -> None:
        self._key = key
        self._times: Counter[date] = Counter()

    def next(self, requirement: Deadline) -> str:
        """Return the name of the next requirement."""
        self._times[requirement.due] += 1
        return self._name(requirement.due, self._times[requirement.due])

    def next_unknown(self, requirement: Deadline) -> str:
        """Return the name of a requirement of which the plan has none with its date; empty where it has."""
        if self._times[requirement.due]:
            return ""
        return self.next(requirement)

    def _name(self, due: date, time: int) -> str:
        return _uid(self._key.plan, self._key.task, due.isoformat(), *([str(time)] if time > 1 else []))


def _uid(*parts: str) -> str:
    return f"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}@plantui"
