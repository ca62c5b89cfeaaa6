"""The plan with the corrections of a review, each place kept beside its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from plantui.documents.imported import Imported
from plantui.documents.place import Finder, range_of, span_of, start_of
from plantui.model.plan import Departments, Goal, Plan, PlanInfo, Task, TaskSource
from plantui.model.terms import Role

from .field import INFO, Field, Kind, key_of, task_group
from .structure import Part, Target, with_all_below
from .values import (
    deadline_of,
    goal_of,
    indicator_of,
    issued_of,
    names_of,
    status_of,
    text_of,
    words_of,
    year_of,
)

T = TypeVar("T")
Reader = Callable[[str, T | None], T | None]
"""Reads a line, given the value before; None where the line is empty."""
Corrections = Mapping[str, str]
"""The new line of each corrected field, by its key."""


_READERS: Mapping[Kind, Callable[[str], Any]] = {
    Kind.WORDS: words_of,
    Kind.OPTIONAL: lambda text: text_of(text) or None,
    Kind.YEAR: year_of,
    Kind.ISSUED: issued_of,
    Kind.STATUS: status_of,
    Kind.NAMES: names_of,
    Kind.DEADLINE: lambda text: deadline_of(text, None),
    Kind.MEASURE: lambda text: indicator_of(text, None),
    Kind.GOAL: lambda text: indicator_of(text, None),
}


def check(field: Field, line: str) -> None:
    """Raises BadValue where a line is no value of the field."""
    _READERS[field.kind](line)


def corrected(
    imported: Imported, finder: Finder, corrections: Corrections, dropped: frozenset[Target] = frozenset()
) -> Plan:
    """The plan as it was read, with the corrections and without what was dropped."""
    plan = imported.plan
    gone = with_all_below(plan, dropped)
    goals = [
        _goal(goal, corrections[key]) if (key := key_of("goal", number)) in corrections else goal
        for number, goal in enumerate(plan.goals)
        if Target(Part.GOAL, str(number)) not in gone
    ]
    sections = [
        section._replace(title=words_of(corrections[key]))
        if (key := key_of("section", section.id, "title")) in corrections
        else section
        for section in plan.sections
        if Target(Part.SECTION, section.id) not in gone
    ]
    ends = _ends(imported)
    touched = {key.rpartition("/")[0] for key in corrections} | {
        key.rpartition("/")[0].rpartition("/")[0] for key in corrections
    }
    tasks = [
        _Task(task, corrections, finder, ends.get(task.id)).corrected()
        if task_group(task.id) in touched
        else task
        for task in plan.tasks
        if Target(Part.TASK, task.id) not in gone
    ]
    return Plan(_info(plan.info, corrections), tuple(goals), tuple(sections), tuple(tasks))


def _goal(goal: Goal, line: str) -> Goal:
    return goal_of(line, goal) if goal.indicator else goal._replace(text=words_of(line))


def _info(info: PlanInfo, corrections: Corrections) -> PlanInfo:
    changed = {
        name: _READERS[kind](corrections[key])
        for name, kind in INFO.items()
        if (key := key_of("plan", name)) in corrections
    }
    return info._replace(**changed)


def _ends(imported: Imported) -> dict[str, int]:
    """Where each task's part of the document ends: where the next one begins."""
    tasks = imported.plan.tasks
    starts = [(start, task.id) for task in tasks if (start := start_of(task)) is not None]
    following = [start for start, _ in starts[1:]] + [len(imported.source.text)]
    return {task: end for (_, task), end in zip(starts, following, strict=False)}


class _Task:
    """One task with its corrections."""

    def __init__(self, task: Task, corrections: Corrections, finder: Finder, end: int | None) -> None:
        self._task = task
        self._corrections = corrections
        self._finder = finder
        self._end = end
        self._group = task_group(task.id)

    def corrected(self) -> Task:
        """The task with its corrections and its places."""
        task, source = self._task, self._task.source or TaskSource(0)
        title, text = self._line("title"), self._line("text")
        departments, named = self._departments(source)
        deadlines = self._list("deadline", task.deadlines, source.deadlines)
        indicators = self._list("indicator", task.indicators, source.indicators)
        new = task._replace(
            title=task.title if title is None else words_of(title),
            text=task.text if text is None else text_of(text),
            departments=departments,
            deadlines=tuple(self._values(deadlines, deadline_of)),
            indicators=tuple(self._values(indicators, indicator_of)),
        )
        if task.source is None:
            return new
        return new._replace(
            source=source._replace(
                departments=named,
                deadlines=self._places(deadlines, [d.phrase for d in new.deadlines]),
                indicators=self._places(indicators, [i.clause or i.indicator for i in new.indicators]),
                title_from_text=source.title_from_text and title is None,
            ),
        )

    def _line(self, *names: object) -> str | None:
        return self._corrections.get(key_of(self._group, *names))

    def _departments(self, source: TaskSource) -> tuple[Departments, tuple[str, ...]]:
        pairs = self._task.departments.pairs()
        known = dict(zip(pairs, source.departments, strict=False))
        by_name = {name: place for (_, name), place in known.items()}
        by_role: dict[str, tuple[str, ...]] = {}
        places: list[str] = []
        for role in Role:
            line = self._line(role.value)
            names = self._task.departments.of(role) if line is None else names_of(line)
            by_role[role.value] = names
            near = next((place for (of, _), place in known.items() if of is role), "")
            for name in names:
                place = known.get((role, name)) or by_name.get(name) or self._found(name)
                places.append(place or near or next(iter(source.departments), "") or self._whole())
        return Departments(**by_role), tuple(places)

    def _found(self, words: str) -> str:
        source = self._task.source
        if source is None or not words or not self._whole():
            return ""
        start = span_of(source.title or source.text).start
        span = self._finder.find(words, start, self._end)
        return range_of(span) if span else ""

    def _whole(self) -> str:
        source = self._task.source
        return (source.text or source.title) if source else ""

    def _list(
        self, name: str, values: tuple[T, ...], places: tuple[str, ...]
    ) -> list[tuple[T | None, str, str | None]]:
        """Each value with its place and its corrected line; those that were added behind them."""
        listed: list[tuple[T | None, str, str | None]] = [
            (value, places[at] if at < len(places) else "", self._line(name, at))
            for at, value in enumerate(values)
        ]
        number = len(values)
        while (line := self._line(name, number)) is not None:
            listed.append((None, "", line))
            number += 1
        return listed

    @staticmethod
    def _values(listed: Iterable[tuple[T | None, str, str | None]], read: Reader[T]) -> list[T]:
        values = (before if line is None else read(line, before) for before, _, line in listed)
        return [value for value in values if value is not None]

    def _places(self, listed: Iterable[tuple[object, str, str | None]], said: list[str]) -> tuple[str, ...]:
        kept = [place for _, place, line in listed if line is None or line.strip()]
        return tuple(
            place or self._found(words) or self._whole() for place, words in zip(kept, said, strict=True)
        )
