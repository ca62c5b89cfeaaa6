"""Connections to the ledger file: opened with the checks and the durability that it needs, kept while in use.

A kept connection spares every note the opening, and the checkpoint that closing the last connection means.
Each is used by one thread at a time, and is dropped when another file has taken the place of its own.
"""

from __future__ import annotations

import os
import sqlite3
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Condition, RLock
from time import monotonic, sleep
from typing import NamedTuple

from plantui.model.problem import Message, PlantuiError

from . import errors, file, open_files
from .contents import newest_action
from .file import FileId, FileState
from .idle import IdleTimer
from .open_files import HeldFile
from .opening import Opener
from .records import Insert
from .witness import Witness
from .written import Written

_REMEMBERED = 10_000
"""Rows of its own that a program remembers."""
_PAUSE = 0.02
"""Seconds between two looks at a log that another program is to take away."""
_PAGES_FOLLOWED = 10_000
"""Pages (40 MiB) of the log that a merging may leave to the transaction that follows it: many files are folded in once."""


class _Kept(NamedTuple):
    """A connection and the file that it was opened on."""

    connection: sqlite3.Connection
    file: FileId
    place: Path
    """Path of the file when it was opened, links followed."""
    log: FileId | None
    """The log that was beside it then."""
    writes: bool
    lasts: bool = True
    """False for a connection that does not see what others write later: it serves one reading only."""


