"""Results of StratML as progress notes: those of a task, a department and a day are one note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plantui.model.actual import Actual
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.outside_note import OutsideNote
from plantui.model.plan import Indicator, Task
from plantui.model.terms import NEVER_LATE, Language, Status
from plantui.words import Words
from plantui.words.phrases import term

from ..reading import Reading
from .measures import Result, number_in

RESULT = "MeasurementInstance/ActualResult"
"""The path of a result, as what is lost is named."""
_PERCENT = re.compile(r"(\d{1,2}|100)%")


class Reached(NamedTuple):
    """A result of a task."""

    result: Result
    department: str
    """The department whose note it was, where plantui wrote the file; else empty: the file does not say whose it is."""
    indicator: Indicator | None
    """The indicator of the task that it is held against."""


class _Standing(NamedTuple):
    """Status and percent by the descriptors of a result, and their words that are neither."""

    status: Status | None
    percent: int | None
    words: tuple[str, ...]


class Results:
    """Makes notes of the results of a file."""

    def __init__(self, reading: Reading, day: date | None) -> None:
        """Take the day of the report, for results that name none."""
        self._reading = reading
        self._day = day
        self._statuses = {
            term(Words(language), status).casefold(): status for language in Language for status in Status
        }
        self._undated = 0
        self._tasks: dict[str, dict[str, None]] = {"no_reporter": {}, "no_status": {}, "no_reason": {}}
        """Tasks that something is doubtful about, by the doubt."""

    def notes(self, plan: str, task: Task, reached: Sequence[Reached]) -> Iterator[OutsideNote]:
        """Yield the notes of a task."""
        grouped: dict[tuple[str, date | None], list[Reached]] = {}
        for one in reached:
            department = one.department or _reporter(task)
            if department:
                grouped.setdefault((department, self._day_of(one.result)), []).append(one)
            else:
                self._tasks["no_reporter"].setdefault(task.id)
                self._reading.lose(RESULT)
        for (department, day), of_day in grouped.items():
            yield OutsideNote(TaskKey(plan, task.id), department, self._content(task, of_day, day))

    def tell(self) -> None:
        """Say what is doubtful, once all results are read."""
        if self._undated:
            key = "result_day" if self._day else "no_result_day"
            day = self._day.isoformat() if self._day else ""
            self._reading.doubt(f"exchange.doubt.{key}", count=str(self._undated), day=day)
        for key, tasks in self._tasks.items():
            if tasks:
                self._reading.doubt(f"exchange.doubt.{key}", count=str(len(tasks)), tasks="; ".join(tasks))

    def _day_of(self, result: Result) -> date | None:
        self._undated += result.day is None
        return result.day or self._day

    def _content(self, task: Task, reached: Sequence[Reached], day: date | None) -> NoteContent:
        standings = [self._standing(one.result) for one in reached]
        statuses = {one.status for one in standings if one.status is not None}
        percents = {one.percent for one in standings if one.percent is not None}
        if len(statuses) != 1:
            self._tasks["no_status"].setdefault(task.id)
        status = statuses.pop() if len(statuses) == 1 else Status.IN_PROGRESS
        actuals = [_actual(one, day) for one in reached]
        lines = map(_line, reached, actuals, (one.words for one in standings))
        progress = "\n".join(lines)
        reason = ""
        if status in NEVER_LATE:
            self._tasks["no_reason"].setdefault(task.id)
            reason = progress
        return NoteContent(
            status,
            progress,
            percents.pop() if len(percents) == 1 else None,
            as_of=day,
            reason=reason,
            actuals=tuple(filter(None, actuals)),
        )

    def _standing(self, result: Result) -> _Standing:
        """Return what the descriptors say: of plantui a status and its percent, of others mostly a name and a status."""
        status, percent, words = None, None, []
        for name, value in result.descriptors:
            said = self._statuses.get(name.casefold())
            shown = _PERCENT.fullmatch(value)
            if said and (shown or not value):
                status, percent = said, int(shown[1]) if shown else percent
            elif value.casefold() in self._statuses:
                status = self._statuses[value.casefold()]
            else:
                words.append(": ".join(filter(None, (name, value))))
        return _Standing(status, percent, tuple(words))


def _reporter(task: Task) -> str:
    """Return whose result it is where nobody says: of the only department that leads, or of the only one there is."""
    departments = task.departments
    for names in (departments.lead, tuple(name for _, name in departments.pairs())):
        if len({*names}) == 1:
            return names[0]
    return ""


def _actual(reached: Reached, day: date | None) -> Actual | None:
    """Return a result as the actual value of an indicator; None for words, and where day or indicator are not told."""
    result, indicator = reached.result, reached.indicator
    value = number_in(result.written)
    if value is None or indicator is None or day is None:
        return None
    return Actual(indicator, value, result.unit or None, day)


def _line(reached: Reached, actual: Actual | None, words: Sequence[str]) -> str:
    """Return a result as a line of a note; of one that plantui wrote its text alone."""
    result = reached.result
    if reached.department and result.text:
        return "\n".join((result.text, *words))
    is_told = actual is not None and bool(result.text)
    figure = "" if is_told else " ".join(filter(None, (result.written, result.written and result.unit)))
    said = "; ".join(filter(None, (figure, result.text, *words)))
    said = said or "; ".join(" ".join(filter(None, pair)) for pair in result.descriptors)
    return ": ".join(filter(None, (result.dimension, said)))
