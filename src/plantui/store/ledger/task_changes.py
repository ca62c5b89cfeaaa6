"""Number of changes that a ledger holds of each task, and the moment of the last; those of the whole office."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

from plantui.model.key import TaskKey

from .records import moment_of

_OF_TASKS = (
    "SELECT plan, task, count(*), max(written_at) FROM (SELECT plan, task, written_at FROM note UNION ALL "
    "SELECT plan, task, written_at FROM event WHERE task <> '') GROUP BY plan, task"
)

_OF_OFFICE = "SELECT count(*) FROM event WHERE task = ''"


class LedgerChanges(NamedTuple):
    """Changes that a ledger holds; each number only grows, by merging too."""

    of_office: int
    """Number of choices of the whole office: light rules, periods and the like."""
    of_tasks: dict[TaskKey, TaskChanges]
    """The changes of every task of which anything was ever said."""

    def of(self, key: TaskKey) -> TaskChanges:
        """Return the changes of a task."""
        return self.of_tasks.get(key, NEVER)


class TaskChanges(NamedTuple):
    """Changes of a task: revisions of its notes, steps taken with them, extensions; each undo and redo is one more."""

    times: int
    """Their number, which only grows."""
    last: datetime | None
    """The moment of the last, UTC; None for none."""


NEVER = TaskChanges(0, None)
"""The changes of a task of which nothing was ever said."""
NO_CHANGES = LedgerChanges(0, {})
"""The changes that are in no ledger."""


def ledger_changes(connection: sqlite3.Connection) -> LedgerChanges:
    """Return the changes of the office and of every task, whatever of them counts now."""
    ((of_office,),) = connection.execute(_OF_OFFICE)
    of_tasks = {
        TaskKey(plan, task): TaskChanges(count, moment_of(last))
        for plan, task, count, last in connection.execute(_OF_TASKS)
    }
    return LedgerChanges(of_office, of_tasks)
