"""Comparison of several plans: a row for each task, with the task of each plan and what it says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plantui.model.alignment import AlignmentChoice
from plantui.model.department import DepartmentRegistry
from plantui.model.key import TaskKey
from plantui.model.plan import Plan, Task
from plantui.model.progress import accountable
from plantui.model.terms import Role

from .alignment import Alignment, Group, Link, align
from .differences import (
    Difference,
    SectionDifference,
    TaskDepartments,
    department_differences,
    task_differences,
)
from .kinds import DepartmentKinds

_TAKING_PART = (Role.LEAD, Role.SHARED, Role.SUPPORT)
"""The roles of departments that do a part of the work themselves."""


@dataclass(frozen=True, slots=True)
class ComparedTask:
    """A task of one plan in a row."""

    task: Task
    section: str
    """Title of the heading that it stands under."""
    link: Link | None = None
    """Bond with the task that it is held against; None for that task itself."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """The tasks of several plans that are the same task."""

    base: str
    """Id of the plan whose task the others are held against."""
    cells: Mapping[str, ComparedTask]
    """The tasks by the ids of their plans."""

    @property
    def first(self) -> ComparedTask:
        """The task that the others are held against."""
        return self.cells[self.base]

    @property
    def has_differences(self) -> bool:
        """True where a plan that has the task says something else."""
        return any(cell.differences for cell in self.cells.values())


@dataclass(frozen=True)
class PlanComparison:
    """All rows of a comparison."""

    plans: tuple[Plan, ...]
    """The plans in the order asked for, the one that the others are held against first."""
    rows: tuple[ComparedRow, ...]
    alignment: Alignment

    @property
    def base(self) -> Plan:
        """The plan that the others are held against."""
        return self.plans[0]

    def missing_in(self, row: ComparedRow) -> list[Plan]:
        """Return the plans that do not have the task of a row."""
        return [plan for plan in self.plans if plan.info.id not in row.cells]

    @cached_property
    def missing(self) -> tuple[ComparedRow, ...]:
        """The rows whose task some plan does not have."""
        return tuple(row for row in self.rows if self.missing_in(row))

    @cached_property
    def different(self) -> tuple[ComparedRow, ...]:
        """The rows in which some plan says something else."""
        return tuple(row for row in self.rows if row.has_differences)

    def nearest(self, row: ComparedRow, plan: Plan) -> list[tuple[Task, Link]]:
        """Return the tasks of a plan, those that are most like the task of a row first."""
        key = TaskKey(row.base, row.first.task.id)
        linked = ((task, self.alignment.link(key, TaskKey(plan.info.id, task.id))) for task in plan.tasks)
        return sorted(linked, key=lambda one: -one[1].score)


def compare_plans(
    plans: Sequence[Plan], registry: DepartmentRegistry, choices: Sequence[AlignmentChoice] = ()
) -> PlanComparison:
    """Return the comparison of plans with different ids; the others are held against the first one.

    A task that the first plan does not have is held against that of the first plan that has it. Rows follow the plans,
    and in a plan its document.
    """
    alignment = align(plans, choices)
    comparer = _Comparer(plans, registry, alignment)
    rows = sorted(map(comparer.row, alignment.tasks), key=comparer.place)
    return PlanComparison(tuple(plans), tuple(rows), alignment)


class _Comparer:
    def __init__(self, plans: Sequence[Plan], registry: DepartmentRegistry, alignment: Alignment) -> None:
        self._plans = {plan.info.id: plan for plan in plans}
        self._alignment = alignment
        self._kinds = DepartmentKinds(registry)
        self._order = {plan.info.id: at for at, plan in enumerate(plans)}
        self._tasks = {
            TaskKey(plan.info.id, task.id): (at, task) for plan in plans for at, task in enumerate(plan.tasks)
        }
        self._titles = {
            TaskKey(plan.info.id, section.id): section.title for plan in plans for section in plan.sections
        }

    def row(self, group: Group) -> ComparedRow:
        """Return the row of a group."""
        keys = [TaskKey(plan, group[plan]) for plan in sorted(group, key=self._order.__getitem__)]
        base = keys[0]
        cells = {base.plan: ComparedTask(self._task(base), self._title(base))}
        for key in keys[1:]:
            cells[key.plan] = ComparedTask(
                self._task(key),
                self._title(key),
                self._alignment.link(base, key),
                tuple(self._differences(base, key)),
            )
        return ComparedRow(base.plan, cells)

    def place(self, row: ComparedRow) -> tuple[int, int]:
        """Return the place of a row among all."""
        return self._order[row.base], self._tasks[TaskKey(row.base, row.first.task.id)][0]

    def _task(self, key: TaskKey) -> Task:
        return self._tasks[key][1]

    def _title(self, key: TaskKey) -> str:
        return self._titles.get(self._section(key), "")

    def _section(self, key: TaskKey) -> TaskKey:
        return TaskKey(key.plan, self._task(key).section)

    def _differences(self, base: TaskKey, here: TaskKey) -> Iterator[Difference]:
        yield from task_differences(self._task(base), self._task(here))
        yield from department_differences(self._departments(base), self._departments(here))
        if self._has_other_heading(self._section(base), self._section(here)):
            yield SectionDifference(self._title(base), self._title(here))

    def _departments(self, key: TaskKey) -> TaskDepartments:
        info, departments = self._plans[key.plan].info, self._task(key).departments
        names = accountable(departments, info.responsible)
        named = (*names, *(name for role in _TAKING_PART for name in departments.of(role)))
        kinds = {name: self._kinds.kind(info.region, name) for name in named}
        return TaskDepartments([(kinds[name], name) for name in names], {*kinds.values()})

    def _has_other_heading(self, base: TaskKey, here: TaskKey) -> bool:
        """Return whether a task stands under another heading than expected: that of the other plan has one here, too."""
        return not self._alignment.is_same_section(base, here) and self._alignment.has_section(
            base, here.plan
        )
