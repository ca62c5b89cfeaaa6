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
from plantui.query.outline import Leaf, Outline, TaskRows
from plantui.query.workspace import Workspace
from plantui.store.index.library import TaskEntry
from plantui.words.phrases import numbered

from .state import PlanScreen

if TYPE_CHECKING:
    from plantui.model.note import Draft, Note
    from plantui.ui.editor import EditorResult, NoteEditor


class NoteActions(PlanScreen):
    """What reads and writes the ledger."""

    editor: NoteEditor | None = None
    """The note editor while it is open."""
    read_only = False
    """Whether the ledger was found to be only readable."""

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
        else:
            self._remind_of(message.drafts)

    def _first_words(self, drafts: tuple[Draft, ...]) -> None:
        if self.message == self.words("screen.reading_ledger"):
            self.message = ""
        self.read_only = self.launch.ledger_path.exists() and not self.ledger.is_writable()
        self._remind_of(drafts)
        if drafts and self.rows.cursor == 0:
            self._go_to(drafts[0].key)

    def _remind_of(self, drafts: tuple[Draft, ...]) -> None:
        """Have the status line say what waits for the user."""
        problems = 0 if self.problems_seen else len(self.library.problems())
        if drafts:
            task = self.task_name(drafts[0].key)
            self.remind(self.words("screen.drafts_found", count=len(drafts), task=task))
        elif problems:
            self.remind(self.words("screen.problems_found", count=problems))
        else:
            self.remind(self.words("screen.read_only") if self.read_only else "")

    def _go_to(self, key: TaskKey) -> None:
        """Move the cursor to a task, where it is in the list."""
        plan, rows = self.library.plan(key.plan), self.rows.rows
        pk = self.library.row_of(plan, key.task) if plan else None
        if pk is not None and isinstance(rows, Outline | TaskRows):
            self.rows.cursor = rows.position_of_task(pk) or 0

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
        self._remind_of(message.drafts)

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
        given = (name for _, name in self.library.task(task.pk).departments.pairs())
        names: dict[str, None] = {}
        for name in (*task.accountable, *given, *plan.responsible):
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
            self.edit_note(task, departments, None)

    def edit_note(self, task: TaskEntry, departments: tuple[str, ...], editing: Note | None) -> None:
        """Open the editor on a task, for a new note or on one to be changed."""
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
                if editing is None:
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
                self.tell_reports(reports, drafts, self.words("screen.draft_kept"))
            else:
                self.tell_reports(reports, drafts, said)

        self.in_thread(read, "report")

    def tell_reports(
        self, reports: Mapping[TaskKey, TaskReports], drafts: tuple[Draft, ...], said: str
    ) -> None:
        """From a thread: have the screen show what the ledger says of these tasks now, and say so."""
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
