"""Unsaved notes: one per task, department and author, replaced as the typing goes on."""

from __future__ import annotations

import sqlite3

from plantui.model.key import TaskKey
from plantui.model.note import Draft

from .records import DRAFT_COLUMNS, draft_of, draft_row, stored

_KEY = ("plan", "task", "department", "author")


def save(connection: sqlite3.Connection, draft: Draft) -> None:
    """Put the draft in the place of the one kept before. It has its moment of saving."""
    if draft.saved_at is None:
        raise TypeError("a draft is saved at a moment")
    from sqlite_utils import Database

    row = draft_row(draft, draft.saved_at)
    Database(connection, execute_plugins=False).table("draft").upsert(row, pk=_KEY)


def discard(connection: sqlite3.Connection, key: TaskKey, department: str, author: str) -> None:
    """Forget the draft, where there is one. Part of every save, so without sqlite_utils."""
    connection.execute(
        "DELETE FROM draft WHERE plan = ? AND task = ? AND department = ? AND author = ?",
        (key.plan, key.task, department, author),
    )


def select(connection: sqlite3.Connection, author: str) -> list[Draft]:
    """The author's drafts, the one saved last first."""
    sql = f"SELECT {stored(connection, DRAFT_COLUMNS)} FROM draft WHERE author = ? ORDER BY saved_at DESC"
    return [draft_of(row) for row in connection.execute(sql, (author,))]
