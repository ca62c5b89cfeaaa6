"""The tasks that departments have not reported on, department by department."""

from __future__ import annotations

from collections.abc import Mapping

from plantui.model.department import DepartmentRef
from plantui.model.progress import TaskProgress
from plantui.store.index import bits
from plantui.store.index.library import Library


def unreported_sets(
    library: Library, progress: Mapping[int, TaskProgress]
) -> dict[DepartmentRef | None, int]:
    """Return the tasks that each department has not reported on, as task sets.

    `progress` is that of every task with notes, by row number. Under None stand the tasks without notes that name nobody.
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
    for case, rows in _cases(progress):
        region = _region_of(library, rows[0])
        tasks = bits.from_rows(rows)
        for name in case.missing:
            department = DepartmentRef(region, name)
            sets[department] = sets.get(department, 0) | tasks
    return sets


def _cases(progress: Mapping[int, TaskProgress]) -> list[tuple[TaskProgress, list[int]]]:
    """Return the tasks that somebody has yet to report on, those together that share one progress.

    A workspace makes one value for all tasks of a region with the same departments and reports, so that a ledger that
    speaks of every task has few.
    """
    cases: dict[int, tuple[TaskProgress, list[int]]] = {}
    for pk, one in progress.items():
        if one.missing:
            cases.setdefault(id(one), (one, []))[1].append(pk)
    return list(cases.values())


def _region_of(library: Library, pk: int) -> str:
    return next(plan.region for plan in library.plans if plan.first <= pk < plan.first + plan.tasks)
