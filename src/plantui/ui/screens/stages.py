"""Checking, closing and extending from the main screen: one dialog for the task under the cursor or the marked ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError
from plantui.words.phrases import blocked_text, note_status, notes_listed, stage_text

from .assessments import AssessmentControls
from .assignments import AssignmentControls
from .describing import spoken_event, spoken_note, task_heading
from .host import ScreenHost
from .ledger_reader import LedgerFailed, LedgerReader
from .notes import NoteControls

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plantui.model.event import Event, Extension, StageKind
    from plantui.model.note import Note
    from plantui.query.staging import Desk, StagedNote, Steps
    from plantui.store.index.library import TaskEntry
    from plantui.store.ledger import NewEvent
    from plantui.ui.dialogs.stages import StageAnswer, StageChoice

_PLACES = (
    "submitted",
    "checked",
    "returned",
    "extend",
    "closed",
    "reopened",
    "edit",
    "assignment",
    "assessment",
)
"""The entries of the dialog in their order; each has its place as its digit."""
_NAMED = 5
"""Notes that the dialog names one by one."""
_MOST = 1000
"""Tasks whose notes are looked at at once: the screen waits for it."""


class StageControls:
    """Takes steps with notes, and extends dates."""

    def __init__(self, host: ScreenHost, reader: LedgerReader, notes: NoteControls) -> None:
        self._host = host
        self._reader = reader
        self._notes = notes
        self._assignments = AssignmentControls(host, self._record)
        self._assessments = AssessmentControls(host, self._record)

    def open(self) -> None:
        """Ask what to do with the notes on the task under the cursor, or on all marked tasks."""
        host, words = self._host, self._host.words
        host.follow_day()
        session, task = host.session, host.current_task
        marked = session.marked_tasks
        if not self._reader.ledger.is_writable():
            host.say(words("screen.read_only"))
        elif marked.bit_count() > _MOST:
            host.say(words("stages.too_many", most=_MOST, count=marked.bit_count()))
        elif marked:
            self._ask([*session.library.tasks(session.task_rows(marked))])
        elif task is not None:
            self._ask([task])
        else:
            host.say(words("screen.no_task"))

    def _ask(self, tasks: Sequence[TaskEntry]) -> None:
        from plantui.model.stages import STEPS
        from plantui.query.staging import Desk, steps_for, usual_step
        from plantui.ui.dialogs.stages import StageDialog

        host, session, words = self._host, self._host.session, self._host.words
        desk = Desk(session.desk_role, session.office.roles)
        try:
            notes = self._read(tasks)
        except PlantuiError as error:
            host.post_message(LedgerFailed(error))
            return
        if len(tasks) == 1:
            heading = task_heading(session, tasks[0])
        else:
            heading = words("screen.joint_heading", count=len(tasks), first=task_heading(session, tasks[0]))
        steps = {kind: steps_for(kind, notes, desk) for kind in STEPS}
        choices = [*self._choices(steps, desk), *self._others(tasks)]
        choices.sort(key=lambda one: _PLACES.index(one.what))

        def chosen(answer: StageAnswer | None) -> None:
            if answer is not None:
                self._do(answer, tasks, steps)

        about = [self._about(one) for one in notes[:_NAMED]]
        if len(notes) > _NAMED:
            about.append(words("stages.refused.more", count=len(notes) - _NAMED))
        dialog = StageDialog(
            words, heading, about or [words("screen.pane.no_notes")], choices, usual_step(notes, desk)
        )
        host.open_dialog(dialog, chosen)

    def _read(self, tasks: Sequence[TaskEntry]) -> list[StagedNote]:
        """Read the notes that a step may be for: of the departments chosen, of the own one where a clerk sits here."""
        from plantui.query.staging import read_notes

        session = self._host.session
        registry = session.library.registry
        regions = {plan.id: plan.region for plan in session.library.plans}

        def department(note: Note) -> str:
            return str(registry.resolve(regions[note.key.plan], note.department))

        keys = [session.key_of(task) for task in tasks]
        found = read_notes(self._reader.ledger, keys, session.today, department)
        wanted = session.active_filter.departments
        if not wanted and session.is_clerk and session.own_department:
            wanted = (session.own_department,)
        names = {str(ref) for ref in wanted}
        return [one for one in found if not names or department(one.note) in names]

    def _choices(self, steps: dict[StageKind, Steps], desk: Desk) -> list[StageChoice]:
        from plantui.model.stages import STEPS
        from plantui.ui.dialogs.stages import StageChoice

        words = self._host.words
        found: list[StageChoice] = []
        for kind, planned in steps.items():
            name, count = words(f"terms.step.{kind.value}"), len(planned.notes)
            detail = words("stages.count", count=count) if count else ""
            against, needs_reason = self._against(planned, desk), STEPS[kind].needs_reason
            found.append(StageChoice(kind, name, detail, against, needs_reason))
        return found

    def _against(self, planned: Steps, desk: Desk) -> str:
        """Return why a step cannot be taken, empty where it can."""
        words = self._host.words
        if planned.blocked:
            first = planned.blocked[0]
            name = spoken_note(words, self._host.session, first.note)
            return blocked_text(words, planned.kind, first.obstacle, desk.rules, desk.role, name)
        return (
            "" if planned.notes else words("stages.nothing", step=words(f"terms.step.{planned.kind.value}"))
        )

    def _others(self, tasks: Sequence[TaskEntry]) -> list[StageChoice]:
        from plantui.ui.dialogs.stages import ASSESSMENT, ASSIGNMENT, EDIT, EXTEND, StageChoice

        words, library = self._host.words, self._host.session.library
        role = self._host.session.desk_role
        reader = words("stages.refused.reader") if role and not role.may_write else ""
        against = reader
        if len(tasks) > 1:
            against = words("stages.extend_one")
        elif not library.task(tasks[0].pk).deadlines:
            against = words("ledger.no_requirement")
        return [
            StageChoice(EXTEND, words("stages.extend"), "", against),
            StageChoice(EDIT, words("stages.edit"), "", reader),
            StageChoice(ASSIGNMENT, words("assignments.choice"), "", self._assignments.against(tasks)),
            StageChoice(ASSESSMENT, words("assessments.choice"), "", self._assessments.against(tasks)),
        ]

    def _about(self, one: StagedNote) -> str:
        words = self._host.words
        name = spoken_note(words, self._host.session, one.note)
        stage = stage_text(words, one.state) or words("terms.stage.saved")
        status = note_status(words, one.note.content)
        return words("stages.about", note=name, status=status, stage=stage)

    # -- what was chosen ----------------------------------------------------------------------------------------

    def _do(self, answer: StageAnswer, tasks: Sequence[TaskEntry], steps: dict[StageKind, Steps]) -> None:
        from plantui.model.event import StageKind
        from plantui.ui.dialogs.stages import ASSESSMENT, ASSIGNMENT, EXTEND

        if isinstance(answer.what, StageKind):
            self._take(steps[answer.what], answer.reason)
        elif answer.what == EXTEND:
            self._extend(tasks[0])
        elif answer.what == ASSIGNMENT:
            self._assignments.ask(tasks[0])
        elif answer.what == ASSESSMENT:
            self._assessments.ask(tasks[0])
        else:
            self._notes.write()

    def _take(self, planned: Steps, reason: str) -> None:
        host, words = self._host, self._host.words
        names = [spoken_note(words, host.session, note) for note, _ in planned.notes]
        said = words(f"stages.done.{planned.kind.value}", notes=notes_listed(words, names))
        if planned.elsewhere:
            others = [spoken_note(words, host.session, one.note) for one in planned.elsewhere]
            passed = words("stages.passed_over", count=len(others), notes=notes_listed(words, others))
            said = f"{said} {passed}"
        self._record(planned.events(reason, host.session.today), lambda written: said)

    def _record(self, events: Sequence[NewEvent], said: Callable[[Sequence[Event]], str]) -> None:
        ledger, keys = self._reader.ledger, [event.key for event in events if event.key]

        def write() -> None:
            written = ledger.record(events)
            self._reader.tell_reports(keys, said(written))

        self._host.show(self._host.session.without_marks(keys))
        self._reader.in_thread(write, "report")

    def _extend(self, task: TaskEntry) -> None:
        from plantui.model.dates import current_dates
        from plantui.model.event import Extension
        from plantui.store.ledger import NewEvent
        from plantui.ui.dialogs.extension import ExtensionDialog

        host, session = self._host, self._host.session
        key = session.key_of(task)
        try:
            contents = [event.content for event in self._reader.ledger.events("extension", key)]
        except PlantuiError as error:
            host.post_message(LedgerFailed(error))
            return
        extensions = [one for one in contents if isinstance(one, Extension)]
        dates = current_dates(session.library.task(task.pk).deadlines, extensions)
        due = session.workspace.light(task).due
        first = next((at for at, one in enumerate(dates) if one.current == due), 0)

        def done(found: Extension | None) -> None:
            if found is None:
                return
            times = 1 + next(one.times for one in dates if one.requirement == found.requirement)

            def said(written: Sequence[Event]) -> str:
                what = spoken_event(host.words, host.session, written[0])
                return host.words("cli.extend.done", what=what, count=times)

            self._record([NewEvent(found, host.session.today, key)], said)

        heading = host.words("stages.extension_heading", task=task_heading(session, task))
        host.open_dialog(ExtensionDialog(host.words, heading, dates, first, host.options.clock), done)
