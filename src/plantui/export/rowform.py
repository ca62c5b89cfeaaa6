"""Tasks of a list in the JSON form that the command line and the JSON export share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from plantui.model.department_report import DepartmentReport
from plantui.model.indicator_state import IndicatorReport, ReportedValue, indicator_reports, value_state
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.light import LightReason
from plantui.model.progress import TaskProgress
from plantui.model.text import escaped_json
from plantui.planfile.jsonform import task_dict
from plantui.planfile.noteform import actual_dict, requirement_dict
from plantui.query.rows import TaskRow
from plantui.words import Words
from plantui.words.light_phrases import light_reason

_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""Makes the text of a value; `json.dumps` would make an encoder for each."""


class StatePart(NamedTuple):
    """Keys that follow from one part of a row."""

    name: str
    """The part's name in `TaskRow`; empty for keys that follow from the row as a whole."""
    said: Callable[[Words, Any], JsonObject]


def row_dict(words: Words, row: TaskRow) -> JsonObject:
    """Return the task's own keys, then its plan and where it stands."""
    return {**task_dict(row.whole), **_state(words, row)}


def row_json(words: Words, row: TaskRow, more: Mapping[str, Json] | None = None) -> str:
    """Return the keys of `row_dict` and `more` as the text of one JSON object, on one line."""
    return row_text(row, [members({**_state(words, row), **(more or {})})])


def row_text(row: TaskRow, parts: Iterable[str]) -> str:
    """Return the task's own keys, and those in `parts` as `members` gives them, as the text of one JSON object, on one line.

    The task's own text is passed on as the index holds it: 100,000 tasks need not become objects.
    """
    return escaped_json(f"{row.task_text[:-1]}, {', '.join(parts)}}}")


def members(keys: JsonObject) -> str:
    """Return keys with their values as they stand inside the text of an object."""
    return _encoded(keys)[1:-1]


def _state(words: Words, row: TaskRow) -> JsonObject:
    found: JsonObject = {}
    for part in STATE_PARTS:
        found |= part.said(words, getattr(row, part.name) if part.name else row)
    return found


def _progress(words: Words, progress: TaskProgress) -> JsonObject:
    return {
        "status": progress.status.value,
        "percent": progress.percent,
        "percent_from": progress.percent_from,
        "accountable": progress.accountable,
    }


def _reason(words: Words, reason: LightReason) -> JsonObject:
    return {
        "light": reason.light.value,
        "state": reason.state.value,
        "light_reason": light_reason(words, reason),
    }


def _extensions(words: Words, row: TaskRow) -> JsonObject:
    return {"extensions": len(row.extensions), "extended_dates": _extended_dates(row)}


STATE_PARTS = (
    StatePart("plan", lambda words, plan: {"plan": plan.id}),
    StatePart("progress", _progress),
    StatePart("reason", _reason),
    StatePart("", _extensions),
    StatePart("progress", lambda words, progress: {"stage": progress.stage}),
    StatePart("", lambda words, row: {"age": row.age}),
    StatePart("", lambda words, row: {"requirement_reports": _requirement_reports(row)}),
    StatePart(
        "progress",
        lambda words, progress: {"notes": progress.notes, "other_reports": list(progress.others)},
    ),
)
"""The keys that say where a task stands, in the order in which they are written."""


def _extended_dates(row: TaskRow) -> list[Json]:
    """Return the dates that were extended; the first date of each stands in `deadlines` too, at its index from 1."""
    if not row.extensions:
        return []  # the whole task need not be made
    return [
        {
            "index": index,
            "first_due": one.first.isoformat(),
            "due": one.current.isoformat(),
            "extensions": one.times,
        }
        for index, one in enumerate(row.dates, 1)
        if one.is_extended
    ]


def _requirement_reports(row: TaskRow) -> list[Json]:
    """Return what each department says of single requirements, by their place in `deadlines` from 1.

    A wording that the plan does not have any more has no place.
    """
    said = [(name, word) for name, report in row.reports.items() for word in report.requirements]
    if not said:
        return []  # the whole task need not be made
    places = {deadline: place for place, deadline in enumerate(row.whole.deadlines, 1)}
    return [
        {"index": places.get(word.requirement), "department": name, **requirement_dict(word)}
        for name, word in said
    ]


def actual_values(row: TaskRow, values: Iterable[ReportedValue], today: date) -> list[Json]:
    """Return the latest value of each indicator and department, by the indicator's place in `indicators` from 1."""
    values = list(values)
    if not values:
        return []
    known, former = indicator_reports(row.whole.indicators, values)
    places: list[tuple[int | None, IndicatorReport]] = [
        *enumerate(known, 1),
        *((None, one) for one in former),
    ]
    return [
        {
            "index": place,
            "department": value.department,
            **actual_dict(value.actual),
            "state": value_state(value.actual, today).value,
        }
        for place, report in places
        for value in report.latest
    ]


def report_dict(report: DepartmentReport) -> JsonObject:
    """Return what one department of a task has reported, null for what it has not."""
    note = report.note
    return {
        "role": report.role.value if report.role else None,
        "department": report.department,
        "accountable": report.is_accountable,
        "status": note.content.status.value if note else None,
        "percent": note.content.percent if note else None,
        "as_of": note.as_of.isoformat() if note else None,
        "note": note.id if note else None,
    }
