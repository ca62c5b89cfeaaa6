"""Finds plans and departments by what the user wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.problem import UsageError
from plantui.query.naming import departments_called, every_department_name, names_of_plan, plans_called

if TYPE_CHECKING:
    from plantui.store.index.library import Library, PlanEntry, TaskEntry


def plan_named(library: Library, written: str) -> PlanEntry:
    """Return the plan of that id or title, or the only one whose id or title begins so. Raises UsageError."""
    found = plans_called(library, written)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError("cli.plan_ambiguous", name=written, plans=" | ".join(plan.id for plan in found))
    from .nearest import nearest, unknown

    by_name = {name: plan.id for plan in library.plans for name in names_of_plan(plan)}
    near = dict.fromkeys(by_name[name] for name in nearest(written, list(by_name)))
    if near:
        raise UsageError("cli.unknown_plan_near", name=written, nearest=" | ".join(near))
    raise unknown("plan", written, [plan.id for plan in library.plans])


def departments_named(library: Library, written: str, plans: Sequence[str] = ()) -> list[DepartmentRef]:
    """Return every department of that name or alias: `市工信局`, or `郑州市/市工信局` for one region. Raises UsageError.

    Where plans are chosen, a name that several regions know means those of the plans' regions.
    """
    found = departments_called(library, written)
    if not found:
        raise _unknown_department(library, written)
    regions = {plan.region for plan in library.plans if plan.id in plans}
    return [ref for ref in found if ref.region in regions] or found


def department_in(library: Library, region: str, written: str) -> DepartmentRef:
    """Return the department of that name or alias in one region. Raises UsageError."""
    for ref in departments_called(library, written):
        if ref.region == region:
            return ref
    raise _unknown_department(library, written, region)


def departments_of(library: Library, plan: PlanEntry, task: TaskEntry) -> list[DepartmentRef]:
    """Return the departments that a task names in any role, and those responsible for every task of its plan."""
    given = library.task(task.pk).departments.pairs()
    return resolved(library, plan, [*(name for _, name in given), *plan.responsible])


def resolved(library: Library, plan: PlanEntry, names: Iterable[str]) -> list[DepartmentRef]:
    """Return the departments behind names that stand in a plan, each once."""
    return list(dict.fromkeys(library.registry.resolve(plan.region, name) for name in names))


def _unknown_department(library: Library, written: str, region: str | None = None) -> UsageError:
    from .nearest import nearest, unknown

    known = [(place, name) for place, name in every_department_name(library) if region in (None, place)]
    bare = written.rpartition("/")[2]
    near = nearest(bare, [name for _, name in known])
    refs = dict.fromkeys(str(library.registry.resolve(p, n)) for name in near for p, n in known if n == name)
    if not refs:
        return unknown("department", written, [])
    return UsageError("cli.unknown_department_near", name=written, nearest=" | ".join([*refs][:5]))
