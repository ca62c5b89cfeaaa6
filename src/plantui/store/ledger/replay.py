"""Replay of an earlier state of the ledger for some tasks, as it was stored by then: notes that came later do not count.

That is not what counts on an earlier as-of day: a note of June that was entered in July counts on 30 June.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from datetime import date, tzinfo

from plantui.model.key import TaskKey
from plantui.model.progress import TaskReports

from .latest import latest
from .readable import replaced, texts_as
from .records import has_events

_TABLES = """
    SELECT sql FROM sqlite_master WHERE tbl_name IN ('action', 'note', 'event', 'receipt') AND sql IS NOT NULL
    AND type IN ('table', 'index') ORDER BY type DESC
"""
_ROWS = """
    SELECT note.* FROM note JOIN action ON action.id = note.action
    WHERE note.plan = ? AND note.task = ? AND action.seq <= ?
"""
_EVENT_ROWS = """
    SELECT event.* FROM event JOIN action ON action.id = event.action
    WHERE event.subject IN ('stage', 'extension') AND event.plan = ? AND event.task = ? AND action.seq <= ?
"""
_ACTIONS = "SELECT * FROM action WHERE id IN (SELECT value FROM json_each(?))"


def reports_then(
    connection: sqlite3.Connection,
    keys: Collection[TaskKey],
    action: int,
    today: date,
    zone: tzinfo | None,
) -> dict[TaskKey, TaskReports]:
    """Return what counted of these tasks on the as-of day, by the rows that were there with the action of this number.

    The rows are copied into a ledger in memory, of which the one rule answers. A row of which nothing can be made is left
    out, as everywhere; whoever reads the present state names it.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as then:
        for (sql,) in connection.execute(_TABLES).fetchall():
            then.execute(sql)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        then.execute(f"PRAGMA user_version = {int(version)}")
        with texts_as(connection, replaced):
            _copy(connection, then, keys, action)
        return latest(then, today, zone)[0]


def _copy(
    connection: sqlite3.Connection, then: sqlite3.Connection, keys: Collection[TaskKey], action: int
) -> None:
    queries = {"note": _ROWS}
    if has_events(connection):
        queries["event"] = _EVENT_ROWS
        # Whether chains can be forked is told by whether anything ever came in.
        then.executemany(_insert(connection, "receipt"), connection.execute("SELECT * FROM receipt"))
    then.execute("BEGIN")
    for table, sql in queries.items():
        insert = _insert(connection, table)
        for key in keys:
            then.executemany(insert, connection.execute(sql, (*key, action)))
    # Undo and redo are told by the actions that they are about.
    wanted = "SELECT json_group_array(action) FROM (SELECT action FROM note UNION SELECT action FROM event)"
    if "event" not in queries:
        wanted = "SELECT json_group_array(action) FROM note"
    for names in (wanted, "SELECT json_group_array(target) FROM action WHERE target IS NOT NULL"):
        (ids,) = then.execute(names).fetchone()
        rows = connection.execute(_ACTIONS, (ids,)).fetchall()
        then.executemany(_insert(connection, "action").replace("INSERT", "INSERT OR IGNORE"), rows)
    then.execute("COMMIT")


def _insert(connection: sqlite3.Connection, table: str) -> str:
    columns = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"
