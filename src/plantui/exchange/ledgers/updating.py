"""A plan and a later issue of the ledger that it was made of: tasks are found by the ledger's own ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantui.model.column_map import DEPARTMENT_FIELDS, LedgerField
from plantui.model.plan import Departments, Plan, Section, Task
from plantui.model.problem import Message

from ..naming import next_number
from ..read_plan import ReadPlan
from .doubts import listed
from .line import wording_of
from .reading import LedgerRead


class Updated(NamedTuple):
    """A plan by a later issue of its ledger."""

    plan: Plan
    new: tuple[Task, ...] = ()
    changed: tuple[Task, ...] = ()
    reworded: tuple[tuple[Task, Task], ...] = ()
    """Tasks whose id is the same and whose wording is another, as they were and are: a ledger may give an id anew."""
    vanished: tuple[Task, ...] = ()
    """Tasks that the ledger no longer has; they stay in the plan."""


def updated_plan(known: Plan, ledger: LedgerRead) -> Updated:
    """Return a plan with what a ledger says of its tasks. What the ledger has no column for stays as it is."""
    read = ledger.read.plan
    sections = _Sections(known, read)
    before = {task.id: task for task in known.tasks}
    after = {task.id: sections.placed(_merged(before.get(task.id), task, ledger)) for task in read.tasks}
    tasks = (*(after.get(task.id, task) for task in known.tasks), *_new(after, before))
    responsible = known.info.responsible or read.info.responsible
    plan = known._replace(
        info=known.info._replace(responsible=responsible),
        sections=(*known.sections, *sections.added),
        tasks=tuple(tasks),
    )
    pairs = [(before[id_], task) for id_, task in after.items() if id_ in before]
    return Updated(
        plan,
        tuple(_new(after, before)),
        tuple(task for was, task in pairs if was != task),
        tuple(
            (was, task)
            for was, task in pairs
            if wording_of(was.title, was.text) != wording_of(task.title, task.text)
        ),
        tuple(task for task in known.tasks if task.id not in after),
    )


def with_update(read: ReadPlan, updated: Updated) -> ReadPlan:
    """Return what was read of a ledger with the plan that came of it, and what became of that plan among the doubts."""
    return read._replace(plan=updated.plan, doubts=(*_messages(updated), *read.doubts))


def _messages(updated: Updated) -> tuple[Message, ...]:
    """Return what became of a plan that was there: how much is new, whose wording is another, what has vanished."""
    changed, new = len(updated.changed), len(updated.new)
    same = len(updated.plan.tasks) - changed - new - len(updated.vanished)
    told = [Message("exchange.ledger.updated", new=new, changed=changed, same=same)]
    if updated.reworded:
        shown = listed([f"{was.id}: {was.title} → {task.title}" for was, task in updated.reworded])
        told.append(Message("exchange.ledger.reworded", count=len(updated.reworded), shown=shown))
    if updated.vanished:
        shown = listed([f"{task.id} {task.title}" for task in updated.vanished])
        told.append(Message("exchange.ledger.vanished", count=len(updated.vanished), shown=shown))
    return tuple(told)


def _new(after: Mapping[str, Task], before: Mapping[str, Task]) -> list[Task]:
    return [task for id_, task in after.items() if id_ not in before]


def _merged(known: Task | None, read: Task, ledger: LedgerRead) -> Task:
    """Return a task as the ledger has it; from the plan comes what the ledger has no column for, or could not read."""
    if known is None:
        return read
    fields = ledger.fields
    has_section = bool(fields & {LedgerField.SECTION, LedgerField.PARENT})
    has_departments = read.id not in ledger.unsplit and bool(
        fields & {*DEPARTMENT_FIELDS} - {LedgerField.REPORTER}
    )
    has_due = LedgerField.DUE in fields and bool(read.deadlines or not known.deadlines)
    has_indicators = bool(fields & {LedgerField.INDICATOR, LedgerField.TARGET})
    return known._replace(
        section=read.section if has_section else "",
        number=read.number or known.number,
        title=read.title if LedgerField.TITLE in fields else known.title,
        text=read.text if LedgerField.TEXT in fields else known.text,
        departments=read.departments
        if has_departments and read.departments != Departments()
        else known.departments,
        deadlines=read.deadlines if has_due else known.deadlines,
        indicators=read.indicators if has_indicators else known.indicators,
    )


class _Sections:
    """The sections of a plan, and those that a ledger adds to them by their titles."""

    def __init__(self, known: Plan, read: Plan) -> None:
        self._known = {section.title: section.id for section in known.sections}
        self._of_task = {task.id: task.section for task in known.tasks}
        self._titles = {section.id: section.title for section in read.sections}
        self.added: list[Section] = []

    def placed(self, task: Task) -> Task:
        """Return a task in its section of the plan; one that the ledger names none for stays where it is."""
        if not task.section:
            return task._replace(section=self._of_task[task.id])
        return task._replace(section=self._id(self._titles[task.section]))

    def _id(self, title: str) -> str:
        if title not in self._known:
            id_ = next_number({*self._known.values()})
            self._known[title] = id_
            self.added.append(Section(id_, "", title))
        return self._known[title]
