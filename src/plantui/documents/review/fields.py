"""The fields of an import, in the order of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from plantui.documents.imported import Imported
from plantui.documents.place import Finder, span_of
from plantui.documents.traced import Span
from plantui.model.plan import PlanInfo, Section, Task
from plantui.model.terms import Role

from .field import GOALS_GROUP, PLAN_GROUP, SECTIONS_GROUP, Field, Kind, key_of, task_group
from .values import deadline_line, measure_line, names_line, one_line_of

_INFO = {
    "title": Kind.WORDS,
    "short_title": Kind.WORDS,
    "document_number": Kind.OPTIONAL,
    "issuer": Kind.OPTIONAL,
    "issued": Kind.ISSUED,
    "region": Kind.WORDS,
    "start_year": Kind.YEAR,
    "end_year": Kind.YEAR,
    "status": Kind.STATUS,
    "responsible": Kind.NAMES,
}
_FOUND_AGAIN = frozenset(_INFO) - {"status", "responsible"}


def fields_of(imported: Imported, finder: Finder, filled: Collection[str] = ()) -> Iterator[Field]:
    """Every field; behind a task's deadlines and indicators a blank one more than were filled in."""
    plan = imported.plan
    yield from _info_fields(plan.info, finder)
    at = 0
    for number, goal in enumerate(plan.goals):
        span = finder.find(goal.text, at)
        at = span.end if span else at
        key = key_of("goal", number)
        if goal.indicator:
            yield Field(key, GOALS_GROUP, "goal", Kind.GOAL, measure_line(goal), _some(span))
        else:
            yield Field(key, GOALS_GROUP, "goal_words", Kind.WORDS, one_line_of(goal.text), _some(span))
    for section in plan.sections:
        span = _section_span(imported, section, finder)
        key = key_of("section", section.id, "title")
        yield Field(key, SECTIONS_GROUP, "section", Kind.WORDS, one_line_of(section.title), _some(span))
    for task in plan.tasks:
        yield from _task_fields(task, filled)


def _some(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _info_fields(info: PlanInfo, finder: Finder) -> Iterator[Field]:
    for name, kind in _INFO.items():
        value = getattr(info, name)
        read = names_line(value) if kind is Kind.NAMES else "" if value is None else str(value)
        words = f"{value.year}年{value.month}月{value.day}日" if isinstance(value, date) else read
        span = finder.find(words) if name in _FOUND_AGAIN and words else None
        is_blank = kind is Kind.NAMES and not read
        yield Field(
            key_of("plan", name), PLAN_GROUP, name, kind, one_line_of(read), _some(span), is_blank=is_blank
        )


def _section_span(imported: Imported, section: Section, finder: Finder) -> Span | None:
    inside = {section.id}
    for other in imported.plan.sections:  # a section stands after the one above it
        if other.parent in inside:
            inside.add(other.id)
    first = next((task for task in imported.plan.tasks if task.section in inside), None)
    if first is None or first.source is None or not first.source.title:
        return finder.find(section.title)
    return finder.find(section.title, 0, span_of(first.source.title).start, last=True)


def _task_fields(task: Task, filled: Collection[str]) -> Iterator[Field]:
    source, group = task.source, task_group(task.id)
    title = (span_of(source.title),) if source and source.title else ()
    text = (span_of(source.text),) if source and source.text else ()
    yield Field(
        key_of(group, "title"), group, "title", Kind.WORDS, one_line_of(task.title), title or text[:1]
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
