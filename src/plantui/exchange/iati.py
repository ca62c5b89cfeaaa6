"""A plan as IATI 2.03: each task an activity, each indicator a result with its target and reported values."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from plantui.model.actual import Actual
from plantui.model.plan import Indicator, Task
from plantui.model.terms import Op, Role, Status
from plantui.words import Words
from plantui.words.phrases import target_text

from .content import PlanContent, figure
from .losses import BEYOND_ACTUALS, OFFICE_PARTS, Declared, Part
from .spans import first_day, last_day, task_end

if TYPE_CHECKING:
    from .xmlfile import Branch

LOSSES = Declared(
    lost=(
        *(Part.PLAN_TITLE, Part.REGION, Part.DOCUMENT_NUMBER, Part.ISSUED, Part.PLAN_STATUS, Part.GOALS),
        *(Part.SECTIONS, *OFFICE_PARTS, Part.EARLIER_DEADLINES, Part.DEADLINE_WORDS, Part.BASELINE_YEAR),
        *(Part.FORCE, Part.PROGRESS, Part.PERCENT, *BEYOND_ACTUALS, Part.REQUIREMENT, Part.EXTENSION),
    ),
    approximated=(
        *(Part.REGISTERED_ID, Part.DEPARTMENTS, Part.NO_DATE, Part.NO_DEPARTMENT, Part.STATUS),
        *(Part.INDICATORS, Part.ACTUAL, Part.SIGNS),
    ),
)
ROLES = {Role.LEAD: "2", Role.GUIDE: "2", Role.RESPONSIBLE: "4", Role.SHARED: "4", Role.SUPPORT: "4"}
"""Accountable, which includes oversight, and implementing."""
STATUSES = {
    Status.NOT_STARTED: "1",
    Status.IN_PROGRESS: "2",
    Status.ONGOING: "2",
    Status.COMPLETED: "3",
    Status.CLOSED: "4",
    Status.STOPPED: "5",
    Status.DEFERRED: "6",
}
_NOT_IN_IDS = re.compile(r"[/&|?\s]+")
_UNIT, _PERCENTAGE, _QUALITATIVE = "1", "2", "5"
_OTHER_RESULT = "9"
_PLANNED_START, _PLANNED_END = "1", "3"


def iati(content: PlanContent, words: Words) -> bytes:
    """Return the file."""
    from .xmlfile import Branch

    root = Branch.root("", "iati-activities", version="2.03")
    for task in content.plan.tasks:
        _activity(root.branch("iati-activity"), content, words, task)
    return root.file()


def _activity(activity: Branch, content: PlanContent, words: Words, task: Task) -> None:
    info = content.plan.info
    activity.leaf("iati-identifier", _NOT_IN_IDS.sub("-", f"{info.id}-{task.id}"))
    publisher = info.issuer or info.region
    _told(activity.branch("reporting-org", ref=_NOT_IN_IDS.sub("-", info.id), type="10"), publisher)
    _told(activity.branch("title"), task.title)
    _told(activity.branch("description"), task.text or task.title)
    names = [*task.departments.pairs(), *((Role.RESPONSIBLE, name) for name in info.responsible)]
    for role, name in names or [(Role.LEAD, publisher)]:
        _told(activity.branch("participating-org", role=ROLES[role]), name)
    activity.branch("activity-status", code=STATUSES[content.standing_of(task).status])
    begin, end = first_day(info), task_end(info, task)
    if begin or not end:
        activity.branch(
            "activity-date", **{"iso-date": (begin or content.as_of).isoformat(), "type": _PLANNED_START}
        )
    if end:
        activity.branch("activity-date", **{"iso-date": end.isoformat(), "type": _PLANNED_END})
    actuals = [actual for note in content.notes.get(task.id, ()) for actual in note.content.actuals]
    for indicator in task.indicators:
        reported = [actual for actual in actuals if actual.indicator == indicator]
        _result(activity.branch("result", type=_OTHER_RESULT), content, words, indicator, reported)


def _told(above: Branch, text: str) -> None:
    above.leaf("narrative", text)


def _result(
    result: Branch, content: PlanContent, words: Words, indicator: Indicator, reported: list[Actual]
) -> None:
    _told(result.branch("title"), indicator.indicator)
    is_down = indicator.op in (Op.AT_MOST, Op.LESS)
    measure = _measure(indicator)
    found = result.branch("indicator", measure=measure, ascending="0" if is_down else "1")
    _told(found.branch("title"), indicator.indicator)
    if indicator.clause:
        _told(found.branch("description"), indicator.clause)
    info = content.plan.info
    end = indicator.due or last_day(info)
    if end is None and not reported:
        return
    end = end or max(actual.day for actual in reported)
    period = found.branch("period")
    begin = first_day(info)
    period.branch("period-start", **{"iso-date": _not_after(begin, end).isoformat()})
    period.branch("period-end", **{"iso-date": end.isoformat()})
    _value(period, "target", measure, indicator.value, target_text(words, indicator))
    for actual in reported:
        value = "" if actual.value is None else figure(actual.value)
        said = actual.grade or f"{value}{actual.unit or ''}"
        comment = words("exchange.line", label=actual.day.isoformat(), text=said)
        _value(period, "actual", measure, actual.value, comment)


def _not_after(begin: date | None, end: date) -> date:
    """Return the first day of a period that ends then: the plan's, else that of the year."""
    return begin if begin and begin <= end else date(end.year, 1, 1)


def _measure(indicator: Indicator) -> str:
    if indicator.value is None:
        return _QUALITATIVE
    return _PERCENTAGE if indicator.unit == "%" else _UNIT


def _value(period: Branch, name: str, measure: str, value: float | int | None, comment: str) -> None:
    """Add a target or a reported value; the unit and the direction have no place but the comment."""
    figures = {} if value is None or measure == _QUALITATIVE else {"value": figure(value)}
    found = period.branch(name, **figures)
    if comment:
        _told(found.branch("comment"), comment)
