"""The latest note of each department on the tasks of a summary."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.query.lateness import late_notes
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from plantui.store.index.library import PlanEntry, TaskEntry
from plantui.store.ledger import Ledger

_FEW = 50
"""Up to this many tasks of a plan are looked for by themselves; beyond it all of the plan are gone through."""

Notes = Mapping[int, tuple[Note, ...]]
"""The latest note of each department on tasks, by their row numbers."""


class LatestNotes:
    """The latest note of every department on each task of a set, as of the workspace's day.

    Held are only the places of the notes, as they were when it was made; the notes themselves are read for some tasks at a
    time, so that those of a large ledger are never in memory together.
    """

    def __init__(self, workspace: Workspace, tasks: int, ledger: Ledger) -> None:
        """Look for the places. Raises plantui.model.problem.DataError where the ledger cannot be read."""
        self._workspace = workspace
        self._ledger = ledger
        self._only = workspace.counting.notes if workspace.counting else None
        self._tasks = array("I")
        """The row number of the task of each note, ascending."""
        self._rows = array("Q")
        """The row of each note in the ledger."""
        for plan in sorted(workspace.library.plans):
            if wanted := tasks & workspace.plan_sets.of_plan(plan):
                self._look_in(plan, wanted)

    def _look_in(self, plan: PlanEntry, wanted: int) -> None:
        """Add the places of the notes on some tasks of a plan."""
        known = self._workspace.library.rows_by_id(plan, bits.rows_of(wanted))
        tasks = known if len(known) <= _FEW else None
        places = self._ledger.newest_places(plan.id, self._workspace.today, self._only, tasks)
        found = sorted([(known[task], row) for task, row in places if task in known])
        self._tasks.extend([pk for pk, _ in found])
        self._rows.extend([row for _, row in found])

    def of(self, tasks: Iterable[TaskEntry]) -> Notes:
        """Return the notes on these tasks that have some, in their order.

        Departments from which the task's status follows come first, in the order of the plan. Raises
        plantui.model.problem.DataError where the ledger cannot be read.
        """
        plan_at = self._workspace.library.plan_at
        known, rows_of = self._tasks, self._rows
        rows: list[int] = []
        of_task: dict[TaskKey, list[Note]] = {}
        noted: list[tuple[TaskEntry, list[Note]]] = []
        for task in tasks:
            at = bisect_left(known, task.pk)
            if at < len(known) and known[at] == task.pk:
                rows += rows_of[at : bisect_right(known, task.pk, at)]
                key = TaskKey(plan_at[task.plan].id, task.id)
                noted.append((task, of_task.setdefault(key, [])))
        if rows:
            for note in self._ledger.newest_notes(rows, self._workspace.today, self._only):
                of_task[note.key].append(note)
        return {
            task.pk: self._one_each(task, notes) if len(notes) > 1 else tuple(notes) for task, notes in noted
        }

    def _one_each(self, task: TaskEntry, notes: Sequence[Note]) -> tuple[Note, ...]:
        """Return the newest note of each department, those that decide before the others, of which the newest stands last."""
        library = self._workspace.library
        region = library.plan_at[task.plan].region
        first = self._workspace.progress_of(task.pk).reported
        latest: dict[str, Note] = {}
        for note in notes:  # the newest last
            name = library.registry.resolve(region, note.department).name
            latest.pop(name, None)
            latest[name] = note
        ordered = [
            *(name for name in first if name in latest),
            *(name for name in latest if name not in first),
        ]
        return tuple(latest[name] for name in ordered)

    def late(self, notes: Notes) -> frozenset[str] | None:
        """Return the ids of those notes that came after their period was closed; None where the office has no closing day."""
        return late_notes(
            self._ledger, [*chain.from_iterable(notes.values())], self._workspace.office.reporting
        )
