"""The memory of what this process last saw of the ledger file, compared with what lies at the path now.

The ledger is append-only: whoever else writes to it leaves the newest action that we saw in its place. A file
without that action is another ledger, or an older copy of this one. A connection's own cache would answer with
the old file: so the file itself is asked, whenever the system shows that it has changed.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from threading import Lock
from time import sleep, time_ns
from typing import NamedTuple

from . import file
from .contents import Contents, first_action, has_action, is_sound_with_log, newest_action, read_contents
from .errors import LedgerForeign, ReplacedKind
from .file import FileId, FileState
from .open_files import HeldFile
from .settings import IDENTITY, setting

_YOUNG = 20_000_000
"""Nanoseconds in which a file may change again without the system's clock showing it."""
_TRIES = 50
_PAUSE = 0.01
"""Seconds between two looks at a file that another program's checkpoint may be writing at this moment."""


class _Sight(NamedTuple):
    """The state of the ledger when it was seen last."""

    state: FileState
    looked: int
    """The moment at which the state was taken: nanoseconds of the system's clock."""
    identity: str | None
    first: str | None
    newest: str | None
    """The newest action, which may still be in the log."""
    settled: str | None
    """The newest action of which it is known that it is in the file itself."""
    is_bare: bool
    """True while the tables themselves are in the log alone, as when a ledger is being made."""
    half_folded: FileState | None = None
    """The state of the file in which it is sound with its log alone: a full disk stopped the folding."""

    @property
    def marks(self) -> frozenset[str]:
        """The actions that a file is asked for."""
        return frozenset(mark for mark in (self.newest, self.settled) if mark)

    def is_certain(self, state: FileState) -> bool:
        """Return whether the file cannot have been written to since it was looked at."""
        return state == self.state and self.looked - state.changed > _YOUNG


