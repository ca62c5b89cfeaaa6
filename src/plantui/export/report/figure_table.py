"""Tables of figures by department and by plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.export.blocks import Piece, Table, TableCell, TableColumn
from plantui.export.phrasing import group_text, percent_text
from plantui.model.department import DepartmentRef
from plantui.model.terms import Status, TaskState
from plantui.query.figure_order import LIGHT_COLUMNS, FigureColumn, figure
from plantui.query.stats import By, Figures, Group

from .telling import NOT_KNOWN, Telling

_COLUMNS = (
    FigureColumn.TASKS,
    FigureColumn.DONE,
    FigureColumn.RATE,
    FigureColumn.IN_PROGRESS,
    FigureColumn.BEHIND,
    FigureColumn.OVERDUE,
    FigureColumn.NOT_REPORTED,
    FigureColumn.RED,
    FigureColumn.YELLOW,
)
_NAME_SHARE, _SHARE, _RATE_SHARE = 38, 9, 13
"""Shares of the width: of names, of counts at least, and of rates, since `100.0%` is wider than its heading."""


def department_table(telling: Telling, most: int | None = None) -> Table:
    """Return the figures of each department, the worst first; `most` of them where it is given."""
    title = telling.words("reports.departments")
    return _table(telling, title, By.DEPARTMENT, telling.content.summary.departments[:most])


def plan_table(telling: Telling) -> Table:
    """Return the figures of each plan, the worst first."""
    return _table(telling, telling.words("reports.by_plan"), By.PLAN, telling.content.summary.plans)


def _table(telling: Telling, title: str, by: By, groups: Sequence[Group]) -> Table:
    columns = [column for column in _COLUMNS if not telling.drops(column.value)]
    named = TableColumn(telling.words(f"reports.column.{by.value}"), _NAME_SHARE)
    figured = [
        TableColumn.wide_enough(telling.words(f"reports.column.{one.value}"), _share(one), is_figure=True)
        for one in columns
    ]
    heading = telling.content.summary.heading
    rows = [
        [
            TableCell((group_text(telling.words, heading, by, group.value),)),
            *(
                _cell(telling, f"{by.value[0]}{at}", _counted(telling, group, by), column)
                for column in columns
            ),
        ]
        for at, group in enumerate(groups, 1)
    ]
    return Table(title, [named, *figured], rows)


def _share(column: FigureColumn) -> int:
    return _RATE_SHARE if column is FigureColumn.RATE else _SHARE


def overall_row(telling: Telling) -> list[TableCell]:
    """Return the row of all tasks, to stand below those of `department_table`."""
    columns = [column for column in _COLUMNS if not telling.drops(column.value)]
    every = _Counted(telling.content.summary.overall, telling.tasks, telling.workspace.awaiting)
    name = TableCell((telling.words("reports.column.all"),))
    return [name, *(_cell(telling, "all", every, column) for column in columns)]


@dataclass(frozen=True, slots=True)
class _Counted:
    """Tasks with their figures."""

    figures: Figures
    tasks: int
    """The tasks, as a task set."""
    owed: int
    """The tasks that are still to be reported by those whose figures they are."""


def _counted(telling: Telling, group: Group, by: By) -> _Counted:
    workspace = telling.workspace
    ref = group.value if isinstance(group.value, DepartmentRef) else None
    owed = workspace.unreported_by(ref) if ref else workspace.awaiting
    return _Counted(group.figures, tasks_of(telling, group, by), owed)


def _cell(telling: Telling, name: str, counted: _Counted, column: FigureColumn) -> TableCell:
    found = figure(counted.figures, column)
    if found is None:
        return TableCell((NOT_KNOWN,))
    text = percent_text(found) if column is FigureColumn.RATE else str(found)
    piece: Piece = telling.figure(f"{name}_{column.value}", text, _behind(telling, counted, column))
    return TableCell((piece,), LIGHT_COLUMNS.get(column) if found else None)


def _behind(telling: Telling, counted: _Counted, column: FigureColumn) -> int:
    """Return the tasks behind a figure, as a task set."""
    workspace, own = telling.workspace, counted.tasks
    states = workspace.states
    if column in LIGHT_COLUMNS:
        return own & workspace.lights[LIGHT_COLUMNS[column]]
    match column:
        case FigureColumn.DONE | FigureColumn.RATE:
            return own & workspace.done
        case FigureColumn.IN_PROGRESS:
            return own & workspace.statuses[Status.IN_PROGRESS]
        case FigureColumn.BEHIND:
            return own & (states[TaskState.BEHIND] | states[TaskState.FAR_BEHIND])
        case FigureColumn.OVERDUE:
            return own & states[TaskState.OVERDUE]
        case FigureColumn.NOT_REPORTED:
            return own & counted.owed
    return own


def tasks_of(telling: Telling, group: Group, by: By) -> int:
    """Return the tasks of a group, as a task set."""
    workspace = telling.workspace
    if isinstance(group.value, DepartmentRef):
        role = telling.content.summary.heading.filter.role
        return telling.tasks & workspace.plan_sets.of_department(group.value, role)
    plan = workspace.library.plan(str(group.value)) if by is By.PLAN else None
    return telling.tasks & workspace.plan_sets.of_plan(plan) if plan else 0
