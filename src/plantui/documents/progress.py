"""How much of an import is done, told while it runs: for whoever waits for a long document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

Tell = Callable[[float], None]
"""Is told the share of the import that is done, from 0 to 1, each time more than before."""


class Watch(Protocol):
    """Whoever waits while pages are recognised, which takes seconds a page."""

    def begin(self, seconds: int) -> None:
        """Recognition begins, and may take so many seconds."""

    def tell(self, share: float) -> None:
        """Note the share that is done."""


_Item = TypeVar("_Item")
_STEPS = 100
"""How often the share is told at the most while one list is gone through."""


class Progress:
    """The share that is done. Each part of the work says how much of the whole it is."""

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = tell
        self._done = 0.0

    def add(self, share: float) -> None:
        """A part of the work is done that is this much of the whole."""
        if self._tell is None:
            return
        self._done = min(1.0, self._done + share)
        self._tell(self._done)

    def over(self, items: Sequence[_Item], share: float) -> Iterator[_Item]:
        """The items, one after the other; all of them together are this much of the whole."""
        every = max(1, len(items) // _STEPS)
        told = 0
        for index, item in enumerate(items):
            if index - told >= every:
                self.add(share * (index - told) / len(items))
                told = index
            yield item
        self.add(share * (len(items) - told) / max(1, len(items)))
