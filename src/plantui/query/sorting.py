"""Tasks sorted by a column: keys in one array by row number, whatever the number of tasks; no task is read.

Departments sort by the one that is named first, plans and departments by the order of the Chinese national standard:
the usual characters by their sound. Number, title and heading sort as the document prints them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Role, Status
from plantui.model.text import collation_key
from plantui.store.index import bits

from .columns import Column, Sorting
from .noted import rows_by_progress
from .order import TaskOrder
from .workspace import Workspace

if TYPE_CHECKING:
    from decimal import Decimal

_ROLES = {
    Column.LEAD: Role.LEAD,
    Column.SHARED: Role.SHARED,
    Column.SUPPORT: Role.SUPPORT,
    Column.RESPONSIBLE: Role.RESPONSIBLE,
}
_AS_PRINTED = frozenset((Column.TASK, Column.NUMBER, Column.SECTION))
_PRINTED = Sorting(Column.TASK)
_NO_VALUE = 0


def order_of(workspace: Workspace, sorting: Sorting) -> TaskOrder:
    """Return all tasks in the order of a column; it is worked out once, and kept with the workspace."""
    order = workspace.orders.get(sorting)
    if order is None:
        order = workspace.orders[sorting] = TaskOrder(_sorted(workspace, sorting))
    return order


def _sorted(workspace: Workspace, sorting: Sorting) -> array[int]:
    if sorting == _PRINTED:
        return workspace.rows(workspace.library.live)
    printed = order_of(workspace, _PRINTED).rows
    if sorting.column in _AS_PRINTED:
        return printed[::-1] if sorting.descending else printed
    keys = _keys(workspace, sorting.column)
    has_value = [keys[pk] != _NO_VALUE for pk in printed]
    # Python's sort leaves equal rows in their order, also where it is reversed.
    rows = sorted(compress(printed, has_value), key=keys.__getitem__, reverse=sorting.descending)
    rows.extend(compress(printed, [not one for one in has_value]))
    return array("I", rows)


def _keys(workspace: Workspace, column: Column) -> array[int]:
    """Return a key for each row number: they ascend as the values of a column do, without one it is 0."""
    count = workspace.library.live.bit_length()
    if column is Column.PERCENT:
        percents = ((pk, progress.percent) for pk, progress in workspace.progress.items())
        return _placed(count, ((pk, percent + 1) for pk, percent in percents if percent is not None))
    if column is Column.EXTENSIONS:
        return _placed(count, workspace.extensions.items())
    if column is Column.REPORTED:
        return _placed(count, ((pk, day.toordinal()) for pk, day in workspace.last_days.items()))
    if column is Column.AGE:
        return _ages(workspace, count)
    return bits.numbered(_groups(workspace, column), count)


def _placed(count: int, keys: Iterable[tuple[int, int]]) -> array[int]:
    found = array("l", [_NO_VALUE]) * count
    for pk, key in keys:
        found[pk] = key
    return found


def _ages(workspace: Workspace, count: int) -> array[int]:
    """Return the keys of ages: what was never reported is older than any report, what is not known has none."""
    never = date.max.toordinal() + 1
    found = array("l", [never]) * count
    for pk in workspace.progress:
        found[pk] = _NO_VALUE
    for pk, day in workspace.last_days.items():
        found[pk] = never - day.toordinal()  # the younger the report, the later its day
    return found


def _groups(workspace: Workspace, column: Column) -> Iterable[int]:
    """Return the tasks of each value of a column, as disjoint task sets; the values ascend."""
    match column:
        case Column.LIGHT:
            return [workspace.lights[light] for light in Light]
        case Column.STATUS:
            return [workspace.statuses[status] for status in Status]
        case Column.DUE:
            return [tasks & ~workspace.done for due, tasks in workspace.by_due if due]
        case Column.FIRST_DUE:
            return _first_dates(workspace)
        case Column.DAYS:
            settled = workspace.done | workspace.never_late
            return [tasks & ~settled for due, tasks in workspace.by_due if due]
        case Column.STAGE:
            return _stages(workspace)
        case Column.ASSESSMENT:
            return [*workspace.disputed.values()]
        case Column.ASSIGNMENT:
            return [*workspace.assignments.values()]
        case Column.PLAN:
            plans = workspace.library.plans
            return _by_name((plan.short_title, workspace.plan_sets.of_plan(plan)) for plan in plans)
        case Column.ACCOUNTABLE:
            return _by_name((ref.name, tasks) for ref, tasks in _accountable(workspace))
        case Column.TAGS:
            return _tagged(workspace)
        case Column.FUNDING:
            return _by_money(workspace)
        case Column.MISSING:
            return _by_name(_missing(workspace))
    named = workspace.library.first_departments(_ROLES[column])
    return _by_name((name, tasks) for (_, name), tasks in named.items())


def _stages(workspace: Workspace) -> list[int]:
    """Return the tasks by stage, the least far first, those on which nobody has reported left out."""
    from plantui.model.stages import NoteStage

    rows: dict[NoteStage, list[int]] = {stage: [] for stage in NoteStage}
    for progress, found in rows_by_progress(workspace.progress):
        if stage := progress.stage:
            rows[stage] += found
    return [bits.from_rows(of_stage) for of_stage in rows.values()]


def _tagged(workspace: Workspace) -> Iterator[int]:
    """Yield the tasks by the first of their tags in the order of tags."""
    left = workspace.library.live
    for tag in workspace.plan_sets.tags:
        tasks = workspace.plan_sets.of_tag(tag)
        yield tasks & left
        left &= ~tasks


def _by_money(workspace: Workspace) -> list[int]:
    """Return the tasks by their money, the least first; where no amount is known there is none."""
    from plantui.model.funding import Money

    groups: dict[tuple[str, Decimal], int] = {}
    for pk, parts in workspace.library.funding.items():
        if rank := Money(parts).rank:
            groups[rank] = groups.get(rank, 0) | 1 << pk
    return [groups[rank] for rank in sorted(groups)]


def _first_dates(workspace: Workspace) -> list[int]:
    """Return the tasks by the date that the plan has for their next requirement, ascending, those without one left out."""
    extended = bits.from_rows(workspace.extensions)
    found = {due: tasks & ~extended & ~workspace.done for due, tasks in workspace.by_due if due}
    for task in workspace.library.tasks([*workspace.extensions]):
        reason = workspace.light(task)
        if (first := reason.first or reason.due) and not workspace.done >> task.pk & 1:
            found[first] = found.get(first, 0) | 1 << task.pk
    return [found[first] for first in sorted(found)]


def _by_name(named: Iterable[tuple[str, int]]) -> list[int]:
    groups: dict[str, int] = {}
    for name, tasks in named:
        groups[name] = groups.get(name, 0) | tasks
    return [groups[name] for name in sorted(groups, key=collation_key)]


def _accountable(workspace: Workspace) -> Iterator[tuple[DepartmentRef, int]]:
    """Yield the first accountable departments as printed, each with its tasks: by the rule of `model.progress`."""
    left = workspace.library.live
    for role in (Role.LEAD, Role.SHARED, Role.RESPONSIBLE):
        for (region, name), tasks in workspace.library.first_departments(role).items():
            if tasks & left:
                yield DepartmentRef(region, name), tasks & left
        left &= ~workspace.plan_sets.of_role(role)


def _missing(workspace: Workspace) -> Iterator[tuple[str, int]]:
    """Yield the departments that are the first of a task's to owe a report in the period, each with its tasks."""
    rows: dict[str, list[int]] = {}
    reported = workspace.period_workspace.progress
    for progress, found in rows_by_progress(reported):
        if owing := progress.owing(workspace.period):
            rows.setdefault(owing[0], []).extend(found)
    yield from ((name, bits.from_rows(of_first) & ~workspace.ahead) for name, of_first in rows.items())
    unreported = ~bits.from_rows(reported) & ~workspace.ahead
    for ref, tasks in _accountable(workspace):
        yield workspace.library.registry.resolve(ref.region, ref.name).name, tasks & unreported
