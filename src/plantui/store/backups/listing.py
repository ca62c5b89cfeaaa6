"""List of the backups and of the ledgers that were kept, with what is in each."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from plantui.store.database_uri import database_uri
from plantui.store.ledger.file import APPLICATION_ID

from .files import Backup, backups_of, needed_for, saved_ledgers


@dataclass(frozen=True, slots=True)
class BackupEntry:
    """A backup, or a ledger that was kept, with what is in it."""

    path: Path
    day: date
    size: int
    """Bytes of its file."""
    notes: int | None
    """Notes that were written by then, retracted ones too; None where the file cannot be read."""
    last_action: datetime | None
    """The moment of its newest action."""
    last_action_id: str | None
    is_part: bool = False
    is_kept: bool = False
    """True for a ledger that was kept when another file took its place, False for a dated backup."""
    time: str = ""
    """The time of the day where it was made before something came in from elsewhere."""
    is_complete: bool = True
    """False where the whole copy that it builds on is gone or cannot be read."""


def list_backups(ledger: Path) -> list[BackupEntry]:
    """Return the backups of a ledger and the ledgers kept beside it, oldest first. Raises OSError."""
    backups = backups_of(ledger)
    entries = {one: replace(_entry(one.path, one.day), time=one.time) for one in backups}
    dated = [_with_base(one, entries) for one in backups]
    kept = [_entry(path, _day(path), is_kept=True) for path in saved_ledgers(ledger)]
    return sorted([*dated, *kept], key=lambda entry: (entry.day, entry.is_kept, entry.time, entry.path))


def entry_of_file(path: Path) -> BackupEntry:
    """Return what any ledger's file holds, its log included. Raises OSError."""
    return _entry(path, _day(path), is_kept=True)


def _with_base(backup: Backup, entries: Mapping[Backup, BackupEntry]) -> BackupEntry:
    """Return the entry of a backup, a part counted together with what it builds on."""
    entry = entries[backup]
    if not backup.is_part:
        return entry
    chain = needed_for(backup, [*entries])
    counts = [entries[one].notes for one in chain]
    is_complete = bool(chain) and None not in counts
    notes = sum(count or 0 for count in counts) if is_complete else None
    return replace(entry, notes=notes, is_part=True, is_complete=is_complete)


def _day(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()


def _entry(path: Path, day: date, *, is_kept: bool = False) -> BackupEntry:
    size = path.stat().st_size
    try:
        # A kept ledger may have a log of its own, which only a connection with locks reads.
        query = "mode=ro" if is_kept else "mode=ro&immutable=1"
        with closing(sqlite3.connect(database_uri(path.absolute(), query), uri=True)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if application != APPLICATION_ID:
                return BackupEntry(path, day, size, None, None, None, is_kept=is_kept, is_complete=False)
            (notes,) = connection.execute("SELECT count(*) FROM note WHERE supersedes IS NULL").fetchone()
            newest = connection.execute(
                "SELECT id, written_at FROM action ORDER BY seq DESC LIMIT 1"
            ).fetchone()
        ident, moment = newest or (None, None)
        last = datetime.fromisoformat(moment) if moment else None
        return BackupEntry(path, day, size, notes, last, ident, is_kept=is_kept)
    except (sqlite3.Error, ValueError):
        return BackupEntry(path, day, size, None, None, None, is_kept=is_kept, is_complete=False)
