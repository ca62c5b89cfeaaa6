"""Finds the task that a row of a workbook is about: by its wording and its number, which have to agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from plantui.model.department import fold_name
from plantui.store.index.library import Library, PlanEntry, TaskEntry
from plantui.words.phrases import numbered

from .faults import Refused
from .table import TableRow

_TELLING = ("section", "content", "lead", "responsible", "support", "first_due", "due")
"""Columns by which tasks of one wording are told apart."""
_AROUND = "、.．。()（）"
_MOST_COMPARED = 5_000
"""Tasks up to which the wording is compared with that of every task, so that the nearest can be named."""


class TaskFinder:
    """The tasks of the plans that a workbook may be about, by wording and by number.

    `cell` gives what the export writes into a column of a task: tasks of one wording are told apart by it.
    """

    def __init__(
        self, library: Library, plans: Sequence[PlanEntry], cell: Callable[[TaskEntry, str], str]
    ) -> None:
        self._library = library
        self._plans = plans
        self._cell = cell
        self._indexes: dict[str, _PlanIndex] = {}

    def find(self, row: TableRow) -> TaskEntry:
        """Return the task of a row. Raises Refused where there is none, several, or where wording and number disagree."""
        title, number = row.text("task"), row.text("number")
        plans = self._plans_of(row)
        by_title = [task for plan in plans for task in self._index(plan).titled(title)]
        by_number = [task for plan in plans for task in self._index(plan).numbered(number)]
        if title and number:
            found = [task for task in by_title if task in by_number]
            if not found:
                raise self._disagreement(row, by_title, by_number, plans)
        elif row.has("task") and not title:
            raise Refused(row.fault("task", "readback.no_title", number=number))
        else:
            found = by_title if title else by_number
            if not found:
                raise self._unknown(row, plans)
        return found[0] if len(found) == 1 else self._told_apart(row, found)

    def _plans_of(self, row: TableRow) -> Sequence[PlanEntry]:
        """Return the plans that the row may be about: the one that it names, else those of the workbook."""
        written = row.text("plan")
        if not written:
            return self._plans
        wanted = fold_name(written)
        named = [
            plan
            for plan in self._library.plans
            if wanted in map(fold_name, (plan.title, plan.short_title, plan.id))
        ]
        if not named:
            titles = " | ".join(plan.title for plan in self._plans)
            raise Refused(row.fault("plan", "readback.no_plan", plan=written, plans=titles))
        return named

    def _index(self, plan: PlanEntry) -> _PlanIndex:
        if plan.id not in self._indexes:
            self._indexes[plan.id] = _PlanIndex(
                self._library.tasks(range(plan.first, plan.first + plan.tasks))
            )
        return self._indexes[plan.id]

    def _told_apart(self, row: TableRow, found: Sequence[TaskEntry]) -> TaskEntry:
        """Return the one of several tasks that agrees with the row in what else it says of the plan."""
        for name in _TELLING:
            written = fold_name(row.text(name))
            if written:
                found = [task for task in found if fold_name(self._cell(task, name)) == written] or found
        if len(found) > 1:
            message = (
                "readback.several_plans"
                if len({task.plan for task in found}) > 1
                else "readback.several_tasks"
            )
            raise Refused(row.fault("task", message, tasks=self._listed(found)))
        return found[0]

    def _disagreement(
        self,
        row: TableRow,
        by_title: Sequence[TaskEntry],
        by_number: Sequence[TaskEntry],
        plans: Sequence[PlanEntry],
    ) -> Refused:
        title, number = row.text("task"), row.text("number")
        if by_title and by_number:
            facts = {"at_number": self._listed(by_number), "at_title": self._listed(by_title)}
            return Refused(row.fault("number", "readback.two_tasks", **facts))
        if by_title:
            facts = {"number": number, "tasks": self._listed(by_title)}
            return Refused(row.fault("number", "readback.other_number", **facts))
        if by_number:
            facts = {"number": number, "title": title, "tasks": self._listed(by_number)}
            return Refused(row.fault("task", "readback.other_title", **facts))
        return self._unknown(row, plans)

    def _unknown(self, row: TableRow, plans: Sequence[PlanEntry]) -> Refused:
        name, written = next((name, row.text(name)) for name in ("task", "number") if row.text(name))
        near = self._nearest(written, plans)
        message = "readback.no_task_near" if near else "readback.no_task"
        return Refused(row.fault(name, message, task=written, nearest=self._listed(near)))

    def _nearest(self, written: str, plans: Sequence[PlanEntry]) -> list[TaskEntry]:
        from plantui.model.nearest import nearest

        tasks = [task for plan in plans for task in self._index(plan).tasks]
        if len(tasks) > _MOST_COMPARED:
            return []
        by_title = {task.title: task for task in tasks}
        return [by_title[title] for title in nearest(written, [*by_title])]

    def _listed(self, tasks: Iterable[TaskEntry]) -> str:
        several = len(self._plans) > 1
        said = [
            f"{self._library.plan_at[task.plan].short_title} {numbered(task.number, task.title)}"
            if several
            else numbered(task.number, task.title)
            for task in tasks
        ]
        return " | ".join(dict.fromkeys(said))


class _PlanIndex:
    """The tasks of a plan by wording and by number."""

    def __init__(self, tasks: Sequence[TaskEntry]) -> None:
        self.tasks = tasks
        self._by_title: dict[str, list[TaskEntry]] = defaultdict(list)
        self._by_number: dict[str, list[TaskEntry]] = defaultdict(list)
        for task in tasks:
            for title in {fold_name(task.title), fold_name(numbered(task.number, task.title))}:
                self._by_title[title].append(task)
            self._by_number[_bare(task.number)].append(task)

    def titled(self, title: str) -> Sequence[TaskEntry]:
        """Return the tasks of a wording, with their number before it or without."""
        return self._by_title.get(fold_name(title), ()) if title else ()

    def numbered(self, number: str) -> Sequence[TaskEntry]:
        """Return the tasks of a printed number, whatever marks stand around it."""
        return self._by_number.get(_bare(number), ()) if number else ()


def _bare(number: str) -> str:
    return fold_name(number).strip(_AROUND)
