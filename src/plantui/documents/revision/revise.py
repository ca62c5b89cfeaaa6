"""Compares two versions of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.assemble import free_id
from plantui.model.likeness import folded, likeness
from plantui.model.plan import Plan, PlanInfo

from .change import Change, ChangeKind, Revision, TaskChange, target, task_changes
from .matching import pair_tasks

_FRONT = (
    "title",
    "document_number",
    "issuer",
    "issued",
    "region",
    "start_year",
    "end_year",
    "status",
    "responsible",
)
_LEAST = 0.5
"""Likeness that makes one heading of two."""


def revision_of(old: Plan, new: Plan) -> Revision:
    """All that was changed from `old` to `new`."""
    pairing = pair_tasks(old.tasks, new.tasks)
    old_titles, new_titles = _titles(old), _titles(new)
    changed = []
    for at, to in pairing.pairs:
        was, now = old.tasks[at], new.tasks[to]
        sections = (old_titles.get(was.section, ""), new_titles.get(now.section, ""))
        changes = tuple(task_changes(was, now, *_reworded_away(*sections)))
        if changes:
            changed.append(TaskChange(was, now, changes))
    return Revision(
        plan=(*_front(old.info, new.info), *_goals(old, new), *_sections(old, new)),
        tasks=tuple(changed),
        added=tuple(new.tasks[to] for to in pairing.added),
        dropped=tuple(old.tasks[at] for at in pairing.dropped),
        ids={old.tasks[at].id: new.tasks[to].id for at, to in sorted(pairing.pairs)},
        unchanged=len(pairing.pairs) - len(changed),
    )


def with_old_ids(old: Plan, new: Plan, revision: Revision) -> Plan:
    """The new plan, each task that the old one had under its old id, since progress notes hang on it.

    A task that was added never gets an id that the old plan used, not even a dropped task's: notes may hang on it.
    """
    before = {now: was for was, now in revision.ids.items()}
    taken = {task.id for task in old.tasks}
    tasks = []
    for task in new.tasks:
        ident = before.get(task.id) or free_id(task.id, taken)
        taken.add(ident)
        tasks.append(task._replace(id=ident))
    return new._replace(info=new.info._replace(id=old.info.id), tasks=tuple(tasks))


def _titles(plan: Plan) -> dict[str, str]:
    return {section.id: section.title for section in plan.sections}


def _reworded_away(old: str, new: str) -> tuple[str, str]:
    """Section titles, made the same where one is the other reworded: then no task has moved."""
    return (new, new) if likeness(old, new) >= _LEAST else (old, new)


def _front(old: PlanInfo, new: PlanInfo) -> Iterator[Change]:
    for name in _FRONT:
        was, now = _shown(getattr(old, name)), _shown(getattr(new, name))
        if folded(was) != folded(now):
            yield Change(ChangeKind.PLAN, name, was, now)


def _shown(value: object) -> str:
    return "" if value is None else "、".join(value) if isinstance(value, tuple) else str(value)


def _goals(old: Plan, new: Plan) -> Iterator[Change]:
    """Goals with another wording or figure are one that went and one that came: their wording is their identity."""
    was = {(folded(goal.text), target(goal)): goal for goal in old.goals}
    now = {(folded(goal.text), target(goal)): goal for goal in new.goals}
    for key, goal in was.items():
        if key not in now:
            yield Change(ChangeKind.GOAL_DROPPED, old=f"{goal.text} {target(goal)}".strip())
    for key, goal in now.items():
        if key not in was:
            yield Change(ChangeKind.GOAL_ADDED, new=f"{goal.text} {target(goal)}".strip())


def _sections(old: Plan, new: Plan) -> Iterator[Change]:
    now = {folded(section.title): section for section in new.sections}
    was = {folded(section.title): section for section in old.sections}
    gone = [section for title, section in was.items() if title not in now]
    come = [section for title, section in now.items() if title not in was]
    for section in gone:
        best = max(come, key=lambda other: likeness(section.title, other.title), default=None)
        if best is not None and likeness(section.title, best.title) >= _LEAST:
            come.remove(best)
            yield Change(ChangeKind.SECTION_TITLE, old=section.title, new=best.title)
        else:
            yield Change(ChangeKind.SECTION_DROPPED, old=section.title)
    for section in come:
        yield Change(ChangeKind.SECTION_ADDED, new=section.title)
