"""An earlier state of the ledger as a ledger of its own: a private copy without what was stored later."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from . import current, issued
from .errors import LedgerCannotOpen
from .log_part import merges_by, stored_by
from .records import has_events

_PAGES = 2_000
"""Pages that are copied before others get their turn."""


def copy_state(source: sqlite3.Connection, place: Path, action: int) -> None:
    """Make a ledger at a place that is as this one was with the action of this number.

    Drafts and the log of what was issued are left out.
    The copy is made page by page, so a row of which nothing can be made stays what it is. Raises LedgerCannotOpen.
    """
    try:
        _copy(source, place, action)
    except sqlite3.OperationalError as error:  # no room, most of all
        raise LedgerCannotOpen("ledger.cut_not_copied", place, reason=error) from error


def _copy(source: sqlite3.Connection, place: Path, action: int) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as copy:
        # Whoever needs the copy makes it again: nothing of it has to outlive the program.
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy, pages=_PAGES, sleep=0)
        copy.execute("PRAGMA journal_mode = OFF")
        _take_away_later(copy, action)


def _take_away_later(copy: sqlite3.Connection, action: int) -> None:
    has_more = has_events(copy)
    then, merges = stored_by(copy, action), merges_by(copy, action)
    copy.execute("BEGIN")
    for (trigger,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        copy.execute(f"DROP TRIGGER {trigger}")
    copy.execute("DELETE FROM draft")
    if issued.has_table(copy):
        copy.execute("DELETE FROM issued")
    taken = sum(
        copy.execute(f"DELETE FROM {table} WHERE {then.came_later(table)}").rowcount for table in then.ends
    )
    if has_more:
        places = ", ".join(map(str, merges))
        copy.execute(f"DELETE FROM receipt WHERE seq NOT IN ({places})")
    copy.execute("DELETE FROM action WHERE seq > ?", (action,))
    if has_more and taken:
        current.rebuild(copy)
    copy.execute("COMMIT")
