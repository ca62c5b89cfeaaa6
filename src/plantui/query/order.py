"""The order of rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from itertools import compress

from plantui.store.index import bits


class Order(StrEnum):
    """Order of rows."""

    DOCUMENT = "document"
    """Plan by plan, as printed."""
    WORST_FIRST = "worst_first"
    """Red before yellow before green before no date before completed, earliest date first."""


class TaskOrder:
    """All tasks of a library in one order: any set of them is brought into it without being sorted again."""

    def __init__(self, rows: array[int]) -> None:
        self.rows = rows
        """Row numbers in the order."""

    @cached_property
    def _places(self) -> array[int]:
        """The place of each row number in the order."""
        places = array("I", bytes(4 * (max(self.rows, default=0) + 1)))
        for place, pk in enumerate(self.rows):
            places[pk] = place
        return places

    def all_of(self, tasks: int) -> array[int]:
        """Return the row numbers of a task set in this order."""
        if tasks.bit_count() == len(self.rows):
            return self.rows
        flags = bits.flags(tasks, max(self.rows) + 1)
        return array("I", compress(self.rows, map(flags.__getitem__, self.rows)))

    def sorted(self, rows: Iterable[int]) -> array[int]:
        """Return a few row numbers in this order."""
        return array("I", sorted(rows, key=self._places.__getitem__))
