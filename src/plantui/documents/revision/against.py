"""Holds a plan against a copy of its document, in whatever form: where the two do not say the same.

The document is read by the rules and compared task by task. What the rules read otherwise than the plan, but the words of
the document bear out, is no departure: a person has read it so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from plantui.model.likeness import folded
from plantui.model.plan import Plan, Task

from ..comparing.letters import Letters
from ..imported import Imported
from ..place import start_of
from .change import Change, ChangeKind, TaskChange, target
from .revise import revision_of


class DepartureField(StrEnum):
    """What a plan and its document say otherwise."""

    TASK = "task"
    SECTION = "section"
    TITLE = "title"
    TEXT = "text"
    DATE = "date"
    FIGURE = "figure"
    DEPARTMENT = "department"
    ROLE = "role"
    GOAL = "goal"
    PLAN = "plan"  # title, document number, issuer, day of issue


@dataclass(frozen=True, slots=True)
class Departure:
    """One place where they differ. What one of the two lacks is empty."""

    field: DepartureField
    plan: str
    document: str
    about: str = ""
    """The name of the front matter's field, the words before a text, the phrase of a date, the department."""
    task: Task | None = None
    """The task of the plan; of one that the plan lacks that of the document."""
    line: int | None = None
    page: int | None = None
    """Where the document says it; None where that is not known."""

    @property
    def plan_has_task(self) -> bool:
        """Whether it is about a task that the plan has."""
        return self.task is not None and not (self.field is DepartureField.TASK and not self.plan)


_FIELDS: Mapping[ChangeKind, DepartureField] = {
    ChangeKind.MOVED: DepartureField.SECTION,
    ChangeKind.SECTION_ADDED: DepartureField.SECTION,
    ChangeKind.SECTION_DROPPED: DepartureField.SECTION,
    ChangeKind.SECTION_TITLE: DepartureField.SECTION,
    ChangeKind.TITLE: DepartureField.TITLE,
    ChangeKind.TEXT: DepartureField.TEXT,
    ChangeKind.DATE_ADDED: DepartureField.DATE,
    ChangeKind.DATE_DROPPED: DepartureField.DATE,
    ChangeKind.DATE_MOVED: DepartureField.DATE,
    ChangeKind.FIGURE_ADDED: DepartureField.FIGURE,
    ChangeKind.FIGURE_DROPPED: DepartureField.FIGURE,
    ChangeKind.FIGURE_CHANGED: DepartureField.FIGURE,
    ChangeKind.DEPARTMENT_ADDED: DepartureField.DEPARTMENT,
    ChangeKind.DEPARTMENT_DROPPED: DepartureField.DEPARTMENT,
    ChangeKind.DEPARTMENT_ROLE: DepartureField.ROLE,
    ChangeKind.GOAL_ADDED: DepartureField.GOAL,
    ChangeKind.GOAL_DROPPED: DepartureField.GOAL,
    ChangeKind.PLAN: DepartureField.PLAN,
}
"""A change of number is none here: ids follow from places, and a copy may number otherwise."""
_PRINTED = ("title", "document_number", "issuer", "issued")
"""Fields of the front matter that a document prints; the others follow from it, or a person gave them."""


def departures(plan: Plan, read: Imported) -> list[Departure]:
    """Return where a plan and its document differ, in the order of the plan; what only the document has comes last."""
    revision = revision_of(plan, read.plan)
    document = _Document(read)
    found = [one for change in revision.plan for one in _of_plan(change, document)]
    changed = {task.old.id: task for task in revision.tasks}
    dropped = {task.id for task in revision.dropped}
    for task in plan.tasks:
        if task.id in changed:
            found += _of_task(changed[task.id], document)
        elif task.id in dropped and not document.has(task.title, task.text):
            found.append(Departure(DepartureField.TASK, task.title, "", task=task))
    for task in revision.added:
        found.append(_located(Departure(DepartureField.TASK, "", task.title, task=task), task))
    return found


def _of_plan(change: Change, document: _Document) -> Iterator[Departure]:
    if change.kind is ChangeKind.PLAN and (
        change.about not in _PRINTED or not change.old or not change.new or document.has(change.old)
    ):
        return
    if change.kind in (ChangeKind.GOAL_DROPPED, ChangeKind.SECTION_DROPPED, ChangeKind.SECTION_TITLE) and (
        document.has(change.old) or document.has(change.old.rpartition(" ")[0])
    ):
        return
    yield Departure(_FIELDS[change.kind], change.old, change.new, change.about)


def _of_task(changed: TaskChange, document: _Document) -> Iterator[Departure]:
    """Yield the departures of a task, without those that the words of its part of the document bear out."""
    old, new = changed.old, changed.new
    part = document.part_of(new)
    has_same_dates = Counter(one.due for one in old.deadlines) == Counter(one.due for one in new.deadlines)
    has_same_figures = Counter(map(target, old.indicators)) == Counter(map(target, new.indicators))
    is_text_there = folded(old.text) in part
    for change in changed.changes:
        field = _FIELDS.get(change.kind)
        if field is None:
            continue
        is_borne_out = (
            (field is DepartureField.DATE and has_same_dates)
            or (field is DepartureField.FIGURE and has_same_figures)
            or (field is DepartureField.TEXT and is_text_there)
            or (field is DepartureField.TITLE and folded(old.title) in part)
            or (change.kind is ChangeKind.DATE_DROPPED and _phrase(old, change) in part)
            or (change.kind is ChangeKind.DEPARTMENT_DROPPED and folded(change.about) in part)
        )
        if not is_borne_out:
            yield _located(_departure(field, change, old), new)


def _phrase(task: Task, change: Change) -> str:
    """Return the letters of the phrase that a change of date is about."""
    phrases = (one.phrase for one in task.deadlines if (one.clause or one.phrase) == change.about)
    return folded(next(phrases, change.about))


def _departure(field: DepartureField, change: Change, task: Task) -> Departure:
    if field is DepartureField.DEPARTMENT:
        has_plan = change.kind is ChangeKind.DEPARTMENT_DROPPED
        return Departure(field, change.about if has_plan else "", "" if has_plan else change.about, task=task)
    return Departure(field, change.old, change.new, change.about, task)


def _located(departure: Departure, task: Task) -> Departure:
    if task.source is None:
        return departure
    return replace(departure, line=task.source.line, page=task.source.page)


class _Document:
    """The words of a document, whole and by its tasks."""

    def __init__(self, read: Imported) -> None:
        self._letters = Letters.of(read.source)
        starts = [start for task in read.plan.tasks if (start := start_of(task)) is not None]
        self._starts = sorted(starts)

    def has(self, *texts: str) -> bool:
        """Return whether all of these texts stand in the document."""
        return all(folded(text) in self._letters.text for text in texts)

    def part_of(self, task: Task) -> str:
        """Return the letters from the beginning of a task to that of the next one."""
        start = start_of(task)
        if start is None:
            return self._letters.text
        later = next((at for at in self._starts if at > start), None)
        return self._letters.between(start, later)
