"""Content that is handed to another system: a plan with the newest note of each department on its tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantui.model.note import Note
from plantui.model.plan import Deadline, Goal, Indicator, Plan


class PlanContent(NamedTuple):
    """A plan with its newest notes."""

    plan: Plan
    notes: Mapping[str, tuple[Note, ...]]
    """The newest note of each department, by the task's id; a task without notes may be missing."""
    as_of: date

    def every_note(self) -> Iterator[Note]:
        """Yield the notes on the plan's tasks, in the order of the tasks."""
        for task in self.plan.tasks:
            yield from self.notes.get(task.id, ())

    def deadlines(self) -> Iterator[Deadline]:
        """Yield the dated requirements of all tasks."""
        for task in self.plan.tasks:
            yield from task.deadlines

    def measures(self) -> Iterator[Goal | Indicator]:
        """Yield the plan's goals and the indicators of all tasks."""
        yield from self.plan.goals
        for task in self.plan.tasks:
            yield from task.indicators
