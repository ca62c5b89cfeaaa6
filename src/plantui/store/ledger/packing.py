"""Packing: the whole chains of one department's notes of one period, their stages, extensions and assignments."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .arriving import Row
from .records import ACTION_COLUMNS, EVENT_COLUMNS, NOTE_COLUMNS, has_events, stored
from .submission import Cut, Packet

if TYPE_CHECKING:
    from plantui.model.period import Period

_NOTES_OF_PERIOD = """
    SELECT chain FROM note WHERE seq IN (
        SELECT seq FROM note INDEXED BY note_by_task
        WHERE department IN (SELECT value FROM json_each(:names)) AND as_of BETWEEN :first AND :last
        AND plan NOT IN (SELECT value FROM json_each(:others)))
"""

_CHAINS = """
    WITH chosen AS MATERIALIZED ({chosen})
    SELECT {columns}, action FROM note WHERE id IN chosen
    UNION ALL
    SELECT {columns}, action FROM note INDEXED BY note_later WHERE supersedes IS NOT NULL AND chain IN chosen
    ORDER BY written_at, id
"""

_EVENTS = """
    SELECT {columns}, action FROM event WHERE chain IN (
        SELECT chain FROM event WHERE (subject = 'stage'
            AND json_extract(content, '$.note') IN (SELECT value FROM json_each(:notes)))
        OR (subject IN ('extension', 'assignment')
            AND (department = '' OR department IN (SELECT value FROM json_each(:names)))
            AND plan NOT IN (SELECT value FROM json_each(:others)) AND (
                (department <> '' AND as_of BETWEEN :first AND :last)
                OR plan || char(10) || task IN (SELECT value FROM json_each(:tasks)))))
    AND department IN (SELECT value FROM json_each(:names) UNION ALL SELECT '')
    ORDER BY written_at, id
"""


def packet(
    connection: sqlite3.Connection,
    names: Sequence[str],
    period: Period,
    other_plans: Sequence[str],
    identity: str,
) -> Packet:
    """Return the rows that a department under these names has to send for a period; `other_plans` are not its own.

    A chain belongs to the period where any revision of it speaks of a day in it: the receiver learns of one that was
    moved elsewhere.
    """
    facts = {
        "names": json.dumps(list(names)),
        "others": json.dumps(list(other_plans)),
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
    }
    sql = _CHAINS.format(chosen=_NOTES_OF_PERIOD, columns=stored(connection, NOTE_COLUMNS))
    notes: list[Row] = connection.execute(sql, facts).fetchall()
    events: list[Row] = []
    if has_events(connection):
        of_notes = {
            "notes": json.dumps([row[0] for row in notes]),
            "tasks": json.dumps(sorted({f"{row[1]}\n{row[2]}" for row in notes})),
        }
        events = connection.execute(_EVENTS.format(columns=EVENT_COLUMNS), facts | of_notes).fetchall()
    ids = json.dumps(sorted({str(row[-1]) for row in (*notes, *events)}))
    actions = connection.execute(
        f"SELECT {stored(connection, ACTION_COLUMNS)} FROM action WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY written_at, id",
        (ids,),
    )
    return Packet([(*row[:-1], row[-1] or identity) for row in actions], notes, events)


def cut_of(connection: sqlite3.Connection) -> Cut:
    """Return the state of the ledger, named by its last action."""
    row = connection.execute("SELECT id, written_at FROM action ORDER BY seq DESC LIMIT 1").fetchone()
    return Cut(*row) if row else Cut("", "")
