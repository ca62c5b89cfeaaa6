"""One field of a review: what was read, and where it stands in the document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plantui.documents.traced import Span

PLAN_GROUP = "plan"
GOALS_GROUP = "goals"
SECTIONS_GROUP = "sections"
NOTES_GROUP = "notes"
TASK_GROUP = "task"
_SEPARATOR = "/"


class Kind(StrEnum):
    """What a field's text must be."""

    WORDS = "words"  # any words, but not none
    OPTIONAL = "optional"  # any words or none
    YEAR = "year"
    ISSUED = "issued"  # a day, a month (2025-10) or nothing
    STATUS = "status"
    NAMES = "names"  # departments, parted by 、
    DEADLINE = "deadline"  # a day and the words that name it; nothing drops the deadline
    MEASURE = "measure"  # name, direction, value, unit, day; nothing drops the indicator
    GOAL = "goal"  # the same of a goal; nothing leaves the goal's words without a figure
    NOTE = "note"  # nothing to correct: a remark on the document, to be seen
    DROPPED = "dropped"  # nothing to correct: a task, section or goal that the plan will not have


INFO = {
    "title": Kind.WORDS,
    "short_title": Kind.WORDS,
    "document_number": Kind.OPTIONAL,
    "issuer": Kind.OPTIONAL,
    "issued": Kind.ISSUED,
    "region": Kind.WORDS,
    "start_year": Kind.YEAR,
    "end_year": Kind.YEAR,
    "status": Kind.STATUS,
    "responsible": Kind.NAMES,
}
"""What the text of each field of the plan itself must be."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field as it was read."""

    key: str
    """Unique in the review and the same whenever the document is read again."""
    group: str
    """What it belongs to: the plan, its goals, its sections, or one task."""
    name: str
    """Tail of its name's catalogue key."""
    kind: Kind
    read: str
    """What was read, as one line."""
    spans: tuple[Span, ...] = ()
    """Where it stands in the document."""
    is_blank: bool = False
    """The document gives it no value: shown only on demand, to be filled in."""

    @property
    def task(self) -> str | None:
        """The id of the task that it belongs to."""
        kind, _, task = self.group.partition(_SEPARATOR)
        return task if kind == TASK_GROUP else None


def task_group(task_id: str) -> str:
    """The group of one task's fields."""
    return f"{TASK_GROUP}{_SEPARATOR}{task_id}"


def key_of(*parts: object) -> str:
    """A field's key."""
    return _SEPARATOR.join(str(part) for part in parts)
