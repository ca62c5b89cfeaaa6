"""A terminal driver that looks at the keyboard seven times as often: Esc and quitting are felt at once.

Textual's Linux driver waits up to 100 ms for a key; a lone Esc is only delivered, and the input thread only ends at
exit, when that wait runs out. The wait is no public setting, so `quick_driver` answers None where the stock
driver does not look as expected, and `tests/ui/test_ui_driver.py` says so.
"""

from __future__ import annotations

import selectors
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver

POLL_SECONDS = 0.014


class _QuickSelector(selectors.SelectSelector):
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(POLL_SECONDS if timeout is None else min(timeout, POLL_SECONDS))


class _QuickSelectors:
    """Stands for the `selectors` module inside the stock driver's input thread."""

    SelectSelector = _QuickSelector

    def __getattr__(self, name: str) -> Any:
        return getattr(selectors, name)


def quick_driver() -> type[Driver] | None:
    """The driver class to run the interface on, None for the platform's own."""
    if sys.platform == "win32":
        return None
    from textual.drivers import linux_driver

    if getattr(linux_driver, "selectors", None) is not selectors:
        return None

    class QuickDriver(linux_driver.LinuxDriver):
        def run_input_thread(self) -> None:
            vars(linux_driver)["selectors"] = _QuickSelectors()
            super().run_input_thread()

    return QuickDriver
