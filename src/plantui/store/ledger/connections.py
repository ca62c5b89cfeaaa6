"""Connections to the ledger file: opened with the checks and the durability that it needs, kept while in use.

A kept connection spares every note the opening, and the checkpoint that closing the last connection means.
Each is used by one thread at a time, and is dropped when another file has taken the place of its own.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from . import errors, file
from .file import FileId


@dataclass(frozen=True, slots=True)
class _Kept:
    """A connection and the file that it was opened on."""

    connection: sqlite3.Connection
    file: FileId
    writes: bool
    lasts: bool = True
    """Whether it sees what others write later; one that does not serves one reading only."""


_open_files: Counter[FileId] = Counter()
"""How many connections this process has on each file: `file.check_header` must not touch such a file."""
_open_files_lock = Lock()


class Connections:
    """The connections of one `Ledger`. Nothing is opened or made before it is needed."""

    def __init__(self, path: Path, busy_seconds: float, read_only: bool) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._read_only = read_only
        self._idle: list[_Kept] = []
        self._lock = Lock()

    @property
    def writable(self) -> bool:
        """Whether writing is wanted and the system allows it."""
        return not self._read_only and file.is_writable(self.path)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """A connection to read from; None where no ledger has been made yet."""
        with errors.expected(self.path, self._busy_seconds):
            found = file.file_id(self.path)
            if found is None or self.path.stat().st_size == 0:
                yield None
                return
            with self._lent(found, writes=False) as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection inside a write transaction: after the block all is stored for good, or nothing is."""
        if self._read_only:
            raise errors.LedgerReadOnly("ledger.read_only", self.path)
        with errors.expected(self.path, self._busy_seconds):
            found = file.file_id(self.path) or self._created()
            with self._lent(found, writes=True) as connection:
                connection.execute("BEGIN IMMEDIATE")
                self._check_version(connection)
                yield connection
                connection.execute("COMMIT")

    def close(self) -> None:
        """Close what is kept; the last one to close folds the log into the file."""
        with self._lock:
            idle, self._idle = self._idle, []
        for kept in idle:
            self._drop(kept)

    @contextmanager
    def _lent(self, found: FileId, writes: bool) -> Iterator[sqlite3.Connection]:
        kept = self._take(found, writes) or self._open(found, writes)
        try:
            yield kept.connection
        except BaseException:
            # Closing rolls back what was not committed, and whatever went wrong does not outlive it.
            self._drop(kept)
            raise
        if not kept.lasts:
            self._drop(kept)
            return
        with self._lock:
            self._idle.append(kept)

    def _take(self, found: FileId, writes: bool) -> _Kept | None:
        """An idle connection on this very file that may do what is wanted."""
        with self._lock:
            stale = [kept for kept in self._idle if kept.file != found]
            fit = [kept for kept in self._idle if kept.file == found and kept.writes >= writes]
            taken = fit[-1] if fit else None
            self._idle = [kept for kept in self._idle if kept is not taken and kept not in stale]
        for kept in stale:
            self._drop(kept)
        return taken

    def _created(self) -> FileId:
        if not self.writable:
            raise errors.LedgerReadOnly("ledger.read_only", self.path)
        file.create(self.path)
        found = file.file_id(self.path)
        if found is None:
            raise errors.LedgerCannotOpen("ledger.cannot_open", self.path, reason="removed while opening")
        return found

    def _open(self, found: FileId, writes: bool) -> _Kept:
        with _open_files_lock:
            if not _open_files[found]:
                file.check_header(self.path)
            _open_files[found] += 1
        try:
            return self._prepared(found, writes)
        except BaseException:
            self._forget(found)
            raise

    def _prepared(self, found: FileId, writes: bool) -> _Kept:
        if self.writable:
            try:
                return _Kept(self._prepared_to_write(), found, writes=True)
            except sqlite3.OperationalError as error:
                if writes or not errors.is_log_impossible(error):
                    raise  # else the disk is full, which need keep nobody from reading
        elif writes:
            raise errors.LedgerReadOnly("ledger.read_only", self.path)
        return self._prepared_to_read(found)

    def _connect(self, query: str) -> sqlite3.Connection:
        # `as_uri` quotes what a path may hold; every connection is lent to one thread at a time.
        return sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{query}",
            uri=True,
            timeout=self._busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )

    def _checked(self, query: str, setting: str = "") -> sqlite3.Connection:
        """A connection to what turned out to be a ledger, as the connection sees it."""
        connection = self._connect(query)
        try:
            connection.execute(setting)
            self._version(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepared_to_write(self) -> sqlite3.Connection:
        """A connection whose commit returns only when a power cut can no longer undo it."""
        connection = self._checked("mode=rw")
        try:
            if self._version(connection) < file.SCHEMA_VERSION:
                from .migrations import migrate

                migrate(connection)
            # With a rollback journal only EXTRA also syncs the folder after the commit.
            level = "FULL" if _writes_ahead(connection) else "EXTRA"
            connection.execute(f"PRAGMA synchronous = {level}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepared_to_read(self, found: FileId) -> _Kept:
        # Only a connection that may write takes the log's files away again: with mode=ro they would stay behind.
        mode = "rw" if file.is_writable(self.path) else "ro"
        try:
            return _Kept(self._checked(f"mode={mode}", "PRAGMA query_only = ON"), found, writes=False)
        except sqlite3.OperationalError as error:
            if not errors.is_log_impossible(error) or file.has_log(self.path):
                raise
        # The log cannot be made and none is there: nobody else is writing at this moment.
        return _Kept(self._checked("mode=ro&immutable=1"), found, writes=False, lasts=False)

    def _version(self, connection: sqlite3.Connection) -> int:
        """The version of the tables, 0 for an empty file."""
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if not tables:
            return 0
        version = self._check_version(connection)
        if file.MIGRATIONS in tables:
            self._check_migrations(connection)
        if not tables >= file.TABLES:
            raise errors.LedgerDamaged("ledger.damaged", self.path, reason="tables are missing")
        return version

    def _check_version(self, connection: sqlite3.Connection) -> int:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        file.check_version(self.path, application_id, version)
        return int(version)

    def _check_migrations(self, connection: sqlite3.Connection) -> None:
        """Refuse a file that went through more migrations than we know, whatever number its header bears."""
        (applied,) = connection.execute(f"SELECT count(*) FROM {file.MIGRATIONS}").fetchone()
        if applied > file.SCHEMA_VERSION:
            raise errors.LedgerNewer("ledger.newer", self.path, version=applied, known=file.SCHEMA_VERSION)

    def _drop(self, kept: _Kept) -> None:
        kept.connection.close()
        self._forget(kept.file)

    def _forget(self, found: FileId) -> None:
        with _open_files_lock:
            _open_files[found] -= 1
            if not _open_files[found]:
                del _open_files[found]


def _writes_ahead(connection: sqlite3.Connection) -> bool:
    """Turn the write-ahead log on where it can be; whether it is on.

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
