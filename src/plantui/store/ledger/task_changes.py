"""Number of changes that a ledger holds of each task, and the moment of the last."""

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


class TaskChanges(NamedTuple):
    """Changes of a task: revisions of its notes, steps taken with them, extensions; each undo and redo is one more."""

    times: int
    """Their number, which only grows."""
    last: datetime
    """The moment of the last, UTC."""


def task_changes(connection: sqlite3.Connection) -> dict[TaskKey, TaskChanges]:
    """Return the changes of every task of which anything was ever said, whatever counts now."""
    return {
        TaskKey(plan, task): TaskChanges(count, moment_of(last))
        for plan, task, count, last in connection.execute(_OF_TASKS)
    }
