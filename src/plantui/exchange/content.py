"""Content that is handed to another system: a plan with the newest note of each department on its tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from plantui.model.note import Note
from plantui.model.plan import Goal, Indicator, Plan, Task
from plantui.model.terms import Status


class Standing(NamedTuple):
    """The progress of a task over all its departments."""

    status: Status = Status.NOT_STARTED
    percent: int | None = None
    """Percent over the departments that gave one; None where none did."""


class PlanContent(NamedTuple):
    """A plan with its newest notes."""

    plan: Plan
    notes: Mapping[str, tuple[Note, ...]]
    """The newest note of each department, by the task's id; a task without notes may be missing."""
    as_of: date
    standings: Mapping[str, Standing] = MappingProxyType({})
    """The progress of the tasks, by their ids; a task that nobody has reported on may be missing."""
    extensions: int = 0
    """Number of dates that were put off: the file has those of the plan."""

    def standing_of(self, task: Task) -> Standing:
        """Return the progress of a task."""
        return self.standings.get(task.id, Standing())

    def every_note(self) -> Iterator[Note]:
        """Yield the notes on the plan's tasks, in the order of the tasks."""
        for task in self.plan.tasks:
            yield from self.notes.get(task.id, ())

    def measures(self) -> Iterator[Goal | Indicator]:
        """Yield the plan's goals and the indicators of all tasks."""
        yield from self.plan.goals
        for task in self.plan.tasks:
            yield from task.indicators


def figure(value: float | int) -> str:
    """Return a number with all its digits, never with an exponent."""
    return f"{Decimal(str(value)):f}"
