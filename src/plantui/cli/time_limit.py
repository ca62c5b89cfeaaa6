"""A clock beside a long computation, which tells how long it takes and ends it: the only file that knows `setitimer`.

Where the system has such a timer it interrupts even a regular expression that does not come to its end. Elsewhere a
thread tells the time, and a process of its own ends this one, since nothing inside it could.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from subprocess import Popen

Tick = Callable[[float], None]
"""Is told every half second, and first after two, how many seconds have passed."""

FIRST_TICK = 2.0
_EVERY = 0.5
_AGAIN = 1.0
"""Seconds after which a computation is interrupted again that went on."""

_ENDING = """\
import os, sys, threading, time
sys.stderr.reconfigure(errors="replace")
threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()
time.sleep(float(sys.argv[2]))
print(sys.argv[3], file=sys.stderr, flush=True)
os.kill(int(sys.argv[1]), 1 if os.name == "nt" else 9)
"""
"""The process that ends this one. It ends itself when this one does, since its standard input is then closed."""


class TimeIsUp(BaseException):
    """The end of a computation that took longer than it may; no `except Exception` on the way holds it up."""


class TimeLimit(Protocol):
    """A running clock, as a context manager."""

    def __enter__(self) -> Self:
        """Start the clock; `allow` says for how long."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the clock."""
        ...

    def allow(self, seconds: float) -> None:
        """Let the computation go on for so many seconds from now."""
        ...


def time_limit(tick: Tick, last_words: str) -> TimeLimit:
    """Return a clock of the kind that this system has.

    `last_words` are told to the user where the process has to be ended from outside; else TimeIsUp is raised.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        return _Timer(tick)
    return _Watcher(tick, last_words)


class _Timer:
    """The system's timer, which interrupts the computation."""

    def __init__(self, tick: Tick) -> None:
        self._tick = tick
        self._begun = monotonic()
        self._end = float("inf")
        self._before: signal.Handlers | Callable[..., object] | int | None = None

    def __enter__(self) -> Self:
        self._begun = monotonic()
        self._before = signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, FIRST_TICK, _EVERY)
        return self

    def __exit__(self, *error: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)

    def allow(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def _ring(self, *arguments: object) -> None:
        now = monotonic()
        if now < self._end:
            self._tick(now - self._begun)
            return
        signal.setitimer(signal.ITIMER_REAL, _AGAIN, _AGAIN)
        raise TimeIsUp


class _Watcher:
    """A thread that tells the time, and a process that ends this one."""

    def __init__(self, tick: Tick, last_words: str) -> None:
        self._tick = tick
        self._last_words = last_words
        self._is_over = threading.Event()
        self._ending: Popen[bytes] | None = None

    def __enter__(self) -> Self:
        threading.Thread(target=self._tell, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._is_over.set()
        self._dismiss()

    def allow(self, seconds: float) -> None:
        from subprocess import DEVNULL, PIPE, Popen  # 5 ms that a usual import does not wait for

        self._dismiss()
        command = [sys.executable, "-c", _ENDING, str(os.getpid()), str(seconds), self._last_words]
        self._ending = Popen(command, stdin=PIPE, stdout=DEVNULL)

    def _dismiss(self) -> None:
        if self._ending:
            self._ending.communicate()
            self._ending = None

    def _tell(self) -> None:
        begun = monotonic()
        wait = FIRST_TICK
        while not self._is_over.wait(wait):
            self._tick(monotonic() - begun)
            wait = _EVERY
