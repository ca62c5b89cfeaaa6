"""Opens a ledger file: with the checks and the durability that it needs, or only to read where that is all there is."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from plantui.model.problem import Message
from plantui.store.database_uri import database_uri

from . import errors, file


class Opener:
    """Opens connections to one ledger file."""

    def __init__(self, path: Path, busy_seconds: float, read_only: bool) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._read_only = read_only

    @property
    def writable(self) -> bool:
        """True where writing is wanted and the system allows it."""
        return not self._read_only and file.is_writable(self.path)

    def open(self, writes: bool) -> tuple[sqlite3.Connection, bool, bool]:
        """Return a new connection, whether it may write, and whether it sees what others write later."""
        if self.writable:
            try:
                if connection := self._prepared_to_write(writes):
                    return connection, True, True
            except sqlite3.OperationalError as error:
                if writes or not errors.is_log_impossible(error):
                    raise  # else the disk is full, which need keep nobody from reading
        elif writes:
            raise errors.LedgerReadOnly("ledger.read_only", self.path)
        return self._prepared_to_read()

    def _connect(self, query: str) -> sqlite3.Connection:
        # Every connection is lent to one thread at a time.
        return sqlite3.connect(
            database_uri(self.path.absolute(), query),
            uri=True,
            timeout=self._busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )

    def _checked(self, query: str, setting: str = "") -> sqlite3.Connection:
        """Return a connection to what turned out to be a ledger, as the connection sees it."""
        connection = self._connect(query)
        try:
            connection.execute(setting)
            self._version(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepared_to_write(self, writes: bool) -> sqlite3.Connection | None:
        """Return a connection whose commit returns only when a power cut can no longer undo it.

        None where only reading is wanted and the tables are of an older version: looking does not change a file.
        """
        connection = self._checked("mode=rw")
        try:
            if self._version(connection) < file.SCHEMA_VERSION:
                if not writes:
                    connection.close()
                    return None
                from .migrations import migrate

                migrate(connection)
            # With a rollback journal only EXTRA also syncs the folder after the commit.
            level = "FULL" if _writes_ahead(connection) else "EXTRA"
            connection.execute(f"PRAGMA synchronous = {level}")
            # The log of a ledger just made comes to be with the first reading: only then it can be told from another.
            connection.execute("PRAGMA user_version").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepared_to_read(self) -> tuple[sqlite3.Connection, bool, bool]:
        """Return a connection to read from, and two answers as `open` gives them."""
        if not file.is_writable(self.path) and not file.log_path(Path(os.path.realpath(self.path))).exists():
            # A log that is made here would be ours and stay: the ledger's owner could not write to it, nor save.
            return self._checked("mode=ro&immutable=1"), False, False
        # Only a connection that may write takes the log's files away again: with mode=ro they would stay behind.
        mode = "rw" if file.is_writable(self.path) else "ro"
        try:
            connection = self._checked(f"mode={mode}", "PRAGMA query_only = ON")
        except sqlite3.OperationalError as error:
            if not errors.is_log_impossible(error) or file.has_log(self.path):
                raise
        else:
            # One that another program is making at this moment is looked at anew the next time.
            return connection, False, self._version(connection) > 0
        # The log cannot be made and none is there: nobody else is writing at this moment.
        return self._checked("mode=ro&immutable=1"), False, False

    def _version(self, connection: sqlite3.Connection) -> int:
        """Return the version of the tables, 0 for an empty file."""
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if not tables:
            return 0
        version = self.check_version(connection)
        if file.MIGRATIONS in tables:
            self._check_migrations(connection)
        if not tables >= file.TABLES:
            raise errors.LedgerDamaged("ledger.damaged", self.path, reason=Message("ledger.unsound.tables"))
        return version

    def check_version(self, connection: sqlite3.Connection) -> int:
        """Return the version of the tables. Raises LedgerForeign and LedgerNewer."""
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        file.check_version(self.path, application_id, version)
        return int(version)

    def _check_migrations(self, connection: sqlite3.Connection) -> None:
        """Refuse a file that went through more migrations than we know, whatever number its header bears."""
        (applied,) = connection.execute(f"SELECT count(*) FROM {file.MIGRATIONS}").fetchone()
        if applied > file.SCHEMA_VERSION:
            raise errors.LedgerNewer("ledger.newer", self.path, version=applied, known=file.SCHEMA_VERSION)


def _writes_ahead(connection: sqlite3.Connection) -> bool:
    """Turn the write-ahead log on where it can be, and return whether it is on.

    It stays off on a network share, which has no shared memory for it. Where another program turns it on at this
    moment, or uses the file in the old way, SQLite says busy: the file can be used all the same.
    """
    try:
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return bool(mode == "wal")
