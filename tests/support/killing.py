"""Programs that are killed at a random moment: forks of one that has everything imported, since thousands are started.

Nothing here may have a thread or an open database when it forks.
"""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable
from functools import partial
from time import monotonic

Say = Callable[[str], None]
"""Tells a line to the program that waits for it."""


def run_killed(
    act: Callable[[Say], None], seconds: float | None = None, after: int = 0
) -> tuple[list[str], bool]:
    """Run an act in a process of its own and kill it some seconds after it has said so many lines, None for never.

    Returns the whole lines that it said and whether it was killed. Raises AssertionError where it failed by itself.
    """
    listening, saying = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(listening)
        _act(act, saying)
    os.close(saying)
    heard = bytearray()
    end: float | None = None
    while True:
        if end is None and seconds is not None and heard.count(b"\n") >= after:
            end = monotonic() + seconds
        left = None if end is None else end - monotonic()
        if left is not None and (left <= 0 or not select.select([listening], [], [], left)[0]):
            os.kill(process, signal.SIGKILL)
            break
        if not (more := os.read(listening, 1 << 16)):
            break
        heard += more
    while more := os.read(listening, 1 << 16):
        heard += more
    os.close(listening)
    _, status = os.waitpid(process, 0)
    lines = heard.decode().split("\n")[:-1]  # the last line may have been cut
    is_killed = os.WIFSIGNALED(status)
    assert is_killed or os.WEXITSTATUS(status) == 0, "\n".join(lines)
    return lines, is_killed


def die_after(steps: int) -> None:
    """Have this process kill itself once a connection of SQLite has worked for so many steps."""

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    class Dying(sqlite3.Connection):
        """A connection that counts its steps."""

        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[arg-type]
            self.set_progress_handler(die, steps)

    vars(sqlite3)["connect"] = partial(sqlite3.connect, factory=Dying)


def _act(act: Callable[[Say], None], saying: int) -> None:
    """Act and end without any tidying up of what the fork has of its parent."""
    code = 1
    try:
        act(lambda line: _write(saying, f"{line}\n".encode()))
        code = 0
    except Exception:  # noqa: BLE001 - told to the program that waits
        _write(saying, traceback.format_exc().encode())
    finally:
        sys.stdout.flush()
        os._exit(code)


def _write(descriptor: int, line: bytes) -> None:
    while line:
        line = line[os.write(descriptor, line) :]
