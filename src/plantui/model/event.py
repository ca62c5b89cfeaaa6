"""Events of the ledger beside the notes: office-wide choices, stages, extensions, words on assignments and alignments."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from .alignment import AlignmentChoice
from .assessment import Assessment
from .assignment import Assignment
from .key import TaskKey
from .note import RevisionKind
from .plan import Deadline


class StageKind(StrEnum):
    """Step of a saved note on its way through checking and closing."""

    SUBMITTED = "submitted"  # 报送
    CHECKED = "checked"  # 审核
    RETURNED = "returned"  # 退回, with a reason
    CLOSED = "closed"  # 销号, by the supervision office
    REOPENED = "reopened"  # 回头看: the closed task is open again


class Choice(NamedTuple):
    """An office-wide choice, such as the reporting period: the newest of a name counts."""

    name: str
    value: str


class Stage(NamedTuple):
    """A stage that one revision of a note has reached; a later revision of the note begins again as saved."""

    note: str
    """The id of the revision that it is about."""
    kind: StageKind
    reason: str = ""
    """Required where a note is returned."""


class Extension(NamedTuple):
    """A later date for one dated requirement (延期). The first date stays in the plan for ever."""

    requirement: Deadline
    """The requirement as it stood in the plan, with its first date."""
    new_due: date
    reason: str
    approved_by: str


EventContent = Choice | Stage | Extension | AlignmentChoice | Assignment | Assessment
"""The content of an event, by its class."""


class Event(NamedTuple):
    """A revision of an event: like a note's, the newest of a chain counts, and undo writes one that is retracted."""

    id: str
    content: EventContent
    author: str
    written_at: datetime
    """The moment of writing, UTC."""
    as_of: date
    """The day from which it holds."""
    key: TaskKey | None = None
    """The task that it is about; None for a choice, also one on two tasks."""
    department: str = ""
    """The department that it is about, by its own name; empty for a choice and an extension of the whole task."""
    kind: RevisionKind = RevisionKind.WRITTEN
    supersedes: str | None = None
    chain: str = ""
    """The id of the first revision."""
