"""Receiving a file inside a write transaction: its rows, what they change, and the receipt."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from plantui.model.receipt import Receipt, Received

from . import receipts
from .arriving import Incoming
from .merging import Merged, merge
from .undo import ActionKind
from .writing import LedgerWriter, NewNote, conflicts_among, new_id


def receive(writer: LedgerWriter, arriving: Incoming, path: Path) -> Received:
    """Merge what arrives and write its receipt; a file that came in before and brings nothing new leaves no trace.

    Raises as `merge` does.
    """
    connection = writer.connection
    merged = merge(connection, arriving.rows, path)
    receipt = Receipt(
        id=new_id(writer.now),
        received_at=writer.now,
        author=writer.author,
        name=path.name,
        form=arriving.form,
        ledger=arriving.ledger,
        sha256=arriving.sha256,
        department=arriving.department,
        first_day=arriving.first_day,
        last_day=arriving.last_day,
        actions=merged.actions,
        notes=merged.notes,
        events=merged.events,
    )
    is_new = bool(merged.actions or merged.notes or merged.events)
    if is_new:
        # The last action names the state of the ledger: after a merging that is one of its own.
        writer.mark(ActionKind.RECEIVE)
    if is_new or (arriving.sha256 and not receipts.is_received(connection, arriving.sha256)):
        receipts.store(connection, receipt)
    later = _later_revisions(connection, merged)
    return Received(
        receipt,
        notes=len(merged.notes) - later,
        revisions=later,
        events=len(merged.events),
        known=merged.known,
        plans=arriving.plans | _plans(connection, merged),
        conflicts=tuple(conflicts_among(connection, _forked_chains(connection, merged))),
    )


def take_in(writer: LedgerWriter, notes: Sequence[NewNote], receipt: Receipt, known: int) -> Received:
    """Write the notes of a file in one action, with the file's receipt; without notes nothing is written.

    `known` is the number of statements that the ledger has already. Raises as `LedgerWriter.revise` does.
    """
    receipt = replace(receipt, id=new_id(writer.now), received_at=writer.now, author=writer.author)
    if notes:
        writer.take_in(notes)
        receipts.store(writer.connection, receipt)
    changed = sum(one.replaces is not None for one in notes)
    plans = frozenset(one.key.plan for one in notes)
    return Received(
        receipt, notes=len(notes) - changed, revisions=changed, events=0, known=known, plans=plans
    )


def _plans(connection: sqlite3.Connection, merged: Merged) -> frozenset[str]:
    """Return the plans that the new rows speak of."""
    sql = "SELECT plan FROM note WHERE seq >= ? UNION SELECT plan FROM event WHERE seq >= ? AND plan <> ''"
    return frozenset(plan for (plan,) in connection.execute(sql, (merged.notes.start, merged.events.start)))


def _later_revisions(connection: sqlite3.Connection, merged: Merged) -> int:
    """Return how many of the new revisions take the place of another."""
    (count,) = connection.execute(
        "SELECT count(*) FROM note WHERE seq >= ? AND supersedes IS NOT NULL", (merged.notes.start,)
    ).fetchone()
    return int(count)


def _forked_chains(connection: sqlite3.Connection, merged: Merged) -> list[str]:
    """Return the chains that now go on twice from one revision, of those that something was added to."""
    sql = """
        WITH touched AS MATERIALIZED (SELECT DISTINCT chain FROM note WHERE seq >= ? AND supersedes IS NOT NULL)
        SELECT DISTINCT chain FROM note INDEXED BY note_later
        WHERE supersedes IS NOT NULL AND chain IN touched
        GROUP BY supersedes HAVING count(*) > 1 ORDER BY chain
    """
    return [str(chain) for (chain,) in connection.execute(sql, (merged.notes.start,))]
