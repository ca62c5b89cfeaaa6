"""Choosing for which department, and on which of several tasks, one joint note is written."""

from __future__ import annotations

from typing import NamedTuple

from plantui.model.department import DepartmentRef
from plantui.store.index import bits
from plantui.store.index.library import TaskEntry

from .session import Session

MOST_TASKS = 1000
"""Number of tasks that one joint note may be written on."""


class JointNote(NamedTuple):
    """The department that reports on several tasks at once, and the tasks that it may report on."""

    department: str
    tasks: tuple[TaskEntry, ...]
    """At least one."""
    left_out: tuple[TaskEntry, ...]
    """The tasks that somebody else reports on."""


def joint_note(session: Session, tasks: int) -> JointNote | None:
    """Return who reports on the tasks of a set, None where nobody may report on any.

    It is the own department where it may report on one of them, else the one that may report on most.
    """
    entries = session.library.tasks(bits.rows_of(tasks))
    reporters = [_reporters(session, task) for task in entries]
    counts: dict[DepartmentRef, int] = {}
    for refs in reporters:
        for ref in refs:
            counts[ref] = counts.get(ref, 0) + 1
    if not counts:
        return None
    own = session.own_department
    chosen = own if own in counts and own is not None else max(counts, key=counts.__getitem__)
    may = [chosen in refs for refs in reporters]
    return JointNote(
        chosen.name,
        tuple(task for task, is_one in zip(entries, may, strict=True) if is_one),
        tuple(task for task, is_one in zip(entries, may, strict=True) if not is_one),
    )


def _reporters(session: Session, task: TaskEntry) -> list[DepartmentRef]:
    region = session.library.plan_at[task.plan].region
    return [DepartmentRef(region, name) for name in session.reporters(task)]
