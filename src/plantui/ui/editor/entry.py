"""The fields of the form as values, and the note that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import TypeVar

from plantui.model.dates import RequirementDate, current_dates
from plantui.model.day import day_of
from plantui.model.event import Extension
from plantui.model.evidence import Evidence
from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note, NoteContent
from plantui.model.period import ReportingRules
from plantui.model.plan import Task
from plantui.model.problem import PlantuiError
from plantui.model.remarks import Remark, leaving_stage, notes_before, remarks_on
from plantui.model.requirement_progress import RequirementProgress
from plantui.model.roles import DeskRole, check_may_write
from plantui.model.stages import NoteStage, StageState, check_closed_status
from plantui.model.terms import Status
from plantui.model.typed_fields import TypedActual, TypedFields, TypedRequirement
from plantui.query.lights import JudgedBy
from plantui.store.ledger import Ledger
from plantui.words import Words

from .details import (
    NOTHING_BEFORE,
    DepartmentBefore,
    actual_rows,
    actual_value,
    department_before,
    has_details,
    requirement_report,
    requirement_rows,
    typed_actuals,
    typed_requirements,
)
from .fields import Field, FieldError

_Typed = TypeVar("_Typed")
_Value = TypeVar("_Value")

MOST_TASKS_SHOWN = 30
"""Tasks of one note whose requirements are shown; of more only the number is."""


@dataclass(frozen=True, slots=True)
class SubjectTask:
    """A task that a note is written on."""

    task: Task
    status: Status
    """The task's status, which says whether a date that has passed still matters."""
    extensions: tuple[Extension, ...] = ()
    """The extensions of its dates that count, oldest first."""
    requirements: tuple[RequirementProgress, ...] = ()
    """Standing of its requirements by its departments together; empty where nothing is known of any."""
    judged_by: JudgedBy | None = None
    """The rules by which a date is near, with the day on which the form was opened; None for the general ones."""
    start_year: int | None = None
    """The first year of its plan; None where the plan names none."""

    def judged_on(self, today: date) -> JudgedBy:
        """Return the day and rules that its dates are judged by."""
        return self.judged_by._replace(today=today) if self.judged_by else JudgedBy(today)

    @property
    def dates(self) -> tuple[RequirementDate, ...]:
        """The first and the present date of each of its requirements."""
        return current_dates(self.task.deadlines, self.extensions)

    @property
    def next_date(self) -> date | None:
        """The earliest present date that is not done, the last one where all are; None where it has no date."""
        done = {one.requirement for one in self.requirements if one.is_done}
        days = sorted(one.current for one in self.dates)
        still_open = (one.current for one in self.dates if one.requirement not in done)
        return min(still_open, default=days[-1] if days else None)


@dataclass(frozen=True, slots=True)
class EditorSubject:
    """The task, departments and notes that the editor is opened on."""

    words: Words
    ledger: Ledger
    key: TaskKey
    heading: str
    """Plan, number and title of the task, as plain text."""
    tasks: tuple[SubjectTask, ...]
    """The task of `key`, and behind it those of `also`, at most `MOST_TASKS_SHOWN` in all."""
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
    reporting: ReportingRules | None = None
    """The periods in which the office reports, None where they do not matter."""
    role: DeskRole | None = None
    """The role of the desk; None for one that may do everything."""
    beside_own: Mapping[str, str] = field(default_factory=dict)
    """The departments of which the user is told that they are not the own one, with the sentence that says so."""
    stages: Mapping[str, StageState] = field(default_factory=dict)
    """The stages that the task's notes have reached, by the ids of their revisions."""
    before: tuple[Note, ...] = ()
    """The counting notes of all departments on the task, the oldest first, that which is changed left out."""
    zone: tzinfo | None = None
    """The zone of the office's clock; None for the one here."""
    in_conflict: bool = False
    """True where two desks changed the note that is to be changed, and nobody has chosen between their texts."""

    @property
    def today(self) -> date:
        """The as-of day."""
        return self.clock()

    def check_may_write(self, status: Status) -> None:
        """Raise UsageError where the desk does not write a note with this status."""
        check_may_write(self.role, status, self.editing.content.status if self.editing else None)

    def check_closed(self, content: NoteContent) -> None:
        """Raise UsageError where the note sets the status closed without evidence."""
        check_closed_status(content, self.editing.content if self.editing else None)

    @property
    def refused(self) -> Mapping[Status, PlantuiError]:
        """The statuses that the desk does not write, each with the reason."""
        found: dict[Status, PlantuiError] = {}
        for status in Status:
            try:
                self.check_may_write(status)
            except PlantuiError as error:
                found[status] = error
        return found

    @property
    def report_day(self) -> date:
        """The day that a note written today speaks of: until a period is closed, the period's last day."""
        return self.reporting.day_to_report(self.today) if self.reporting else self.today

    def is_late(self, day: date) -> bool:
        """Return whether a note of that day comes after its period was closed (补报)."""
        return self.reporting is not None and self.reporting.is_late(day, self.today)

    def remarks(self, department: str, content: NoteContent, revises: str | None) -> tuple[Remark, ...]:
        """Return the remarks on a content that a department is about to save, after a revision or as a new note."""
        if self.also or not content.progress.strip():
            return ()
        indicators = self.task.indicators if self.task else ()
        before, stage = notes_before(self.before, department), self._stage_of(revises)
        return remarks_on(content, before, indicators, stage, self.tasks[0].start_year)

    def leaving_stage(self, revises: str | None) -> tuple[Remark, ...]:
        """Return the remark that a change of a revision takes it back that was submitted, checked or closed."""
        return leaving_stage(self._stage_of(revises))

    def _stage_of(self, revision: str | None) -> NoteStage | None:
        state = self.stages.get(revision or "")
        return state.stage if state else None

    @property
    def task(self) -> Task | None:
        """The one task of the note; None where there are several, whose requirements differ."""
        return None if self.also else self.tasks[0].task

    @property
    def leaves_out_details(self) -> bool:
        """True for a note on several tasks of which some have requirements or indicators to report on."""
        return bool(self.also) and any(has_details(one.task) for one in self.tasks)

    def before_of(self, department: str) -> DepartmentBefore:
        """Return what a department has said before of the one task's requirements and indicators."""
        if self.also:
            return NOTHING_BEFORE
        day = self.editing.as_of if self.editing else None
        notes = [note for note in self.before if day is None or note.as_of <= day]
        return department_before(notes, department)

    def entry_of(self, content: NoteContent, draft: Draft | None = None) -> Entry:
        """Return the form that shows a content, or the draft whose content it is."""
        return entry_of(content, self.today, self.task, draft)


