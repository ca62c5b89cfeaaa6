"""Examination of a ledger: pages, refusal of changes, and whether actions, revisions and chains belong together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from . import issued
from .file import EVENTS_SINCE
from .undo import NEVER_UNDONE

_LISTED = 5
"""Faults of one kind that are named."""


class LedgerFault(NamedTuple):
    """Something in a ledger that plantui never leaves so."""

    kind: str
    """Its key in the catalogue."""
    number: int
    examples: str
    """The first ones: ids of revisions and actions, or SQLite's own words."""


def find_faults(connection: sqlite3.Connection) -> Iterator[LedgerFault]:
    """Yield what is wrong with a ledger. A file of an older version is looked at as far as its tables go."""
    yield from _fault("pages", _unsound(connection))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = ("note", "event") if version >= EVENTS_SINCE else ("note",)
    log = ("action", *tables, "receipt") if version >= EVENTS_SINCE else ("action", *tables)
    log = (*log, issued.TABLE) if issued.has_table(connection) else log
    yield from _fault("changeable", _without_triggers(connection, log))
    for table in tables:
        lost = f"SELECT id FROM {table} WHERE action NOT IN (SELECT id FROM action) ORDER BY seq"
        yield from _fault("no_action", _column(connection, lost))
        broken = (
            f"SELECT id FROM {table} AS one WHERE supersedes IS NOT NULL AND NOT EXISTS "
            f"(SELECT 1 FROM {table} AS before WHERE before.id = one.supersedes AND before.chain = one.chain) ORDER BY seq"
        )
        yield from _fault("broken_chain", _column(connection, broken))
    revised = " ".join(f"AND id NOT IN (SELECT action FROM {table})" for table in tables)
    kinds = ", ".join(f"'{kind.value}'" for kind in NEVER_UNDONE)
    empty = f"SELECT id FROM action WHERE kind NOT IN ({kinds}) {revised} ORDER BY seq"
    yield from _fault("empty_action", _column(connection, empty))


def _fault(kind: str, found: list[str]) -> Iterator[LedgerFault]:
    if found:
        yield LedgerFault(kind, len(found), "; ".join(found[:_LISTED]))


def _unsound(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with pages and indexes."""
    answers = _column(connection, "PRAGMA integrity_check(20)")
    return [] if answers == ["ok"] else answers


def _without_triggers(connection: sqlite3.Connection, tables: tuple[str, ...]) -> list[str]:
    """Return the tables whose rows could be changed or deleted."""
    there = set(_column(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    return [table for table in tables if not {f"{table}_no_update", f"{table}_no_delete"} <= there]


def _column(connection: sqlite3.Connection, sql: str) -> list[str]:
    return [str(cell) for (cell,) in connection.execute(sql)]
