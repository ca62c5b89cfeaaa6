"""Writing progress notes in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import DataError, PlantuiError
from plantui.model.system import system_reason
from plantui.store.index.library import TaskEntry
from plantui.words.phrases import numbered

from .describing import listed_tasks, spoken_note, task_heading
from .host import ScreenHost
from .ledger_reader import LedgerFailed, LedgerReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantui.model.key import TaskKey
    from plantui.model.note import Note
    from plantui.model.remarks import Remark
    from plantui.query.joint_note import JointNote
    from plantui.ui.editor import EditorResult, NoteEditor, SubjectTask


class NoteControls:
    """Opens the note editor, and keeps what is typed in it when the program ends."""

    def __init__(self, host: ScreenHost, reader: LedgerReader) -> None:
        self._host = host
        self._reader = reader
        self.editor: NoteEditor | None = None
        """The note editor while it is open."""

    def write(self) -> None:
        """Write a progress note on the task under the cursor, or one on all marked tasks."""
        host = self._host
        host.follow_day()
        task = host.current_task
        if refusal := self.refusal:
            host.say(refusal)
        elif host.session.marked_tasks:
            self._write_joint()
        elif task is None:
            host.say(host.words("screen.no_task"))
        elif not host.session.reporters(task):
            host.say(host.words("screen.nobody_may_report"))
        else:
            self.edit(task)

    @property
    def refusal(self) -> str:
        """The reason for which no note can be written here at all, by the file or by the desk's role; empty without one."""
        words = self._host.words
        if not self._reader.ledger.is_writable():
            return words("screen.read_only")
        from plantui.model.roles import check_may_write

        try:
            check_may_write(self._host.session.desk_role)
        except PlantuiError as error:
            return words.error(error)
        return ""

    def _beside_own(self, task: TaskEntry, departments: Sequence[str]) -> dict[str, str]:
        """Return the sentence on each department that is not the user's own, where the desk is told of it."""
        words, own = self._host.words, self._host.session.own_department
        beside = self._host.session.beside_own(task, departments) if own else ()
        return {
            name: words("stages.other_department", department=name, own=own.name if own else "")
            for name in beside
        }

    def _write_joint(self) -> None:
        """Write one note on all marked tasks that the department may report on; the others are named."""
        from plantui.query.joint_note import MOST_TASKS, joint_note

        host, words = self._host, self._host.words
        count = host.session.marked_tasks.bit_count()
        if count > MOST_TASKS:
            host.say(words("screen.joint_too_many", most=MOST_TASKS, count=count))
        elif joint := joint_note(host.session, host.session.marked_tasks):
            if len(joint.tasks) > 1:
                self._edit_joint(joint)
            else:
                self.edit(joint.tasks[0])
            self._tell_left_out(joint)
        else:
            host.say(words("screen.joint_nobody"))

    def _tell_left_out(self, joint: JointNote) -> None:
        """Name the marked tasks that somebody else reports on; they stay marked."""
        editor, words = self.editor, self._host.words
        if editor and joint.left_out:
            names = [numbered(task.number, task.title) for task in joint.left_out]
            facts = {"department": joint.department, "count": len(names)}
            said = words("screen.joint_left_out", **facts, tasks=listed_tasks(words, names))
            editor.call_after_refresh(editor.tell, said)

    def _edit_joint(self, joint: JointNote) -> None:
        from plantui.ui.editor import EditorSubject, NoteEditor

        host, session, words = self._host, self._host.session, self._host.words
        try:
            drafts = self._reader.ledger.drafts()
            with_draft = {draft.key for draft in drafts if draft.department == joint.department}
            # The draft of the joint note is kept on its first task: on one whose own draft it does not replace.
            tasks = sorted(joint.tasks, key=lambda task: session.key_of(task) in with_draft)
            keys = [session.key_of(task) for task in tasks]
            draft = self._reader.ledger.draft(keys[0], joint.department)
        except PlantuiError as error:
            host.post_message(LedgerFailed(error))
            return
        subject = EditorSubject(
            words=words,
            ledger=self._reader.ledger,
            key=keys[0],
            heading=words("screen.joint_heading", count=len(keys), first=task_heading(session, tasks[0])),
            tasks=self._subject_tasks(tasks),
            departments=(joint.department,),
            department=joint.department,
            clock=host.options.clock,
            last={},
            draft=draft,
            also=tuple(keys[1:]),
            role=session.desk_role,
            beside_own=self._beside_own(tasks[0], [joint.department]),
            reporting=session.office.reporting,
        )

        def done(result: EditorResult | None) -> None:
            self.editor = None
            self._after_editing(keys, result.note if result else None)

        self.editor = NoteEditor(subject)
        host.open_dialog(self.editor, done)

    def edit(self, task: TaskEntry, editing: Note | None = None) -> None:
        """Open the editor on a task, for a new note or on one to be changed."""
        if refusal := self.refusal:
            self._host.say(refusal)
            return
        from plantui.ui.editor import EditorSubject, NoteEditor

        host, session = self._host, self._host.session
        key = session.key_of(task)
        department = editing.department if editing else session.reporter(task) or ""
        try:
            notes = self._reader.ledger.notes(key=key, today=session.today)
            draft = self._reader.ledger.draft(key, department)
            drafts = self._reader.ledger.drafts()
            stages = self._reader.ledger.stages(key)
            zone = self._reader.ledger.zone()
            in_conflict = editing is not None and bool(self._reader.ledger.conflict_of(editing))
        except PlantuiError as error:
            host.post_message(LedgerFailed(error))
            return
        before = tuple(note for note in notes if editing is None or note.chain != editing.chain)
        subject = EditorSubject(
            words=host.words,
            ledger=self._reader.ledger,
            key=key,
            heading=task_heading(session, task),
            tasks=self._subject_tasks([task]),
            departments=session.reporters(task),
            department=department,
            clock=host.options.clock,
            last={note.department: note for note in before},
            editing=editing,
            draft=draft,
            others=tuple(one for one in drafts if one.key == key and one != draft),
            before=before,
            stages=stages,
            role=session.desk_role,
            beside_own=self._beside_own(task, [*session.reporters(task), department]),
            reporting=session.office.reporting,
            zone=zone,
            in_conflict=in_conflict,
        )

        def done(result: EditorResult | None) -> None:
            self.editor = None
            self._after_editing([key], result.note if result else None, result.remarks if result else ())
            if result and editing is None:
                self._go_on()

        self.editor = NoteEditor(subject)
        host.open_dialog(self.editor, done)

    def _subject_tasks(self, tasks: Sequence[TaskEntry]) -> tuple[SubjectTask, ...]:
        from plantui.ui.editor import MOST_TASKS_SHOWN, SubjectTask

        session, workspace = self._host.session, self._host.session.workspace

        def subject_task(entry: TaskEntry) -> SubjectTask:
            task, status = session.library.task(entry.pk), workspace.progress_of(entry.pk).status
            extensions = workspace.reports_of(entry).extensions
            requirements = workspace.requirements_of(entry, task.deadlines)
            start_year = session.library.plan_at[entry.plan].start_year
            return SubjectTask(task, status, extensions, requirements, workspace.judged_by, start_year)

        return tuple(subject_task(task) for task in tasks[:MOST_TASKS_SHOWN])

    def _after_editing(
        self, keys: Sequence[TaskKey], saved: Note | None, remarks: Sequence[Remark] = ()
    ) -> None:
        """Read what the ledger says of the tasks now; the user is told once it is shown."""
        words = self._host.words
        said = ""
        if saved:
            # What was to be done with them is done.
            self._host.show(self._host.session.without_marks(keys))
            note = spoken_note(words, self._host.session, saved)
            said_of = "screen.joint_saved" if len(keys) > 1 else "screen.saved"
            said = words(said_of, note=note, day=saved.as_of.isoformat(), count=len(keys))
            from plantui.words.remark_phrases import with_remarks

            said = with_remarks(words, said, remarks)
        or_draft = "" if saved else words("screen.draft_kept")
        self._reader.in_thread(lambda: self._reader.tell_reports(keys, said, or_draft=or_draft), "report")

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

    def rescued(self, refusal: PlantuiError) -> PlantuiError:
        """Write what the ledger does not take to a text file, and return the refusal with its place."""
        words, options = self._host.words, self._host.options
        try:
            path = self.editor.rescue(options.state_path.parent, options.clock()) if self.editor else None
        except OSError as error:
            reason = system_reason(error)
            return DataError("screen.not_rescued", refusal=words.error(refusal), reason=reason)
        return (
            refusal if path is None else DataError("screen.rescued", refusal=words.error(refusal), path=path)
        )

    def is_safe_to_leave(self) -> bool:
        """Store what is being typed; tell why in the editor and return False where it cannot be stored."""
        try:
            self.store_typing()
        except PlantuiError as error:
            if self.editor is not None:
                self.editor.tell(self._host.words.error(error))
            return False
        return True
