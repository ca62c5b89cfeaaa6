"""The content of a ledger file by itself, without its log, read past every cache of this process."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plantui.store.database_uri import database_uri

from . import file, open_files
from .errors import ReplacedKind
from .file import FileId
from .settings import IDENTITY, demo_day, setting

_NEWEST = "SELECT id FROM action ORDER BY seq DESC LIMIT 1"
_FIRST = "SELECT id FROM action ORDER BY seq LIMIT 1"


class Contents(NamedTuple):
    """The marks that tell a ledger, and a state of it, from another."""

    fault: ReplacedKind | None = None
    """The reason why the file cannot be read as a ledger."""
    identity: str | None = None
    """The ledger's own id, None in a ledger of an older version."""
    first: str | None = None
    """The id of the oldest action."""
    newest: str | None = None
    """The id of the newest action."""
    known: frozenset[str] = frozenset()
    """The actions, of those asked for, that it holds."""


def first_action(connection: sqlite3.Connection) -> str | None:
    """Return the id of the oldest action that a connection sees."""
    row = connection.execute(_FIRST).fetchone()
    return str(row[0]) if row else None


def newest_action(connection: sqlite3.Connection) -> str | None:
    """Return the id of the newest action that a connection sees."""
    row = connection.execute(_NEWEST).fetchone()
    return str(row[0]) if row else None


def identity_of(connection: sqlite3.Connection) -> str:
    """Return the ledger's own id; one of an older version, which has none yet, is named by its first action."""
    return setting(connection, IDENTITY) or f"first:{first_action(connection) or ''}"


def has_action(connection: sqlite3.Connection, action: str) -> bool:
    """Return whether a connection sees the action."""
    return connection.execute("SELECT 1 FROM action WHERE id = ?", (action,)).fetchone() is not None


def read_contents(path: Path, found: FileId, size: int, actions: frozenset[str]) -> Contents:
    """Return what the file at `path` holds by itself, and which of the actions are among it.

    The file may be changing meanwhile: then nothing of the answer is sure.
    """
    if size == 0:
        return Contents(ReplacedKind.CUT)
    try:
        with _alone(path, found) as connection:
            return _read(connection, actions)
    except sqlite3.DatabaseError as error:
        is_ledger = getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_NOTADB
        return Contents(ReplacedKind.CUT if is_ledger else ReplacedKind.NOT_A_LEDGER)


def is_sound_with_log(path: Path, actions: frozenset[str]) -> bool:
    """Return whether the file makes a sound ledger, with all these actions, together with its log.

    So it is where folding the log into the file was stopped halfway. Nothing is changed by looking.
    """
    state = file.file_state(path)
    if state is None or state.size == 0:
        return False  # SQLite would take the log of an empty file away
    uri = database_uri(path.absolute(), "mode=ro")
    try:
        with (
            open_files.using(state.id),
            closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection,
        ):
            is_sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            return is_sound and all(has_action(connection, action) for action in actions)
    except sqlite3.DatabaseError:
        return False


def demo_day_in_file(path: Path) -> date | None:
    """Return the as-of day of the demonstration at `path`; None for a ledger in earnest, and where none can be read.

    The file is asked by itself, without a lock and without waiting: the mark of a demonstration is in it since it was
    made. Raises what `file.file_state` raises.
    """
    state = file.file_state(path)
    if state is None or state.size == 0:
        return None
    try:
        with _alone(path, state.id) as connection:
            return demo_day(connection)
    except (sqlite3.DatabaseError, ValueError):
        return None  # whoever reads the ledger next says what is wrong with it


@contextmanager
def _alone(path: Path, found: FileId) -> Iterator[sqlite3.Connection]:
    """Lend a connection that reads the file without locks and without its log."""
    uri = database_uri(path.absolute(), "mode=ro&immutable=1")
    with open_files.using(found), closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        yield connection


def _read(connection: sqlite3.Connection, actions: frozenset[str]) -> Contents:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != file.APPLICATION_ID:
        return Contents(ReplacedKind.NOT_A_LEDGER)
    return Contents(
        identity=setting(connection, IDENTITY),
        first=first_action(connection),
        newest=newest_action(connection),
        known=frozenset(action for action in actions if has_action(connection, action)),
    )
