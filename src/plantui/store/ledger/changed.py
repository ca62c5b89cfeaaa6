"""Rows that were stored since a day or a state of the ledger; what a merge brought counts from when it came in."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, tzinfo

from plantui.model.key import TaskKey
from plantui.model.problem import UsageError

from .records import has_events, moment_text

_CHANGED = """
    SELECT plan, task FROM {table}
    WHERE seq > :row AND plan != '' AND action IN (SELECT id FROM action WHERE seq > :action)
"""

# Rows are stored in the order of their actions, but for those of one merge: behind which row to begin to look.
_LAST_ROW = """
    SELECT ifnull(max(seq), 0) FROM {table} WHERE action = (
        SELECT id FROM action WHERE seq <= :action AND EXISTS (SELECT 1 FROM {table} WHERE action = action.id)
        ORDER BY seq DESC LIMIT 1
    )
"""
_ROW_OF_MERGE = (
    "SELECT min(first_{table}) - 1 FROM receipt WHERE :action BETWEEN first_action AND last_action"
)


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
    """Return the tasks of which anything was said after the action of this number: in notes, stages, extensions."""
    found: set[TaskKey] = set()
    for table in ("note", "event") if has_events(connection) else ("note",):
        facts = {"action": action, "row": _row_before(connection, table, action)}
        rows = connection.execute(_CHANGED.format(table=table), facts)
        found.update(map(TaskKey._make, rows))
    return found


def _row_before(connection: sqlite3.Connection, table: str, action: int) -> int:
    """Return the number of a row of the table behind which all those stand that later actions have stored."""
    facts = {"action": action}
    if has_events(connection):
        (merged,) = connection.execute(_ROW_OF_MERGE.format(table=table), facts).fetchone()
        if merged is not None:
            return int(merged)
    (last,) = connection.execute(_LAST_ROW.format(table=table), facts).fetchone()
    return int(last)
