"""Helpers of the ledger's tests: a task, contents, and a clock that the test moves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status

KEY = TaskKey("zhengzhou-2023-2025", "task-7")
BUREAU = "市水利局"
JUNE = date(2024, 6, 30)


def said(progress: str, percent: int | None = None, as_of: date | None = JUNE) -> NoteContent:
    """A note's content with this progress."""
    return NoteContent(Status.IN_PROGRESS, progress, percent, as_of=as_of)


def noon(day: date) -> datetime:
    """Noon of a day where the test runs, in UTC."""
    return datetime(day.year, day.month, day.day, 12).astimezone(UTC)


def integrity(path: Path) -> str:
    """Return what SQLite's own check says of the file."""
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    return str(found)


class Clock:
    """A clock that stands where it was set, or goes on by a second at each look."""

    def __init__(self, day: date = JUNE, ticking: bool = True) -> None:
        self.moment = noon(day)
        self._step = timedelta(seconds=1 if ticking else 0)

    def __call__(self) -> datetime:
        self.moment += self._step
        return self.moment

    def set(self, day: date) -> None:
        """Put the clock to noon of a day."""
        self.moment = noon(day)
