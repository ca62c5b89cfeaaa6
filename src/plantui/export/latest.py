"""The latest note of each department on the tasks of a summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from plantui.store.ledger import Ledger

_FEW = 50
"""Up to this many tasks of a plan are asked for one by one; beyond it the plan's newest notes are read at once."""


def latest_notes(workspace: Workspace, tasks: int, ledger: Ledger) -> dict[TaskKey, tuple[Note, ...]]:
    """Return the latest note of every department on each task of a set that has any, as of the workspace's day.

    Departments from which the task's status follows come first, in the order of the plan.
    """
    library, progress = workspace.library, workspace.progress
    found: dict[TaskKey, tuple[Note, ...]] = {}
    for plan in library.plans:
        pks = bits.rows_of(tasks & workspace.plan_sets.of_plan(plan))
        keys = library.keys_by_row([pk for pk in pks if pk in progress])
        shown = {key: pk for pk, key in keys.items()}
        for key, notes in _by_task(ledger, workspace, plan.id, shown).items():
            first = workspace.progress[shown[key]].reported
            names = {
                note.department: library.registry.resolve(plan.region, note.department).name for note in notes
            }
            found[key] = _one_each(notes, names, first)
    return found


def _by_task(
    ledger: Ledger, workspace: Workspace, plan: str, shown: Iterable[TaskKey]
) -> dict[TaskKey, list[Note]]:
    """Return the notes that count on each of these tasks of a plan, of many tasks the newest of each department alone."""
    found: dict[TaskKey, list[Note]] = {key: [] for key in shown}
    only = workspace.counting.notes if workspace.counting else None
    if len(found) <= _FEW:
        notes: Iterable[Note] = (
            note for key in found for note in ledger.notes(key=key, today=workspace.today)
        )
    else:
        notes = (note for note in ledger.newest_notes(plan, workspace.today, only) if note.key in found)
    for note in notes:
        if only is None or note.id in only:
            found[note.key].append(note)
    return found


def _one_each(notes: Iterable[Note], names: Mapping[str, str], first: tuple[str, ...]) -> tuple[Note, ...]:
    """Return the newest note of each department, those in `first` before the others, of which the newest stands last.

    `names` are the departments' present names.
    """
    latest: dict[str, Note] = {}
    for note in notes:  # the newest last
        latest.pop(names[note.department], None)
        latest[names[note.department]] = note
    ordered = [*(name for name in first if name in latest), *(name for name in latest if name not in first)]
    return tuple(latest[name] for name in ordered)
