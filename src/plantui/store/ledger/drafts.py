"""Unsaved notes: one per task, department, author and window, replaced as the typing goes on."""

from __future__ import annotations

import sqlite3

from plantui.model.key import TaskKey
from plantui.model.note import Draft

from .records import DRAFT_COLUMNS, draft_row, moment_text

DRAFT_KEY = ("plan", "task", "department", "author", "window")

_OF_WINDOW = " AND ".join(f"{column} = ?" for column in DRAFT_KEY)
_SAVE = f"INSERT OR REPLACE INTO draft ({DRAFT_COLUMNS}) VALUES ({', '.join('?' * len(DRAFT_COLUMNS.split(', ')))})"


def save(connection: sqlite3.Connection, draft: Draft) -> None:
    """Put the draft in the place of the one that its window kept before. It has its moment of saving."""
    if draft.saved_at is None:
        raise TypeError("a draft is saved at a moment")
    connection.execute(_SAVE, tuple(draft_row(draft, draft.saved_at).values()))


def discard(connection: sqlite3.Connection, key: TaskKey, department: str, author: str, window: str) -> None:
    """Forget the window's draft, where there is one."""
    facts = (key.plan, key.task, department, author, window)
    connection.execute(f"DELETE FROM draft WHERE {_OF_WINDOW}", facts)


def discard_unchanged(connection: sqlite3.Connection, draft: Draft) -> None:
    """Forget a draft unless its window has kept another one since it was read."""
    if draft.saved_at is None:
        return
    facts = (draft.key.plan, draft.key.task, draft.department, draft.author, draft.window)
    sql = f"DELETE FROM draft WHERE {_OF_WINDOW} AND saved_at = ?"
    connection.execute(sql, (*facts, moment_text(draft.saved_at)))
