"""Judges the rows of a workbook: whether what each says can be a note, a new one or a change of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.problem import Message, UsageError
from plantui.model.remarks import Remark, remarks_on
from plantui.model.roles import check_may_write
from plantui.model.stages import check_closed_status
from plantui.model.terms import DONE, NEVER_LATE, Status
from plantui.store.index.library import TaskEntry
from plantui.words.phrases import term

from .desk import Desk
from .details import Unclear, actual_in, requirement_in
from .faults import Fault, Refused
from .losses import losses
from .reading import TEXTS, RowReading, Statement
from .standing import comparable
from .table import TableRow

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class FilledNote:
    """A note that a workbook makes."""

    key: TaskKey
    department: str
    content: NoteContent
    place: Fault
    """The cell that it stands in; its message is the sentence that says what comes of it."""
    replaces: Note | None = None
    """The note that it changes; None for a new one."""
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class Judged:
    """The outcome of judging rows."""

    notes: list[FilledNote] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    said: list[Fault] = field(default_factory=list)
    """Cells that were not taken, or read otherwise than they may have been meant."""
    unchanged: int = 0
    """Departments' words on tasks that say nothing new."""

    def add(self, other: Judged) -> None:
        """Take in the outcome of another row."""
        self.notes += other.notes
        self.faults += other.faults
        self.said += other.said
        self.unchanged += other.unchanged


def judge_row(desk: Desk, row: TableRow, task: TaskEntry) -> Judged:
    """Return what becomes of a row that is about a task. Of a row with a mistake nothing is taken."""
    reading = RowReading(desk, row, task)
    judged = Judged()
    try:
        reading.read()
        for department, statement in reading.statements.items():
            _Conclusion(reading, department, statement, judged).draw()
    except Refused as refused:
        return Judged(faults=[refused.fault])
    judged.said = [*reading.said, *losses(reading), *judged.said]
    return judged


