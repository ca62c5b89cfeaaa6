"""The expected failures of opening, reading and writing a ledger: one class each, with its message."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.note import Note, NoteContent
from plantui.model.problem import DataError, Message, PlantuiError, UsageError
from plantui.model.system import system_reason

if TYPE_CHECKING:
    from plantui.model.event import Event


class LedgerError(DataError):
    """The ledger file as a whole refuses; the file is left as it was."""

    def __init__(self, message: str, path: Path, **facts: object) -> None:
        super().__init__(message, path=path, **facts)


class LedgerNewer(LedgerError):
    """A newer plantui wrote the file."""


class LedgerForeign(LedgerError):
    """The path holds something that is not a ledger: another program's database, another file, a folder."""


class LedgerDamaged(LedgerError):
    """The file is a ledger, but its content cannot be read."""


class LedgerIncomplete(LedgerError):
    """Error: a revision takes the place of one that is neither in the file to be merged nor in the ledger."""


class LedgerDiffers(LedgerError):
    """An id in what was to be merged stands for something else here."""


class LedgerUnsigned(LedgerError):
    """A submission lacks the signature that its department's have, or bears a wrong one."""


class LedgerCannotOpen(LedgerError):
    """The system does not let us open the file."""


class LedgerReadOnly(LedgerError):
    """Something was to be written to a ledger that can only be read."""


class LedgerLogStray(LedgerError):
    """The log beside the file was that of another file; it is kept elsewhere now, and trying again helps."""


class LedgerBusy(LedgerError):
    """Another program held the ledger for longer than we wait. Trying again may help."""


class LedgerFull(LedgerError):
    """The disk is full or a quota is used up; nothing of the operation was stored."""


class ReplacedKind(StrEnum):
    """The kinds of what stands at the ledger's path in the place of the file that this program had used."""

    MISSING = "missing"
    """Nothing: it was deleted or moved away."""
    OTHER_LEDGER = "other_ledger"
    OLDER_COPY = "older_copy"
    """A copy of the same ledger without the newest actions."""
    CUT = "cut"
    """A ledger that is cut off or empty, or whose pages cannot be read."""
    NOT_A_LEDGER = "not_a_ledger"


class LedgerReplaced(LedgerError):
    """Another file stands where the ledger was, or none; nothing was written into it.

    `saved_as` is where the ledger as it was is saved now; where `is_whole` is false, only the notes that this
    window had saved could be reached. None where nothing could. `stored` says that the note of the operation is in it.
    """

    def __init__(
        self,
        path: Path,
        kind: ReplacedKind,
        saved_as: Path | None,
        *,
        is_whole: bool = True,
        stored: bool = False,
    ) -> None:
        outcome = "lost" if saved_as is None else "whole" if is_whole else "partly"
        message = (
            f"ledger.replaced.{kind}.stored.{outcome}" if stored else f"ledger.replaced.{kind}.{outcome}"
        )
        super().__init__(message, path, saved=saved_as or "")
        self.kind = kind
        self.saved_as = saved_as
        self.is_whole = is_whole
        self.stored = stored


class NoteIdTaken(UsageError):
    """A note was to be stored under an id that another note or another content has."""


class NoteUnknown(UsageError):
    """Error: no note has the given id."""


class NoteChanged(DataError):
    """The note was changed elsewhere after it was read; nothing was stored.

    `current` is the newest revision, `content` what was to be saved: None for a retraction.
    """

    def __init__(self, current: Note, content: NoteContent | None) -> None:
        moment = current.written_at.astimezone()
        super().__init__("ledger.note_changed", author=current.author, moment=f"{moment:%Y-%m-%d %H:%M}")
        self.current = current
        self.content = content


class UndoConflict(DataError):
    """The note or event to be undone or redone has been changed elsewhere since; nothing was stored."""

    def __init__(self, current: Note | Event) -> None:
        super().__init__(
            "ledger.undo_conflict" if isinstance(current, Note) else "ledger.undo_conflict_event",
            author=current.author,
            plan=current.key.plan if current.key else "",
            task=current.key.task if current.key else "",
            department=current.department,
            as_of=current.as_of,
        )
        self.current = current


_FULL_CODES = frozenset({sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE})
"""A quota or a limit on the file's size reaches us as a failed write, not as SQLITE_FULL."""

_PRIMARY: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_NOTADB: (LedgerForeign, "ledger.not_database"),
    sqlite3.SQLITE_CORRUPT: (LedgerDamaged, "ledger.damaged"),
    sqlite3.SQLITE_READONLY: (LedgerReadOnly, "ledger.read_only"),
    sqlite3.SQLITE_PERM: (LedgerReadOnly, "ledger.read_only"),
    sqlite3.SQLITE_FULL: (LedgerFull, "ledger.full"),
    sqlite3.SQLITE_CANTOPEN: (LedgerCannotOpen, "ledger.cannot_open"),
    sqlite3.SQLITE_IOERR: (LedgerCannotOpen, "ledger.cannot_open"),
    sqlite3.SQLITE_BUSY: (LedgerBusy, "ledger.busy"),
    sqlite3.SQLITE_LOCKED: (LedgerBusy, "ledger.busy"),
}

_NO_LOG = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL})

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def _of_sqlite(error: sqlite3.Error, path: Path, busy_seconds: float) -> PlantuiError | None:
    """Return the failure that SQLite's error means, None where it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own "Could not decode to UTF-8" carries no code: bytes that plantui never wrote.
        undecodable = isinstance(error, sqlite3.OperationalError)
        reason = Message("ledger.unsound.not_text")
        return LedgerDamaged("ledger.damaged", path, reason=reason) if undecodable else None
    if code in _FULL_CODES:
        return LedgerFull("ledger.full", path)
    kind, message = _PRIMARY.get(code & 0xFF, (None, ""))
    return kind(message, path, reason=error, seconds=f"{busy_seconds:g}") if kind else None


def is_log_impossible(error: sqlite3.OperationalError) -> bool:
    """Return whether SQLite could not make the write-ahead log: no right to, or no room."""
    code = error.sqlite_errorcode
    return code in _FULL_CODES or code & 0xFF in _NO_LOG


def of_system(error: OSError, path: Path) -> LedgerError:
    """Return the failure that an error of the operating system means."""
    if error.errno in _NO_SPACE:
        return LedgerFull("ledger.full", path)
    if error.errno in _NO_RIGHT:
        return LedgerReadOnly("ledger.read_only", path)
    return LedgerCannotOpen("ledger.cannot_open", path, reason=system_reason(error))


@contextmanager
def expected(path: Path, busy_seconds: float) -> Iterator[None]:
    """Turn SQLite's expected failures inside the block into ours; any other goes through as it is."""
    try:
        yield
    except sqlite3.Error as error:
        meant = _of_sqlite(error, path, busy_seconds)
        if meant is None:
            raise
        raise meant from error
