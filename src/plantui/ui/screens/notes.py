"""Reading and writing progress notes. Whatever touches the ledger runs in a thread and ends in a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from textual.message import Message

from plantui.model.key import TaskKey
from plantui.model.problem import PlantuiError
from plantui.model.progress import TaskReports
from plantui.query.workspace import Workspace
from plantui.store.index.library import TaskEntry

from .describing import task_heading
from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.model.note import Draft, Note
    from plantui.store.ledger import Ledger, LedgerReplaced
    from plantui.ui.editor import EditorResult, NoteEditor

Reports = Mapping[TaskKey, TaskReports]


@dataclass
class LedgerRead(Message):
    """The ledger was read: the plans with what it says, and the unsaved notes."""

    workspace: Workspace
    drafts: tuple[Draft, ...]
    version: int


@dataclass
class LedgerBegun(Message):
    """What the ledger says of the tasks on the screen was read before all the rest."""

    reports: Reports


@dataclass
class LedgerFailed(Message):
    """The ledger refused."""

    error: PlantuiError
    is_unasked: bool = False
    """Whether the user did not ask for what was refused: the screen looked around by itself."""


@dataclass
class Reported(Message):
    """What the ledger says of some tasks has changed."""

    reports: Reports
    drafts: tuple[Draft, ...]
    said: str
    """What the user is told of it."""
    version: int


class NoteControls:
    """Reads the ledger for the screen, and opens the note editor."""

    def __init__(self, host: ScreenHost, ledger: Ledger | None) -> None:
        self._host = host
        if ledger is not None:
            self.ledger = ledger
        self.version = 0
        """The ledger's version as the session knows it."""
        self._has_asked = False
        """Whether the user was asked what to do about another file in the ledger's place, and has not answered."""
        self.editor: NoteEditor | None = None
        """The note editor while it is open."""

    @cached_property
    def ledger(self) -> Ledger:
        """The user's notes. Loaded when first asked for: without any, a start need not wait for it."""
        from plantui.store.ledger import Ledger

        return Ledger(self._host.options.ledger_path, self._host.options.author)

    def close(self) -> None:
        """Close the ledger, where it was opened."""
        if "ledger" in self.__dict__:
            self.ledger.close()

    def is_read_only(self) -> bool:
        """Tell whether there is a ledger that can only be read."""
        return self._host.options.ledger_path.exists() and not self.ledger.is_writable()

    # -- reading ---------------------------------------------------------------------------------------------

    def read_first(self, keys: Sequence[TaskKey]) -> None:
        """Read what the ledger says of these tasks, and nothing else yet."""

        def read() -> None:
            today = self._host.session.today
            self._host.post_message(LedgerBegun({key: self.ledger.reports_of(key, today) for key in keys}))

        self._host.in_thread(read, "read")

    def read(self) -> None:
        """Read the whole ledger."""
        self._host.in_thread(self._read, "read")

    def read_if_changed(self) -> None:
        """Read again where another plantui has written to the same ledger."""
        self._host.in_thread(self._look, "look")

    def _look(self) -> None:
        if self.ledger.data_version() != self.version:
            self._read()

    def _read(self) -> None:
        before = self._host.session
        version = self.ledger.data_version()
        workspace = before.workspace.with_ledger(self.ledger.latest(before.today))
        _ = workspace.lights, workspace.done  # worked out here, not on the screen's thread
        self._host.post_message(LedgerRead(workspace, self._drafts(), version))

    def _drafts(self) -> tuple[Draft, ...]:
        """Read the unsaved notes, but not those that are being written in another window at this moment."""
        return tuple(draft for draft in self.ledger.drafts() if not self.ledger.is_open_elsewhere(draft))

    def take_first(self, message: LedgerBegun) -> None:
        """Show what the ledger says of the tasks on the screen."""
        self._host.show(self._host.session.with_first_reports(message.reports))

    def take_ledger(self, message: LedgerRead) -> None:
        """Show what the ledger says."""
        self.version = message.version
        self._host.show(self._host.session.with_ledger(message.workspace, message.drafts))

    def take_reports(self, message: Reported) -> None:
        """Show what the ledger says of some tasks now, and say so."""
        self.version = message.version
        self._host.show(self._host.session.with_reports(message.reports, message.drafts))
        self._host.say(message.said)

    def tell_reports(self, keys: Iterable[TaskKey], said: str, *, or_draft: str = "") -> None:
        """Have the screen show what the ledger says of these tasks now, and say so. Called from a thread.

        `or_draft` is said instead where an unsaved note on one of them was kept.
        """
        today = self._host.session.today
        reports = {key: self.ledger.reports_of(key, today) for key in keys}
        drafts = self._drafts()
        if or_draft and any(draft.key in reports for draft in drafts):
            said = or_draft
        self._host.post_message(Reported(reports, drafts, said, self.ledger.data_version()))

    # -- another file in the ledger's place ------------------------------------------------------------------

    def tell_failure(self, message: LedgerFailed) -> None:
        """Say what the ledger refused; where another file stands in its place, ask how to go on, once unless asked again."""
        from plantui.store.ledger import LedgerReplaced

        host, error = self._host, message.error
        host.say(host.words.error(error))
        if isinstance(error, LedgerReplaced) and not (message.is_unasked and self._has_asked):
            self._ask_how_to_go_on(error)

    def _ask_how_to_go_on(self, error: LedgerReplaced) -> None:
        from plantui.ui.dialogs.replaced import ReplacedAnswer, ReplacedDialog

        self._has_asked = True

        def answered(answer: ReplacedAnswer | None) -> None:
            if answer is None:
                self._host.say(self._host.words.error(error))
            elif answer is ReplacedAnswer.LEAVE:
                self._host.quit()
            else:
                self.ledger.accept_file()
                self._has_asked = False
                self._host.say("")
                self.read()

        self._host.open_dialog(ReplacedDialog(self._host.words, error), answered)

    # -- writing ---------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write a progress note on the task under the cursor."""
        host = self._host
        host.follow_day()
        task = host.current_task
        if task is None:
            host.say(host.words("screen.no_task"))
        elif not self.ledger.is_writable():
            host.say(host.words("screen.read_only"))
        elif not host.session.reporters(task):
            host.say(host.words("screen.nobody_may_report"))
        else:
            self.edit(task)

    def edit(self, task: TaskEntry, editing: Note | None = None) -> None:
        """Open the editor on a task, for a new note or on one to be changed."""
        from plantui.ui.editor import EditorSubject, NoteEditor

        host, session = self._host, self._host.session
        key = session.key_of(task)
        department = editing.department if editing else session.reporter(task) or ""
        try:
            notes = self.ledger.notes(key=key, today=session.today)
            draft = self.ledger.draft(key, department)
            drafts = self.ledger.drafts()
        except PlantuiError as error:
            host.post_message(LedgerFailed(error))
            return
        subject = EditorSubject(
            words=host.words,
            ledger=self.ledger,
            key=key,
            heading=task_heading(session, task),
            departments=session.reporters(task),
            department=department,
            clock=host.options.clock,
            last={note.department: note for note in notes},
            editing=editing,
            draft=draft,
            others=tuple(one for one in drafts if one.key == key and one != draft),
        )

        def done(result: EditorResult | None) -> None:
            self.editor = None
            self._after_editing(task, result.note if result else None)
            if result and editing is None:
                self._go_on()

        self.editor = NoteEditor(subject)
        host.open_dialog(self.editor, done)

    def _after_editing(self, task: TaskEntry, saved: Note | None) -> None:
        """Read what the ledger says of the task now; the user is told once it is shown."""
        words, key = self._host.words, self._host.session.key_of(task)
        name = f"{task.number} {task.title}"
        said = words("screen.saved", task=name, department=saved.department) if saved else ""
        or_draft = "" if saved else words("screen.draft_kept")
        self._host.in_thread(lambda: self.tell_reports([key], said, or_draft=or_draft), "report")

    def _go_on(self) -> None:
        """Move the cursor to the next task on which nobody, or not everybody, has reported."""
        rows = self._host.rows
        following = self._host.session.next_to_report(rows.rows, rows.cursor)
        if following is not None:
            rows.cursor = following

    def store_typing(self) -> None:
        """Store what is being typed in the editor, and wait for the disk. Raises PlantuiError."""
        if self.editor is not None:
            self.editor.flush()

    def is_safe_to_leave(self) -> bool:
        """Store what is being typed; tell why in the editor and return False where it cannot be stored."""
        try:
            self.store_typing()
        except PlantuiError as error:
            if self.editor is not None:
                self.editor.tell(self._host.words.error(error))
            return False
        return True
