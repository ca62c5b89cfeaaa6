"""Making a backup: a copy of one state of the ledger, checked before it gets its name.

It is made after a day's first note is answered for, never before. A large ledger is copied whole once a month; on the
other days only what is new is written down.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from plantui.model.problem import DataError, PlantuiError
from plantui.model.system import system_reason
from plantui.store.atomic import beside
from plantui.store.database_uri import database_uri
from plantui.store.ledger import Ledger, LedgerError, LedgerReplaced
from plantui.store.ledger.contents import has_action, newest_action
from plantui.store.ledger.file import APPLICATION_ID, PRIVATE_FILE
from plantui.store.ledger.ledger import utc_now
from plantui.store.ledger.settings import DEMO_DAY, IDENTITY, setting

from .files import DAYS, Backup, backup_file, backup_folder, backups_of, days_kept, needed_for, superfluous

LARGE = 200 << 20
"""Bytes from which a ledger is copied whole once a month only."""

_PAGES = 2_000
"""Pages that are copied without a look whether to go on."""
_SPARE = 1 << 20
"""Bytes of the disk that a backup does not use up."""
CACHES = frozenset({"current", "current_state"})
"""Tables that follow from the others and catch up with them by themselves: a part does without."""


class LedgerTables(NamedTuple):
    """The tables of a ledger as a part of a backup takes them."""

    log: tuple[str, ...]
    """Tables whose rows stay as they are and are numbered: of them a part holds the new rows."""
    whole: tuple[str, ...]
    """Small tables that a part holds whole."""

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> LedgerTables:
        """Return the tables that a connection sees."""
        names = [
            str(name)
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
            )
        ]
        numbered = [
            name
            for name in names
            if any(column[1] == "seq" for column in connection.execute(f"PRAGMA table_info({name})"))
        ]
        whole = (name for name in names if name not in {*numbered, *CACHES})
        return cls(tuple(numbered), tuple(whole))


class BackupFailed(DataError):
    """A backup could not be made; the notes are saved all the same."""


class _Stopped(Exception):
    """The program ends, and with it the backup."""


def day_of(moment: datetime) -> date:
    """Return the day of a moment where the program runs."""
    return moment.astimezone().date()


def is_due(ledger: Path, day: date) -> bool:
    """Return whether the ledger has no backup of the day yet."""
    return not any(backup_file(ledger, day, is_part=is_part).exists() for is_part in (False, True))


def back_up(
    ledger: Ledger,
    moment: datetime,
    goes_on: Callable[[], bool] = lambda: True,
    *,
    days: int = DAYS,
    large: int = LARGE,
    is_extra: bool = False,
) -> Path | None:
    """Make the day's backup, unless there is one; return its path, None where none was made.

    An extra one is made before something comes in that no undo takes back, whatever the day has already.
    None is made of a demonstration, nor of a file that was put in the ledger's place. `goes_on` is asked now and then;
    where it says no, nothing stays behind. Raises BackupFailed.
    """
    day = day_of(moment)
    if days < 1 or not ledger_size(ledger.path) or not (is_extra or is_due(ledger.path, day)):
        return None
    try:
        require_room(ledger.path)
        backup_folder(ledger.path).mkdir(mode=0o700, exist_ok=True)
        backups = backups_of(ledger.path)
        time = f"{moment.astimezone():%H%M%S}" if is_extra else ""
        made = _made(ledger, day, time, backups, goes_on, large)
        if made:
            # The newest first: a part never stands without the copy that it builds on, wherever this ends.
            for one in reversed(superfluous(backups_of(ledger.path), days)):
                one.path.unlink(missing_ok=True)
    except (LedgerReplaced, _Stopped):
        return None  # whoever uses the ledger next is told of what stands there
    except OSError as error:
        raise _failed(ledger.path, system_reason(error)) from error
    except sqlite3.Error as error:
        raise _failed(ledger.path, error) from error
    except LedgerError as error:
        raise _failed(ledger.path, error.facts.get("reason") or type(error).__name__) from error
    return made


def back_up_before(ledger: Ledger, config: Path) -> PlantuiError | None:
    """Make an extra backup before something comes in; return what kept it from being made.

    `config` is the file of the settings, which say how many days are kept.
    """
    try:
        back_up(ledger, utc_now(), days=days_kept(config), is_extra=True)
    except PlantuiError as error:
        return error
    return None


def require_room(ledger: Path) -> None:
    """Raise BackupFailed where the disk has no room for a copy of the ledger."""
    size = ledger_size(ledger)
    folder = backup_folder(ledger)
    free = _free(folder if folder.exists() else folder.parent)
    if free is not None and free < size + _SPARE:
        raise BackupFailed(
            "backup.no_room", folder=folder, needed=_mib(size + _SPARE), free=_mib(free), path=ledger
        )


def ledger_size(ledger: Path) -> int:
    """Return the bytes of the ledger's file, 0 where there is none."""
    try:
        return ledger.stat().st_size
    except OSError:
        return 0