class Connections:
    """The connections of one `Ledger`. Nothing is opened or made before it is needed.

    Once a file was seen at the path, another one there, or none, is refused until `accept` is called. Where
    nothing has been asked of them for `idle_seconds`, all connections are closed and the log is folded into the
    file: nothing lies beside it that could be taken for the log of another file.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime],
        busy_seconds: float,
        read_only: bool,
        idle_seconds: float,
    ) -> None:
        self.path = path
        self._clock = clock
        self._busy_seconds = busy_seconds
        self._read_only = read_only
        self._opener = Opener(path, busy_seconds, read_only)
        self._idle: list[_Kept] = []
        self._lent: list[FileId] = []
        """The file of each connection that is in use."""
        self._turn = Condition()
        """Guards these two; notified whenever a connection comes back."""
        self._witness = Witness(path)
        self._examining = RLock()
        """Held by the thread that finds out what became of the file, saves it, or closes the connections."""
        self._rescue: _Rescue | None = None
        self._written: deque[Insert] = deque(maxlen=_REMEMBERED)
        """Rows stored here: all that is left of a file that is written over in place."""
        self._timer = IdleTimer(idle_seconds, self.settle)
        self._closing = weakref.finalize(self, _close_all, self._idle)

    @property
    def writable(self) -> bool:
        """True where writing is wanted and the system allows it."""
        return self._opener.writable

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Lend a connection to read from; None where no ledger has been made yet.

        Raises LedgerReplaced where the file is not the one that was used before.
        """
        with errors.expected(self.path, self._busy_seconds):
            self.require_known_file()
            state = file.file_state(self.path)
            if state is None or state.size == 0:
                yield None
                return
            with self._lend(state.id, writes=False) as kept:
                (version,) = kept.connection.execute("PRAGMA user_version").fetchone()
                if version == 0:  # another program is making it at this moment
                    yield None
                    return
                if version > file.SCHEMA_VERSION:  # brought up to date while this program had it open
                    self._opener.check_version(kept.connection)
                with self._unchanged(kept, state):
                    yield kept.connection
                self._witness.saw(kept.connection, kept.file)

    @contextmanager
    def writing(
        self, written: Written | None = None, *, is_followed: bool = False
    ) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside a write transaction: after the block all is stored for good, or nothing is.

        The block may tell what it has `written`, so that it can be saved once more elsewhere. Where another
        transaction is sure to follow, the log is folded by that one.

        Raises LedgerReplaced where the file is not the one that was used before, or is no longer at its path
        when all is stored.
        """
        if self._read_only:
            raise errors.LedgerReadOnly("ledger.read_only", self.path)
        with errors.expected(self.path, self._busy_seconds):
            self.require_known_file()
            found = self._witness.file or file.file_id(self.path) or self._created()
            with self._lend(found, writes=True) as kept, _long_log(kept.connection, is_followed):
                connection = kept.connection
                connection.execute("BEGIN IMMEDIATE")
                if kind := self._witness.difference(connection):
                    raise _Differs(kind)
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                if version != file.SCHEMA_VERSION:  # brought up to date while this program had it open
                    self._opener.check_version(connection)
                if not self._witness.has_seen():
                    self._witness.saw(connection, kept.file)
                yield connection
                added = written or Written()
                newest = added.action or newest_action(
                    connection
                )  # afterwards another program may have written
                connection.execute("COMMIT")
                self._written.extend(added.rows)
                self._witness.saw(connection, kept.file, newest)
            self.require_known_file(stored=True)

    @contextmanager
    def _unchanged(self, kept: _Kept, state: FileState) -> Iterator[None]:
        """Raise LedgerBusy where a connection that takes no lock read while another program wrote into the file."""
        try:
            yield
        except sqlite3.DatabaseError:
            if kept.lasts or file.file_state(self.path) == state:
                raise
        if not kept.lasts and file.file_state(self.path) != state:
            raise errors.LedgerBusy("ledger.busy", self.path, seconds=f"{self._busy_seconds:g}")

    def settle(self) -> None:
        """Fold the log into the file and close the connections, unless one is in use at this moment."""
        with self._examining, suppress(PlantuiError, sqlite3.Error):
            # What is wrong here is wrong in the next operation, too, and is told by it.
            with self._turn:
                if self._lent or not self._idle:
                    return
                writers = [kept for kept in self._idle if kept.writes]
            if self._witness.difference(writers[-1].connection if writers else None):
                # The log of what was there must not lie beside what is there now until somebody looks.
                self._rescue = self._rescue or self._save_what_was()
                return
            for kept in self._all_idle():
                self._close(kept)
            self._witness.settled()

    def accept(self) -> None:
        """Take what stands at the path, or is made there next, for the ledger from now on."""
        with self._examining:
            for kept in self._all_idle():
                self._close(kept)
            self._rescue = None
            self._written.clear()
            self._witness.forget()

    def require_known_file(self, stored: bool = False) -> None:
        """Raise LedgerReplaced, with the ledger as it was saved beside, unless the file is what it was."""
        kind = self._witness.difference()
        if kind is None:
            self._rescue = None
            return
        with self._examining:
            # Another thread may have found the same meanwhile, and the file may be back again.
            kind = self._witness.difference()
            if kind is None:
                return
            if self._rescue is None:
                self._rescue = self._save_what_was()
            rescue = self._rescue or _Rescue(None, is_whole=False)
            raise errors.LedgerReplaced(
                self.path, kind, rescue.saved_as, is_whole=rescue.is_whole, stored=stored
            )

    def settled_newest(self) -> str | None:
        """Return the newest action's id where the system shows that nobody has written since; else None."""
        return self._witness.settled_newest()

    def close(self) -> None:
        """Settle and let go of the file."""
        self._timer.stop()
        with self._examining:
            self.settle()
            for kept in self._all_idle():
                self._close(kept)
            self._witness.forget()

    def _save_what_was(self) -> _Rescue | None:
        """Save the file that was used before and close what is open on it; None where that cannot be done now."""
        held = self._witness.held
        with self._turn:
            self._turn.wait_for(lambda: not self._lent)
        idle = self._all_idle()
        try:
            rescue = self._saved(held, idle)
        except (OSError, sqlite3.Error):
            with self._turn:
                self._idle.extend(idle)  # as long as they are open nothing is lost, and the next time may do
            return None
        for kept in idle:
            self._close(kept)
        self._witness.release()
        return rescue

    def _saved(self, held: HeldFile | None, idle: list[_Kept]) -> _Rescue:
        now = self._clock()
        if self._read_only:
            return _Rescue(None, is_whole=False)  # whoever only reads makes no files
        from .rescue import save_connection, save_held, save_rows

        if held is not None and file.file_id_if_any(self.path) != held.id:
            old = [kept for kept in idle if kept.file == held.id]
            save = partial(save_connection, old[-1].connection) if old else partial(save_held, held)
            saved_as = save(held.place, now)
            if self._witness.is_whole(saved_as):
                return _Rescue(saved_as, is_whole=True)
            saved_as.unlink()
        # Written over in place: nobody holds what was there.
        place = held.place if held else Path(os.path.realpath(self.path))
        if not self._written:
            return _Rescue(None, is_whole=False)
        return _Rescue(save_rows(self._written, self._witness.identity, place, now), is_whole=False)

    def _all_idle(self) -> list[_Kept]:
        with self._turn:
            idle = list(self._idle)
            self._idle.clear()
        return idle

    @contextmanager
    def _lend(self, found: FileId, writes: bool) -> Iterator[_Kept]:
        kept = self._take(found, writes)
        try:
            yield kept
        except BaseException as error:
            self._return(kept, is_sound=isinstance(error, _Differs))
            if isinstance(error, _Differs):
                self.require_known_file()
                # It was there for a moment only: trying again may help.
                seconds = f"{self._busy_seconds:g}"
                raise errors.LedgerBusy("ledger.busy", self.path, seconds=seconds) from None
            raise
        self._return(kept, is_sound=True)

    def _take(self, found: FileId, writes: bool) -> _Kept:
        """Return an idle connection on this very file that may do what is wanted, or a new one."""
        with self._turn:
            # Connections on two files would share the log that lies at the path.
            self._turn.wait_for(lambda: all(one == found for one in self._lent))
            self._lent.append(found)
            fit = [kept for kept in self._idle if kept.file == found and kept.writes >= writes]
            stale = [kept for kept in self._idle if kept.file != found]
            for kept in (*stale, *fit[-1:]):
                self._idle.remove(kept)
        try:
            for kept in stale:
                self._close(kept)
            return fit[-1] if fit else self._open(found, writes)
        except BaseException:
            self._give_back(found)
            raise

    def _return(self, kept: _Kept, *, is_sound: bool) -> None:
        """Take a connection back; one on which something went wrong is closed, which rolls back what it did."""
        if kept.connection.in_transaction:
            kept.connection.rollback()
        # The connections on a file that is not at its path any more are needed to save it.
        if kept.lasts and (is_sound or self._witness.difference() is not None):
            self._give_back(kept.file, kept)
        else:
            self._close(kept)
            self._give_back(kept.file)

    def _give_back(self, found: FileId, kept: _Kept | None = None) -> None:
        with self._turn:
            self._lent.remove(found)
            if kept is not None:
                self._idle.append(kept)
            self._turn.notify_all()
        self._timer.start()

    def _created(self) -> FileId:
        if not self.writable:
            raise errors.LedgerReadOnly("ledger.read_only", self.path)
        file.create(self.path)
        found = file.file_id(self.path)
        if found is None:
            raise errors.LedgerCannotOpen(
                "ledger.cannot_open", self.path, reason=Message("ledger.unsound.removed")
            )
        return found

    def _open(self, found: FileId, writes: bool) -> _Kept:
        self._require_own_log(found)
        open_files.opened(found, self.path)
        try:
            connection, may_write, lasts = self._opener.open(writes)
        except BaseException:
            open_files.closed(found)
            raise
        place = Path(os.path.realpath(self.path))
        kept = _Kept(connection, found, place, file.file_id_if_any(file.log_path(place)), may_write, lasts)
        if file.file_id_if_any(self.path) != found:
            self._close(kept)
            raise errors.LedgerBusy("ledger.busy", self.path, seconds=f"{self._busy_seconds:g}")
        return kept

    def _require_own_log(self, found: FileId) -> None:
        """Wait until no other program uses the log at the path for a file that lay there before.

        It notices that its file was replaced within its `idle_seconds`, and takes its log away. Raises LedgerBusy,
        and LedgerLogStray for a log of another file that a killed program left.
        """
        end = monotonic() + self._busy_seconds
        place = Path(os.path.realpath(self.path))
        while open_files.has_foreign_log(found, place):
            if monotonic() > end:
                raise errors.LedgerBusy("ledger.busy", self.path, seconds=f"{self._busy_seconds:g}")
            sleep(_PAUSE)
        if file.has_log(place) and self._opener.writable and not self._witness.has_seen():
            from .stray_log import require_own_log

            require_own_log(self.path, found, place, self._clock())

    def _close(self, kept: _Kept) -> None:
        """Close a connection, with all that is in its log folded into its own file."""
        is_at_path = file.file_id_if_any(self.path) == kept.file
        is_known = is_at_path and self._witness.difference() is None
        if is_at_path and not is_known:
            # Written over in place: SQLite would fold the log of what was there into what is there now.
            file.empty_log(kept.place, kept.log)
        elif kept.writes:
            _fold_log(kept.connection)
        kept.connection.close()
        open_files.closed(kept.file)
        if not is_known and not open_files.is_log_in_use(kept.file, kept.place):
            # SQLite leaves the log of such a file where it is, and takes it for that of what is there now. Another
            # program that uses it takes it away itself: without its name, what is saved there would be lost
            # where the file comes back.
            file.remove_log(kept.place, kept.log)


