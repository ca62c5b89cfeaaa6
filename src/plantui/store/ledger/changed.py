"""Rows that were stored since a day or a state of the ledger; what a merge brought counts from when it came in."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.problem import UsageError
from plantui.model.progress import TaskReports

from .latest import latest
from .log_part import stored_by
from .records import moment_text, select_events, select_notes

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.model.note import Note

_FEW = 50_000
"""Tasks up to which their notes are looked up; of more, all notes are read in their order."""


def action_before(connection: sqlite3.Connection, moment: datetime, ledger: str) -> int:
    """Return the number of the last action that was done in this ledger before a moment, 0 without any.

    Actions that a merge brought stand before the action of their receiving, whatever their own moments say: going
    back, the first own action that is older ends the search.
    """
    rows = connection.execute("SELECT seq, written_at, ledger FROM action ORDER BY seq DESC")
    try:
        for seq, written_at, done_in in rows:
            if done_in in ("", ledger) and written_at < moment_text(moment):
                return int(seq)
    finally:
        rows.close()
    return 0


def action_of(connection: sqlite3.Connection, cut: str) -> int:
    """Return the number of the action that names a state of the ledger. Raises UsageError where it is not in this one."""
    row = connection.execute("SELECT seq FROM action WHERE id = ?", (cut,)).fetchone()
    if row is None:
        raise UsageError("ledger.no_cut", cut=cut)
    return int(row[0])


def day_of_action(connection: sqlite3.Connection, action: int, zone: tzinfo | None) -> date:
    """Return the day of the action of this number in the zone."""
    (written,) = connection.execute("SELECT written_at FROM action WHERE seq = ?", (action,)).fetchone()
    return datetime.fromisoformat(written).astimezone(zone).date()


def changed_tasks(connection: sqlite3.Connection, action: int) -> set[TaskKey]:
    """Return the tasks of which anything was stored after the action of this number: notes, stages, extensions."""
    then = stored_by(connection, action)
    found: set[TaskKey] = set()
    for table in then.ends:
        rows = connection.execute(
            f"SELECT plan, task FROM {table} WHERE plan != '' AND {then.came_later(table)}"
        )
        found.update(map(TaskKey._make, rows))
    return found


def changes_after(connection: sqlite3.Connection, action: int) -> tuple[list[Note], list[Event]]:
    """Return the revisions of notes and events that were stored after the action of this number, oldest first."""
    then = stored_by(connection, action)
    notes = select_notes(connection, then.came_later("note"))
    return notes, select_events(connection, then.came_later("event")) if "event" in then.ends else []


def reports_then(
    connection: sqlite3.Connection, keys: Collection[TaskKey], action: int, today: date, zone: tzinfo | None
) -> dict[TaskKey, TaskReports]:
    """Return what counted of these tasks on the as-of day, by the rows that were there with the action of this number.

    That is not what counts on an earlier as-of day: a note of June that was entered in July counts on 30 June. A row of
    which nothing can be made is left out, as everywhere; whoever reads the present state names it.
    """
    then = stored_by(connection, action)
    if len(keys) <= _FEW:
        return latest(connection, today, zone, part=then.of_tasks(keys))[0]
    found, _ = latest(connection, today, zone, part=then)
    return {key: found[key] for key in keys if key in found}
