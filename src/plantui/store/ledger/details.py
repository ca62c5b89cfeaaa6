"""The JSON texts in which a cell keeps several typed values: a note's details and an event's content."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from plantui.model.actual import Actual
from plantui.model.alignment import AlignmentChoice
from plantui.model.assessment import Assessment, Assessor
from plantui.model.assignment import Assignment, AssignmentWord
from plantui.model.event import Choice, EventContent, Extension, Stage, StageKind
from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.jsonvalue import JsonObject
from plantui.model.key import TaskKey
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Status
from plantui.model.typed_fields import TypedActual, TypedFields, TypedRequirement
from plantui.planfile.jsonform import deadline_dict, deadline_from_dict, indicator_dict, indicator_from_dict
from plantui.planfile.noteform import actual_dict, evidence_dict, requirement_dict

from .unsound import Unsound

_Value = TypeVar("_Value")

CHOICE, STAGE, EXTENSION, ALIGNMENT = "choice", "stage", "extension", "alignment"
ASSIGNMENT, ASSESSMENT = "assignment", "assessment"
"""The subjects of events, as stored."""


def requirements_text(reports: Sequence[RequirementReport]) -> str:
    """Return words on single requirements as stored."""
    return _text([requirement_dict(one) for one in reports])


def requirements_of(stored: str) -> tuple[RequirementReport, ...]:
    """Return the words on single requirements in a cell. Raises ValueError for what is none."""
    return _values(
        stored,
        lambda row: RequirementReport(
            deadline_from_dict(row), row["done"], _day(row["done_on"]), _percent(row["percent"])
        ),
    )


def actuals_text(actuals: Sequence[Actual]) -> str:
    """Return actual values as stored."""
    return _text([actual_dict(one) for one in actuals])


def actuals_of(stored: str) -> tuple[Actual, ...]:
    """Return the actual values in a cell. Raises ValueError for what is none."""
    return _values(
        stored,
        lambda row: Actual(
            indicator_from_dict(row["indicator"]),
            row["value"],
            row["unit"],
            date.fromisoformat(row["day"]),
            row["source"],
            row.get("grade", ""),
        ),
    )


def evidence_text(evidence: Sequence[Evidence]) -> str:
    """Return pieces of evidence as stored."""
    return _text([evidence_dict(one) for one in evidence])


def evidence_of(stored: str) -> tuple[Evidence, ...]:
    """Return the pieces of evidence in a cell. Raises ValueError for what is none."""
    return _values(stored, _piece)


def _piece(row: Mapping[str, Any]) -> Evidence:
    return Evidence(
        EvidenceKind(row["kind"]),
        row["place"],
        row["name"],
        date.fromisoformat(row["day"]),
        row["size"],
        row["sha256"],
    )


def typed_text(typed: TypedFields) -> str:
    """Return the fields of a draft as stored."""
    return _text(
        {
            "as_of": typed.as_of,
            "requirements": [
                {
                    **deadline_dict(one.requirement),
                    "done": one.is_done,
                    "done_on": one.done_on,
                    "percent": one.percent,
                }
                for one in typed.requirements
            ],
            "actuals": [
                {
                    "indicator": indicator_dict(one.indicator),
                    "value": one.value,
                    "day": one.day,
                    "source": one.source,
                }
                for one in typed.actuals
            ],
        }
    )


def typed_of(stored: str) -> TypedFields:
    """Return the fields of a draft in a cell. Raises ValueError for what is none."""
    with _sound():
        row = json.loads(stored)
        return TypedFields(
            row["as_of"],
            tuple(
                TypedRequirement(deadline_from_dict(one), one["done"], one["done_on"], one["percent"])
                for one in row["requirements"]
            ),
            tuple(
                TypedActual(indicator_from_dict(one["indicator"]), one["value"], one["day"], one["source"])
                for one in row["actuals"]
            ),
        )


def event_content_cells(content: EventContent) -> tuple[str, str]:
    """Return the subject of an event and its content as stored."""
    if isinstance(content, Choice):
        return CHOICE, _text({"name": content.name, "value": content.value})
    if isinstance(content, Stage):
        return STAGE, _text({"note": content.note, "kind": content.kind.value, "reason": content.reason})
    if isinstance(content, AlignmentChoice):
        return ALIGNMENT, _text({"one": [*content.one], "other": [*content.other], "same": content.is_same})
    if isinstance(content, Assignment):
        return ASSIGNMENT, _text({"word": content.word.value, "reason": content.reason})
    if isinstance(content, Assessment):
        return ASSESSMENT, _text(
            {
                "by": content.by.value,
                "status": content.status.value,
                "finding": content.finding,
                "score": content.score,
                "evidence": [evidence_dict(one) for one in content.evidence],
            }
        )
    return EXTENSION, _text(
        {
            "requirement": deadline_dict(content.requirement),
            "new_due": content.new_due.isoformat(),
            "reason": content.reason,
            "approved_by": content.approved_by,
        }
    )


def event_content_of(subject: str, stored: str) -> EventContent:
    """Return the content of an event. Raises ValueError for what is none."""
    with _sound():
        row = json.loads(stored)
        if subject == CHOICE:
            return Choice(row["name"], row["value"])
        if subject == STAGE:
            return Stage(row["note"], StageKind(row["kind"]), row["reason"])
        if subject == ALIGNMENT:
            if not isinstance(row["same"], bool):
                raise Unsound("detail")
            return AlignmentChoice(_key(row["one"]), _key(row["other"]), row["same"])
        if subject == ASSIGNMENT:
            return Assignment(AssignmentWord(row["word"]), row["reason"])
        if subject == ASSESSMENT:
            return Assessment(
                Assessor(row["by"]),
                Status(row["status"]),
                row["finding"],
                _percent(row["score"]),
                tuple(map(_piece, row["evidence"])),
            )
        if subject == EXTENSION:
            return Extension(
                deadline_from_dict(row["requirement"]),
                date.fromisoformat(row["new_due"]),
                row["reason"],
                row["approved_by"],
            )
    raise Unsound("subject", subject=subject)


def _key(stored: Sequence[str]) -> TaskKey:
    plan, task = stored
    return TaskKey(str(plan), str(task))


def _text(value: Sequence[JsonObject] | JsonObject) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _values(stored: str, make: Callable[[Mapping[str, Any]], _Value]) -> tuple[_Value, ...]:
    with _sound():
        return tuple(make(row) for row in json.loads(stored))


@contextmanager
def _sound() -> Iterator[None]:
    """Turn a text that is no JSON, a missing key and a value of another kind into ValueError."""
    try:
        yield
    except (KeyError, TypeError, AttributeError) as error:
        raise Unsound("detail") from error


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _percent(stored: int | None) -> int | None:
    if stored is not None and stored not in range(101):
        raise Unsound("percent", value=stored)
    return stored
