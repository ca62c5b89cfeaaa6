"""The rows in which the ledger keeps what was issued. They are no actions: the state of the ledger stays the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

from plantui.model.issued import Issued, IssuedFile

from .records import moment_text

TABLE = "issued"
_COLUMNS = "id, issued_at, author, form, format, name, as_of, cut, rows, sha256, origin"
_MAKE = """
    CREATE TABLE issued (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, issued_at TEXT NOT NULL, author TEXT NOT NULL,
        form TEXT NOT NULL, format TEXT NOT NULL, name TEXT NOT NULL, as_of TEXT NOT NULL, cut TEXT NOT NULL,
        rows INTEGER NOT NULL, sha256 TEXT NOT NULL, origin TEXT NOT NULL)
"""
_REFUSE = """
    CREATE TRIGGER issued_no_{event} BEFORE {event} ON issued BEGIN SELECT RAISE(ABORT, 'issued is append-only'); END
"""


def make_table(connection: sqlite3.Connection) -> None:
    """Make the table, whose rows nobody may change or delete, where it is not there."""
    if not has_table(connection):
        connection.execute(_MAKE)
        for event in ("update", "delete"):
            connection.execute(_REFUSE.format(event=event))


def has_table(connection: sqlite3.Connection) -> bool:
    """Return whether the ledger has the table: one of an older version has not."""
    sql = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?)"
    return bool(connection.execute(sql, (TABLE,)).fetchone()[0])


def issued(connection: sqlite3.Connection) -> list[Issued]:
    """Return what was issued, oldest first."""
    if not has_table(connection):
        return []
    return [_issued_of(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM issued ORDER BY seq")]


def store(connection: sqlite3.Connection, entries: Iterable[Issued]) -> None:
    """Add entries, inside the caller's write transaction."""
    make_table(connection)
    signs = ", ".join("?" * (_COLUMNS.count(",") + 1))
    connection.executemany(f"INSERT INTO issued ({_COLUMNS}) VALUES ({signs})", map(_cells, entries))


def _cells(entry: Issued) -> tuple[str | int, ...]:
    file = entry.file
    return (
        entry.id,
        moment_text(entry.issued_at),
        entry.author,
        file.form,
        file.format,
        file.name,
        file.as_of.isoformat(),
        file.cut,
        file.rows,
        file.sha256,
        file.origin,
    )


def _issued_of(ident: str, issued_at: str, author: str, *cells: str | int) -> Issued:
    form, format_, name, as_of, cut, rows, sha256, origin = cells
    file = IssuedFile(
        str(form),
        str(format_),
        str(name),
        date.fromisoformat(str(as_of)),
        str(cut),
        int(rows),
        str(sha256),
        str(origin),
    )
    return Issued(ident, datetime.fromisoformat(issued_at), author, file)
