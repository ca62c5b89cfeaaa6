"""The content of a ledger file by itself, without its log, read past every cache of this process."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from plantui.store.database_uri import database_uri

from . import file, open_files
from .errors import ReplacedKind
from .file import FileId
from .settings import IDENTITY, setting

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


def has_action(connection: sqlite3.Connection, action: str) -> bool:
    """Return whether a connection sees the action."""
    return connection.execute("SELECT 1 FROM action WHERE id = ?", (action,)).fetchone() is not None


def read_contents(path: Path, found: FileId, size: int, actions: frozenset[str]) -> Contents:
    """Return what the file at `path` holds by itself, and which of the actions are among it.

    The file may be changing meanwhile: then nothing of the answer is sure.
    """
    if size == 0:
        return Contents(ReplacedKind.CUT)
    uri = database_uri(path.absolute(), "mode=ro&immutable=1")  # without locks, without the log
    try:
        with open_files.using(found):
            connection = sqlite3.connect(uri, uri=True, isolation_level=None)
            try:
                return _read(connection, actions)
            finally:
                connection.close()
    except sqlite3.DatabaseError as error:
        is_ledger = getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_NOTADB
        return Contents(ReplacedKind.CUT if is_ledger else ReplacedKind.NOT_A_LEDGER)


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
