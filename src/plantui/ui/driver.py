"""A terminal driver that feels Esc and quitting at once, and that says when the program is to leave.

Textual's Linux driver waits up to 100 ms for a key; a lone Esc is only delivered, and the input thread only ends at
exit, when that wait runs out. It knows nothing of SIGTERM and SIGHUP, reads a closed terminal in an endless loop and
stops for ever on writing to it. One byte that is not UTF-8, as from a terminal set to GBK, ends it with a traceback.
None of this is a public setting, so `quick_driver` answers None where the stock driver does not look as expected;
tests/ui/test_ui_leaving.py fails where it does not do what is needed.
"""

from __future__ import annotations

import codecs
import os
import selectors
import signal
import sys
from collections.abc import Callable
from functools import partial
from time import sleep
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from textual.driver import Driver

POLL_SECONDS = 0.014
LEAVE_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""The signals, by their names, at which a program that is asked to end ends; a system need not have all of them."""


class LeaveRequested(Message):
    """The program is to leave: a signal says so, or its terminal is gone. Whatever was typed before has arrived."""


class _QuickSelector(selectors.SelectSelector):
    """Waits for keys a short time, and reports each time when all keys have been read."""

    def __init__(self, all_read: Callable[[], None], terminal_closed: Callable[[], None]) -> None:
        super().__init__()
        self._all_read = all_read
        self._terminal_closed = terminal_closed

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(POLL_SECONDS if timeout is None else min(timeout, POLL_SECONDS))
        if ready and not os.isatty(ready[0][0].fd):
            # A terminal that is gone can always be read, and gives nothing.
            sleep(POLL_SECONDS)
            self._terminal_closed()
            ready = []
        if not ready:
            self._all_read()
        return ready


class _QuickSelectors:
    """Stands for the `selectors` module inside the stock driver's input thread."""

    def __init__(self, all_read: Callable[[], None], terminal_closed: Callable[[], None]) -> None:
        self.SelectSelector = partial(_QuickSelector, all_read, terminal_closed)

    def __getattr__(self, name: str) -> Any:
        return getattr(selectors, name)


def _forgiving_decoder(encoding: str) -> partial[codecs.IncrementalDecoder]:
    """Stand for `getincrementaldecoder` there: what is not in the encoding arrives as the sign U+FFFD."""
    return partial(codecs.getincrementaldecoder(encoding), "replace")


class _Output:
    """The terminal to write to. What is written to one that is gone is dropped: the program leaves, and needs no screen."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        try:
            self._stream.write(text)
        except OSError:
            return

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            return

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def quick_driver() -> type[Driver] | None:
    """Return the driver class to run the interface on, None for the platform's own."""
    if sys.platform == "win32":
        return None
    from textual.drivers import linux_driver

    if getattr(linux_driver, "selectors", None) is not selectors or not hasattr(
        linux_driver, "getincrementaldecoder"
    ):
        return None

    class QuickDriver(linux_driver.LinuxDriver):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            vars(self)["_file"] = _Output(self._file)
            self._leaves = self._has_told = False

        def start_application_mode(self) -> None:
            for name in LEAVE_SIGNALS:
                number = getattr(signal, name, None)
                # Whoever started us with a signal ignored (nohup) wants it ignored.
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    self._loop.add_signal_handler(number, self._leave)
            super().start_application_mode()  # type: ignore[no-untyped-call]

        def run_input_thread(self) -> None:
            vars(linux_driver)["selectors"] = _QuickSelectors(self._all_read, self._leave)
            vars(linux_driver)["getincrementaldecoder"] = _forgiving_decoder
            super().run_input_thread()

        def _leave(self) -> None:
            self._leaves = True

        def _all_read(self) -> None:
            """Tell the app to leave, once, behind all keys that were pressed before. Called from the input thread."""
            if self._leaves and not self._has_told:
                self._has_told = True
                self.send_message(LeaveRequested())

    return QuickDriver