class _Conclusion:
    """The note, or none, that comes of the words of one department in a row."""

    def __init__(
        self, reading: RowReading, department: DepartmentRef, statement: Statement, judged: Judged
    ) -> None:
        self._reading = reading
        self._desk = reading.desk
        self._row = reading.row
        self._department = department
        self._statement = statement
        self._judged = judged
        self._task = self._desk.now[reading.task.pk].row.task

    def draw(self) -> None:
        """Add the note, or that there is none. Raises Refused for words that cannot be one."""
        if self._is_taken_out() or self._is_not_its_own():
            return
        if not self._statement.changed:
            self._judged.unchanged += 1
            return
        notes = [one for one in self._desk.ledger.notes(key=self._task.key) if self._is_own(one)]
        given = self._desk.choices.day or self._statement.day
        day = given or self._desk.report_day
        same_day = [one for one in notes if one.as_of == day]
        replaces = same_day[-1] if same_day else None
        earlier = [one for one in notes if one.as_of <= day]
        content = self._content(day, earlier[-1] if earlier else None, is_change=replaces is not None)
        known = same_day if given else self._since(notes)
        if any(_says(one.content, content, self._statement.changed) for one in known):
            self._judged.unchanged += 1
            return
        if replaces is not None:
            self._require_unchanged(replaces)
        self._require_allowed(content, replaces)
        if not earlier and self._statement.status is None:
            self._say("status", "readback.status_guessed", status=term(self._desk.words, content.status))
        self._add(content, replaces, notes, day)

    def _add(self, content: NoteContent, replaces: Note | None, notes: Sequence[Note], day: date) -> None:
        before = [one for one in notes if replaces is None or one.chain != replaces.chain]
        stage = self._desk.ledger.stage_of(replaces).stage if replaces else None
        start_year = self._task.plan.start_year
        remarks = remarks_on(content, before, self._task.whole.indicators, stage, start_year)
        message = "readback.changes" if replaces else "readback.adds"
        facts = {"department": self._department.name, "day": day.isoformat()}
        place = self._row.fault(self._statement.first_column, message, **facts)
        self._judged.notes.append(
            FilledNote(self._task.key, self._department.name, content, place, replaces, remarks)
        )

    def _say(self, name: str, message: str, **facts: object) -> None:
        self._judged.said.append(self._row.fault(name, message, department=self._department.name, **facts))

    def _refused(self, name: str, message: str, **facts: object) -> Refused:
        return Refused(self._row.fault(name, message, department=self._department.name, **facts))

    def _is_own(self, note: Note) -> bool:
        registry = self._task.workspace.library.registry
        return registry.resolve(self._task.plan.region, note.department) == self._department

    def _is_taken_out(self) -> bool:
        """Return whether the row says nothing for the department; raises Refused where it only lacks what has been done."""
        statement = self._statement
        if statement.texts.get("progress") != "":
            return False
        others = statement.changed - {"progress", "days"}
        if any(name not in TEXTS or statement.texts.get(name) for name in others):
            raise self._refused("progress", "readback.no_progress")
        return True

    def _is_not_its_own(self) -> bool:
        """Return whether the words are another department's than the workbook's; raises Refused where they were changed."""
        chosen = self._desk.choices.departments
        if not chosen or self._department in chosen or not self._statement.changed:
            return False
        if self._desk.then is None:
            # They may just be old: nobody knows what the ledger said when the workbook was made.
            self._say(self._statement.first_column, "readback.not_its_own", chosen=chosen[0].name)
            return True
        raise self._refused(self._statement.first_column, "readback.others_words", chosen=chosen[0].name)

    def _since(self, notes: Sequence[Note]) -> list[Note]:
        """Return the notes that were not there when the workbook was made: one of them may have come from it before."""
        return [note for note in notes if note.id not in self._seen]

    @property
    def _seen(self) -> frozenset[str]:
        """The ids of the notes on the task that were there when the workbook was made."""
        then = self._desk.then_ledger
        return frozenset(note.id for note in then.notes(key=self._task.key)) if then else frozenset()

    def _require_unchanged(self, replaces: Note) -> None:
        """Refuse to change a note that was written or changed since the workbook was made, or since it came in first."""
        then, received_at = self._desk.then_ledger, self._desk.received_at
        is_later = (
            replaces.id not in self._seen if then else received_at and replaces.written_at > received_at
        )
        if is_later:
            facts = {
                "day": replaces.as_of.isoformat(),
                "author": replaces.author,
                "text": replaces.content.progress,
            }
            raise self._refused(self._statement.first_column, "readback.changed_since", **facts)

    def _require_allowed(self, content: NoteContent, replaces: Note | None) -> None:
        before = replaces.content if replaces else None
        try:
            check_may_write(self._desk.choices.role, content.status, before.status if before else None)
            check_closed_status(content, before)
        except UsageError as error:
            reason = Message(error.message, **error.facts)
            raise self._refused("status", "readback.not_allowed", reason=reason) from error
        if content.lacks_reason:
            raise self._refused("reason", "readback.no_reason", status=term(self._desk.words, content.status))

    # -- the note --------------------------------------------------------------------------------------------

    def _content(self, day: date, base: Note | None, *, is_change: bool) -> NoteContent:
        """Return the note's content: what the row says, and where it says nothing new what the department said before."""
        old = base.content if base else NoteContent(Status.IN_PROGRESS, "")
        statement = self._statement
        progress = self._text("progress", old.progress)
        if not progress:
            raise self._refused("progress", "readback.no_progress")
        status = statement.status or old.status
        content = NoteContent(
            status=status,
            progress=progress,
            percent=self._percent(old, status),
            problems=self._text("problems", old.problems),
            next_steps=self._text("next_steps", old.next_steps),
            as_of=day,
            reason=self._reason(old, status),
            evidence=old.evidence if is_change else (),
        )
        return self._with_details(content, day, old if is_change else None)

    def _text(self, name: str, old: str) -> str:
        texts = self._statement.texts
        is_meant = name in self._statement.changed or (self._desk.then is None and name in texts)
        return texts[name] if is_meant else old

    def _percent(self, old: NoteContent, status: Status) -> int | None:
        if "percent" in self._statement.changed:
            return self._statement.percent
        if status in DONE and old.status not in DONE and self._desk.then is not None:
            return _WHOLE  # a workbook of which all is meant gives the percent itself
        return old.percent

    def _reason(self, old: NoteContent, status: Status) -> str:
        texts = self._statement.texts
        if "reason" in self._statement.changed:
            return texts["reason"]
        if status is old.status:
            return old.reason
        # A reason speaks for one status; what stands in the row beside the new one is meant for it.
        return texts.get("reason", "") if status in NEVER_LATE else ""

    def _with_details(self, content: NoteContent, day: date, changed: NoteContent | None) -> NoteContent:
        task, statement = self._task.whole, self._statement
        requirements = {one.requirement: one for one in (changed.requirements if changed else ())}
        actuals = {one.indicator: one for one in (changed.actuals if changed else ())}
        name = "requirements"
        try:
            for line in statement.requirements:
                report = requirement_in(line, task.deadlines, day)
                requirements[report.requirement] = report
            name = "actuals"
            for line, expected in statement.actuals:
                actual = actual_in(line, expected, task.indicators, day)
                actuals[actual.indicator] = actual
        except Unclear as unclear:
            raise self._refused(name, unclear.message, **unclear.facts) from unclear
        return content._replace(requirements=tuple(requirements.values()), actuals=tuple(actuals.values()))


def _says(known: NoteContent, content: NoteContent, changed: set[str]) -> bool:
    """Return whether a note says already what a row says otherwise than the ledger did."""
    if "requirements" in changed and not {*content.requirements} <= {*known.requirements}:
        return False
    if "actuals" in changed and not {*content.actuals} <= {*known.actuals}:
        return False
    is_said = {name: comparable(getattr(known, name)) == comparable(getattr(content, name)) for name in TEXTS}
    is_said |= {
        "status": known.status is content.status,
        "percent": known.percent == content.percent,
        "days": known.as_of == content.as_of,
    }
    return all(is_said.get(name, True) for name in changed)
