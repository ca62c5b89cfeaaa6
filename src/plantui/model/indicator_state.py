"""Targets against actual values: which indicators are met, on the way, missed, not reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .actual import Actual, is_same_unit
from .bound import COMPARISONS
from .note import Note
from .plan import Indicator
from .text import without_blanks


class IndicatorState(StrEnum):
    """State of an indicator on the as-of day, worst first in the order of the members."""

    MISSED = "missed"
    """未完成: its date has passed and the target is not met."""
    NOT_REPORTED = "not_reported"
    """未报: no department has given a value."""
    NOT_COMPARABLE = "not_comparable"
    """无法比较: a value was given that only a person can hold against the target, such as another grade."""
    ON_THE_WAY = "on_the_way"
    """推进中: not met yet, and its date is ahead or not named."""
    MET = "met"
    """已达到."""


@dataclass(frozen=True, slots=True)
class ReportedValue:
    """An actual value with the department that reported it."""

    department: str
    actual: Actual
    as_of: date
    """The day of the note that gave it."""


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """An indicator with the values reported of it, oldest first."""

    indicator: Indicator
    values: tuple[ReportedValue, ...] = ()

    @property
    def latest(self) -> tuple[ReportedValue, ...]:
        """The latest value of each department, in the order in which they reported last."""
        found: dict[str, ReportedValue] = {}
        for value in self.values:
            found.pop(value.department, None)
            found[value.department] = value
        return tuple(found.values())

    def state(self, today: date) -> IndicatorState:
        """Return the state on the as-of day; where several departments report, the worst of theirs."""
        states = {value_state(value.actual, today) for value in self.latest}
        return next((state for state in IndicatorState if state in states), IndicatorState.NOT_REPORTED)

    @property
    def series(self) -> tuple[float, ...]:
        """The figures in the indicator's unit in the order of their days, of the department that reported last."""
        if not self.latest:
            return ()
        department = self.latest[-1].department
        of_day: dict[date, float] = {}
        for value in self.values:
            actual = value.actual
            is_figure = actual.value is not None and is_same_unit(actual.unit, self.indicator.unit)
            if value.department == department and is_figure and actual.value is not None:
                of_day[actual.day] = actual.value
        return tuple(of_day[day] for day in sorted(of_day))


def values_in(notes: Iterable[Note]) -> list[ReportedValue]:
    """Return the actual values that notes give."""
    return [
        ReportedValue(note.department, actual, note.as_of)
        for note in notes
        for actual in note.content.actuals
    ]


def indicator_reports(
    indicators: Sequence[Indicator], values: Iterable[ReportedValue]
) -> tuple[list[IndicatorReport], list[IndicatorReport]]:
    """Return each indicator with its values, and those of former wordings that the plan does not have any more.

    The values of a department follow the days that they are of; of one day the later note's counts.
    """
    of_wording: dict[Indicator, dict[tuple[str, date], ReportedValue]] = {}
    for value in sorted(values, key=lambda value: (value.actual.day, value.as_of)):
        of_day = of_wording.setdefault(value.actual.indicator, {})
        of_day.pop((value.department, value.actual.day), None)
        of_day[value.department, value.actual.day] = value
    known = [IndicatorReport(one, tuple(of_wording.get(one, {}).values())) for one in indicators]
    former = [
        IndicatorReport(one, tuple(of_day.values()))
        for one, of_day in of_wording.items()
        if one not in indicators
    ]
    return known, former


def value_state(actual: Actual, today: date) -> IndicatorState:
    """Return the state that one value gives its indicator."""
    is_met = meets(actual)
    if is_met is None:
        return IndicatorState.NOT_COMPARABLE
    if is_met:
        return IndicatorState.MET
    due = actual.indicator.due
    return IndicatorState.MISSED if due and due < today else IndicatorState.ON_THE_WAY


def meets(actual: Actual) -> bool | None:
    """Return whether a value meets the target of its indicator; None where only a person can say.

    That is so for another grade (which of two is better is not known), for a target without direction or of "about"
    so much unless it is just that, and for another unit.
    """
    target = actual.indicator
    if target.value is None:
        same = bool(target.grade) and without_blanks(actual.grade) == without_blanks(target.grade or "")
        return True if same else None
    if actual.value is None or not is_same_unit(actual.unit, target.unit):
        return None
    holds = COMPARISONS.get(target.op) if target.op else None
    if holds is not None:
        return holds(actual.value, target.value)
    return True if actual.value == target.value else None
