"""The note editor: one form, kept as a draft while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input, Static

from plantui.model.note import Draft, Note, NoteContent, RevisionKind
from plantui.model.problem import PlantuiError
from plantui.model.text import one_line
from plantui.store.ledger import NoteChanged
from plantui.ui.widgets.bars import KeyBar

from .commands import EDITOR_COMMANDS, bindings
from .drafting import DraftingScreen
from .entry import EditorResult, Entry, Field, FieldError, day_of, entry_of
from .form import NoteForm
from .history import HistorySubject, NoteHistory
from .said import Said


class NoteEditor(DraftingScreen):
    """Writes a new note or a revision of one. Gives what was saved, None when the user left."""

    AUTO_FOCUS = "#progress"
    DEFAULT_CSS = """
    NoteEditor { background: $surface; }
    NoteEditor #heading { height: 1; padding: 0 1; background: $primary; color: $text; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(EDITOR_COMMANDS)

    @dataclass
    class Saved(Message):
        """The note is on the disk."""

        note: Note
        entry: Entry
        """The form that it was made from."""

    @dataclass
    class NotSaved(Message):
        """The ledger refused the note; nothing was stored."""

        error: PlantuiError

    @dataclass
    class Moved(Message):
        """The editor now reports for another department."""

        department: str
        draft: Draft | None
        """The unsaved note that was found there."""
        typed: bool
        """Whether there was anything in the form before."""

    def compose(self) -> ComposeResult:
        kind = "editor.heading.edit" if self._revises else "editor.heading.new"
        heading = self._words(kind, department=self._department, task=self._subject.heading)
        yield Static(one_line(heading), id="heading", markup=False)
        yield self._form
        yield Said(id="said")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        keys = self.query_one(KeyBar)
        keys.show([(one, self._words(one.title_key)) for one in EDITOR_COMMANDS if one.footer])
        draft = self._subject.draft
        if draft and draft.saved_at:
            self._say("editor.restored", time=f"{draft.saved_at.astimezone():%H:%M}")

    def action_save(self) -> None:
        """Save the note and go on."""
        if self._saving or self._leaving:
            return
        entry = self._form.entry
        try:
            content = entry.content(self._subject.today)
        except FieldError as error:
            self._say_error(error)
            self._form.go_to(error.field)
            return
        self._stop_timer()
        self._saving = True
        self._say("editor.saving")
        work = partial(self._save_in_thread, self._department, self._revises, entry, content)
        self.run_worker(work, group="save", thread=True)

    def _save_in_thread(
        self, department: str, revises: str | None, entry: Entry, content: NoteContent
    ) -> None:
        try:
            note = self._keeper.save(department, revises, content)
        except PlantuiError as error:
            self.post_message(self.NotSaved(error))
        else:
            self.post_message(self.Saved(note, entry))

    @on(Saved)
    def _saved(self, event: Saved) -> None:
        self._saving = False
        if self._form.entry == event.entry:
            self._leave(EditorResult(event.note))
            return
        # A busy disk leaves time to type on: that is a change of the note just saved.
        self._revises, self._pristine = event.note.id, event.entry
        self._keeper.reopen()
        self._say("editor.saved_typed_on")
        self._schedule(self._delay)

    @on(NotSaved)
    def _not_saved(self, event: NotSaved) -> None:
        self._saving = False
        self._schedule(self._delay)
        error = event.error
        if not isinstance(error, NoteChanged):
            self._say_error(error)
            return
        retracted = error.current.kind is RevisionKind.RETRACTED
        self._revises = None if retracted else error.current.id
        said = "editor.retracted" if retracted else "editor.changed"
        time = f"{error.current.written_at.astimezone():%m-%d %H:%M}"
        self._say(said, author=error.current.author, time=time)

    def action_carry(self) -> None:
        """Put the department's last note into the form."""
        last = self._subject.last.get(self._department)
        if last is None:
            self._say("editor.nothing_to_carry", department=self._department)
            return
        carried = entry_of(last.content, self._subject.today)
        now = self._form.entry
        self._form.put(
            Entry(
                carried.status,
                carried.percent,
                now.as_of,
                carried.progress,
                carried.problems,
                carried.next_steps,
            )
        )
        self._schedule(self._delay)
        self._say("editor.carried", day=last.as_of.isoformat(), author=last.author)

    def action_afresh(self) -> None:
        """Begin again without the draft."""
        self._revises = self._subject.editing.id if self._subject.editing else None
        self._pristine = self._pristine_entry()
        self._form.put(self._pristine)
        self._form.go_to(Field.PROGRESS)
        self._keep()
        self._say("editor.afresh")

    def action_history(self) -> None:
        """Show the notes of the task with their revisions, and what this form would change."""
        subject, entry = self._subject, self._form.entry
        unsaved = None if entry == self._pristine else self._draft(entry).content
        self.app.push_screen(
            NoteHistory(
                HistorySubject(
                    self._words,
                    subject.ledger,
                    subject.key,
                    subject.heading,
                    self._department,
                    self._revises,
                    unsaved,
                )
            )
        )

    @on(NoteForm.DepartmentChosen)
    def _department_chosen(self, event: NoteForm.DepartmentChosen) -> None:
        self._stop_timer()
        entry = self._form.entry
        typed = entry != self._pristine
        draft = self._draft(entry) if typed else None
        self._department = event.department
        self.run_worker(partial(self._move_in_thread, draft, event.department), group="draft", thread=True)

    def _move_in_thread(self, draft: Draft | None, department: str) -> None:
        try:
            other = self._keeper.move(draft, department)
        except PlantuiError as error:
            self.post_message(self.DraftNotKept(error, False))
        else:
            self.post_message(self.Moved(department, other, draft is not None))

    @on(Moved)
    def _moved(self, event: Moved) -> None:
        self._pristine = self._pristine_entry()
        self._revises = event.draft.edits if event.draft else None
        if event.draft and event.draft.saved_at:
            self._kept = entry_of(event.draft.content, self._subject.today, event.draft.percent_text)
            self._form.show(self._kept)
            self._say("editor.restored", time=f"{event.draft.saved_at.astimezone():%H:%M}")
        elif event.typed:
            self._kept = self._form.entry
        else:
            self._form.show(self._pristine)

    @on(KeyBar.Pressed)
    async def _key_clicked(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.command.action)

    @on(Input.Blurred, "#as_of")
    def _day_left(self, event: Input.Blurred) -> None:
        """Show which day was understood."""
        day = day_of(event.value, self._subject.today)
        if day:
            event.input.value = day.isoformat()
