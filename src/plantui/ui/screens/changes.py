"""Changing saved notes: undo, redo, the history with edit and retraction. Nothing is overwritten by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.words.phrases import notes_listed, passed_over

from .describing import spoken_event, spoken_note, task_heading
from .host import ScreenHost
from .ledger_reader import LedgerReader
from .notes import NoteControls

if TYPE_CHECKING:
    from collections.abc import Callable

    from plantui.model.event import Event
    from plantui.model.note import Note
    from plantui.store.ledger import Undone


class ChangeControls:
    """Takes saved notes back, and brings them back."""

    def __init__(self, host: ScreenHost, reader: LedgerReader, notes: NoteControls) -> None:
        self._host = host
        self._reader = reader
        self._notes = notes

    def undo(self) -> None:
        """Take back the last saved action."""
        ledger = self._reader.ledger
        self._turn(lambda: self._tell(ledger.undo(), "undone", "nothing_to_undo"))

    def redo(self) -> None:
        """Do again what was undone."""
        ledger = self._reader.ledger
        self._turn(lambda: self._tell(ledger.redo(), "redone", "nothing_to_redo"))

    def _turn(self, work: Callable[[], None]) -> None:
        if refusal := self._notes.refusal:
            self._host.say(refusal)
        else:
            self._reader.in_thread(work, "undo")

    def _tell(self, turned: Undone | None, said: str, nothing: str) -> None:
        words = self._host.words
        if turned is None:
            self._reader.tell_reports((), words(f"ledger.{nothing}"))
            return
        names = [*map(self._name, turned.newest), *map(self._name, turned.events)]
        keys = {note.key for note in turned.notes} | {event.key for event in turned.events if event.key}
        told = words(f"ledger.{said}.{turned.kind.value}", notes=notes_listed(words, names))
        passed = passed_over(words, turned.passed, [self._name(one) for one in turned.passed])
        self._reader.tell_reports(keys, "  ".join(filter(None, (told, passed))))

    def _name(self, one: Note | Event) -> str:
        from plantui.model.note import Note

        words, session = self._host.words, self._host.session
        return (
            spoken_note(words, session, one) if isinstance(one, Note) else spoken_event(words, session, one)
        )

    def show_history(self) -> None:
        """Show all notes on the task under the cursor with their revisions."""
        host, notes = self._host, self._notes
        task = host.current_task
        if task is None:
            host.say(host.words("screen.no_task"))
            return
        from plantui.ui.editor.history import HistorySubject, NoteHistory

        subject = HistorySubject(
            host.words,
            self._reader.ledger,
            host.session.key_of(task),
            task_heading(host.session, task),
            reporting=host.session.office.reporting,
            retract=None if self._notes.refusal else self._retract,
        )

        def chosen(note: Note | None) -> None:
            if note is not None:
                notes.edit(task, note)

        host.open_dialog(NoteHistory(subject), chosen)

    def _retract(self, note: Note) -> str:
        """Take a note back and return the sentence that tells of it; undo brings it back. Called from a thread."""
        from plantui.model.remarks import leaving_stage
        from plantui.words.remark_phrases import with_remarks

        words = self._host.words
        remarks = leaving_stage(self._reader.ledger.stage_of(note).stage, is_retracted=True)
        self._reader.ledger.retract(note.id)
        said = with_remarks(words, words("screen.retracted", note=self._name(note)), remarks)
        self._reader.tell_reports([note.key], said)
        return said
