"""A process that is a copy of this one: it has loaded already what a new interpreter loads for 80 ms of processor time."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from threading import active_count
from types import TracebackType
from typing import BinaryIO, NoReturn, Self

_MOST_OPEN = 1 << 16
"""Up to which number files are closed that only this process needs."""


def can_be_copied() -> bool:
    """Return whether this process may be copied: another thread may hold a lock, which nobody gives back in the copy."""
    return sys.platform == "linux" and active_count() == 1


class Copy:
    """A copy that runs a function, whose standard input and output are pipes; the methods are those of a Popen."""

    def __init__(self, function: Callable[[], None]) -> None:
        taken, giving = os.pipe()
        answered, answering = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            _run(function, taken, answering)
        os.close(taken)
        os.close(answering)
        self.stdin: BinaryIO = os.fdopen(giving, "wb")
        self.stdout: BinaryIO = os.fdopen(answered, "rb")
        self.returncode: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stdout.close()
        self.stdin.close()
        self.wait()

    def wait(self) -> int:
        """Return its exit code once it has ended, below zero for the signal that ended it."""
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self.returncode

    def kill(self) -> None:
        """End it at once. Not to be called beside `wait`, after which another process may have its number."""
        if self.returncode is None:
            os.kill(self._pid, signal.SIGTERM)  # handled by nobody there, and not ignored


def _run(function: Callable[[], None], taken: int, answering: int) -> NoReturn:
    """Run the function and end: nothing of what the process before would do at its end, or has yet to write, is done here."""
    code = 1
    try:
        for number in filter(lambda number: callable(signal.getsignal(number)), signal.valid_signals()):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # whoever started this process may have had it ignored
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for place, stream in enumerate((taken, answering, nowhere)):
            os.dup2(stream, place)
        os.closerange(3, _MOST_OPEN)
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
        gc.freeze()  # what was there before is not looked through, but a large file leaves much behind
        gc.enable()
        function()
        sys.stdout.flush()
        code = 0
    finally:
        os._exit(code)
