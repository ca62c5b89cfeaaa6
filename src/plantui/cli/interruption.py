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
    signal.signal(signal.SIGINT, _end_once)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is _end_once:
            signal.signal(signal.SIGINT, signal.default_int_handler)


def _end_once(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt
