"""The tasks of which something was said since a day or a state of the ledger, as far as the ledger was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from plantui.model.problem import UsageError

if TYPE_CHECKING:
    from plantui.model.since import Since
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger

FindChanged = Callable[["Since"], int]
"""Finds the tasks, as a task set, of which something was said since then."""

_NONE: Mapping[Since, int] = MappingProxyType({})


class ChangedTasks:
    """Task sets by the time since when something was said of them. They never change: what is new gives the next ones.

    `find` asks the ledger where there is time to wait for it; without it nothing is known to have changed until
    somebody has asked.
    """

    def __init__(self, find: FindChanged | None = None, known: Mapping[Since, int] = _NONE) -> None:
        self._find = find
        self._known = known

    @property
    def asked(self) -> tuple[Since, ...]:
        """The times that were asked for."""
        return tuple(self._known)

    def knows(self, since: Since) -> bool:
        """Return whether the tasks changed since then are known, or will be found when they are asked for."""
        return self._find is not None or since in self._known

    def since(self, since: Since) -> int:
        """Return the tasks of which something was said since then, as far as they are known or can be found."""
        if self._find is not None and since not in self._known:
            self._known = {**self._known, since: self._find(since)}
        return self._known.get(since, 0)

    def with_since(self, since: Since, tasks: int) -> ChangedTasks:
        """Return the sets with that of one more time."""
        return ChangedTasks(self._find, {**self._known, since: tasks})

    def beside(self, others: ChangedTasks) -> ChangedTasks:
        """Return the sets with those of other ones that are not among them."""
        return ChangedTasks(self._find, {**others._known, **self._known})

    def with_more(self, tasks: int) -> ChangedTasks:
        """Return the sets after something was said of these tasks just now."""
        return ChangedTasks(self._find, {since: known | tasks for since, known in self._known.items()})


def changed_since(library: Library, ledger: Ledger, times: Iterable[Since]) -> ChangedTasks:
    """Return the tasks of which something was said since each of these times.

    A state that the ledger does not know, as where another file took its place, is left out.
    """
    found: dict[Since, int] = {}
    for since in times:
        try:
            found[since] = library.task_set(ledger.changed_tasks(since))
        except UsageError:
            continue
    return ChangedTasks(known=found)
