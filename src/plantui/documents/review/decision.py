"""What was decided in a review, and the steps by which it was, so that they can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a field: as read, or the line that takes the place of what was read. Of a whole part the line
    is empty where it was dropped, and its id where it was added."""

    was: str
    """What was read at that time."""
    line: str | None = None
    """The correction, None where the reading was accepted."""


Changes = Mapping[str, Decision | None]
"""The new decision of each key, None where it is taken back."""


class History:
    """The steps of this sitting."""

    def __init__(self) -> None:
        self._done: list[tuple[Changes, Changes]] = []
        self._undone: list[tuple[Changes, Changes]] = []

    def add(self, before: Changes, after: Changes) -> None:
        """A step was done: what it found, and what it left."""
        self._done.append((before, after))
        self._undone.clear()

    def undo(self) -> Changes | None:
        """What takes the last step back."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1][0]

    def redo(self) -> Changes | None:
        """What does the step again that was taken back last."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1][1]
