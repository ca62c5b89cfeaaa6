"""Tasks of a list, and notes, in the JSON form that the command line and the JSON export share."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from plantui.model.note import Note
from plantui.query.rows import TaskRow
from plantui.words import Words
from plantui.words.phrases import light_reason


def row_dict(words: Words, row: TaskRow) -> dict[str, Any]:
    """The task's own keys, then its plan and where it stands."""
    return {
        **row.body,
        "plan": row.plan.id,
        "status": row.progress.status.value,
        "percent": row.progress.percent,
        "light": row.reason.light.value,
        "light_reason": light_reason(words, row.reason),
        "notes": row.progress.notes,
    }


def note_dict(note: Note) -> dict[str, Any]:
    """One revision of a note."""
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
        "author": note.author,
        "as_of": note.as_of.isoformat(),
        "written_at": note.written_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "supersedes": note.supersedes,
    }
