"""The ledger files that this process has open, so that none is closed behind SQLite's back.

The system drops all of a process's POSIX locks on a file as soon as the process closes any descriptor on it.
So a descriptor of ours is closed only when no connection of this process is on that file.
"""

from __future__ import annotations

import os
import weakref
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from . import file, log_users
from .file import FileId

_connections: Counter[FileId] = Counter()
_waiting: defaultdict[FileId, list[int]] = defaultdict(list)
"""Descriptors that are to be closed as soon as no connection is on their file."""
_lock = RLock()  # a finalizer may run inside any call


def opened(found: FileId, path: Path) -> None:
    """Count a connection that is about to be opened; the first one looks at the file's header before.

    Raises what `file.check_header` raises.
    """
    with _lock:
        if not _connections[found]:
            file.check_header(path)
        _connections[found] += 1


def has_foreign_log(found: FileId, place: Path) -> bool:
    """Return whether other programs use the log beside the file at `place` for one that lay there before."""
    with _lock:
        return not _connections[found] and log_users.is_log_of_another_file(place)


def is_log_in_use(found: FileId, place: Path) -> bool:
    """Return whether anybody, this process included, still uses the log that the file had beside `place`."""
    with _lock:
        return _connections[found] > 0 or log_users.is_log_in_use(place)


def closed(found: FileId) -> None:
    """Count a connection as closed."""
    with _lock:
        _connections[found] -= 1
        if _connections[found]:
            return
        del _connections[found]
        for descriptor in _waiting.pop(found, ()):
            os.close(descriptor)


@contextmanager
def using(found: FileId) -> Iterator[None]:
    """Count a connection for as long as the block runs."""
    with _lock:
        _connections[found] += 1
    try:
        yield
    finally:
        closed(found)


class HeldFile:
    """A descriptor on a ledger's file: what is in it can be read as long as it is held, whatever became of its name."""

    def __init__(self, path: Path) -> None:
        self.descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        )
        found = os.fstat(self.descriptor)
        self.id = FileId(found.st_dev, found.st_ino)
        self.place = Path(os.path.realpath(path))
        """Path of the file when it was opened: its log lies beside it."""
        self.release = weakref.finalize(self, _release, self.descriptor, self.id)
        """Let go of the file, now or when the last connection on it is closed."""


def _release(descriptor: int, found: FileId) -> None:
    with _lock:
        if _connections[found]:
            _waiting[found].append(descriptor)
        else:
            os.close(descriptor)
