"""Changes of tasks since a day or a state of the ledger: what was stored, and where each task stood then and stands now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.model.terms import Light, Status
from plantui.store.index import bits

from .office import office_of
from .workspace import Workspace

if TYPE_CHECKING:
    from datetime import datetime

    from plantui.model.actual import Actual
    from plantui.model.event import Event
    from plantui.model.requirement import RequirementReport
    from plantui.model.since import Since
    from plantui.store.index.library import TaskEntry
    from plantui.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Standing:
    """Light, status and percent of a task at one time."""

    light: Light
    status: Status
    percent: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """A revision of a note or event that was stored, with what it says otherwise than the one before it."""

    stored: Note | Event
    requirements: tuple[RequirementReport, ...] = ()
    """Words on single requirements that the revision before did not say so."""
    actuals: tuple[Actual, ...] = ()
    """Actual values that the revision before did not give."""

    @property
    def order(self) -> tuple[datetime, str]:
        """The place in the order of writing, which no merge changes."""
        return self.stored.written_at, self.stored.id


@dataclass(frozen=True, slots=True)
class TaskChange:
    """The changes of one task, or with no key the office-wide choices, in the order in which they were stored."""

    key: TaskKey | None
    task: TaskEntry | None
    """The task, None where no plan has it any more."""
    then: Standing | None
    now: Standing | None
    changes: tuple[Change, ...]

    @property
    def last(self) -> datetime:
        """The moment of the latest change."""
        return max(one.stored.written_at for one in self.changes)


def task_changes(workspace: Workspace, ledger: Ledger, since: Since) -> list[TaskChange]:
    """Return the changes by task, in the order of the plans; tasks that no plan has, and choices, come last.

    A task stood then as the ledger and the day were: what was entered later of an earlier day did not count. Raises
    UsageError for a state that the ledger does not know.
    """
    notes, events = ledger.changes_since(since)
    before = ledger.revisions({note.supersedes for note in notes if note.supersedes})
    of_task: dict[TaskKey | None, list[Change]] = {}
    for note in notes:
        of_task.setdefault(note.key, []).append(_change_of(note, before.get(note.supersedes or "")))
    for event in events:
        of_task.setdefault(event.key, []).append(Change(event))
    keys = [key for key in of_task if key is not None]
    day, reports = ledger.reports_at(since, keys)
    then = workspace.as_it_was(day, reports, office_of(ledger, day))
    rows = workspace.library.rows_of(keys)
    tasks = {task.pk: task for task in workspace.library.tasks(sorted(rows.values()))}
    stood, stands = (_standings(one, tasks) for one in (then, workspace))
    found = [
        TaskChange(key, tasks.get(pk), stood.get(pk), stands.get(pk), _in_order(of_task[key]))
        for key, pk in ((key, rows.get(key, -1)) for key in keys)
    ]
    found.sort(key=lambda one: one.task.pk if one.task else len(tasks) + workspace.library.live.bit_length())
    choices = of_task.get(None, [])
    return [*found, *([TaskChange(None, None, None, None, tuple(choices))] if choices else [])]


def _change_of(note: Note, before: Note | None) -> Change:
    said, was = note.content, before.content if before else None
    return Change(
        note,
        tuple(one for one in said.requirements if was is None or one not in was.requirements),
        tuple(one for one in said.actuals if was is None or one not in was.actuals),
    )


def _in_order(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda one: one.order)) if len(changes) > 1 else tuple(changes)


def _standings(workspace: Workspace, rows: Collection[int]) -> dict[int, Standing]:
    """Return where the tasks of these row numbers stand. Very many have few different standings, each made once."""
    lights = workspace.lights_by_row(bits.from_rows(rows))
    standing = cache(Standing)
    progress = ((pk, workspace.progress_of(pk)) for pk in rows)
    return {pk: standing(lights[pk], one.status, one.percent) for pk, one in progress}
