"""Rows that were stored since a day or a state of the ledger; what a merge brought counts from when it came in."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from .records import moment_text


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


def action_of(connection: sqlite3.Connection, cut: str) -> int | None:
    """Return the number of the action that names a state of the ledger, None where it is not in this ledger."""
    row = connection.execute("SELECT seq FROM action WHERE id = ?", (cut,)).fetchone()
    return int(row[0]) if row else None
