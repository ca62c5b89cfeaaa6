"""The keys of a note in its JSON form, and those of what is said beside it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from plantui.model.jsonvalue import JsonObject

if TYPE_CHECKING:
    from plantui.model.acknowledging import AssignmentStanding
    from plantui.model.note import Note
    from plantui.model.stages import StageState
    from plantui.store.ledger.note_cells import NoteCells

Value = TypeVar("Value")


class NoteKeys(NamedTuple, Generic[Value]):
    """A value for each key of a note in its JSON form, in the order in which they are written."""

    id: Value
    plan: Value
    task: Value
    department: Value
    status: Value
    percent: Value
    progress: Value
    problems: Value
    next_steps: Value
    reason: Value
    requirements: Value
    actuals: Value
    evidence: Value
    author: Value
    as_of: Value
    written_at: Value
    supersedes: Value


def kind_dict(note: Note | NoteCells) -> JsonObject:
    """Return whether a revision was written, retracts its note, or ends one of several."""
    return {"kind": str(note.kind)}


def late_dict(note: Note | NoteCells, late: Collection[str] | None) -> JsonObject:
    """Return whether a note is one of the late ones; null where the office has no closing day."""
    return {"late": None if late is None else note.id in late}


def assignment_dict(standing: AssignmentStanding) -> JsonObject:
    """Return how the assignment of a task to a department stands."""
    return {
        "department": standing.department,
        "assignment": standing.state.value if standing.state else None,
        "reason": standing.reason,
        "on": standing.last.as_of.isoformat() if standing.last else None,
    }


def stage_dict(state: StageState | None) -> JsonObject:
    """Return how far a note has come, with the reason given with the last step; `saved` where no step was taken."""
    if state is None:
        return {"stage": "saved", "stage_reason": "", "reopened": False}
    return {"stage": state.stage.value, "stage_reason": state.reason, "reopened": state.is_reopened}
