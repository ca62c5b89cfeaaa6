"""Stages of the notes of one task or of all at once, in one reading of the steps.

Steps of notes that do not count on the as-of day, and of revisions that a later one has taken the place of, change nothing.
A revision by which undo or redo brought an earlier one back has come as far as that one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date, tzinfo
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.key import TaskKey
from plantui.model.progress import TaskReports

from .effective import effective
from .log_part import WHOLE_LOG, LogPart
from .readable import UnreadableRow, readable_events

if TYPE_CHECKING:
    from plantui.model.stages import StageState

_OF_DEPARTMENTS = """
    SELECT plan, task, department, id FROM note INDEXED BY note_by_task
    WHERE (plan, task, department) IN (
        SELECT DISTINCT plan, task, department FROM note WHERE id IN (SELECT value FROM json_each(:notes))
    ) AND {counting}
    ORDER BY plan, task, department, as_of, written_at, id
"""


class StagedNotes(NamedTuple):
    """The stages of notes that count, as far as steps were taken with them."""

    states: dict[str, StageState]
    """By the id of the revision; also of revisions that do not count any more."""
    unreadable: list[UnreadableRow]


def stages_on(
    connection: sqlite3.Connection,
    today: date | None = None,
    zone: tzinfo | None = None,
    key: TaskKey | None = None,
    part: LogPart = WHOLE_LOG,
) -> StagedNotes:
    """Return the stages of one task's notes, or of all, by the steps that count on the as-of day in the zone.

    Without a day the steps that count now; `part` is the part of the log that they are looked for in.
    """
    revisions, unreadable = readable_events(connection, "stage", key, part)
    steps = sorted(effective(revisions, today, zone), key=lambda event: (event.written_at, event.id))
    if not steps:
        return StagedNotes({}, unreadable)
    from plantui.model.stages import stage_states

    from .restored import restored_revisions

    return StagedNotes(stage_states(steps, restored_revisions(connection, key)), unreadable)


def add_stages(
    connection: sqlite3.Connection,
    states: dict[str, StageState],
    counting: str,
    facts: dict[str, str],
    found: dict[TaskKey, TaskReports],
) -> None:
    """Give the reports found the stages of their notes."""
    if not states:
        return
    from plantui.model.staged_report import staged
    from plantui.model.stages import SAVED

    for key, department, notes in _counting_notes(connection, states, counting, facts):
        of_task = found.get(key)
        report = of_task.reports.get(department) if of_task else None
        if of_task is None or report is None:
            continue  # the row is among the unreadable ones already
        later = of_task.reports[department] = staged(report, [states.get(note, SAVED) for note in notes])
        if later.stage or later.waiting:
            found[key] = of_task._replace(is_staged=True)


def _counting_notes(
    connection: sqlite3.Connection, states: dict[str, StageState], counting: str, facts: dict[str, str]
) -> Iterator[tuple[TaskKey, str, list[str]]]:
    """Yield the notes that count of every department with a staged note on a task, oldest first."""
    sql = _OF_DEPARTMENTS.format(counting=counting)
    rows = connection.execute(sql, {**facts, "notes": json.dumps([*states])})
    for (plan, task, department), notes in groupby(rows, key=lambda row: (row[0], row[1], row[2])):
        yield TaskKey(plan, task), department, [note for *_, note in notes]
