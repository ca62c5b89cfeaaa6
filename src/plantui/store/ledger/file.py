"""The ledger as a file: what it is by its first bytes, whether it can be written, and its creation."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from plantui.model.system import system_reason

from . import errors

APPLICATION_ID = 0x706C7569
"""Written into the header of every ledger: `plui` in ASCII."""

SCHEMA_VERSION = 4
"""The version of the tables that this program reads and writes: the number of its migrations."""

MIGRATIONS = "_sqlite_migrations"
"""Table in which sqlite-utils keeps which migrations were applied."""

TABLES = frozenset({"action", "note", "draft", MIGRATIONS})
"""The tables that every ledger has, whatever its version."""

FIXED_SINCE = 3
"""The version from which a ledger has the table `setting`: what is fixed when it is made."""

EVENTS_SINCE = 4
"""The version from which a ledger has the table `event`, and notes speak of requirements, actuals and evidence."""

MAGIC = b"SQLite format 3\x00"
"""The first bytes of every SQLite database."""
_HEADER = 100
PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700


class FileId(NamedTuple):
    """The identity of a file on this machine: another one after the user put a copy in its place."""

    device: int
    inode: int


class FileState(NamedTuple):
    """The state of a file in the system's tables: unchanged as long as nobody has written into it."""

    id: FileId
    size: int
    modified: int
    """Nanoseconds; may be set by any program."""
    changed: int
    """Nanoseconds; set by the system alone at every change."""


def file_id(path: Path) -> FileId | None:
    """Return which file lies at `path`, None where there is none. Raises as `file_state` does."""
    state = file_state(path)
    return state.id if state else None


def file_id_if_any(path: Path) -> FileId | None:
    """Return which file lies at `path`, None where there is none or only something else."""
    try:
        return file_id(path)
    except errors.LedgerError:
        return None


def file_state(path: Path) -> FileState | None:
    """Return the state of the file at `path`, None where there is none.

    Raises LedgerForeign for a folder or a device, LedgerCannotOpen where the way to it is blocked.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise errors.LedgerCannotOpen("ledger.cannot_open", path, reason=system_reason(error)) from error
    if stat.S_ISDIR(found.st_mode):
        raise errors.LedgerForeign("ledger.is_folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise errors.LedgerForeign("ledger.not_database", path)
    return FileState(FileId(found.st_dev, found.st_ino), found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def check_header(path: Path) -> None:
    """Refuse a file that is not ours or newer, by its header alone, so that nothing of it is touched.

    An empty file passes: it is what a crash between creating and filling the ledger leaves.
    The caller sees to it that this process has no SQLite connection on the file: closing the file here
    would drop that connection's locks (POSIX locks belong to the process).
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise errors.LedgerCannotOpen("ledger.cannot_open", path, reason=system_reason(error)) from error
    if not header:
        return
    if len(header) < _HEADER or not header.startswith(MAGIC):
        raise errors.LedgerForeign("ledger.not_database", path)
    check_version(path, int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big"))


def check_version(path: Path, application_id: int, version: int) -> None:
    """Refuse another program's database and a newer ledger."""
    if application_id != APPLICATION_ID:
        raise errors.LedgerForeign("ledger.foreign", path)
    if version > SCHEMA_VERSION:
        raise errors.LedgerNewer("ledger.newer", path, version=version, known=SCHEMA_VERSION)


def is_writable(path: Path) -> bool:
    """Return whether the system lets us write the ledger: the file, and the folder for the log beside it."""
    real = Path(os.path.realpath(path))
    if real.exists():
        return os.access(real, os.R_OK | os.W_OK) and os.access(real.parent, os.W_OK | os.X_OK)
    return os.access(_nearest_folder(real), os.W_OK | os.X_OK)


def create(path: Path) -> None:
    """Make an empty file at `path` for its owner only, with the folders above it; one that exists stays.

    Where `path` is a link whose target is not there yet, the target is made. Raises LedgerReadOnly, LedgerFull
    or LedgerCannotOpen.
    """
    place = Path(os.path.realpath(path))  # O_EXCL would take a link to nothing for a file
    try:
        _make_folders(place.parent)
        os.close(os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    except FileExistsError:
        return
    except OSError as error:
        raise errors.of_system(error, path) from error


def log_path(place: Path) -> Path:
    """Return where SQLite keeps the write-ahead log of the ledger at `place`, which is not a link."""
    return place.with_name(f"{place.name}-wal")


def log_files(place: Path) -> tuple[Path, Path]:
    """Return where SQLite keeps the log and its index."""
    return log_path(place), place.with_name(f"{place.name}-shm")


def empty_log(place: Path, log: FileId | None) -> None:
    """Cut the log beside the ledger at `place` to nothing, where it still is the one named."""
    if log is not None and file_id_if_any(log_path(place)) == log:
        os.truncate(log_path(place), 0)


def remove_log(place: Path, log: FileId | None) -> None:
    """Take the log and its index away, where the log still is the one named."""
    if log is not None and file_id_if_any(log_path(place)) == log:
        for path in log_files(place):
            path.unlink(missing_ok=True)


def has_log(path: Path) -> bool:
    """Return whether a write-ahead log with content lies beside the ledger."""
    try:
        return log_path(Path(os.path.realpath(path))).stat().st_size > 0
    except OSError:
        return False  # none there, or none that we may look at: SQLite itself then says why


def _nearest_folder(path: Path) -> Path:
    return next((folder for folder in path.parents if folder.exists()), path.parent)


def _make_folders(folder: Path) -> None:
    """Make what is missing of the path, durably: SQLite itself only syncs the ledger's own folder."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        _sync_folder(one.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows has no handle of a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
