"""Tasks with everything that lists and exports tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plantui.model.dates import RequirementDate, current_dates
from plantui.model.key import TaskKey
from plantui.model.light import LightReason
from plantui.model.progress import Report, TaskProgress, TaskReports
from plantui.model.requirement_progress import FormerWord, RequirementProgress
from plantui.store.index.library import PlanEntry, TaskEntry

from .workspace import Workspace

if TYPE_CHECKING:
    from plantui.model.event import Extension
    from plantui.model.plan import Task

_PORTION = 500
"""Tasks that are read at a time."""


@dataclass
class TaskRow:
    """A task of a list, with its plan, its progress and its light.

    Not frozen, since very many are made: that would take five times as long.
    """

    workspace: Workspace
    entry: TaskEntry
    plan: PlanEntry
    task_text: str
    """The whole task in the JSON form of docs/plan-format.md, as the text of one object."""
    progress: TaskProgress
    reason: LightReason
    found: TaskReports
    """The reports of all departments on it."""
    _whole: Task | None = None

    @property
    def reports(self) -> Mapping[str, Report]:
        """The latest report of each department, with its standing words on single requirements."""
        return self.found.reports

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """The extensions of its dates that count, oldest first."""
        return self.found.extensions

    @property
    def dates(self) -> tuple[RequirementDate, ...]:
        """The dates of its requirements, in the order of the plan."""
        return current_dates(self.whole.deadlines, self.extensions)

    @property
    def whole(self) -> Task:
        """The whole task, made only where it is asked for: a writer of JSON passes its text on."""
        if self._whole is None:  # not a cached_property, which takes a lock for each of very many
            self._whole = self.workspace.library.task_of(self.task_text)
        return self._whole

    @cached_property
    def requirements(self) -> tuple[RequirementProgress, ...]:
        """The dated requirements in the order of the plan, with what is reported of each."""
        return self.workspace.requirements_with(self.entry, self.whole.deadlines, self.progress, self.found)

    @property
    def former_words(self) -> tuple[FormerWord, ...]:
        """The departments' words on requirements that the plan no longer has in that wording."""
        return self.workspace.former_words(self.entry, self.whole.deadlines)

    @property
    def owing(self) -> tuple[str, ...]:
        """The accountable departments that have yet to report in the current period, those that never did first."""
        workspace = self.workspace
        if workspace.period_workspace is workspace and not workspace.is_ahead(self.entry.pk):
            return self.progress.owing(workspace.period)
        return workspace.owing(self.entry)

    @property
    def key(self) -> TaskKey:
        """Return what the task's notes hang on."""
        return TaskKey(self.plan.id, self.entry.id)


def task_rows(workspace: Workspace, rows: Sequence[int]) -> Iterator[TaskRow]:
    """Yield the tasks of these row numbers in their order, read a portion at a time."""
    library = workspace.library
    for portion in portions_of(rows):
        for entry, text in zip(library.tasks(portion), library.task_texts(portion), strict=True):
            found, progress = workspace.reports_of(entry), workspace.expected(entry)
            reason = workspace.light_with(entry, progress, found)
            plan = library.plan_at[entry.plan]
            yield TaskRow(workspace, entry, plan, text, progress, reason, found)


def portions_of(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield row numbers in their order, as many at a time as are read together."""
    for start in range(0, len(rows), _PORTION):
        yield rows[start : start + _PORTION]
