"""存在问题: what the figures show, and what departments report, each quoted with its task."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plantui.export.blocks import Block, Heading, Paragraph, Text
from plantui.model.indicator_state import IndicatorState
from plantui.model.note import NoteContent
from plantui.model.terms import Status

from .telling import Telling


def problems(telling: Telling) -> Iterator[Block]:
    """Yield the problems that follow from the figures, then those in the departments' own words."""
    yield from in_points(telling, [*_found(telling)] or [telling.say("reports.problem.none")])
    told = [*quoted(telling, telling.tasks, lambda content: content.problems)]
    if told:
        yield Heading(telling.words("reports.problems.told"), 2)
        yield from told
    else:
        key = "untold" if telling.tasks & telling.with_notes else "unheard"
        yield telling.paragraph([telling.say(f"reports.problems.{key}")])


def in_points(telling: Telling, said: list[Text]) -> Iterator[Block]:
    """Yield sentences as points, 一是, 二是; in English, and a single one, as they are."""
    numbers = telling.words("reports.numbers")
    if len(said) < 2:
        yield from (telling.paragraph([one]) for one in said)
        return
    for number, one in zip(numbers, said, strict=False):
        yield telling.paragraph([telling.say("reports.ordinal", number=number, said=one)])


def _found(telling: Telling) -> Iterator[Text]:
    if telling.overdue:
        yield telling.say(
            "reports.problem.overdue",
            count=telling.count("problem_overdue", telling.overdue),
            days=telling.longest_overdue,
        )
    if telling.behind:
        yield telling.say("reports.problem.behind", count=telling.count("problem_behind", telling.behind))
    if telling.owed:
        yield telling.say(
            "reports.problem.missing",
            departments=telling.figure("problem_owing", str(len(telling.owing)), telling.owed),
            period=telling.period(telling.workspace.period),
            count=telling.count("problem_owed", telling.owed),
        )
    if silent := telling.tasks & ~telling.with_notes:
        yield telling.say("reports.problem.silent", count=telling.count("silent", silent))
    states = telling.indicators.states()
    if states[IndicatorState.MISSED]:
        yield telling.say("reports.problem.missed", count=telling.indicator_count(IndicatorState.MISSED))
    if states[IndicatorState.NOT_REPORTED]:
        yield telling.say(
            "reports.problem.no_value", count=telling.indicator_count(IndicatorState.NOT_REPORTED)
        )
    unknown = telling.tasks & telling.workspace.statuses[Status.IN_PROGRESS] & ~telling.workspace.with_percent
    if unknown:
        yield telling.say("reports.problem.no_percent", count=telling.count("problem_no_percent", unknown))


def quoted(telling: Telling, tasks: int, part: Callable[[NoteContent], str]) -> Iterator[Paragraph]:
    """Yield a part of the departments' latest notes on a set of tasks, each with department and task, none left out."""
    rows = [pk for pk in telling.noted if tasks >> pk & 1]
    at = 0
    for entry in telling.entries(rows):
        for note in telling.noted[entry.pk]:
            first, *more = [line.strip() for line in part(note.content).splitlines() if line.strip()] or [""]
            if not first:
                continue
            at += 1
            task = telling.task_name(entry)
            said = telling.say("reports.told", at=at, department=note.department, task=task, said=first)
            yield Paragraph(said)
            yield from (Paragraph((line,)) for line in more)
