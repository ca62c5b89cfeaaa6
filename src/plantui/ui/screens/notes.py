"""The main screen's actions on progress notes. Whatever touches the ledger runs in a thread and ends in a message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import Worker, WorkerState

from plantui.model.key import TaskKey
from plantui.model.problem import PlantuiError
from plantui.model.progress import TaskReports
from plantui.model.terms import Role
from plantui.query.outline import Leaf
from plantui.query.workspace import Workspace
from plantui.store.index.library import TaskEntry
from plantui.words.phrases import note_name, numbered

from .state import PlanScreen

if TYPE_CHECKING:
    from plantui.model.note import Draft, Note
    from plantui.store.ledger import Undone
    from plantui.ui.editor import EditorResult, HistoryChoice, NoteEditor


class NoteActions(PlanScreen):
    """What reads and writes the ledger."""

    editor: NoteEditor | None = None
    """The note editor while it is open."""

    @dataclass
    class LedgerRead(Message):
        """The ledger was read: the plans with what it says, and the unsaved notes."""

        workspace: Workspace
        drafts: tuple[Draft, ...]
        version: int

    @dataclass
    class LedgerFailed(Message):
        """The ledger refused."""

        error: PlantuiError

    @dataclass
    class Reported(Message):
        """What the ledger says of some tasks has changed."""

        reports: Mapping[TaskKey, TaskReports]
        drafts: tuple[Draft, ...]
        said: str
        version: int

    def is_safe_to_leave(self) -> bool:
        """Store what is being typed; tells why and answers no where it cannot be stored."""
        if self.editor is None:
            return True
        try:
            self.editor.flush()
        except PlantuiError as error:
            self.editor.tell(self.words.error(error))
            return False
        return True

    def read_ledger(self) -> None:
        """Read the whole ledger."""
        self.in_thread(self._read_ledger, "read")

    def _read_ledger(self) -> None:
        version = self.ledger.data_version()
        reports = self.ledger.latest(self.launch.today)
        workspace = Workspace(self.library, self.launch.today, reports)
        _ = workspace.lights, workspace.done  # worked out here, not on the screen's thread
        self.post_message(self.LedgerRead(workspace, tuple(self.ledger.drafts()), version))

    def in_thread(self, work: Callable[[], None], group: str) -> None:
        """Do something with the ledger in a thread; an expected failure comes back as a message."""

        def guarded() -> None:
            try:
                work()
            except PlantuiError as error:
                self.post_message(self.LedgerFailed(error))

        self.run_worker(guarded, thread=True, group=group, exit_on_error=True)

    def on_note_actions_ledger_read(self, message: LedgerRead) -> None:
        self.workspace = message.workspace
        self.ledger_version = message.version
        self._take_drafts(message.drafts)
        first = not self.ledger_read
        self.ledger_read = True
        self.refresh_rows()
        if first:
            self._first_words(message.drafts)

    def _first_words(self, drafts: tuple[Draft, ...]) -> None:
        if self.message == self.words("screen.reading_ledger"):
            self.message = ""
        problems = self.library.problems()
        if drafts:
            task = self.task_name(drafts[0].key)
            self.say(self.words("screen.drafts_found", count=len(drafts), task=task))
        elif problems:
            self.say(self.words("screen.problems_found", count=len(problems)))
        elif self.launch.ledger_path.exists() and not self.ledger.is_writable():
            self.say(self.words("screen.read_only"))

    def on_note_actions_ledger_failed(self, message: LedgerFailed) -> None:
        if self.ledger_read:
            self.say(self.words.error(message.error))
        else:
            self.plantui.give_up(message.error)

    def on_note_actions_reported(self, message: Reported) -> None:
        self.workspace = self.workspace.with_reports(message.reports)
        self.ledger_version = message.version
        self._take_drafts(message.drafts)
        self.refresh_rows()
        self.say(message.said)

    def _take_drafts(self, drafts: tuple[Draft, ...]) -> None:
        self.draft_of = {(draft.key, draft.department): draft for draft in drafts}
        self.drafts = frozenset(draft.key for draft in drafts)

    def look_for_changes(self) -> None:
        """Read again where another plantui has written to the same ledger."""
        if self.ledger_read and not self.workers_in("read") and self.app.screen is self:
            self.in_thread(self._look, "look")

    def _look(self) -> None:
        if self.ledger.data_version() != self.ledger_version:
            self._read_ledger()

    def workers_in(self, group: str) -> list[Worker[object]]:
        """The threads of a group that are still at work."""
        busy = (WorkerState.PENDING, WorkerState.RUNNING)
        return [w for w in self.workers if w.group == group and w.state in busy]

    def reporters(self, task: TaskEntry) -> tuple[str, ...]:
        """The departments that may report on a task: those that decide its status first, the user's own included."""
        plan = self.library.plan_at[task.plan]
        registry = self.library.registry
        body = self.library.body(task.pk)
        printed = task.accountable.split("\t") if task.accountable else []
        for role in Role:
            printed += body["departments"].get(role.value) or []
        names: dict[str, None] = {}
        for name in (*printed, *plan.responsible):
            ref = registry.resolve(plan.region, name)
            members = registry.members_of(ref)
            if self.own and self.own in members:
                names[self.own.name] = None
            names[ref.name] = None
        if self.own and self.own.region == plan.region and not names:
            names[self.own.name] = None
        return tuple(names)

    def action_note(self) -> None:
        """Write a progress note on the task under the cursor."""
        task = self.current_task
        if task is None:
            self.say(self.words("screen.no_task"))
        elif not self.ledger.is_writable():
            self.say(self.words("screen.read_only"))
        elif not (departments := self.reporters(task)):
            self.say(self.words("screen.nobody_may_report"))
        else:
            self._edit(task, departments, None)

    def _edit(self, task: TaskEntry, departments: tuple[str, ...], editing: Note | None) -> None:
        from plantui.ui.editor import EditorSubject, NoteEditor

        key = self.key_of(task)
        plan = self.library.plan_at[task.plan]
        drafts = [draft for (of, _), draft in self.draft_of.items() if of == key]
        own = self.own.name if self.own and self.own.region == plan.region else ""
        if editing is not None:
            department = editing.department
        else:
            department = next((d.department for d in drafts), own if own in departments else departments[0])
        notes = self.ledger.notes(key=key, today=self.launch.today)
        subject = EditorSubject(
            words=self.words,
            ledger=self.ledger,
            key=key,
            heading=f"{plan.short_title} › {numbered(task.number, task.title)}",
            departments=departments,
            department=department,
            today=self.launch.today,
            last={note.department: note for note in notes},
            editing=editing,
            draft=next((draft for draft in drafts if draft.department == department), None),
        )

        def done(result: EditorResult | None) -> None:
            self.editor = None
            saved = result.note if result else None
            if saved:
                where = self.words(
                    "screen.saved", task=f"{task.number} {task.title}", department=saved.department
                )
                self._after_saving([key], where)
                self._go_on()
            else:
                self._after_saving([key], "")

        self.editor = NoteEditor(subject)
        self.app.push_screen(self.editor, done)

    def _after_saving(self, keys: list[TaskKey], said: str) -> None:
        """Read what the ledger says of these tasks now; the user is told once it is shown."""

        def read() -> None:
            reports = {key: self.ledger.reports_of(key, self.launch.today) for key in keys}
            drafts = tuple(self.ledger.drafts())
            if not said and any(draft.key in reports for draft in drafts):
                self._tell_reports(reports, drafts, self.words("screen.draft_kept"))
            else:
                self._tell_reports(reports, drafts, said)

        self.in_thread(read, "report")

    def _tell_reports(
        self, reports: Mapping[TaskKey, TaskReports], drafts: tuple[Draft, ...], said: str
    ) -> None:
        self.post_message(self.Reported(reports, drafts, said, self.ledger.data_version()))

    def _go_on(self) -> None:
        """Move the cursor to the next task on which nobody, or not everybody, has reported."""
        rows = self.rows.rows
        for index in range(self.rows.cursor + 1, min(len(rows), self.rows.cursor + 500)):
            row = rows[index]
            if isinstance(row, Leaf) and self._is_open(row.task):
                self.rows.cursor = index
                return

    def _is_open(self, task: TaskEntry) -> bool:
        progress = self.workspace.expected(task)
        plan = self.library.plan_at[task.plan]
        if self.own and self.own.region == plan.region and self.own.name in progress.reported:
            return False
        return bool(progress.missing) or not progress.notes

    def action_undo(self) -> None:
        """Take back the last saved action."""
        self.in_thread(lambda: self._turn(self.ledger.undo(), "undone", "nothing_to_undo"), "undo")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.in_thread(lambda: self._turn(self.ledger.redo(), "redone", "nothing_to_redo"), "undo")

    def _turn(self, turned: Undone | None, said: str, nothing: str) -> None:
        if turned is None:
            self._tell_reports({}, tuple(self.ledger.drafts()), self.words(f"ledger.{nothing}"))
            return
        keys = {note.key for note in turned.notes}
        reports = {key: self.ledger.reports_of(key, self.launch.today) for key in keys}
        names = [note_name(self.words, note.key.task, note.department, note.as_of) for note in turned.notes]
        text = self.words(f"ledger.{said}", notes=self.words.listing(names))
        self._tell_reports(reports, tuple(self.ledger.drafts()), text)

    def action_history(self) -> None:
        """Show all notes on the task with their revisions."""
        task = self.current_task
        if task is None:
            self.say(self.words("screen.no_task"))
            return
        from plantui.ui.editor.history import HistorySubject, NoteHistory

        plan = self.library.plan_at[task.plan]
        heading = f"{plan.short_title} › {numbered(task.number, task.title)}"
        subject = HistorySubject(
            self.words, self.ledger, self.key_of(task), heading, may_change=self.ledger.is_writable()
        )

        def chosen(choice: HistoryChoice | None) -> None:
            if choice is None:
                return
            if choice.retract:
                self._retract(choice.note)
            else:
                self._edit(task, self.reporters(task), choice.note)

        self.app.push_screen(NoteHistory(subject), chosen)

    def _retract(self, note: Note) -> None:
        """Take a note back; undo brings it back."""

        def retract() -> None:
            self.ledger.retract(note.id)
            reports = {note.key: self.ledger.reports_of(note.key, self.launch.today)}
            name = note_name(self.words, note.key.task, note.department, note.as_of)
            self._tell_reports(
                reports, tuple(self.ledger.drafts()), self.words("screen.retracted", note=name)
            )

        self.in_thread(retract, "report")
