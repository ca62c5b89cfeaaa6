"""Putting a backup in the ledger's place. What it replaces is kept beside it, with its log, whatever its state."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plantui.model.problem import DataError, PlantuiError, UsageError
from plantui.model.system import system_reason
from plantui.store.atomic import beside
from plantui.store.database_uri import database_uri
from plantui.store.ledger import Ledger, LedgerBusy
from plantui.store.ledger import file as ledger_file
from plantui.store.ledger.file import PRIVATE_FILE
from plantui.store.ledger.open_files import is_log_in_use
from plantui.store.ledger.rescue import saved_name
from plantui.store.ledger.settings import DEMO_DAY, setting

from .files import Backup, backups_of, needed_for
from .listing import BackupEntry
from .making import LedgerTables, require_sound


class RestoreFailed(DataError):
    """A backup cannot be put back; the ledger is as it was."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The outcome of putting a backup back."""

    ledger: Path
    kept_as: Path | None
    """The ledger that was there before; None where there was none."""


def restore(ledger: Path, entry: BackupEntry, moment: datetime) -> Restored:
    """Put a backup in the ledger's place and keep what was there. A plantui that has it open notices by itself.

    Raises LedgerBusy while another program is reading or writing the ledger, RestoreFailed where the backup is
    damaged or the disk refuses, UsageError where the ledger is a demonstration.
    """
    place = Path(os.path.realpath(ledger))
    with suppress(PlantuiError), Ledger(ledger, author="") as opened:
        opened.check()  # which folds the log into a sound ledger: it then is one file
    found = ledger_file.file_id_if_any(place)
    if found and is_log_in_use(found, place):
        raise LedgerBusy("backup.in_use", ledger)
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with beside(place, PRIVATE_FILE) as unfinished:
            _compose(entry, ledger, unfinished)
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            if found and is_log_in_use(found, place):
                raise LedgerBusy("backup.in_use", ledger)
            kept = _keep(place, moment) if found else None
            unfinished.replace(place)
    except OSError as error:
        raise RestoreFailed("backup.restore_failed", path=entry.path, reason=system_reason(error)) from error
    except sqlite3.Error as error:
        raise RestoreFailed("backup.damaged", path=entry.path, reason=error) from error
    return Restored(ledger, kept)


def _keep(place: Path, moment: datetime) -> Path:
    """Give the ledger and its log another name; where the system allows it, there is a file at the place all the while."""
    kept = saved_name(place, moment, place)
    log, index = ledger_file.log_files(place)
    try:
        os.link(place, kept)
    except OSError:
        place.rename(kept)
    if log.exists():
        log.rename(ledger_file.log_path(kept))
    index.unlink(missing_ok=True)
    return kept


def _compose(entry: BackupEntry, ledger: Path, place: Path) -> None:
    """Write the ledger that a backup stands for."""
    chain: Sequence[Backup] = [Backup(entry.day, entry.path)]
    if entry.is_part:
        backup = Backup(entry.day, entry.path, is_part=True, time=entry.time)
        chain = needed_for(backup, backups_of(ledger))
        if not chain:
            raise RestoreFailed("backup.no_whole_copy", path=entry.path)
    whole, *parts = chain
    if entry.is_kept:
        _copy_with_log(whole.path, place)
    else:
        shutil.copyfile(whole.path, place)
    ledger_file.check_header(place)
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        if setting(connection, DEMO_DAY):
            raise UsageError("backup.demo", path=entry.path)
        for part in parts:
            require_sound(part.path)
            _add_part(connection, part.path)
        connection.execute("PRAGMA journal_mode = DELETE")
    require_sound(place)


def _copy_with_log(source: Path, place: Path) -> None:
    """Copy a kept ledger together with what is still in its log."""
    uri = database_uri(source.absolute(), "mode=ro")
    with closing(sqlite3.connect(uri, uri=True)) as old, closing(sqlite3.connect(place)) as new:
        old.backup(new)


def _add_part(connection: sqlite3.Connection, part: Path) -> None:
    connection.execute("ATTACH ? AS part", (str(part),))
    connection.execute("BEGIN")
    tables = LedgerTables.of(connection)
    for table in tables.log:
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM part.{table} ORDER BY seq")
    for table in tables.whole:
        connection.execute(f"DELETE FROM main.{table}")
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM part.{table}")
    connection.execute("COMMIT")
    connection.execute("DETACH part")
