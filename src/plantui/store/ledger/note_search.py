"""Search in the notes of one ledger: goes through the file in portions, and remembers which characters it holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, tzinfo
from threading import Lock

from plantui.model.key import TaskKey

from .connections import Connections
from .holding import PORTION, TermCondition, characters, newest_row, tasks_holding
from .variants import is_plain


class NoteSearch:
    """Answers which tasks have notes that hold a term. Any thread may ask."""

    def __init__(
        self, connections: Connections, zone_of: Callable[[sqlite3.Connection], tzinfo | None]
    ) -> None:
        self._connections = connections
        self._zone_of = zone_of
        self._characters: set[str] = set()
        """The characters of the rows up to `_gathered`; rows never change, so only later ones are looked at."""
        self._gathered = 0
        self._turn = Lock()
        """Held by the thread that gathers characters."""

    def tasks_with(self, term: str, today: date, goes_on: Callable[[], bool]) -> frozenset[TaskKey] | None:
        """Return the tasks with notes that count on `today` and hold the folded term; None once `goes_on` says no."""
        newest = self._newest()
        condition = self._condition(term, newest, goes_on)
        if condition is None:
            return None
        found: set[TaskKey] = set()
        for rows in _portions(0, newest):
            if not goes_on():
                return None
            with self._connections.reading() as connection:
                if connection is not None:
                    found |= tasks_holding(connection, condition, today, self._zone_of(connection), rows)
        return frozenset(found)

    def _newest(self) -> int:
        with self._connections.reading() as connection:
            return newest_row(connection) if connection else 0

    def _condition(self, term: str, newest: int, goes_on: Callable[[], bool]) -> TermCondition | None:
        if is_plain(term):
            return TermCondition.of(term, None)
        with self._turn:
            for rows in _portions(self._gathered, newest):
                if not goes_on():
                    return None
                with self._connections.reading() as connection:
                    if connection is not None:
                        self._characters |= characters(connection, rows)
                        self._gathered = rows.stop - 1
            return TermCondition.of(term, self._characters)


def _portions(known: int, newest: int) -> Iterator[range]:
    """Yield the rows behind the known ones in portions.

    A connection is lent for each alone: nobody who wants to write waits longer, also where the file has no log.
    """
    for low in range(known + 1, newest + 1, PORTION):
        yield range(low, min(low + PORTION, newest + 1))
