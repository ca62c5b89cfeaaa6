"""Tasks of a list in the JSON form that the command line and the JSON export share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date

from plantui.model.department_report import DepartmentReport
from plantui.model.indicator_state import IndicatorReport, ReportedValue, indicator_reports, value_state
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.text import escaped_json
from plantui.planfile.jsonform import task_dict
from plantui.planfile.noteform import actual_dict, requirement_dict
from plantui.query.rows import TaskRow
from plantui.words import Words
from plantui.words.light_phrases import light_reason

_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""Makes the text of a value; `json.dumps` would make an encoder for each."""


def row_dict(words: Words, row: TaskRow) -> JsonObject:
    """Return the task's own keys, then its plan and where it stands."""
    return {**task_dict(row.whole), **_state(words, row)}


def row_json(words: Words, row: TaskRow, more: Mapping[str, Json] | None = None) -> str:
    """Return the keys of `row_dict` and `more` as the text of one JSON object, on one line.

    The task's own text is passed on as the index holds it: 100,000 tasks need not become objects.
    """
    state = _encoded({**_state(words, row), **(more or {})})
    return escaped_json(f"{row.task_text[:-1]}, {state[1:]}")


def _state(words: Words, row: TaskRow) -> JsonObject:
    return {
        "plan": row.plan.id,
        "status": row.progress.status.value,
        "percent": row.progress.percent,
        "percent_from": row.progress.percent_from,
        "accountable": row.progress.accountable,
        "light": row.reason.light.value,
        "state": row.reason.state.value,
        "light_reason": light_reason(words, row.reason),
        "extensions": len(row.extensions),
        "extended_dates": _extended_dates(row),
        "stage": row.progress.stage,
        "requirement_reports": _requirement_reports(row),
        "notes": row.progress.notes,
        "other_reports": list(row.progress.others),
    }


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
