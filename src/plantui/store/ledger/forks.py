"""Chains that went on in two ledgers that were merged: which of their revisions count, by the rule of `effective`."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from .effective import newest_heads
from .log_part import LogPart
from .records import has_events

FORKED_CHAINS = """
    SELECT chain FROM note INDEXED BY note_later WHERE supersedes IS NOT NULL
    GROUP BY supersedes HAVING count(*) > 1
"""
"""Chains of which two revisions take the place of one. Edits are few beside first revisions."""


class _Revision(NamedTuple):
    """A revision as stored, as far as its place in its chain goes."""

    seq: int
    id: str
    chain: str
    kind: str
    supersedes: str | None
    written_at: str


def has_merged(connection: sqlite3.Connection) -> bool:
    """Return whether anything of another ledger ever came in: only then a chain can be forked."""
    if not has_events(connection):
        return False
    (found,) = connection.execute("SELECT EXISTS (SELECT 1 FROM receipt)").fetchone()
    return bool(found)


def outdone_rows(
    connection: sqlite3.Connection, end: str, part: LogPart
) -> tuple[list[int], list[int]] | None:
    """Return the rows of forked chains that count by the moment `end`, as stored, and those that do not.

    None where no chain is forked. Of a part of the log the other rows are as if they were not there.
    """
    if not has_merged(connection):
        return None
    stored = part.was_stored("note")
    sql = f"""
        WITH forked AS MATERIALIZED (SELECT DISTINCT chain FROM ({FORKED_CHAINS}))
        SELECT seq, id, chain, kind, supersedes, written_at FROM note WHERE id IN forked AND {stored}
        UNION ALL
        SELECT seq, id, chain, kind, supersedes, written_at FROM note INDEXED BY note_later
        WHERE supersedes IS NOT NULL AND chain IN forked AND {stored}
        ORDER BY 6, 2
    """
    revisions = [_Revision(*row) for row in connection.execute(sql)]
    if not revisions:
        return None
    shown = [one.seq for one in newest_heads(revisions, end)]
    counting = set(shown)
    return shown, [one.seq for one in revisions if one.seq not in counting]
