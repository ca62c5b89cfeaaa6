"""The log that a killed program left beside the ledger: whether it belongs to the file that stands there now.

SQLite finds a log by its name alone. Where the ledger was exchanged between the kill and the next start, it would play
the pages of the old file onto the new one. Nothing in a log says of which file it is: file and log are tried on a copy.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from plantui.store.atomic import beside

from . import errors, file, open_files
from .contents import has_action, read_contents
from .file import PRIVATE_FILE, FileId
from .rescue import saved_name
from .settings import IDENTITY, setting


def require_own_log(path: Path, found: FileId, place: Path, moment: datetime) -> None:
    """Set a left-over log of another file aside, so that SQLite does not find it; LedgerLogStray tells of it.

    `place` is the ledger's path, links followed. Nothing is done while anybody uses the log.
    """
    if open_files.is_log_in_use(found, place) or _belongs(found, place):
        return
    if open_files.is_log_in_use(found, place):  # since the copy was made
        return
    log, index = file.log_files(place)
    saved = saved_name(log, moment, place)
    log.rename(saved)
    index.unlink(missing_ok=True)
    raise errors.LedgerLogStray("ledger.stray_log", path, saved=saved)


def _belongs(found: FileId, place: Path) -> bool:
    """Return whether the log makes a sound ledger of the file, with all that is in the file by itself.

    True also where file or log changed meanwhile: a program that used them was just leaving.
    """
    state = file.file_state(place)
    alone = read_contents(place, found, state.size if state else 0, frozenset())
    if alone.fault:
        return True  # all of it may be in the log, as when a ledger was being made; if not, SQLite itself refuses
    try:
        with _copied(place) as copy, closing(sqlite3.connect(copy, isolation_level=None)) as both:
            fits = (
                both.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
                and setting(both, IDENTITY) == alone.identity
                and (alone.newest is None or has_action(both, alone.newest))
            )
    except sqlite3.DatabaseError:
        fits = False
    except FileNotFoundError:
        return True
    return fits or file.file_state(place) != state or not file.has_log(place)


@contextmanager
def _copied(place: Path) -> Iterator[Path]:
    """Copy the file and its log for as long as the block runs."""
    with beside(place, PRIVATE_FILE) as copy:
        try:
            shutil.copyfile(place, copy)
            shutil.copyfile(file.log_path(place), file.log_path(copy))
            yield copy
        finally:
            for path in file.log_files(copy):
                path.unlink(missing_ok=True)
