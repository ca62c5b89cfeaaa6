"""Settings that are fixed when a ledger is made and stand in it from then on: identity, time zone, demonstration."""

from __future__ import annotations

import sqlite3
from datetime import date

from .file import FIXED_SINCE

IDENTITY = "id"
"""The ledger's own id: every copy of a ledger has it, no other ledger does."""
TIME_ZONE = "time_zone"
DEMO_DAY = "demo_day"
"""The as-of day of a demonstration; no other ledger has the setting."""


def setting(connection: sqlite3.Connection, name: str) -> str | None:
    """Return the value of a setting; None in a ledger of an older version, which has none yet."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version < FIXED_SINCE:
        return None
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def demo_day(connection: sqlite3.Connection) -> date | None:
    """Return the as-of day of a demonstration, None for any other ledger."""
    written = setting(connection, DEMO_DAY)
    return date.fromisoformat(written) if written else None


def fix_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Fix a setting for good, inside a write transaction of the caller's; one that stands already stays."""
    connection.execute("INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)", (name, value))
