"""Tasks with everything that lists and exports tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plantui.model.key import TaskKey
from plantui.model.light import LightReason
from plantui.model.progress import TaskProgress
from plantui.store.index.library import PlanEntry, TaskEntry

from .workspace import Workspace

_PORTION = 500


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task of a list, with its plan, its progress and its light."""

    entry: TaskEntry
    plan: PlanEntry
    body: Mapping[str, Any]
    """The whole task in the JSON form of docs/plan-format.md."""
    progress: TaskProgress
    reason: LightReason

    @property
    def key(self) -> TaskKey:
        """What the task's notes hang on."""
        return TaskKey(self.plan.id, self.entry.id)


def task_rows(workspace: Workspace, rows: Sequence[int]) -> Iterator[TaskRow]:
    """The tasks of these row numbers in their order, read a portion at a time."""
    library = workspace.library
    for start in range(0, len(rows), _PORTION):
        portion = rows[start : start + _PORTION]
        bodies = library.bodies_as_dicts(portion)
        for entry, body in zip(library.tasks(portion), bodies, strict=True):
            yield TaskRow(
                entry,
                library.plan_at[entry.plan],
                body,
                workspace.expected(entry),
                workspace.light(entry),
            )
