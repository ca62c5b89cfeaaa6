"""The windows that write drafts, each a `Ledger` of a running program, and whether a window still lives."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from threading import Lock
from uuid import uuid4

from plantui.store.processes import host, is_alive

_SILENT = timedelta(days=1)
"""The time after which a window of another machine that has kept nothing counts as closed."""

_open: set[str] = set()
"""The windows of this process."""
_open_lock = Lock()


def new_window() -> str:
    """Return the id of a new window of this process: machine, process and chance."""
    window = f"{host()}/{os.getpid()}/{uuid4().hex}"
    with _open_lock:
        _open.add(window)
    return window


def close_window(window: str) -> None:
    """Count a window of this process as closed."""
    with _open_lock:
        _open.discard(window)


def is_open(window: str, kept_at: datetime, now: datetime) -> bool:
    """Return whether a window still lives that kept its draft at `kept_at`, as far as can be told here.

    A number that the system has given to another process makes a closed window count as open: its draft then
    is copied where it could have been moved.
    """
    machine, _, rest = window.partition("/")
    process = rest.partition("/")[0]
    if not process.isdecimal():
        return False  # of a ledger made before windows had ids
    if machine != host():
        return now - kept_at < _SILENT
    if int(process) == os.getpid():
        with _open_lock:
            return window in _open
    return is_alive(int(process))
