"""Rows and tables of a ledger as plain SQL shows them, whatever plantui makes of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

FIRST_COLUMNS = {
    "action": "seq, id, kind, target, author, written_at",
    "note": "seq, id, chain, kind, plan, task, department, status, percent, as_of, author, written_at, supersedes, "
    "action, progress, problems, next_steps",
    "draft": "plan, task, department, author, status, percent, percent_text, as_of, edits, saved_at, progress, "
    "problems, next_steps",
}
"""The columns of the first version of the tables."""

Row = tuple[object, ...]


def old_rows(path: Path) -> set[Row]:
    """Return the rows of the first version's tables with its columns, each with its table and its number."""
    found: set[Row] = set()
    with closing(sqlite3.connect(path)) as connection:
        for table, columns in FIRST_COLUMNS.items():
            found |= {(table, *row) for row in connection.execute(f"SELECT {columns} FROM {table}")}
    return found


def contents(path: Path) -> set[str]:
    """Return the commands that made the tables, indexes and triggers of a database."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {sql for (sql,) in rows}


def counting(path: Path) -> set[Row]:
    """Return the notes that count: of each the newest revision, unless it was retracted. No merged ledgers."""
    columns = "id, plan, task, department, status, percent, as_of, author, written_at, progress, problems, next_steps"
    with closing(sqlite3.connect(path)) as connection:
        return set(
            connection.execute(
                f"SELECT {columns} FROM note WHERE kind = 'written' AND id NOT IN "
                "(SELECT supersedes FROM note WHERE supersedes IS NOT NULL)"
            )
        )
