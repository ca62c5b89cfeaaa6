"""Notes, and events beside them, in the JSON form that the command line and the JSON export share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.note import Note
from plantui.planfile.jsonform import deadline_dict
from plantui.planfile.noteform import actual_dict, evidence_dict, requirement_dict

from .notekeys import NoteKeys

if TYPE_CHECKING:
    from plantui.model.assessment import AssessedReport, Assessment
    from plantui.model.event import Event, EventContent


def moment_json(moment: datetime) -> str:
    """Return a moment in the one form of JSON: UTC, with Z."""
    there = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return there.isoformat().replace("+00:00", "Z")


def note_dict(note: Note) -> JsonObject:
    """Return one revision of a note."""
    content = note.content
    keys: NoteKeys[Json] = NoteKeys(
        id=note.id,
        plan=note.key.plan,
        task=note.key.task,
        department=note.department,
        status=content.status.value,
        percent=content.percent,
        progress=content.progress,
        problems=content.problems,
        next_steps=content.next_steps,
        reason=content.reason,
        requirements=[requirement_dict(one) for one in content.requirements],
        actuals=[actual_dict(one) for one in content.actuals],
        evidence=[evidence_dict(one) for one in content.evidence],
        author=note.author,
        as_of=note.as_of.isoformat(),
        written_at=moment_json(note.written_at),
        supersedes=note.supersedes,
    )
    return keys._asdict()


def event_dict(event: Event) -> JsonObject:
    """Return one event beside the notes: a stage that a note has reached, an extension, an office-wide choice …"""
    return {
        "id": event.id,
        "subject": event_subject(event.content),
        "plan": event.key.plan if event.key else None,
        "task": event.key.task if event.key else None,
        "department": event.department or None,
        **_event_content(event.content),
        "author": event.author,
        "as_of": event.as_of.isoformat(),
        "written_at": moment_json(event.written_at),
    }


def event_subject(content: EventContent) -> str:
    """Return the kind of an event, as --json has it."""
    from plantui.model.alignment import AlignmentChoice
    from plantui.model.assessment import Assessment
    from plantui.model.assignment import Assignment
    from plantui.model.event import Choice, Extension

    if isinstance(content, Choice):
        return "choice"
    if isinstance(content, AlignmentChoice):
        return "alignment"
    if isinstance(content, Assignment):
        return "assignment"
    if isinstance(content, Assessment):
        return "assessment"
    return "extension" if isinstance(content, Extension) else "stage"


def assessment_dict(said: Assessment) -> JsonObject:
    """Return an independent assessment."""
    return {
        "by": said.by.value,
        "status": said.status.value,
        "score": said.score,
        "finding": said.finding,
        "evidence": [evidence_dict(one) for one in said.evidence],
    }


def assessed_dict(one: AssessedReport) -> JsonObject:
    """Return an independent assessment beside the department's own report."""
    return {
        "department": one.department,
        "reported_status": one.reported.value if one.reported else None,
        "disputed": one.is_disputed,
        **assessment_dict(one.assessment),
    }


def _event_content(content: EventContent) -> JsonObject:
    from plantui.model.alignment import AlignmentChoice
    from plantui.model.assessment import Assessment
    from plantui.model.assignment import Assignment
    from plantui.model.event import Choice, Extension

    if isinstance(content, Assessment):
        return assessment_dict(content)
    if isinstance(content, Assignment):
        return {"word": content.word.value, "reason": content.reason}
    if isinstance(content, Choice):
        return {"name": content.name, "value": content.value}
    if isinstance(content, AlignmentChoice):
        return {"one": [*content.one], "other": [*content.other], "same": content.is_same}
    if isinstance(content, Extension):
        return {
            "requirement": deadline_dict(content.requirement),
            "due": content.new_due.isoformat(),
            "reason": content.reason,
            "approved_by": content.approved_by,
        }
    return {"note": content.note, "step": content.kind.value, "reason": content.reason}
