"""Tasks of a list, and notes, in the JSON form that the command line and the JSON export share."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from plantui.model.department_report import DepartmentReport
from plantui.model.indicator_state import IndicatorReport, ReportedValue, indicator_reports, value_state
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.note import Note
from plantui.model.text import escaped_json
from plantui.planfile.jsonform import deadline_dict, task_dict
from plantui.planfile.noteform import actual_dict, evidence_dict, requirement_dict
from plantui.query.rows import TaskRow
from plantui.words import Words
from plantui.words.light_phrases import light_reason

if TYPE_CHECKING:
    from plantui.model.event import Event, EventContent
    from plantui.model.stages import StageState


def row_dict(words: Words, row: TaskRow) -> JsonObject:
    """Return the task's own keys, then its plan and where it stands."""
    return {**task_dict(row.whole), **_state(words, row)}


def row_json(words: Words, row: TaskRow, more: Mapping[str, Json] | None = None) -> str:
    """Return the keys of `row_dict` and `more` as the text of one JSON object, on one line.

    The task's own text is passed on as the index holds it: 100,000 tasks need not become objects.
    """
    state = json.dumps({**_state(words, row), **(more or {})}, ensure_ascii=False)
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


def moment_json(moment: datetime) -> str:
    """Return a moment in the one form of JSON: UTC, with Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def late_dict(note: Note, late: Collection[str] | None) -> JsonObject:
    """Return whether a note is one of the late ones; null where the office has no closing day."""
    return {"late": None if late is None else note.id in late}


def stage_dict(state: StageState | None) -> JsonObject:
    """Return how far a note has come, with the reason given with the last step; `saved` where no step was taken."""
    if state is None:
        return {"stage": "saved", "stage_reason": "", "reopened": False}
    return {"stage": state.stage.value, "stage_reason": state.reason, "reopened": state.is_reopened}


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


def note_dict(note: Note) -> JsonObject:
    """Return one revision of a note."""
    content = note.content
    return {
        "id": note.id,
        "plan": note.key.plan,
        "task": note.key.task,
        "department": note.department,
        "status": content.status.value,
        "percent": content.percent,
        "progress": content.progress,
        "problems": content.problems,
        "next_steps": content.next_steps,
        "reason": content.reason,
        "requirements": [requirement_dict(one) for one in content.requirements],
        "actuals": [actual_dict(one) for one in content.actuals],
        "evidence": [evidence_dict(one) for one in content.evidence],
        "author": note.author,
        "as_of": note.as_of.isoformat(),
        "written_at": moment_json(note.written_at),
        "supersedes": note.supersedes,
    }


def event_dict(event: Event) -> JsonObject:
    """Return one event beside the notes: a stage that a note has reached, an extension, an office-wide choice."""
    return {
        "id": event.id,
        "subject": _subject(event.content),
        "plan": event.key.plan if event.key else None,
        "task": event.key.task if event.key else None,
        "department": event.department or None,
        **_event_content(event.content),
        "author": event.author,
        "as_of": event.as_of.isoformat(),
        "written_at": moment_json(event.written_at),
    }


def _subject(content: EventContent) -> str:
    from plantui.model.event import Choice, Extension

    if isinstance(content, Choice):
        return "choice"
    return "extension" if isinstance(content, Extension) else "stage"


def _event_content(content: EventContent) -> JsonObject:
    from plantui.model.event import Choice, Extension

    if isinstance(content, Choice):
        return {"name": content.name, "value": content.value}
    if isinstance(content, Extension):
        return {
            "requirement": deadline_dict(content.requirement),
            "due": content.new_due.isoformat(),
            "reason": content.reason,
            "approved_by": content.approved_by,
        }
    return {"note": content.note, "step": content.kind.value, "reason": content.reason}