class Witness:
    """The file that one `Ledger` uses, as it saw it last. Any thread may ask."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sight: _Sight | None = None
        self._lock = Lock()
        self.held: HeldFile | None = None
        """The file that was seen."""

    def forget(self) -> None:
        """Take whatever stands at the path from now on for the ledger."""
        with self._lock:
            self._sight = None
            self._hold(None)

    def release(self) -> None:
        """Let go of the file but remember what was seen of it."""
        with self._lock:
            self._hold(None)

    def saw(self, connection: sqlite3.Connection, found: FileId, newest: str | None = None) -> None:
        """Remember what a connection on that file shows, where its newest action is known that."""
        newest = newest or newest_action(connection)
        with self._lock:
            if self._sight is None:
                self._first_sight(connection, found, newest)
                return
            first, identity = self._sight.first, self._sight.identity
            if first is None or identity is None:
                first, identity = first_action(connection), setting(connection, IDENTITY)
            self._sight = self._sight._replace(newest=newest, first=first, identity=identity)

    @property
    def file(self) -> FileId | None:
        """The file that is held, which lies at the path where `difference` finds none; None where none is held."""
        held = self.held
        return held.id if held else None

    def has_seen(self) -> bool:
        """Return whether any file was seen."""
        return self._sight is not None

    @property
    def identity(self) -> str | None:
        """The ledger's own id, as far as it was seen."""
        return self._sight.identity if self._sight else None

    def settled_newest(self) -> str | None:
        """Return the newest action where the file cannot have changed since it was seen and has no log, else None."""
        with self._lock:
            sight, state = self._sight, self._state()
            is_known = sight is not None and state is not None and sight.is_certain(state)
            return sight.newest if sight and is_known and not self._has_log() else None

    def is_whole(self, copy: Path) -> bool:
        """Return whether a copy of the file that was seen has all that was seen of it."""
        state = file.file_state(copy)
        newest = self._sight.newest if self._sight else None
        if state is None:
            return False
        found = read_contents(copy, state.id, state.size, frozenset({newest} if newest else ()))
        return found.fault is None and (newest is None or newest in found.known)

    def settled(self) -> None:
        """Remember that everything that was seen lies in the file itself now."""
        state = self._state()
        with self._lock:
            if self._sight and state and state.id == self._sight.state.id and not self._has_log():
                self._sight = self._sight._replace(
                    state=state, looked=time_ns(), settled=self._sight.newest, is_bare=False
                )

    def difference(self, connection: sqlite3.Connection | None = None) -> ReplacedKind | None:
        """Return what stands at the path instead of what was seen; None where it goes on from there.

        A `connection` on the file, inside a transaction or not, allows to tell more while others have written
        to the log.
        """
        with self._lock:
            if self._sight is None:
                return None
            for _ in range(_TRIES):
                state = self._state()
                if state is None:
                    return ReplacedKind.MISSING if not self._path.exists() else ReplacedKind.NOT_A_LEDGER
                if self._sight.is_certain(state) or self._sight.half_folded == state:
                    return None
                looked = time_ns()
                found = read_contents(self._path, state.id, state.size, self._sight.marks)
                is_same_file = state.id == self._sight.state.id
                has_log = is_same_file and self._has_log()
                kind = self._compare(self._sight, found, is_same_file, has_log, connection)
                if kind is None:
                    self._go_on(
                        self._sight, state, looked, found, is_whole=not has_log or connection is not None
                    )
                    return None
                if not has_log and self._state() == state and looked - state.changed > _YOUNG:
                    return kind
                sleep(_PAUSE)  # a checkpoint may be writing the log's pages into the file
            if kind is ReplacedKind.CUT and has_log and is_sound_with_log(self._path, self._sight.marks):
                self._sight = self._sight._replace(half_folded=state)
                return None
            return kind

    def _compare(
        self,
        sight: _Sight,
        found: Contents,
        is_same_file: bool,
        has_log: bool,
        connection: sqlite3.Connection | None,
    ) -> ReplacedKind | None:
        if has_log and sight.is_bare:
            return None  # the same file, of which nothing has been written but by way of its log
        if found.fault:
            return found.fault
        is_same = sight.identity == found.identity if found.identity else sight.first == found.first
        strange = ReplacedKind.OLDER_COPY if is_same and sight.first else ReplacedKind.OTHER_LEDGER
        is_settled = (
            bool(found.identity) or not has_log
        )  # else the tables that tell it may be in the log alone
        if sight.identity and sight.identity != found.identity and is_settled:
            return strange
        needed = sight.settled if has_log else sight.newest
        if needed and needed not in found.known:
            return strange
        if has_log and connection and found.newest and not has_action(connection, found.newest):
            return ReplacedKind.OTHER_LEDGER
        is_anybodys = sight.identity is None and sight.newest is None
        return ReplacedKind.OTHER_LEDGER if is_anybodys and not is_same_file else None

    def _go_on(self, sight: _Sight, state: FileState, looked: int, found: Contents, is_whole: bool) -> None:
        """Take the file that was found for the ledger from now on."""
        if self.held is None or self.held.id != state.id:
            self._hold(HeldFile(self._path))
        if not is_whole or found.fault:
            return  # what is in the log was not compared: the next look does so again
        has_newest = sight.newest is None or sight.newest in found.known
        self._sight = sight._replace(
            state=state,
            looked=looked,
            identity=found.identity or sight.identity,
            first=found.first or sight.first,
            settled=found.newest,
            newest=found.newest if has_newest else sight.newest,
            is_bare=False,
        )

    def _first_sight(self, connection: sqlite3.Connection, found: FileId, newest: str | None) -> None:
        state, looked = self._state(), time_ns()
        if state is None or state.id != found:
            return  # taken away meanwhile, and so it cannot be held
        held = HeldFile(self._path)
        if held.id != found:
            held.release()
            return
        self._hold(held)
        contents = read_contents(self._path, found, state.size, frozenset())
        identity = setting(connection, IDENTITY)
        self._sight = _Sight(
            state=state,
            looked=looked,
            identity=identity,
            first=first_action(connection),
            newest=newest,
            settled=contents.newest,
            is_bare=bool(contents.fault) or contents.identity != identity,
        )

    def _hold(self, held: HeldFile | None) -> None:
        before, self.held = self.held, held
        if before is not None:
            before.release()

    def _state(self) -> FileState | None:
        try:
            return file.file_state(self._path)
        except LedgerForeign:
            return None  # a folder or a device

    def _has_log(self) -> bool:
        place = self.held.place if self.held else Path(os.path.realpath(self._path))
        try:
            return file.log_path(place).stat().st_size > 0
        except OSError:
            return False
