"""The main screen's actions on notes that are saved: undo, redo, the history with edit and retraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.words.phrases import note_name, numbered

from .notes import NoteActions

if TYPE_CHECKING:
    from plantui.model.note import Note
    from plantui.store.ledger import Undone
    from plantui.ui.editor import HistoryChoice


class ChangeActions(NoteActions):
    """What changes a saved note; nothing is overwritten by it."""

    def action_undo(self) -> None:
        """Take back the last saved action."""
        self.in_thread(lambda: self._turn(self.ledger.undo(), "undone", "nothing_to_undo"), "undo")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.in_thread(lambda: self._turn(self.ledger.redo(), "redone", "nothing_to_redo"), "undo")

    def _turn(self, turned: Undone | None, said: str, nothing: str) -> None:
        if turned is None:
            self.tell_reports({}, tuple(self.ledger.drafts()), self.words(f"ledger.{nothing}"))
            return
        keys = {note.key for note in turned.notes}
        reports = {key: self.ledger.reports_of(key, self.launch.today) for key in keys}
        names = [note_name(self.words, note.key.task, note.department, note.as_of) for note in turned.notes]
        text = self.words(f"ledger.{said}", notes=self.words.listing(names))
        self.tell_reports(reports, tuple(self.ledger.drafts()), text)

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
                self.edit_note(task, self.reporters(task), choice.note)

        self.app.push_screen(NoteHistory(subject), chosen)

    def _retract(self, note: Note) -> None:
        """Take a note back; undo brings it back."""

        def retract() -> None:
            self.ledger.retract(note.id)
            reports = {note.key: self.ledger.reports_of(note.key, self.launch.today)}
            name = note_name(self.words, note.key.task, note.department, note.as_of)
            self.tell_reports(reports, tuple(self.ledger.drafts()), self.words("screen.retracted", note=name))

        self.in_thread(retract, "report")
