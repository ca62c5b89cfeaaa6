"""The ledger as a file: what it is by its first bytes, whether it can be written, and its creation."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from . import errors

APPLICATION_ID = 0x706C7569
"""Written into the header of every ledger: `plui` in ASCII."""

SCHEMA_VERSION = 2
"""The version of the tables that this program reads and writes: the number of its migrations."""

MIGRATIONS = "_sqlite_migrations"
"""Where sqlite-utils keeps which migrations were applied."""

TABLES = frozenset({"action", "note", "draft", MIGRATIONS})
"""The tables that every ledger has."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class FileId:
    """Which file lies at a path now: another one after the user put a copy in its place."""

    device: int
    inode: int


def file_id(path: Path) -> FileId | None:
    """The file at `path`, None where there is none.

    Raises LedgerForeign for a folder or a device, LedgerCannotOpen where the way to it is blocked.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise errors.LedgerCannotOpen("ledger.cannot_open", path, reason=error.strerror) from error
    if stat.S_ISDIR(found.st_mode):
        raise errors.LedgerForeign("ledger.is_folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise errors.LedgerForeign("ledger.not_database", path)
    return FileId(found.st_dev, found.st_ino)


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
        raise errors.LedgerCannotOpen("ledger.cannot_open", path, reason=error.strerror) from error
    if not header:
        return
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise errors.LedgerForeign("ledger.not_database", path)
    check_version(path, int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big"))


def check_version(path: Path, application_id: int, version: int) -> None:
    """Refuse another program's database and a newer ledger."""
    if application_id != APPLICATION_ID:
        raise errors.LedgerForeign("ledger.foreign", path)
    if version > SCHEMA_VERSION:
        raise errors.LedgerNewer("ledger.newer", path, version=version, known=SCHEMA_VERSION)


def is_writable(path: Path) -> bool:
    """Whether the system lets us write the ledger: the file, and the folder for the log beside it."""
    real = Path(os.path.realpath(path))
    if real.exists():
        return os.access(real, os.R_OK | os.W_OK) and os.access(real.parent, os.W_OK | os.X_OK)
    return os.access(_nearest_folder(real), os.W_OK | os.X_OK)


def create(path: Path) -> None:
    """An empty file at `path` for its owner only, with the folders above it; one that exists stays.

    Raises LedgerReadOnly, LedgerFull or LedgerCannotOpen.
    """
    try:
        _make_folders(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE))
    except FileExistsError:
        return
    except OSError as error:
        raise errors.of_system(error, path) from error


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with content lies beside the ledger."""
    log = Path(f"{os.path.realpath(path)}-wal")
    return log.exists() and log.stat().st_size > 0


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
