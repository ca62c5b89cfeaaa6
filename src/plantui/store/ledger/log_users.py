"""The programs that use a ledger's log at this moment, as their locks show: the only file that knows `fcntl`.

The log belongs to the ledger by its name alone. A file that was moved to the ledger's place has beside it the log
of the one before, for as long as another program that has not noticed yet goes on writing there; SQLite would
play that log onto it. Each connection that uses a log locks its own file and the log's index: where only the
index is locked, the log is that of another file.
"""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

from .file import log_files

try:
    import fcntl
except ImportError:  # where an open file cannot be replaced
    fcntl = None  # type: ignore[assignment]

_FILE_LOCK = 0x40000002, 510
"""First byte and number of bytes of the lock that each connection with a log holds on its database."""
_INDEX_LOCK = 128, 1
"""First byte and number of bytes of the lock that each connection with a log holds on the log's index."""


def is_log_of_another_file(place: Path) -> bool:
    """Return whether other programs use the log beside `place`, which is not a link, for a file that lay there before.

    The caller sees to it that this process has no SQLite connection on the file: closing it here would drop that
    connection's locks. Where locks cannot be looked at, the answer is no.
    """
    with suppress(OSError):
        return is_log_in_use(place) and not _is_locked(place, *_FILE_LOCK)
    return False


def is_log_in_use(place: Path) -> bool:
    """Return whether other programs use the log beside `place`, an empty one too, for whichever file.

    The caller sees to it that this process has no SQLite connection with that log.
    """
    _, index = log_files(place)
    with suppress(OSError):
        return _is_locked(index, *_INDEX_LOCK)
    return False


def _is_locked(path: Path, start: int, length: int) -> bool:
    """Return whether another process holds a lock on any of these bytes. Raises OSError."""
    if fcntl is None:
        return False
    with path.open("rb") as file:
        answer = fcntl.fcntl(file, fcntl.F_GETLK, _packed(fcntl.F_WRLCK, start, length))
    return _kind(answer) != fcntl.F_UNLCK


_LAYOUT = "hhqqi0q" if sys.platform.startswith("linux") else "qqihh"
"""The system's `struct flock`: kind, whence, start, length, process on Linux; start first on the BSDs and macOS."""


def _packed(kind: int, start: int, length: int) -> bytes:
    if _LAYOUT.startswith("h"):
        return struct.pack(_LAYOUT, kind, os.SEEK_SET, start, length, 0)
    return struct.pack(_LAYOUT, start, length, 0, kind, os.SEEK_SET)


def _kind(answer: bytes) -> int:
    fields = struct.unpack(_LAYOUT, answer)
    return int(fields[0] if _LAYOUT.startswith("h") else fields[3])
