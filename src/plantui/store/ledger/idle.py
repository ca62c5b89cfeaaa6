"""A timer that has something done once nothing has been asked for a while."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic


class IdleTimer:
    """Calls a method in a thread of its own when `seconds` have passed since the last `start`.

    The thread ends with the call, and does not keep the program or the method's object alive.
    """

    def __init__(self, seconds: float, act: Callable[[], None]) -> None:
        self._seconds = seconds
        self._act = weakref.WeakMethod(act)
        self._changed = Condition()
        self._due = 0.0
        self._thread: Thread | None = None

    def start(self) -> None:
        """Count the seconds from now on."""
        with self._changed:
            self._due = monotonic() + self._seconds
            if self._thread is None:
                self._thread = Thread(target=self._wait, name="plantui-idle", daemon=True)
                try:
                    self._thread.start()
                except RuntimeError:
                    self._thread = None  # the program ends: what closes its connections does the same

    def stop(self) -> None:
        """Do nothing until the next `start`."""
        with self._changed:
            self._due = 0.0
            self._changed.notify_all()

    def _wait(self) -> None:
        with self._changed:
            while (left := self._due - monotonic()) > 0:
                self._changed.wait(left)
            is_wanted = self._due > 0
            self._thread = None
        act = self._act()
        if is_wanted and act is not None:
            act()
