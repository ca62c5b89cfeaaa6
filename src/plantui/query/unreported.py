"""The tasks that departments have yet to report on in a period, department by department."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.progress import TaskProgress
from plantui.store.index import bits
from plantui.store.index.library import Library, PlanEntry

from .noted import rows_by_progress

if TYPE_CHECKING:
    from plantui.model.period import Period


def unreported_sets(
    library: Library, progress: Mapping[int, TaskProgress], period: Period, tasks: int | None = None
) -> dict[DepartmentRef | None, int]:
    """Return the tasks that each department has yet to report on in a period, as task sets.

    `progress` is that of every task with notes, by row number, as of the period's end or an earlier day in it. Under
    None stand the tasks without notes that name nobody. `tasks` are the tasks to look at, as a task set; without it all.
    On a plan that was issued after the period nobody owes a report.
    """
    sets: dict[DepartmentRef | None, int] = {}
    ahead = issued_after(library, period)
    without_notes = (library.live if tasks is None else tasks) & ~bits.from_rows(progress) & ~ahead
    named = 0
    for (region, name), given in library.accountable_sets.items() if without_notes else ():
        if silent := given & without_notes:
            department = library.registry.resolve(region, name)
            sets[department] = sets.get(department, 0) | silent
            named |= silent
    if nobody := without_notes & ~named:
        sets[None] = nobody
    for one, rows in rows_by_progress(progress):
        names = one.owing(period)
        if not names:
            continue
        region = library.plan_of(rows[0]).region
        if not (owed := bits.from_rows(rows) & ~ahead):
            continue
        for name in names:
            department = DepartmentRef(region, name)
            sets[department] = sets.get(department, 0) | owed
    return sets


def owed_by(library: Library, sets: Mapping[DepartmentRef | None, int], department: DepartmentRef) -> int:
    """Return the tasks that a department has yet to report on, by itself or as a member of a group, as a task set."""
    groups = (one for one in library.registry.groups_of(department) if one.region == department.region)
    return bits.union(sets.get(one, 0) for one in (department, *groups))


def plans_issued_after(library: Library, period: Period, tasks: int = -1) -> list[PlanEntry]:
    """Return the plans with tasks of a set that were issued after a period: by day, or by month where no day is known.

    Of a plan whose document names neither, its first year tells; one without years was issued at no known time.
    """
    last = period.last.isoformat()
    later = (plan for plan in library.plans if plan.in_force_from > last[: len(plan.in_force_from)])
    return [plan for plan in later if tasks & bits.span(plan.first, plan.tasks)]


def issued_after(library: Library, period: Period) -> int:
    """Return the tasks of the plans that were issued after a period, as a task set."""
    return bits.union(bits.span(plan.first, plan.tasks) for plan in plans_issued_after(library, period))
