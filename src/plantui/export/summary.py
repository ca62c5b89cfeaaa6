"""The status summary as a value: what the writers of all formats draw on."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.model.terms import TaskState
from plantui.query.columns import Column
from plantui.query.figure_order import in_order
from plantui.query.filter import Filter
from plantui.query.order import Order
from plantui.query.rows import TaskRow, portions_of, task_rows
from plantui.query.stats import By, Figures, Group, can_be_rated, figures, grouped
from plantui.query.views import View
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from plantui.store.index.library import PlanEntry, TaskEntry
from plantui.store.ledger import Ledger
from plantui.store.ledger.task_changes import NO_CHANGES, LedgerChanges
from plantui.words.phrases import numbered

from .heading import Heading, heading_of
from .latest import LatestNotes, Notes

if TYPE_CHECKING:
    from plantui.model.indicator_state import ReportedValue
    from plantui.model.stages import StageState


class Overdue(NamedTuple):
    """A task whose date has passed."""

    position: int
    """Its place among the rows, from 1."""
    entry: TaskEntry
    plan: PlanEntry
    due: date
    days: int
    """Days late, at least 1."""


class OverdueTasks:
    """The tasks of a summary whose dates have passed, the longest overdue first. Iterating reads them."""

    def __init__(self, workspace: Workspace, tasks: int, rows: Sequence[int]) -> None:
        """Take the tasks of the summary as a task set, and their row numbers in the order of the screen."""
        self._workspace = workspace
        self._tasks = tasks & workspace.states[TaskState.OVERDUE]
        self._in_order = rows

    def __len__(self) -> int:
        return self._tasks.bit_count()

    @cached_property
    def rows(self) -> Sequence[int]:
        """Their row numbers."""
        return self._workspace.rows(self._tasks, Order.WORST_FIRST)

    @cached_property
    def _positions(self) -> Sequence[int]:
        """The place of each row number of the summary among its rows, from 1."""
        positions = array("I", bytes(4 * (max(self._in_order, default=0) + 1)))
        for position, pk in enumerate(self._in_order, 1):
            positions[pk] = position
        return positions

    def __iter__(self) -> Iterator[Overdue]:
        workspace = self._workspace
        for portion in portions_of(self.rows):
            for entry in workspace.library.tasks(portion):
                due = workspace.light(entry).due
                assert due is not None  # else it would not be overdue
                plan = workspace.library.plan_at[entry.plan]
                late = (workspace.today - due).days
                yield Overdue(self._positions[entry.pk], entry, plan, due, late)


@dataclass(slots=True)
class SummaryRow:
    """A task of the summary. Not frozen, for the same reason as a TaskRow."""

    position: int
    """Its place among the rows, from 1."""
    task: TaskRow
    headings: tuple[str, ...]
    """The headings above the task with their numbers, the outermost first."""
    notes: tuple[Note, ...]
    """The latest note of each department that has reported."""
    stages: tuple[StageState | None, ...] = ()
    """The stage of each of `notes`; None for one with which no step was taken."""
    late: frozenset[str] | None = None
    """The ids of the notes that came after their period was closed; None where the office has no closing day."""
    values: tuple[ReportedValue, ...] = ()
    """The actual values that its notes give, of all notes that count."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The rows of a screen with their figures, fixed at the moment it was made. Iterating reads the tasks."""

    heading: Heading
    overall: Figures
    departments: tuple[Group, ...]
    """The worst first; the plans, too."""
    years: tuple[Group, ...]
    """Ascending, 无期限 last."""
    plans: tuple[Group, ...]
    overdue: OverdueTasks
    """The longest overdue first."""
    workspace: Workspace
    rows: Sequence[int]
    """Row numbers in the order of the screen."""
    notes: LatestNotes
    """Reads the latest notes of tasks, a portion at a time."""
    values: Mapping[TaskKey, Sequence[ReportedValue]] = field(default_factory=dict)
    """The actual values of the tasks that have some."""
    stages: Mapping[str, StageState] = field(default_factory=dict)
    """The stages of the revisions with which steps were taken, by their ids."""
    columns: tuple[Column, ...] = ()
    """The columns that were chosen for tables, none for all that the form has."""
    changes: LedgerChanges = NO_CHANGES
    """The numbers of changes of the tasks; only a calendar needs to know."""

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[SummaryRow]:
        """Yield the tasks in their order, read a portion at a time."""
        return chain.from_iterable(self.portions())

    def portions(self) -> Iterator[list[SummaryRow]]:
        """Yield the tasks in their order, as many together as are read together."""
        headings = _Headings(self.workspace)
        positions = count(1)
        for portion in portions_of(self.rows):
            tasks = list(task_rows(self.workspace, portion))
            notes_of = self.notes.of([task.entry for task in tasks])
            late = self.notes.late(notes_of)
            yield [self._row(next(positions), task, headings, notes_of, late) for task in tasks]

    def _row(
        self, position: int, task: TaskRow, headings: _Headings, notes_of: Notes, late: frozenset[str] | None
    ) -> SummaryRow:
        notes = notes_of.get(task.entry.pk, ())
        known = self.stages
        stages = tuple([known.get(note.id) for note in notes]) if known else (None,) * len(notes)
        values = tuple(self.values.get(task.key, ())) if self.values else ()
        above = headings.above(task.plan, task.entry.section)
        return SummaryRow(position, task, above, notes, stages, late, values)


def summary(
    workspace: Workspace,
    rows: Sequence[int],
    active_filter: Filter,
    ledger: Ledger,
    view: View = View.TREE,
    marked: Collection[TaskKey] = (),
) -> Summary:
    """Return the summary of these rows, in their order, as of the workspace's day.

    Raises plantui.model.problem.DataError where the ledger cannot be read.
    """
    tasks = bits.from_rows(rows)
    group = partial(grouped, workspace, tasks, has_rate=can_be_rated(active_filter, view))
    return Summary(
        heading=replace(heading_of(workspace, tasks, active_filter, view, marked), cut=ledger.cut() or ""),
        overall=figures(workspace, tasks, has_rate=can_be_rated(active_filter, view)),
        departments=tuple(in_order(group(By.DEPARTMENT, active_filter.role))),
        years=tuple(group(By.YEAR)),
        plans=tuple(in_order(group(By.PLAN))),
        overdue=OverdueTasks(workspace, tasks, rows),
        workspace=workspace,
        rows=array("I", rows),
        notes=LatestNotes(workspace, tasks, ledger),
        stages=ledger.stages(today=workspace.today),
        values=ledger.reported_values(
            workspace.today, workspace.counting.notes if workspace.counting else None
        ),
    )


class _Headings:
    """The headings above a task, read once per plan."""

    def __init__(self, workspace: Workspace) -> None:
        self._library = workspace.library
        self._of_plan: dict[int, list[tuple[str, ...]]] = {}

    def above(self, plan: PlanEntry, section: int) -> tuple[str, ...]:
        """Return the headings down to the one with that ordinal."""
        if plan.first not in self._of_plan:
            found: list[tuple[str, ...]] = []
            for entry in self._library.sections(plan):
                outer = found[entry.parent] if entry.parent >= 0 else ()
                found.append((*outer, numbered(entry.number, entry.title)))
            self._of_plan[plan.first] = found
        return self._of_plan[plan.first][section]
