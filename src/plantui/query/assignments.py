"""Assignments of tasks to their accountable departments: which are to be confirmed, appealed or adjusted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from plantui.model.acknowledging import AssignmentStanding, standing_of
from plantui.model.assignment import AssignmentState
from plantui.model.progress import TaskProgress
from plantui.model.terms import Role
from plantui.store.index import bits

from .beside import EventsOfTasks
from .noted import rows_by_progress

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.store.index.library import Library, TaskEntry

    from .plan_sets import PlanSets

_ACCOUNTABLE = (Role.LEAD, Role.SHARED, Role.RESPONSIBLE)


def standings_of(
    library: Library, task: TaskEntry, progress: TaskProgress, said: Sequence[Event]
) -> list[AssignmentStanding]:
    """Return how the assignment of a task stands with each accountable department, by the names of today.

    `said` are the words on it that count, in their order.
    """
    region = library.plan_at[task.plan].region
    last = {library.registry.resolve(region, event.department).name: event for event in said}
    return [
        standing_of(name, last.get(name), has_reported=has_reported)
        for names, has_reported in ((progress.reported, True), (progress.missing, False))
        for name in names
    ]


def assignment_sets(
    library: Library,
    plan_sets: PlanSets,
    progress: Mapping[int, TaskProgress],
    said: EventsOfTasks,
    state_of: Callable[[TaskEntry], AssignmentState | None],
) -> dict[AssignmentState, int]:
    """Return the tasks by the state of their assignments, in the order of the states."""
    assigned = bits.union(map(plan_sets.of_role, _ACCOUNTABLE))
    assigned |= bits.union(plan_sets.of_plan(plan) for plan in library.plans if plan.responsible)
    to_confirm = assigned & library.live
    for one, rows in rows_by_progress(progress):
        if not one.missing:
            to_confirm &= ~bits.from_rows(rows)
    spoken_of = library.rows_of(said).values()
    found = dict.fromkeys(AssignmentState, 0)
    found[AssignmentState.TO_CONFIRM] = to_confirm & ~bits.from_rows(spoken_of)
    for task in library.tasks(sorted(spoken_of)):
        if state := state_of(task):
            found[state] |= 1 << task.pk
    return found