class _Rescue(NamedTuple):
    """The outcome of saving the ledger as it was."""

    saved_as: Path | None
    is_whole: bool


class _Differs(Exception):
    """Another file than the known one was found once the write lock was held."""

    def __init__(self, kind: errors.ReplacedKind) -> None:
        super().__init__(kind)


def _close_all(idle: list[_Kept]) -> None:
    """Close what a program that ends, or forgets its ledger, has left open."""
    for kept in idle:
        if kept.writes:
            _fold_log(kept.connection)
        kept.connection.close()
        open_files.closed(kept.file)
    idle.clear()


@contextmanager
def _long_log(connection: sqlite3.Connection, is_wanted: bool) -> Iterator[None]:
    """Let the log grow to `_PAGES_FOLLOWED` pages before a commit in the block folds it, or leave it to SQLite."""
    if not is_wanted:
        yield
        return
    (usual,) = connection.execute("PRAGMA wal_autocheckpoint").fetchone()
    connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_FOLLOWED}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA wal_autocheckpoint = {usual}")


def _fold_log(connection: sqlite3.Connection) -> None:
    """Write the log into the file and cut it to nothing, unless another program is using it."""
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        # A full disk, or a file that can no longer be reached: what is in the log is safe there, and whoever opens
        # the ledger next folds it.
        return
