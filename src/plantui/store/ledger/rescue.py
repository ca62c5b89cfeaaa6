"""Saves the ledger as it was beside the file that stands in its place now."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import sleep

from plantui.store.atomic import beside
from plantui.store.database_uri import database_uri

from .file import PRIVATE_FILE
from .open_files import HeldFile
from .records import Insert
from .settings import IDENTITY

_TRIES = 10
_PAUSE = 0.05
"""Seconds after which a copy that is not sound is made again."""


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
    """Save a file that is held by its descriptor alone, and so has no log, beside `place`. Raises OSError.

    Another program may be folding its log into the file at this moment: a copy that is not sound is made again.
    """
    with beside(place, PRIVATE_FILE) as unfinished:
        for _ in range(_TRIES):
            os.lseek(held.descriptor, 0, os.SEEK_SET)
            with open(held.descriptor, "rb", closefd=False) as old, unfinished.open("wb") as copy:
                shutil.copyfileobj(old, copy, 1 << 20)
            if _is_sound(unfinished):
                break
            sleep(_PAUSE)
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


def _is_sound(copy: Path) -> bool:
    with closing(
        sqlite3.connect(database_uri(copy.absolute(), "mode=ro&immutable=1"), uri=True)
    ) as connection:
        try:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
        except sqlite3.DatabaseError:
            return False


def saved_name(path: Path, moment: datetime, place: Path) -> Path:
    """Return a name that no file has yet for what is kept of `path`, which is the ledger at `place` or its log."""
    local = f"{moment.astimezone():%Y%m%d-%H%M%S}"
    ending = path.name.removeprefix(place.stem)
    for number in range(1, 1000):
        again = f"-{number}" if number > 1 else ""
        saved = place.with_name(f"{place.stem}.saved-{local}{again}{ending}")
        if not saved.exists():
            return saved
    raise FileExistsError(0, "too many saved copies", str(place))


def _named(unfinished: Path, place: Path, moment: datetime) -> Path:
    """Give a finished copy its name for good."""
    with unfinished.open("rb+") as copy:
        os.fsync(copy.fileno())
    saved = saved_name(place, moment, place)
    unfinished.rename(saved)
    return saved
