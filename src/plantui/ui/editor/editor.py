"""The note editor: one form, kept as a draft while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input, Static

from plantui.model.actual import is_same_unit
from plantui.model.day import day_of, is_long_ago
from plantui.model.evidence import Evidence
from plantui.model.note import Note, NoteContent, RevisionKind
from plantui.model.problem import PlantuiError
from plantui.store.ledger import LedgerReplaced, NoteChanged, NoteUnknown
from plantui.ui.widgets.bars import KeyBar
from plantui.words.phrases import office_moment

from .commands import EDITOR_COMMANDS, bindings
from .departments import DepartmentScreen
from .drafting import DRAFT_DELAY
from .entry import EditorResult, EditorSubject, Entry
from .fields import Field, FieldError
from .figure_input import Figure, FigureInput, FigureRefused
from .form import NoteForm
from .history import HistorySubject, NoteHistory
from .phase import EditorEvent, EditorPhase, takes_keys
from .reference import WIDE, ReferencePage
from .status_line import EditorStatus

_COMMANDS = frozenset(command.action for command in EDITOR_COMMANDS)


class NoteEditor(DepartmentScreen):
    """Writes a new note or a revision of one. Gives what was saved, None when the user left."""

    AUTO_FOCUS = "#progress"
    DEFAULT_CSS = """
    NoteEditor { background: $surface; }
    NoteEditor #body { height: 1fr; }
    NoteEditor.-wide Reference { dock: right; height: 100%; width: 33%; padding: 0 0 0 2; scrollbar-size-vertical: 1; }
    NoteEditor #heading { height: 1; padding: 0 1; background: $primary-darken-2; color: auto 95%; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(EDITOR_COMMANDS)

    def __init__(self, subject: EditorSubject, *, draft_delay: float = DRAFT_DELAY) -> None:
        super().__init__(subject, draft_delay=draft_delay)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        old = subject.editing.as_of if subject.editing else None
        self._confirmed = {old}
        """Days long ago that need no question (more): that of the note which is changed, and those asked about."""

        given = subject.editing.content.actuals if subject.editing else ()
        self._confirmed_units = {(one.indicator, one.unit) for one in given}
        """Units of actual values that need no question (more), as the days."""

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

    def compose(self) -> ComposeResult:
        yield Static("", id="heading", markup=False)
        with Container(id="body"):
            yield self._reference
            yield self._form
        yield EditorStatus(id="said")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        keys = self.query_one(KeyBar)
        keys.show([(one, self._words(one.title_key)) for one in EDITOR_COMMANDS if one.footer])
        self._show_department()
        self._tell_drafts(self._subject.draft)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse the editor's commands while a thread is at work."""
        if action in _COMMANDS and not takes_keys(self.phase):
            return False
        return super().check_action(action, parameters)

    def action_save(self) -> None:
        """Save the note and go on; a day long ago, or another file in the ledger's place, is asked about first."""
        entry, today = self._form.entry, self._subject.today
        try:
            content = entry.content(today)
            self._subject.check_may_write(content.status)
            self._subject.check_closed(content)
        except FieldError as error:
            self._say_error(error)
            self._form.go_to(error.field, error.row)
            return
        except PlantuiError as error:
            self._say_error(error)
            self._form.go_to(Field.STATUS)
            return
        if question := self._question(content, today):
            self._enter(EditorEvent.ASK)
            self.tell(question)
            return
        anywhere = self.phase is EditorPhase.REPLACED
        if not self._enter(EditorEvent.SAVE):
            return
        self._stop_timer()
        self._say("editor.saving")
        work = partial(self._save_in_thread, self._department, self._revises, entry, content, anywhere)
        self.run_worker(work, group="save", thread=True)

    @on(FigureRefused)
    def _figure_refused(self, event: FigureRefused) -> None:
        event.stop()
        self._say(f"editor.figure_refused.{event.figure.name.lower()}")

    @on(NoteForm.StatusRefused)
    def _status_refused(self, event: NoteForm.StatusRefused) -> None:
        self._say_error(event.error)

    def _question(self, content: NoteContent, today: date) -> str:
        """Return what is to be confirmed by another Ctrl+S, empty where nothing is (any more)."""
        day = content.as_of
        if day and is_long_ago(day, today) and day not in self._confirmed:
            self._confirmed.add(day)
            return self._words("editor.date_long_ago", day=day.isoformat())
        # A person who is asked can mean it: unlike on the command line another unit is saved as said, not refused.
        for actual in content.actuals:
            item, asked = actual.indicator, (actual.indicator, actual.unit)
            if not is_same_unit(actual.unit, item.unit) and asked not in self._confirmed_units:
                self._confirmed_units.add(asked)
                key = "editor.actual_other_unit" if item.unit else "editor.actual_other_unit.none"
                text = f"{actual.value}{actual.unit or ''}"
                return self._words(key, indicator=item.indicator, unit=item.unit, text=text)
        return ""

    def _save_in_thread(
        self, department: str, revises: str | None, entry: Entry, content: NoteContent, anywhere: bool
    ) -> None:
        try:
            note = self._saver.save(department, revises, content, anywhere=anywhere)
        except PlantuiError as error:
            self.post_message(self.NotSaved(error))
        else:
            self.post_message(self.Saved(note, entry))

    @on(Saved)
    def _saved(self, event: Saved) -> None:
        if self._form.entry == event.entry:
            if self._enter(EditorEvent.DONE):
                note = event.note
                remarks = self._subject.remarks(note.department, note.content, note.supersedes)
                self._close(EditorResult(note, remarks))
            return
        self._enter(EditorEvent.GO_ON)
        # A busy disk leaves time to type on: that is a change of the note just saved.
        self._revises, self._pristine = event.note.id, event.entry
        self._say("editor.saved_typed_on")
        self._schedule(self._delay)

    @on(NotSaved)
    def _not_saved(self, event: NotSaved) -> None:
        self._schedule(self._delay)
        error = event.error
        if isinstance(error, LedgerReplaced):
            self._ask_where(error)
            return
        self._enter(EditorEvent.REFUSED)
        if isinstance(error, NoteChanged):
            self._follow_change(error.current)
        elif isinstance(error, NoteUnknown) and self._revises is not None:
            self._revises = None
            self._say("editor.gone")
        else:
            self._say_error(error)

    def _follow_change(self, current: Note) -> None:
        """Revise what somebody else has made of the note meanwhile, once the user says so."""
        retracted = current.kind is RevisionKind.RETRACTED
        self._revises = None if retracted else current.id
        said = "editor.retracted" if retracted else "editor.changed"
        time = office_moment(current.written_at, self._subject.zone, "%m-%d %H:%M")
        self._say(said, author=current.author, time=time)

    def action_carry(self) -> None:
        """Put the department's last note into the form."""
        last = self._subject.last.get(self._department)
        if self._subject.also:
            self._say("editor.joint_carries_nothing")
            return
        if last is None:
            self._say("editor.nothing_to_carry", department=self._department)
            return
        if not self._form.carry(self._subject.entry_of(last.content)):
            self._say("editor.no_empty_field")
            return
        self._schedule(self._delay)
        self._say("editor.carried", day=last.as_of.isoformat(), author=last.author)

    def action_evidence(self) -> None:
        """Ask for a file, a folder or a link as evidence."""
        from .evidence_dialog import EvidenceDialog

        def done(evidence: Evidence | None) -> None:
            if evidence is not None:
                self._form.details.add_evidence(evidence)

        self.app.push_screen(EvidenceDialog(self._words, Path.cwd(), self._subject.today), done)

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
                    subject.reporting,
                )
            )
        )

    def action_explain(self) -> None:
        """List the keys of the editor; lights and statuses are explained below."""
        from plantui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self._words, EDITOR_COMMANDS))

    def action_task(self) -> None:
        """Show the whole requirement and the last note."""
        self.app.push_screen(ReferencePage(self._subject, self._subject.last.get(self._department)))

    @on(KeyBar.Pressed)
    async def _key_clicked(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.command.action)

    @on(Input.Blurred)
    def _day_left(self, event: Input.Blurred) -> None:
        """Show which day was understood."""
        field = event.input
        if isinstance(field, FigureInput) and field.figure is Figure.DAY:
            day = day_of(event.value, self._subject.today)
            if day:
                field.value = day.isoformat()
