"""The tasks that departments have yet to report on in a period, department by department."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.progress import TaskProgress
from plantui.store.index import bits
from plantui.store.index.library import Library

if TYPE_CHECKING:
    from plantui.model.period import Period


def unreported_sets(
    library: Library, progress: Mapping[int, TaskProgress], period: Period | None
) -> dict[DepartmentRef | None, int]:
    """Return the tasks that each department has yet to report on in a period, as task sets; without one, ever.

    `progress` is that of every task with notes, by row number, as of the period's end or an earlier day in it. Under
    None stand the tasks without notes that name nobody.
    """
    sets: dict[DepartmentRef | None, int] = {}
    without_notes = library.live & ~bits.from_rows(progress)
    named = 0
    for (region, name), tasks in library.accountable_sets.items():
        if silent := tasks & without_notes:
            department = library.registry.resolve(region, name)
            sets[department] = sets.get(department, 0) | silent
            named |= silent
    if nobody := without_notes & ~named:
        sets[None] = nobody
    for names, rows in _cases(progress, period):
        region = _region_of(library, rows[0])
        tasks = bits.from_rows(rows)
        for name in names:
            department = DepartmentRef(region, name)
            sets[department] = sets.get(department, 0) | tasks
    return sets


def issued_after(library: Library, period: Period) -> int:
    """Return the tasks of the plans that were issued after a period: by day, or by month where no day is known."""
    last = period.last.isoformat()
    return bits.union(
        bits.span(plan.first, plan.tasks)
        for plan in library.plans
        if plan.issued and plan.issued > last[: len(plan.issued)]
    )


def _cases(
    progress: Mapping[int, TaskProgress], period: Period | None
) -> list[tuple[tuple[str, ...], list[int]]]:
    """Return the names of who owes a report, with the tasks that share one progress.

    A workspace makes one value for all tasks of a region with the same departments and reports, so that a ledger that
    speaks of every task has few.
    """
    cases: dict[int, tuple[TaskProgress, list[int]]] = {}
    for pk, one in progress.items():
        cases.setdefault(id(one), (one, []))[1].append(pk)
    found = ((one.owing(period) if period else one.missing, rows) for one, rows in cases.values())
    return [(names, rows) for names, rows in found if names]


def _region_of(library: Library, pk: int) -> str:
    return next(plan.region for plan in library.plans if plan.first <= pk < plan.first + plan.tasks)
