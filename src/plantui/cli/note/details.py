"""The options that say what a note holds beside its texts: single requirements, actual values, evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import click

from plantui.model.figure import WrittenFigure, read_figure
from plantui.model.problem import UsageError
from plantui.model.text import half_width, one_line
from plantui.words.catalogue import Words

from ..context import CommandContext, day_of
from ..options import option
from ..values import Values

if TYPE_CHECKING:
    from plantui.model.actual import Actual
    from plantui.model.evidence import Evidence
    from plantui.model.note import NoteContent
    from plantui.model.plan import Deadline, Indicator, Task
    from plantui.model.requirement import RequirementReport

_WHOLE = 100
_NUMBERED = ("done", "open", "done_percent", "actual")
"""The options that name a requirement or an indicator by its number."""
_MOST_DIGITS = 18
"""Digits of a number that names a requirement or an indicator."""


@dataclass(frozen=True, slots=True)
class NoteDetails:
    """Words on single requirements, actual values and evidence of a note."""

    requirements: tuple[RequirementReport, ...] = ()
    actuals: tuple[Actual, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class _Numbered(NamedTuple):
    """A value of an option that names something by its number: `1=2024-06-30`."""

    option: str
    written: str
    at: int
    """The place that the number means, from 0; -1 for what is no number."""
    value: str | None
    """The text behind the equals sign; None without one."""


def detail_options(words: Words) -> list[click.Option]:
    """Return the options that `note add` and `note edit` share."""
    return [
        option(words, "--done", metavar="N[=DATE]", multiple=True),
        option(words, "--open", metavar="REQUIREMENT", multiple=True),
        option(words, "--done-percent", metavar="N=PERCENT", multiple=True),
        option(words, "--actual", metavar="N=VALUE[UNIT][@DATE]", multiple=True),
        option(words, "--source", metavar="TEXT", text="actual-source", multiple=True),
        option(words, "--evidence", metavar="PLACE", multiple=True),
    ]


def numbered_options(values: Values) -> list[str]:
    """Return the options given that name a requirement or an indicator of one task."""
    return [f"--{name.replace('_', '-')}" for name in _NUMBERED if values.texts(name)]


def details_of(
    context: CommandContext, values: Values, day: date, task: Task | None, before: NoteContent | None
) -> NoteDetails:
    """Return the details that the options give; what they leave out stays as before.

    `task` is the one that numbers mean, None where there is none in the plans any more. Raises UsageError for a
    number that is not there and a value that cannot be, EvidenceUnusable for evidence that cannot be taken.
    """
    if options := numbered_options(values):
        if task is None:
            raise UsageError("cli.note.no_task", options=" ".join(options))
    elif values.texts("source"):
        raise UsageError("cli.note.source_alone")
    return NoteDetails(
        _requirements(context, values, day, task, before.requirements if before else ()),
        _actuals(context, values, day, task, before.actuals if before else ()),
        evidence_of(context, values, before.evidence if before else ()),
    )


def _requirements(
    context: CommandContext,
    values: Values,
    day: date,
    task: Task | None,
    before: Sequence[RequirementReport],
) -> tuple[RequirementReport, ...]:
    if task is None or not any(values.texts(name) for name in _NUMBERED[:3]):
        return tuple(before)
    from plantui.model.requirement import RequirementReport

    found = {report.requirement: report for report in before}
    ticked: set[Deadline] = set()

    def said(requirement: Deadline) -> RequirementReport:
        return found.get(requirement, RequirementReport(requirement))

    for one in (*_values(values, "done"), *_values(values, "open")):
        requirement = _requirement(context, task, one)
        if requirement in ticked:
            raise UsageError("cli.note.done_twice", option=one.option, number=one.at + 1)
        ticked.add(requirement)
        is_done = one.option == "--done"
        if not is_done and one.value is not None:
            raise UsageError("cli.note.open_with_day", value=one.written, number=one.at + 1)
        done_on = _day(context, one, one.value, day) if is_done and one.value is not None else None
        percent = None if is_done else said(requirement).percent  # what is done is not on its way any more
        found[requirement] = said(requirement)._replace(is_done=is_done, done_on=done_on, percent=percent)
    for one in _values(values, "done_percent"):
        requirement, percent = _requirement(context, task, one), _percent(one)
        if said(requirement).is_done and percent < _WHOLE:
            raise UsageError("cli.note.done_and_percent", number=one.at + 1, percent=percent)
        found[requirement] = said(requirement)._replace(percent=percent)
    return tuple(found.values())


def _actuals(
    context: CommandContext, values: Values, day: date, task: Task | None, before: Sequence[Actual]
) -> tuple[Actual, ...]:
    """Return the values with their sources; a note's earlier values of the same indicators are replaced."""
    written = list(_values(values, "actual"))
    if task is None or not written:
        return tuple(before)
    sources = values.texts("source")
    if len(sources) not in (0, 1, len(written)):
        raise UsageError("cli.note.source_count", sources=len(sources), actuals=len(written))
    each = sources if len(sources) == len(written) else (*sources, "")[:1] * len(written)
    found = [_actual(context, one, day, task, source) for one, source in zip(written, each, strict=True)]
    replaced = {actual.indicator for actual in found}
    return (*(actual for actual in before if actual.indicator not in replaced), *found)


