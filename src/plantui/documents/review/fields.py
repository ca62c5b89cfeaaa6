"""The fields of an import, in the order of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plantui.documents.imported import Imported
from plantui.documents.place import Finder, span_of, spans_of
from plantui.documents.traced import Span
from plantui.model.plan import Place, PlanInfo, Task
from plantui.model.terms import Role

from .field import GOALS_GROUP, INFO, PLAN_GROUP, SECTIONS_GROUP, Field, Kind, key_of, task_group
from .structure import Part, Target, with_all_below
from .values import deadline_line, measure_line, names_line, one_line_of

_FOUND_AGAIN = frozenset({"short_title", "region", "start_year", "end_year"})
"""What the plan keeps no place of."""


def fields_of(
    imported: Imported,
    finder: Finder,
    filled: Collection[str] = (),
    dropped: frozenset[Target] = frozenset(),
) -> Iterator[Field]:
    """Every field; behind a task's deadlines and indicators a blank one more than were filled in. What was dropped is one
    field, and what it took along is none."""
    plan = imported.plan
    gone = with_all_below(plan, dropped)
    yield from _info_fields(plan.info, finder)
    for number, goal in enumerate(plan.goals):
        key, spans = key_of("goal", number), _spans(goal.source)
        target = Target(Part.GOAL, str(number))
        if target in dropped:
            yield _dropped(target, GOALS_GROUP, goal.text, spans)
        elif goal.indicator:
            yield Field(key, GOALS_GROUP, "goal", Kind.GOAL, measure_line(goal), spans)
        else:
            yield Field(key, GOALS_GROUP, "goal_words", Kind.WORDS, one_line_of(goal.text), spans)
    for section in plan.sections:
        key, spans = key_of("section", section.id, "title"), _spans(section.source)
        target = Target(Part.SECTION, section.id)
        if target in dropped:
            yield _dropped(target, SECTIONS_GROUP, section.title, spans)
        elif target not in gone:
            yield Field(key, SECTIONS_GROUP, "section", Kind.WORDS, one_line_of(section.title), spans)
    for task in plan.tasks:
        target = Target(Part.TASK, task.id)
        if target not in gone:
            yield from _task_fields(task, filled)
        elif target in dropped:
            yield _dropped(target, task_group(task.id), task.title, _title_spans(task))


_NAMES = {Part.TASK: "title", Part.SECTION: "section", Part.GOAL: "goal_words"}


def _dropped(target: Target, group: str, title: str, spans: tuple[Span, ...]) -> Field:
    return Field(target.key, group, _NAMES[target.part], Kind.DROPPED, one_line_of(title), spans)


def _title_spans(task: Task) -> tuple[Span, ...]:
    return tuple(spans_of(task)[:1])


def _spans(place: Place | None) -> tuple[Span, ...]:
    return (span_of(place.range),) if place and place.range else ()


def _info_fields(info: PlanInfo, finder: Finder) -> Iterator[Field]:
    for name, kind in INFO.items():
        value = getattr(info, name)
        read = names_line(value) if kind is Kind.NAMES else "" if value is None else str(value)
        spans = _spans(getattr(info.source, name, None))
        if name in _FOUND_AGAIN and (span := finder.find(read)):
            spans = (span,)
        is_blank = kind is Kind.NAMES and not read
        yield Field(key_of("plan", name), PLAN_GROUP, name, kind, one_line_of(read), spans, is_blank=is_blank)


def _task_fields(task: Task, filled: Collection[str]) -> Iterator[Field]:
    source, group = task.source, task_group(task.id)
    text = (span_of(source.text),) if source and source.text else ()
    yield Field(
        key_of(group, "title"), group, "title", Kind.WORDS, one_line_of(task.title), _title_spans(task)
    )
    yield Field(
        key_of(group, "text"),
        group,
        "text",
        Kind.OPTIONAL,
        one_line_of(task.text),
        text,
        is_blank=not task.text,
    )
    places = source.departments if source else ()
    pairs = task.departments.pairs()
    for role in Role:
        spans = tuple(span_of(place) for (of, _), place in zip(pairs, places, strict=False) if of is role)
        read = names_line(task.departments.of(role))
        key = key_of(group, role.value)
        yield Field(key, group, role.value, Kind.NAMES, read, spans, is_blank=not read)
    deadlines = [deadline_line(deadline) for deadline in task.deadlines]
    yield from _listed(
        group, "deadline", Kind.DEADLINE, deadlines, source.deadlines if source else (), filled
    )
    lines = [measure_line(indicator) for indicator in task.indicators]
    yield from _listed(group, "indicator", Kind.MEASURE, lines, source.indicators if source else (), filled)


def _listed(
    group: str,
    name: str,
    kind: Kind,
    lines: list[str],
    places: tuple[str, ...],
    filled: Collection[str],
) -> Iterator[Field]:
    for number, line in enumerate(lines):
        spans = (span_of(places[number]),) if number < len(places) else ()
        yield Field(key_of(group, name, number), group, name, kind, line, spans)
    number = len(lines)
    while True:
        key = key_of(group, name, number)
        yield Field(key, group, name, kind, "", is_blank=True)
        if key not in filled:
            return
        number += 1
