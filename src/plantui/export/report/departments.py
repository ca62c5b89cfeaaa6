"""各单位完成情况: a table, the worst department first, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.export.blocks import Bar, Block, Text
from plantui.export.phrasing import group_text, percent_text
from plantui.model.department import DepartmentRef
from plantui.query.stats import By, Group
from plantui.store.index import bits
from plantui.words.phrases import term

from .figure_table import department_table, tasks_of
from .telling import Telling

_NAMED = 5
"""Departments that the narrative names; the table has them all."""


def departments(telling: Telling, *, has_charts: bool) -> Iterator[Block]:
    """Yield the narrative and the table; nothing where the tasks name no department."""
    groups = telling.content.summary.departments
    yield telling.paragraph(_sentences(telling))
    if not groups:
        return
    if has_charts and telling.content.summary.overall.has_rate:
        bars = [
            Bar(_name(telling, group), group.figures.rate or 0.0, percent_text(group.figures.rate))
            for group in groups
        ]
        yield telling.chart("reports.chart.departments", bars)
    yield department_table(telling)
    role = telling.content.summary.heading.filter.role
    said = term(telling.words, role, long=True) if role else telling.words("terms.role.any")
    yield telling.paragraph([telling.say("reports.departments.role", role=said)], is_note=True)


def _sentences(telling: Telling) -> Iterator[Text]:
    groups = telling.content.summary.departments
    if not groups:
        yield telling.say("reports.departments.none")
        return
    yield telling.say(
        "reports.departments.count", count=telling.figure("departments", str(len(groups)), telling.tasks)
    )
    if facts := [*_facts(telling)]:
        yield telling.say("reports.departments.facts", parts=telling.enumerated(facts))
    worst = sorted((group for group in groups if group.figures.overdue), key=lambda one: -one.figures.overdue)
    if len(groups) > 1 and worst:
        yield _most_overdue(telling, worst)


def _most_overdue(telling: Telling, worst: Sequence[Group]) -> Text:
    """Return who has the most overdue tasks: equals are named together or not at all."""
    next_most = worst[_NAMED].figures.overdue if len(worst) > _NAMED else 0
    named = [group for group in worst[:_NAMED] if group.figures.overdue > next_most]
    if named:
        names = [_worst(telling, at, group) for at, group in enumerate(named, 1)]
        return telling.say("reports.departments.worst", names=telling.listed(names))
    equal = [group for group in worst if group.figures.overdue == next_most]
    tasks = telling.overdue & bits.union(tasks_of(telling, group, By.DEPARTMENT) for group in equal)
    count = telling.figure("departments_equal", str(len(equal)), tasks)
    return telling.say(
        "reports.departments.equal",
        count=count,
        each=telling.figure("departments_equal_each", str(next_most), tasks),
    )


def _worst(telling: Telling, at: int, group: Group) -> Text:
    tasks = telling.overdue & tasks_of(telling, group, By.DEPARTMENT)
    count = telling.count(f"worst{at}_overdue", tasks)
    return telling.say("reports.departments.counted", name=_name(telling, group), count=count)


def _facts(telling: Telling) -> Iterator[Text]:
    groups = telling.content.summary.departments
    parts = {
        "all_done": [one for one in groups if one.figures.done == one.figures.total],
        "none_done": [one for one in groups if not one.figures.done],
        "overdue": [one for one in groups if one.figures.overdue],
        "owing": [one for one in groups if one.figures.not_reported],
    }
    period = telling.period(telling.workspace.period)
    for name, found in parts.items():
        if found:
            tasks = bits.union(tasks_of(telling, group, By.DEPARTMENT) for group in found)
            count = telling.figure(f"departments_{name}", str(len(found)), tasks)
            yield telling.say(f"reports.departments.{name}", count=count, period=period)


def _name(telling: Telling, group: Group) -> str:
    assert isinstance(group.value, DepartmentRef)
    return group_text(telling.words, telling.content.summary.heading, By.DEPARTMENT, group.value)
