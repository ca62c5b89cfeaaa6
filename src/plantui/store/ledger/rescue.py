"""Saves the ledger as it was beside the file that stands in its place now."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from plantui.store.whole import beside

from .file import PRIVATE_FILE
from .open_files import HeldFile
from .records import Insert
from .settings import IDENTITY


def save_connection(connection: sqlite3.Connection, place: Path, moment: datetime) -> Path:
    """Save what a connection shows, its log included, beside `place`; the file's path. Raises OSError, sqlite3.Error."""
    with beside(place, PRIVATE_FILE) as unfinished:
        copy = sqlite3.connect(unfinished, isolation_level=None)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        return _named(unfinished, place, moment)


def save_held(held: HeldFile, place: Path, moment: datetime) -> Path:
    """Save a file that is held by its descriptor alone, and so has no log, beside `place`. Raises OSError."""
    with beside(place, PRIVATE_FILE) as unfinished:
        os.lseek(held.descriptor, 0, os.SEEK_SET)
        with open(held.descriptor, "rb", closefd=False) as old, unfinished.open("wb") as copy:
            shutil.copyfileobj(old, copy, 1 << 20)
        return _named(unfinished, place, moment)


def save_rows(rows: Iterable[Insert], identity: str | None, place: Path, moment: datetime) -> Path:
    """Save rows as a ledger of their own beside `place`. Raises OSError, sqlite3.Error."""
    from .migrations import migrate

    with beside(place, PRIVATE_FILE) as unfinished:
        copy = sqlite3.connect(unfinished, isolation_level=None)
        try:
            migrate(copy)
            copy.execute("BEGIN")
            if identity:
                copy.execute("UPDATE setting SET value = ? WHERE name = ?", (identity, IDENTITY))
            for sql, cells in rows:
                copy.execute(sql, cells)
            copy.execute("COMMIT")
        finally:
            copy.close()
        return _named(unfinished, place, moment)


def _named(unfinished: Path, place: Path, moment: datetime) -> Path:
    """Give a finished copy its name for good, one that no file has yet."""
    with unfinished.open("rb+") as copy:
        os.fsync(copy.fileno())
    local = f"{moment.astimezone():%Y%m%d-%H%M%S}"
    for number in range(1, 1000):
        again = f"-{number}" if number > 1 else ""
        saved = place.with_name(f"{place.stem}.saved-{local}{again}{place.suffix}")
        if not saved.exists():
            unfinished.rename(saved)
            return saved
    raise FileExistsError(0, "too many saved copies", str(place))
