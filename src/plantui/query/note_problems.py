"""Notes that count for nobody: their task is in no plan, or it does not name their department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from plantui.model.dates import former_extensions
from plantui.model.department import Department, DepartmentRef, fold_name
from plantui.model.key import TaskKey
from plantui.model.problem import Problem, Severity
from plantui.model.requirement_progress import former_words
from plantui.store.index import bits
from plantui.store.index.library import PlanEntry

from .workspace import Workspace

_LISTED = 5
"""Tasks that a sentence names before it says how many more there are."""
_LOOKED_AT = 200
"""Tasks whose departments are looked at for one that was renamed: more of the same plan say nothing new."""


def note_problems(workspace: Workspace, ledger: str, *, known: Collection[TaskKey] = ()) -> Iterator[Problem]:
    """Yield a problem for notes that count for nobody, as far as the workspace knows the ledger.

    `ledger` is the file that the problems are in; tasks in `known` are told of elsewhere.
    """
    noted = {key: found for key, found in workspace.reports.items() if found.notes and key not in known}
    held = workspace.library.rows_of(noted)
    for key in sorted(noted.keys() - held.keys()):
        facts = {"plan": key.plan, "task": key.task, "count": str(noted[key].notes)}
        yield Problem("problems.orphaned", ledger, facts=facts, severity=Severity.WARNING)
    yield from _former_wordings(workspace, ledger, known)
    rows: dict[tuple[str, str], list[int]] = {}
    for key, row in held.items():
        for name in noted[key].reports:
            rows.setdefault((key.plan, name), []).append(row)
    for (plan_id, name), noted_rows in sorted(rows.items()):
        plan = workspace.library.plan(plan_id)
        if plan is None:
            continue
        others = workspace.plan_sets.naming_others(workspace.library.registry.resolve(plan.region, name))
        if unnamed := bits.from_rows(noted_rows) & others:
            yield _unnamed_problem(workspace, plan, name, bits.rows_of(unnamed), ledger)


def _former_wordings(workspace: Workspace, ledger: str, known: Collection[TaskKey]) -> Iterator[Problem]:
    """Yield a problem for each task of which a note or an extension speaks in a wording that the plan no longer has."""
    spoken = {
        key: found for key, found in workspace.reports.items() if found.speaks_of_dates and key not in known
    }
    rows = workspace.library.rows_of(spoken)
    deadlines = workspace.library.deadlines_of(rows.values())
    for key, row in sorted(rows.items()):
        found, of_task = spoken[key], deadlines[row]
        words = [one.word.requirement for one in former_words(of_task, found.reports)]
        extended = [one.requirement for one in former_extensions(of_task, found.extensions)]
        former = dict.fromkeys((*words, *extended))
        if former:
            wordings = ", ".join(
                f"{one.due.isoformat()} {one.phrase} {one.clause}".rstrip() for one in former
            )
            facts = {"plan": key.plan, "task": key.task, "wordings": wordings, "count": str(len(former))}
            yield Problem("problems.former_wording", ledger, facts=facts, severity=Severity.WARNING)


def _unnamed_problem(
    workspace: Workspace, plan: PlanEntry, name: str, rows: Collection[int], ledger: str
) -> Problem:
    tasks = workspace.library.tasks(list(rows)[:_LISTED])
    listed = ", ".join(task.id for task in tasks) + (" …" if len(rows) > _LISTED else "")
    facts = {"plan": plan.id, "department": name, "tasks": listed, "count": str(len(rows))}
    message = "problems.unnamed"
    if renamed := _renamed(workspace, plan, name, list(rows)[:_LOOKED_AT]):
        from plantui.planfile.writer import department_toml

        message = "problems.unnamed_renamed"
        lines = department_toml(renamed._replace(aliases=(*renamed.aliases, name))).splitlines()
        facts |= {"likely": renamed.name, "lines": "\n".join(f"    {line}" for line in lines)}
    return Problem(message, ledger, facts=facts, severity=Severity.WARNING)


def _renamed(workspace: Workspace, plan: PlanEntry, name: str, rows: Collection[int]) -> Department | None:
    """Return the department of the tasks that looks most like a name that no plan and no list knows."""
    from difflib import SequenceMatcher

    registry = workspace.library.registry
    ref = registry.resolve(plan.region, name)
    if registry.get(ref) or workspace.plan_sets.of_department(ref):
        return None  # a department of its own, not a former name of another
    named = Counter(
        registry.resolve(plan.region, printed)
        for row in rows
        for printed in (
            *(one for _, one in workspace.library.task(row).departments.pairs()),
            *plan.responsible,
        )
    )
    folded = fold_name(name)

    def likeness(other: DepartmentRef) -> tuple[float, int]:
        names = map(fold_name, registry.names_of(other))
        return max(SequenceMatcher(None, folded, one).ratio() for one in names), named[other]

    best = max(named, key=likeness, default=None)
    return (registry.get(best) or Department(best.region, best.name)) if best else None
