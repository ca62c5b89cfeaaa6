"""The names of a plan's tasks: ids, printed numbers and titles, and which of them means one task only.

After a revision that kept its ids, 2 may be the id of one task and the printed number of another. What could
mean either is refused; `id:2` and `no:2` say which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from plantui.model.problem import UsageError
from plantui.model.text import half_width, is_unicode
from plantui.query.naming import folded

if TYPE_CHECKING:
    from plantui.store.index.library import Library, PlanEntry, TaskEntry


class NameKind(StrEnum):
    """Kind of a task's name as a prefix tells it: `id:2`, `no:2`."""

    ID = "id"
    NUMBER = "no"


class TaskNames:
    """The tasks of one plan by what a user may call them."""

    def __init__(self, library: Library, plan: PlanEntry) -> None:
        self._library = library
        self._plan = plan

    @cached_property
    def _rows_by_number(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = defaultdict(list)
        for row, number in self._library.printed_numbers(self._plan):
            if number:
                rows[folded(number)].append(row)
        return rows

    def rows_numbered(self, number: str) -> Sequence[int]:
        """Return the rows of the tasks that are printed with the number, in reading order."""
        return self._rows_by_number.get(folded(number), ())

    @cached_property
    def _rows_by_title(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = defaultdict(list)
        for task in self._tasks:
            rows[folded(task.title)].append(task.pk)
        return rows

    def rows_titled(self, title: str) -> Sequence[int]:
        """Return the rows of the tasks that have the title, in reading order."""
        return self._rows_by_title.get(folded(title), ())

    def row_of_id(self, task_id: str) -> int | None:
        """Return the row of the task that has the id."""
        return self._library.row_of(self._plan, task_id) if is_unicode(task_id) else None

    def safe_name(self, task: TaskEntry) -> str:
        """Return the task's id, with `id:` before it where the id alone could mean another task too."""
        is_other = any(row != task.pk for row in self.rows_numbered(task.id))
        return f"{NameKind.ID}:{task.id}" if is_other or _split(task.id)[0] else task.id

    def spoken_number(self, task: TaskEntry) -> str:
        """Return what a sentence calls the task by: its id, or its printed number where the id is another's number."""
        # Numbers may start again in each section, where the id says more than 1.
        name = self.safe_name(task)
        return task.number if name != task.id and len(self.rows_numbered(task.number)) == 1 else name

    def find(self, written: str) -> int:
        """Return the row of the task that has this id, or alone has this printed number or title.

        Raises UsageError where no task is called so, or where several may be meant.
        """
        kind, name = _split(written)
        if kind is NameKind.ID:
            row = self.row_of_id(name)
            return row if row is not None else self._only([], written)
        if kind is NameKind.NUMBER:
            return self._only(self.rows_numbered(name), written)
        row = self.row_of_id(written)
        if row is None:
            return self._only(self._rows_called(written), written)
        others = [other for other in self.rows_numbered(written) if other != row]
        if others:
            raise self._either(written, row, others)
        return row

    def _rows_called(self, written: str) -> list[int]:
        name = folded(written)
        if not name:
            return []
        return [task.pk for task in self._tasks if name in map(folded, (task.id, task.number, task.title))]

    @cached_property
    def _tasks(self) -> list[TaskEntry]:
        return self._library.tasks(range(self._plan.first, self._plan.first + self._plan.tasks))

    def _only(self, rows: Sequence[int], written: str) -> int:
        if len(rows) == 1:
            return rows[0]
        if rows:
            raise UsageError("cli.task_ambiguous", name=written, tasks=_listed(self._described(rows)))
        from .nearest import nearest

        by_name = {name: task for task in self._tasks for name in (task.id, task.title)}
        near = dict.fromkeys(by_name[name].pk for name in nearest(_split(written)[1], list(by_name)))
        message = "cli.unknown_task_near" if near else "cli.unknown_task"
        raise UsageError(
            message, name=written, plan=self._plan.id, nearest=_listed(self._described(list(near)))
        )

    def _either(self, written: str, row: int, others: Sequence[int]) -> UsageError:
        (by_id,) = self._library.tasks([row])
        by_number = self._library.tasks(others)
        is_alone = len(others) == 1 and folded(by_id.number) != folded(written)
        named = [
            (f"{NameKind.NUMBER}:{written}" if is_alone else self.safe_name(task), task) for task in by_number
        ]
        return UsageError(
            "cli.task_id_or_number",
            name=written,
            by_id=_described(f"{NameKind.ID}:{by_id.id}", by_id),
            by_number=_listed(_described(name, task) for name, task in named),
        )

    def _described(self, rows: Sequence[int]) -> Iterable[str]:
        return (_described(self.safe_name(task), task) for task in self._library.tasks(rows))


def task_named(library: Library, plan: PlanEntry, written: str) -> TaskEntry:
    """Return the task of a plan that a name means. Raises UsageError."""
    (task,) = library.tasks([TaskNames(library, plan).find(written)])
    return task


def _split(written: str) -> tuple[NameKind | None, str]:
    kind, colon, name = half_width(written).partition(":")
    kind = kind.strip().casefold()
    if not colon or kind not in set(NameKind):
        return None, written
    return NameKind(kind), name.strip()


def _described(name: str, task: TaskEntry) -> str:
    from plantui.words.phrases import numbered

    return f"{name} ({numbered(task.number, task.title)})"


def _listed(described: Iterable[str]) -> str:
    return " | ".join(described)
