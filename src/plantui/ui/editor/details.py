"""Dated requirements and actual values between the form, where they are texts, and the note, where they are values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from plantui.model.actual import Actual, is_same_unit
from plantui.model.day import day_of
from plantui.model.figure import read_figure
from plantui.model.note import Note, NoteContent
from plantui.model.plan import Deadline, Indicator, Task
from plantui.model.requirement import RequirementReport, standing
from plantui.model.typed_fields import NO_DAY, TypedActual, TypedRequirement

from .fields import Field, FieldError


@dataclass(frozen=True, slots=True)
class StandingWord:
    """Word of a department on a requirement in the notes before this one."""

    report: RequirementReport
    since: date
    """The day on which it was done, else the day of the note that said so last."""


@dataclass(frozen=True, slots=True)
class DepartmentBefore:
    """Words and values in the notes of one department before this one."""

    words: dict[Deadline, StandingWord]
    actuals: dict[Indicator, Actual]
    """The last reported value of each indicator."""


NOTHING_BEFORE = DepartmentBefore({}, {})


def department_before(notes: Iterable[Note], department: str) -> DepartmentBefore:
    """Return what one department's notes say among a task's counting ones, the oldest first."""
    own = [note for note in notes if note.department == department]
    days = {
        report.requirement: report.done_on or note.as_of
        for note in own
        for report in note.content.requirements
        if report.is_done is not None
    }
    reports = standing(note.content.requirements for note in own)
    last = own[-1].as_of if own else date.min
    words = {one: StandingWord(report, days.get(one, last)) for one, report in reports.items()}
    values = sorted((one for note in own for one in note.content.actuals), key=lambda one: one.day)
    return DepartmentBefore(words, {one.indicator: one for one in values})


def requirement_rows(
    deadlines: Sequence[Deadline], typed: Iterable[TypedRequirement]
) -> tuple[TypedRequirement, ...]:
    """Return a row for each requirement of the plan, then those for wordings that the plan does not have any more."""
    said = {one.requirement: one for one in typed}
    rows = [said.pop(deadline, TypedRequirement(deadline)) for deadline in dict.fromkeys(deadlines)]
    return (*rows, *said.values())


def actual_rows(indicators: Sequence[Indicator], typed: Iterable[TypedActual]) -> tuple[TypedActual, ...]:
    """Return the rows of each indicator of the plan, at least one, then those of indicators that it has no more."""
    said: dict[Indicator, list[TypedActual]] = {}
    for one in typed:
        said.setdefault(one.indicator, []).append(one)
    rows = [row for item in dict.fromkeys(indicators) for row in said.pop(item, None) or (TypedActual(item),)]
    return (*rows, *(row for left in said.values() for row in left))


def typed_requirements(content: NoteContent) -> tuple[TypedRequirement, ...]:
    """Return what a note says of requirements as the form shows it."""
    return tuple(
        TypedRequirement(
            one.requirement,
            one.is_done,
            (one.done_on.isoformat() if one.done_on else NO_DAY) if one.is_done else "",
            "" if one.percent is None else str(one.percent),
        )
        for one in content.requirements
    )


def typed_actuals(content: NoteContent) -> tuple[TypedActual, ...]:
    """Return the actual values of a note as the form shows them."""
    return tuple(
        TypedActual(one.indicator, _figure_text(one), one.day.isoformat(), one.source)
        for one in content.actuals
    )


def _figure_text(actual: Actual) -> str:
    if actual.value is None:
        return actual.grade
    same = is_same_unit(actual.unit, actual.indicator.unit)
    return f"{actual.value}" if same else f"{actual.value}{actual.unit or ''}"


def requirement_report(
    typed: TypedRequirement, row: int, as_of: date | None, today: date
) -> RequirementReport | None:
    """Return the word on a requirement, None where nothing is said. Raises FieldError."""
    if typed.is_blank:
        return None
    percent = int(typed.percent) if typed.percent else None
    if percent is not None and percent > 100:
        raise FieldError(
            Field.REQUIREMENTS, "editor.requirement_percent", row, number=row + 1, percent=percent
        )
    day = None
    if typed.is_done and typed.done_on.strip() != NO_DAY:
        day = _day(typed.done_on, as_of, today)
        if day is None:
            raise FieldError(Field.DONE_ON, "editor.date_wrong", row, text=typed.done_on)
        if day > today:
            raise FieldError(Field.DONE_ON, "editor.done_late", row, number=row + 1, day=day, today=today)
    return RequirementReport(typed.requirement, typed.is_done, day, percent)


def actual_value(typed: TypedActual, row: int, as_of: date | None, today: date) -> Actual | None:
    """Return the actual value, None where nothing is reported. Raises FieldError."""
    if typed.is_blank:
        return None
    item = typed.indicator
    if not typed.value.strip():
        raise FieldError(Field.ACTUAL, "editor.actual_missing", row, indicator=item.indicator)
    is_grade = item.value is None and bool(item.grade)  # a class, compared as text: Ⅱ类
    figure = None if is_grade else read_figure(typed.value)
    if figure is None and not is_grade:
        raise FieldError(
            Field.ACTUAL, "editor.actual_wrong", row, indicator=item.indicator, text=typed.value.strip()
        )
    unit = (
        item.unit
        if figure is None or not figure.unit or is_same_unit(figure.unit, item.unit)
        else figure.unit
    )
    day = _day(typed.day, as_of, today)
    if day is None:
        raise FieldError(Field.ACTUAL_DAY, "editor.date_wrong", row, text=typed.day)
    if day > today:
        raise FieldError(
            Field.ACTUAL_DAY, "editor.actual_late", row, indicator=item.indicator, day=day, today=today
        )
    source = typed.source.strip()
    if figure is None:
        return Actual(item, None, None, day, source, typed.value.strip())
    return Actual(item, figure.value, unit, day, source)


def _day(text: str, as_of: date | None, today: date) -> date | None:
    """Return the day of a field, the note's where it is empty; None where it is no day."""
    return day_of(text, today) if text.strip() else as_of


def has_details(task: Task) -> bool:
    """Return whether a task has dated requirements or indicators."""
    return bool(task.deadlines or task.indicators)
