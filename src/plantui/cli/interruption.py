"""Ctrl+C ends a command once: whoever presses it again finds the command tidying up, which is not to be cut short."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interrupted_once() -> Iterator[None]:
    """Raise KeyboardInterrupt at the first Ctrl+C in the block, and hear no later one until the process has ended.

    Whoever started us with the signal ignored (nohup) wants it ignored.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    hear = _FirstOnly()
    signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        if hear.has_heard:
            _ignore_later_ones()
        elif signal.getsignal(signal.SIGINT) is hear:
            signal.signal(signal.SIGINT, signal.default_int_handler)


class _FirstOnly:
    """A handler that raises KeyboardInterrupt once.

    It stays in place while the command tidies up: where a handler is exchanged for SIG_IGN, Python tells of each Ctrl+C that
    came in just before ("ignored due to race condition"), with a traceback.
    """

    def __init__(self) -> None:
        self.has_heard = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if not self.has_heard:
            self.has_heard = True
            raise KeyboardInterrupt


def _ignore_later_ones() -> None:
    """Ignore Ctrl+C in the system itself: Python takes its own handlers away at its end, and the process would be killed."""
    block = getattr(signal, "pthread_sigmask", None)
    if block is not None:  # not on Windows
        block(signal.SIG_BLOCK, {signal.SIGINT})  # what has come in before is heard by the handler first
    signal.signal(signal.SIGINT, signal.SIG_IGN)