def _actual(context: CommandContext, one: _Numbered, day: date, task: Task, source: str) -> Actual:
    from plantui.model.actual import Actual

    if not 0 <= one.at < len(task.indicators):
        raise _no_number(context, task, one, "indicator", [_indicator(context, i) for i in task.indicators])
    indicator = task.indicators[one.at]
    said, at, written_day = (one.value or "").rpartition("@")
    if not at:
        said, written_day = written_day, ""
    on_day = _day(context, one, written_day, day) if at else day
    if indicator.value is None and indicator.grade:
        if not said.strip():
            raise UsageError(
                "cli.note.bad_grade", value=one.written, number=one.at + 1, grade=indicator.grade
            )
        return Actual(indicator, None, None, on_day, source, said.strip())
    figure = read_figure(said)
    if figure is None:
        raise UsageError("cli.note.bad_actual", value=one.written, number=one.at + 1)
    return Actual(indicator, figure.value, _unit(one, indicator, figure), on_day, source)


def _unit(one: _Numbered, indicator: Indicator, figure: WrittenFigure) -> str | None:
    """Return the unit of a value, which is the plan's. Raises UsageError for another one: nothing is converted.

    The form asks once whether another unit is meant; here nobody is there to answer, as in a script, so that it is
    refused with the way to say it.
    """
    from plantui.model.actual import is_same_unit

    unit = figure.unit
    if not unit or is_same_unit(unit, indicator.unit):
        return indicator.unit
    if indicator.unit is None and indicator.value is None:
        return unit  # a target without a figure binds no unit
    facts = {"indicator": indicator.indicator, "unit": unit, "number": one.at + 1, "value": figure.value}
    if not indicator.unit:
        raise UsageError("cli.note.unit_none", **facts)
    raise UsageError("cli.note.unit_other", wanted=indicator.unit, **facts)


def evidence_of(context: CommandContext, values: Values, before: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence of before with what is given; a place that is given again is taken anew."""
    places = values.texts("evidence")
    if not places:
        return tuple(before)
    from plantui.store.evidence import take_evidence

    found = {piece.place: piece for piece in before}
    for place in places:
        piece = take_evidence(place, context.today)
        found[piece.place] = piece
    return tuple(found.values())


def _values(values: Values, name: str) -> Iterator[_Numbered]:
    for written in values.texts(name):
        number, equals, value = half_width(written).partition("=")
        digits = number.strip()
        is_number = digits.isdecimal() and len(digits) <= _MOST_DIGITS
        option_name = f"--{name.replace('_', '-')}"
        yield _Numbered(
            option_name, written, int(digits) - 1 if is_number else -1, value.strip() if equals else None
        )


def _requirement(context: CommandContext, task: Task, one: _Numbered) -> Deadline:
    if not 0 <= one.at < len(task.deadlines):
        described = [f"{deadline.phrase} {deadline.clause}".strip() for deadline in task.deadlines]
        raise _no_number(context, task, one, "requirement", described)
    return task.deadlines[one.at]


def _no_number(
    context: CommandContext, task: Task, one: _Numbered, kind: str, described: Sequence[str]
) -> UsageError:
    """Return the refusal of a number that the task does not have, with those that it has."""
    number = one.written.partition("=")[0]
    if not described:
        return UsageError(f"cli.note.no_{kind}s", option=one.option, task=task.id)
    listed = " | ".join(f"{at} {one_line(text)}" for at, text in enumerate(described, 1))
    return UsageError(f"cli.note.no_{kind}", option=one.option, number=number, task=task.id, listed=listed)


def _indicator(context: CommandContext, indicator: Indicator) -> str:
    from plantui.export.phrasing import indicator_text

    return indicator_text(context.words, indicator)


def _day(context: CommandContext, one: _Numbered, written: str, day: date) -> date:
    """Return the day behind a value. Raises UsageError for none, and one later than the note's."""
    found = day_of(context.words, written, one.option, context.today)
    if found > day:
        raise UsageError("cli.note.day_after", option=one.option, date=found.isoformat(), day=day.isoformat())
    return found


def _percent(one: _Numbered) -> int:
    digits = (one.value or "").removesuffix("%").rstrip()
    if not digits.isdecimal() or int(digits[:4]) > _WHOLE:
        raise UsageError("cli.note.bad_done_percent", value=one.written, number=max(one.at, 0) + 1)
    return int(digits[:4])