@dataclass(frozen=True, slots=True)
class EditorResult:
    """The outcome of an editor that saved."""

    note: Note
    """The revision that was saved; of a joint note, that on the first task."""
    remarks: tuple[Remark, ...] = ()
    """Remarks on it, which kept nothing from being saved."""


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
    requirements: tuple[TypedRequirement, ...] = ()
    """A row for each dated requirement, said or not."""
    actuals: tuple[TypedActual, ...] = ()
    """A row for each indicator, filled in or not."""
    evidence: tuple[Evidence, ...] = ()

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
        content = self._texts(percent, as_of)
        if content.lacks_reason:
            raise FieldError(Field.REASON, "editor.reason_missing")
        return self._with_details(content, today)

    def content_so_far(self, today: date) -> NoteContent:
        """The note as far as the form can be read: what is wrong in it is left out."""
        percent = int(self.percent) if self.percent and int(self.percent) <= 100 else None
        return self._with_details(self._texts(percent, day_of(self.as_of, today)), today, passes_over=True)

    def _texts(self, percent: int | None, as_of: date | None) -> NoteContent:
        return NoteContent(
            self.status,
            self.progress,
            percent,
            self.problems,
            self.next_steps,
            as_of,
            self.reason,
            evidence=self.evidence,
        )

    def _with_details(self, content: NoteContent, today: date, *, passes_over: bool = False) -> NoteContent:
        """Return the content with requirements and values. Raises FieldError for one that is wrong, or passes over it."""

        def read(
            field: Callable[[_Typed, int, date | None, date], _Value | None], rows: Sequence[_Typed]
        ) -> Iterator[_Value]:
            for row, typed in enumerate(rows):
                try:
                    value = field(typed, row, content.as_of, today)
                except FieldError:
                    if not passes_over:  # else the draft keeps it as it was typed
                        raise
                    continue
                if value is not None:
                    yield value

        return content._replace(
            requirements=tuple(read(requirement_report, self.requirements)),
            actuals=tuple(read(actual_value, self.actuals)),
        )

    def draft(self, ledger: Ledger, key: TaskKey, department: str, edits: str | None, today: date) -> Draft:
        """The form as an unsaved note."""
        content = self.content_so_far(today)
        typed = self._typed(content)
        return Draft(key, department, ledger.author, content, self.percent, edits, typed=typed)

    def _typed(self, content: NoteContent) -> TypedFields | None:
        """Return the fields that the content cannot give back as they were typed; None where it gives back all."""
        requirements = tuple(one for one in self.requirements if not one.is_blank)
        actuals = tuple(one for one in self.actuals if not one.is_blank)
        typed = TypedFields(self.as_of, requirements, actuals)
        as_of = content.as_of.isoformat() if content.as_of else ""
        given = TypedFields(as_of, typed_requirements(content), typed_actuals(content))
        return None if typed == given else typed


def entry_of(
    content: NoteContent, today: date, task: Task | None = None, draft: Draft | None = None
) -> Entry:
    """The form that shows this content on one task, or the draft whose content it is."""
    percent = "" if content.percent is None else str(content.percent)
    typed = draft.typed if draft else None
    requirements = typed.requirements if typed else typed_requirements(content)
    actuals = typed.actuals if typed else typed_actuals(content)
    return Entry(
        content.status,
        draft.percent_text if draft else percent,
        typed.as_of if typed else (content.as_of or today).isoformat(),
        content.progress,
        content.problems,
        content.next_steps,
        content.reason,
        requirement_rows(task.deadlines if task else (), requirements),
        actual_rows(task.indicators if task else (), actuals),
        content.evidence,
    )


def blank_entry(last: Note | None, day: date, task: Task | None = None) -> Entry:
    """The form of a new note that speaks of a day: with the department's last status."""
    content = NoteContent(last.content.status if last else Status.IN_PROGRESS, "", as_of=day)
    return entry_of(content, day, task)
