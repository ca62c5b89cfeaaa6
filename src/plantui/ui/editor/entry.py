"""The fields of the form as values, and the note that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plantui.model.day import read_day
from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note, NoteContent
from plantui.model.plan import Task
from plantui.model.problem import UsageError
from plantui.model.terms import Light, Status
from plantui.store.ledger import Ledger
from plantui.words import Words

MOST_REQUIREMENTS = 30
"""Tasks of one note whose requirements are shown; of more only the number is."""


class Field(StrEnum):
    """The fields of the form; the values are the widgets' ids."""

    DEPARTMENT = "department"
    STATUS = "status"
    PERCENT = "percent"
    AS_OF = "as_of"
    REASON = "reason"
    PROGRESS = "progress"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"


class FieldError(UsageError):
    """A field does not hold what it should."""

    def __init__(self, field: Field, message: str, **facts: object) -> None:
        super().__init__(message, **facts)
        self.field = field


@dataclass(frozen=True, slots=True)
class Requirement:
    """A task that a note is written on."""

    task: Task
    light: Light
    """The task's light, which says whether a date that has passed still matters."""


@dataclass(frozen=True, slots=True)
class EditorSubject:
    """The task, departments and notes that the editor is opened on."""

    words: Words
    ledger: Ledger
    key: TaskKey
    heading: str
    """Plan, number and title of the task, as plain text."""
    requirements: tuple[Requirement, ...]
    """The task of `key`, and behind it those of `also`, at most `MOST_REQUIREMENTS` in all."""
    departments: tuple[str, ...]
    """The departments that may report, lead first."""
    department: str
    """The one that reports, to begin with."""
    clock: Callable[[], date]
    """Gives the as-of day, which may go on while the editor is open."""
    last: Mapping[str, Note]
    """Each department's latest note on the task, that which is changed left out."""
    editing: Note | None = None
    """The note to be changed, None for a new one."""
    draft: Draft | None = None
    """The unsaved note that was kept for `department`."""
    others: tuple[Draft, ...] = ()
    """The other unsaved notes on the task, those that other windows are writing included."""
    also: tuple[TaskKey, ...] = ()
    """More tasks that get the same new note. The draft is kept on the first one, `key`."""

    @property
    def today(self) -> date:
        """The as-of day."""
        return self.clock()


@dataclass(frozen=True, slots=True)
class EditorResult:
    """The outcome of an editor that saved."""

    note: Note
    """The revision that was saved; of a joint note, that on the first task."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of the form as they stand, right or wrong."""

    status: Status
    percent: str = ""
    as_of: str = ""
    progress: str = ""
    problems: str = ""
    next_steps: str = ""
    reason: str = ""

    def content(self, today: date) -> NoteContent:
        """The note that the form makes. Raises FieldError for the first field that is wrong."""
        if not self.progress.strip():
            raise FieldError(Field.PROGRESS, "editor.progress_missing")
        percent = int(self.percent) if self.percent else None
        if percent is not None and percent > 100:
            raise FieldError(Field.PERCENT, "editor.percent_range", percent=percent)
        as_of = day_of(self.as_of, today)
        if as_of is None:
            raise FieldError(Field.AS_OF, "editor.date_wrong", text=self.as_of)
        if as_of > today:
            raise FieldError(Field.AS_OF, "editor.date_late", day=as_of, today=today)
        content = self._content(percent, as_of)
        if content.lacks_reason:
            raise FieldError(Field.REASON, "editor.reason_missing")
        return content

    def _content(self, percent: int | None, as_of: date | None) -> NoteContent:
        return NoteContent(
            self.status, self.progress, percent, self.problems, self.next_steps, as_of, self.reason
        )

    def draft(self, ledger: Ledger, key: TaskKey, department: str, edits: str | None, today: date) -> Draft:
        """The form as an unsaved note."""
        percent = int(self.percent) if self.percent and int(self.percent) <= 100 else None
        as_of = day_of(self.as_of, today)
        return Draft(key, department, ledger.author, self._content(percent, as_of), self.percent, edits)


def entry_of(content: NoteContent, today: date, percent_text: str | None = None) -> Entry:
    """The form that shows this content."""
    percent = "" if content.percent is None else str(content.percent)
    return Entry(
        content.status,
        percent if percent_text is None else percent_text,
        (content.as_of or today).isoformat(),
        content.progress,
        content.problems,
        content.next_steps,
        content.reason,
    )


def blank_entry(last: Note | None, today: date) -> Entry:
    """The form of a new note: the department's last status, today."""
    return Entry(last.content.status if last else Status.IN_PROGRESS, as_of=today.isoformat())


def day_of(text: str, today: date) -> date | None:
    """Return the day that the field names; without a year, as `read_day` takes it."""
    read = read_day(text, today)
    return read.day if read else None
