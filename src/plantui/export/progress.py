"""Progress of a long export, and its end before the time."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how many of how many rows are written, at least once for each 500; raises `Cancelled` to end the export."""


class Cancelled(Exception):
    """The user has ended the export; nothing of it is left."""


def unobserved(done: int, total: int) -> None:
    """Let the export go on; nobody looks at its progress."""
