"""Tasks with everything that lists and exports tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plantui.model.dates import RequirementDate, current_dates
from plantui.model.day import days_since
from plantui.model.key import TaskKey
from plantui.model.light import LightReason
from plantui.model.progress import Report, TaskProgress, TaskReports
from plantui.model.requirement_progress import FormerWord, RequirementProgress
from plantui.store.index.library import Library, PlanEntry, TaskEntry

from .workspace import Workspace

if TYPE_CHECKING:
    from plantui.model.event import Extension
    from plantui.model.plan import Task

_PORTION = 500
"""Tasks that are read at a time."""


class TaskTexts:
    """Whole tasks that are read together."""

    def __init__(self, library: Library, rows: Sequence[int]) -> None:
        self._library = library
        self.texts = library.task_texts(rows)
        """Each in the JSON form of docs/plan-format.md, as the text of one object."""

    @cached_property
    def whole(self) -> Sequence[Task]:
        """The tasks, all made where one is asked for, which takes less: a writer of JSON passes their texts on."""
        return self._library.tasks_of(self.texts)


@dataclass
class TaskRow:
    """A task of a list, with its plan, its progress and its light.

    Not frozen, since very many are made: that would take five times as long.
    """

    workspace: Workspace
    entry: TaskEntry
    plan: PlanEntry
    texts: TaskTexts
    """The text of the whole task, among those of the tasks that are read together."""
    place: int
    """Its place among these."""
    progress: TaskProgress
    reason: LightReason
    found: TaskReports
    """The reports of all departments on it."""

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
    def task_text(self) -> str:
        """The whole task in the JSON form of docs/plan-format.md, as the text of one object."""
        return self.texts.texts[self.place]

    @property
    def whole(self) -> Task:
        """The whole task."""
        return self.texts.whole[self.place]

    @cached_property
    def requirements(self) -> tuple[RequirementProgress, ...]:
        """The dated requirements in the order of the plan, with what is reported of each."""
        return self.workspace.requirements_with(self.entry, self.whole.deadlines, self.progress, self.found)

    @property
    def former_words(self) -> tuple[FormerWord, ...]:
        """The departments' words on requirements that the plan no longer has in that wording."""
        return self.workspace.former_words(self.entry, self.whole.deadlines)

    @property
    def age(self) -> int | None:
        """Days since the latest day that a counting note speaks of; None without one, which is not the same as 0."""
        return days_since(self.found.last_day, self.workspace.today)

    @property
    def owing(self) -> tuple[str, ...]:
        """The accountable departments that have yet to report in the current period, those that never did first."""
        workspace = self.workspace
        if workspace.period_workspace is workspace and not workspace.is_ahead(self.entry.pk):
            return workspace.owing_by(self.progress)
        return workspace.owing(self.entry)

    @property
    def key(self) -> TaskKey:
        """Return what the task's notes hang on."""
        return TaskKey(self.plan.id, self.entry.id)


def task_rows(workspace: Workspace, rows: Sequence[int]) -> Iterator[TaskRow]:
    """Yield the tasks of these row numbers in their order, read a portion at a time."""
    library = workspace.library
    for portion in portions_of(rows):
        texts = TaskTexts(library, portion)
        for place, entry in enumerate(library.tasks(portion)):
            found, progress = workspace.reports_of(entry), workspace.expected(entry)
            reason = workspace.light_with(entry, progress, found)
            plan = library.plan_at[entry.plan]
            yield TaskRow(workspace, entry, plan, texts, place, progress, reason, found)


def portions_of(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield row numbers in their order, as many at a time as are read together."""
    for start in range(0, len(rows), _PORTION):
        yield rows[start : start + _PORTION]
