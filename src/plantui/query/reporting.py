"""Reports on a task: every department in its role, with its latest note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantui.model.department import DepartmentRef, DepartmentRegistry
from plantui.model.department_report import DepartmentReport
from plantui.model.note import Note
from plantui.model.plan import Task
from plantui.model.progress import accountable
from plantui.model.terms import Role
from plantui.store.index.library import PlanEntry


def department_reports(
    registry: DepartmentRegistry, plan: PlanEntry, task: Task, notes: Iterable[Note]
) -> tuple[DepartmentReport, ...]:
    """Return every department of a task, role by role in the order of the plan, then those that it does not name.

    `notes` are the effective ones, oldest first. Once a member of a group has reported, and the group has not,
    its members stand in the place of the group. A department that only carries every task of the plan is
    responsible for this one too.
    """
    latest = {registry.resolve(plan.region, note.department): note for note in notes}
    deciding = {
        registry.resolve(plan.region, name) for name in accountable(task.departments, plan.responsible)
    }
    found: dict[tuple[Role, DepartmentRef], DepartmentReport] = {}
    for role, name in _printed(task, plan):
        ref = registry.resolve(plan.region, name)
        members = [] if ref in latest else _members(registry, ref)
        standing = [*members] if any(member in latest for member in members) else [ref]
        for one in standing:
            shown = name if one == ref else one.name
            report = DepartmentReport(role, shown, ref in deciding, latest.get(one))
            found.setdefault((role, one), report)
    named = {ref for _, ref in found}
    others = (
        DepartmentReport(None, ref.name, not deciding, note)
        for ref, note in latest.items()
        if ref not in named
    )
    return (*found.values(), *others)


def _printed(task: Task, plan: PlanEntry) -> Iterator[tuple[Role, str]]:
    """Yield every role with each name printed for it, by the task or for all tasks of the plan."""
    for role in Role:
        for name in task.departments.of(role):
            yield role, name
        if role is Role.RESPONSIBLE:
            for name in plan.responsible:
                yield role, name


def _members(registry: DepartmentRegistry, group: DepartmentRef) -> list[DepartmentRef]:
    """Return the single departments of a group, those of groups inside it too."""
    found: dict[DepartmentRef, None] = {}
    waiting, seen = [group], {group}
    while waiting:
        members = registry.members_of(waiting.pop(0))
        for member in members:
            if member in seen:
                continue
            seen.add(member)
            if registry.members_of(member):
                waiting.append(member)
            else:
                found[member] = None
    return list(found)
