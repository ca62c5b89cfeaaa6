"""Copies of a ledger: whether one holds anything that is not in the ledger yet."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from itertools import chain
from pathlib import Path

from . import errors, file
from .connections import Connections
from .records import has_events

_AT_ONCE = 5_000
"""Ids that are looked up at a time."""


def holds_all(
    connection: sqlite3.Connection, copy: Path, clock: Callable[[], datetime], busy_seconds: float
) -> bool:
    """Return whether every note and event of another ledger's file is in this one. Raises LedgerError.

    Revisions are never changed, so that the ids say it. Nothing is read but these.
    """
    file.check_header(copy)
    connections = Connections(copy, clock, busy_seconds, read_only=True, idle_seconds=0.3)
    with closing(connections), connections.reading() as other:
        if other is None:
            raise errors.LedgerDamaged("arrivals.is_empty", copy)
        tables = ("note", "event") if has_events(other) else ("note",)
        return all(_holds(connection, other, table) for table in tables)


def _holds(connection: sqlite3.Connection, other: sqlite3.Connection, table: str) -> bool:
    if table == "event" and not has_events(connection):
        return other.execute("SELECT 1 FROM event LIMIT 1").fetchone() is None
    ids = other.execute(f"SELECT id FROM {table} ORDER BY seq DESC")  # what is new is among the last
    unknown = f"SELECT EXISTS (SELECT 1 FROM json_each(?) WHERE value NOT IN (SELECT id FROM {table}))"
    for rows in iter(lambda: ids.fetchmany(_AT_ONCE), []):
        (is_new,) = connection.execute(unknown, (json.dumps([*chain(*rows)]),)).fetchone()
        if is_new:
            return False
    return True
