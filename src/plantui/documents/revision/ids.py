"""Keeps the ids of a plan through a revision: progress notes hang on them, whatever number a task is printed with."""

from __future__ import annotations

from dataclasses import replace

from plantui.model.plan import Plan

from .change import Revision


def with_old_ids(old: Plan, new: Plan, revision: Revision) -> Plan:
    """The new plan, each task that the old one had under its old id.

    A task that was added never gets an id that the old plan used, not even a dropped task's: notes may hang on it.
    """
    before = {now: was for was, now in revision.ids.items()}
    taken = {task.id for task in old.tasks}
    tasks = []
    for task in new.tasks:
        ident = before.get(task.id) or _free(task.id, taken)
        taken.add(ident)
        tasks.append(replace(task, id=ident))
    return replace(new, info=replace(new.info, id=old.info.id), tasks=tuple(tasks))


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
