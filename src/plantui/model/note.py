"""Progress notes: what a department reports on a task, as a chain of revisions that is only ever added to."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from .key import TaskKey
from .terms import NEVER_LATE, Status

if TYPE_CHECKING:
    from .actual import Actual
    from .evidence import Evidence
    from .requirement import RequirementReport
    from .typed_fields import TypedFields


class NoteContent(NamedTuple):
    """The content that the reporting clerk fills in."""

    status: Status
    progress: str
    """进展情况, required."""
    percent: int | None = None
    """0 to 100, None where nothing is said."""
    problems: str = ""
    next_steps: str = ""
    as_of: date | None = None
    """The day the note speaks of; None only while a draft has no date yet."""
    reason: str = ""
    """Reason for which the task is put off, has ended or goes on for ever: required with a status that is never late."""
    requirements: tuple[RequirementReport, ...] = ()
    """Words on single dated requirements, each in the wording that it speaks of."""
    actuals: tuple[Actual, ...] = ()
    """Actual values of indicators."""
    evidence: tuple[Evidence, ...] = ()

    @property
    def lacks_reason(self) -> bool:
        """True where the status takes a task out of the count of late ones and no reason is given."""
        return self.status in NEVER_LATE and not self.reason.strip()


class RevisionKind(StrEnum):
    """The effect of a revision on the note it belongs to."""

    WRITTEN = "written"
    RETRACTED = "retracted"
    JOINED = "joined"
    """Ends one of several concurrent revisions of a note once a person has chosen or joined: the other one counts."""


class Note(NamedTuple):
    """A revision of a progress note. The newest revision of a chain counts; the others are its history."""

    id: str
    """Globally unique."""
    key: TaskKey
    department: str
    """The reporting department's own name in the plan's region."""
    content: NoteContent
    author: str
    written_at: datetime
    """The moment of writing, UTC."""
    kind: RevisionKind = RevisionKind.WRITTEN
    supersedes: str | None = None
    """The id of the revision that this one takes the place of."""
    chain: str = ""
    """The id of the first revision, the same for all revisions of one note."""

    @property
    def as_of(self) -> date:
        """The day the note speaks of."""
        return self.content.as_of or self.written_at.date()


class RevisionDays(NamedTuple):
    """The days and moments of a revision, and its place in its chain; each means what it does in `Note`."""

    id: str
    chain: str
    supersedes: str | None
    as_of: date
    written_at: datetime


class Draft(NamedTuple):
    """An unsaved note, kept so that a crash or a closed window loses nothing."""

    key: TaskKey
    department: str
    author: str
    content: NoteContent
    percent_text: str = ""
    """The percent field as typed, which may not be a number yet."""
    edits: str | None = None
    """The id of the note revision being edited, None for a new note."""
    saved_at: datetime | None = None
    window: str = ""
    """The id of the window that keeps it; empty before it is kept."""
    typed: TypedFields | None = None
    """The fields that hold more, or otherwise, than `content` can say; None where it says all."""