def require_sound(copy: Path) -> None:
    """Raise sqlite3.DatabaseError for a database whose pages or indexes are not in order."""
    with closing(
        sqlite3.connect(database_uri(copy.absolute(), "mode=ro&immutable=1"), uri=True)
    ) as connection:
        (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise sqlite3.DatabaseError(answer)


def _free(folder: Path) -> int | None:
    """Return the bytes that are free, None where the system cannot be asked: the copying itself will tell."""
    try:
        return shutil.disk_usage(folder).free
    except (AttributeError, OSError):
        return None


def _mib(size: int) -> str:
    return f"{size / (1 << 20):.1f} MiB"


def _failed(ledger: Path, reason: object) -> BackupFailed:
    return BackupFailed("backup.failed", folder=backup_folder(ledger), reason=reason, path=ledger)


def _made(
    ledger: Ledger, day: date, time: str, backups: list[Backup], goes_on: Callable[[], bool], large: int
) -> Path | None:
    with beside(backup_file(ledger.path, day), PRIVATE_FILE) as unfinished:
        with ledger.snapshot() as source:
            if source is None or setting(source, DEMO_DAY):
                return None
            base = _base(source, day, backups) if ledger_size(ledger.path) > large else None
            with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
                if base is None:
                    _copy_all(source, copy, goes_on)
                else:
                    _copy_new(source, copy, base)
        # Only now it is known that the file was the ledger's own until the end.
        require_sound(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        place = backup_file(ledger.path, day, is_part=base is not None, time=time)
        unfinished.rename(place)
        return place


def _copy_all(source: sqlite3.Connection, copy: sqlite3.Connection, goes_on: Callable[[], bool]) -> None:
    def look(status: int, remaining: int, total: int) -> None:
        if not goes_on():
            raise _Stopped

    source.backup(copy, pages=_PAGES, progress=look, sleep=0)
    # As a file of its own, without a log beside it.
    copy.execute("PRAGMA journal_mode = DELETE")


def _copy_new(source: sqlite3.Connection, copy: sqlite3.Connection, base: dict[str, int]) -> None:
    """Copy the rows that the backups before do not have."""
    copy.execute("BEGIN")
    tables = LedgerTables.of(source)
    for table in (*tables.log, *tables.whole):
        (sql,) = source.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
        ).fetchone()
        copy.execute(sql)
        condition = "WHERE seq > ?" if table in base else ""
        facts = (base[table],) if table in base else ()
        rows = source.execute(f"SELECT * FROM {table} {condition}", facts)
        signs = ", ".join("?" * len(rows.description))
        copy.executemany(f"INSERT INTO {table} VALUES ({signs})", rows)
    copy.execute("COMMIT")
    (version,) = source.execute("PRAGMA user_version").fetchone()
    copy.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    copy.execute(f"PRAGMA user_version = {version}")


def _base(source: sqlite3.Connection, day: date, backups: list[Backup]) -> dict[str, int] | None:
    """Return the newest row of each table that the backups hold; None where a whole copy is due.

    It is at the first backup of a month, and where the newest one is not of this very ledger.
    """
    if not backups or not (chain := needed_for(backups[-1], backups)):
        return None
    if (chain[0].day.year, chain[0].day.month) != (day.year, day.month):
        return None
    tables = LedgerTables.of(source).log
    base: dict[str, int] = dict.fromkeys(tables, 0)
    for one in chain:
        uri = database_uri(one.path.absolute(), "mode=ro&immutable=1")
        with closing(sqlite3.connect(uri, uri=True)) as held, suppress(sqlite3.DatabaseError):
            newest = newest_action(held)
            is_own = setting(held, IDENTITY) == setting(source, IDENTITY)
            versions = {db.execute("PRAGMA user_version").fetchone() for db in (held, source)}
            if is_own and len(versions) == 1 and (newest is None or has_action(source, newest)):
                for table in tables:
                    (row,) = held.execute(f"SELECT max(seq) FROM {table}").fetchone()
                    base[table] = max(base[table], row or 0)
                continue
        return None
    return base
