"""Words of the ledger on tasks beside the reports, as of a day: those on their assignments, and independent assessments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.key import TaskKey

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.store.ledger import Ledger

EventsOfTasks = Mapping[TaskKey, tuple["Event", ...]]
"""The events of one subject that count, by task, in the order in which they hold."""


_NO_EVENTS: EventsOfTasks = MappingProxyType({})


class Beside(NamedTuple):
    """Words on tasks beside the reports: no status, light or missing report follows from them."""

    assignments: EventsOfTasks = _NO_EVENTS
    """The departments' words on what they were assigned, and the answers."""
    assessments: EventsOfTasks = _NO_EVENTS
    """Independent assessments."""


NOTHING_BESIDE = Beside()
"""The words of a ledger that has none."""


def beside_of(ledger: Ledger, today: date) -> Beside:
    """Return what counts beside the reports as of `today`. Raises DataError as every reading of the ledger."""
    return Beside(*(_by_task(ledger.events(one, today=today)) for one in ("assignment", "assessment")))


def _by_task(events: list[Event]) -> EventsOfTasks:
    found: dict[TaskKey, tuple[Event, ...]] = {}
    for event in events:
        if event.key is not None:
            found[event.key] = (*found.get(event.key, ()), event)
    return found
