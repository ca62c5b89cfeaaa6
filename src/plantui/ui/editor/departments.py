"""The department for which a note is written: shown in the editor, and exchanged for another one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual import on
from textual.css.query import QueryType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from plantui.model.note import Draft
from plantui.model.problem import PlantuiError
from plantui.model.text import one_line
from plantui.store.ledger import LedgerReplaced
from plantui.words.remark_phrases import remark_text

from .drafting import DRAFT_DELAY, DraftingScreen
from .entry import EditorSubject
from .fields import Field
from .form import NoteForm
from .phase import EditorEvent, EditorPhase
from .reference import Reference


def _time(draft: Draft) -> str:
    return f"{draft.saved_at.astimezone():%H:%M}" if draft.saved_at else ""


class DepartmentScreen(DraftingScreen):
    """A screen with a form for one department at a time, each of which has a draft and a last note of its own."""

    @dataclass
    class NotMoved(Message):
        """The ledger refused to go over to another department."""

        error: PlantuiError

    @dataclass
    class Moved(Message):
        """The editor now reports for another department."""

        department: str
        draft: Draft | None
        """The unsaved note that was found there."""
        typed: bool
        """True where there was anything in the form before."""

    def __init__(self, subject: EditorSubject, *, draft_delay: float = DRAFT_DELAY) -> None:
        super().__init__(subject, draft_delay=draft_delay)
        self._reference = Reference(subject, id="reference")
        self._wanted: str | None = None
        """The department chosen while a thread still goes over to another one."""

    def focus_next(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """Go on to the next field; behind the last one to the status, since a key there would not change who reports."""
        focused = super().focus_next(selector)
        return super().focus_next(selector) if self._is_department(focused) else focused

    def _is_department(self, widget: Widget | None) -> bool:
        return widget is not None and widget.id == Field.DEPARTMENT.value

    def _show_department(self) -> None:
        """Show for whom the note is, and what that department said last."""
        kind = "editor.heading.edit" if self._revises else "editor.heading.new"
        heading = self._words(kind, department=self._department, task=self._subject.heading)
        self.query_one("#heading", Static).update(one_line(heading))
        self._form.choose_department(self._department)
        self._form.details.show_before(self._subject.before_of(self._department))
        self._reference.show_last(self._subject.last.get(self._department))

    def _tell_drafts(self, restored: Draft | None) -> None:
        """Say which draft the form began with, and which other ones there are."""
        others = [one for one in self._subject.others if one.department == self._department]
        living = [one for one in others if self._subject.ledger.is_open_elsewhere(one)]
        said = [self._words("editor.restored", time=_time(restored))] if restored else []
        if living:
            said.append(self._words("editor.being_written", time=_time(living[0])))
        if len(others) > len(living):
            times = [_time(one) for one in others if one not in living]
            said.append(self._words("editor.also_kept", times=self._words.listing(times)))
        if beside := self._subject.beside_own.get(self._department):
            said.append(beside)
        if self._subject.in_conflict and self._revises:
            said.append(self._words("editor.in_conflict", command=self._words("commands.conflicts")))
        said += [remark_text(self._words, one) for one in self._subject.leaving_stage(self._revises)]
        if said:
            self.tell(self._words.sentences(said))

    def _tell_moved(self, typed: bool) -> None:
        """Say that what was typed came along, and where the note is not of the own department."""
        moved = self._words("editor.typed_moves", department=self._department) if typed else ""
        if said := [*filter(None, (moved, self._subject.beside_own.get(self._department)))]:
            self.tell(self._words.sentences(said))

    @on(NoteForm.DepartmentChosen)
    def _department_chosen(self, event: NoteForm.DepartmentChosen) -> None:
        if self.phase is EditorPhase.MOVING:
            self._wanted = event.department  # a held arrow is ahead of the thread
        elif self._enter(EditorEvent.MOVE):
            self._move(event.department)
        else:
            self._form.choose_department(self._department)

    def _move(self, department: str) -> None:
        self._stop_timer()
        entry = self._form.entry
        draft = self._draft(entry) if entry != self._pristine else None
        self.run_worker(partial(self._move_in_thread, draft, department), group="draft", thread=True)

    def _move_in_thread(self, draft: Draft | None, department: str) -> None:
        try:
            other = self._saver.move(draft, department)
        except PlantuiError as error:
            self.post_message(self.NotMoved(error))
        else:
            self.post_message(self.Moved(department, other, draft is not None))

    @on(NotMoved)
    def _not_moved(self, event: NotMoved) -> None:
        self._wanted = None
        self._form.choose_department(self._department)
        self._schedule(self._delay)
        if isinstance(event.error, LedgerReplaced):
            self._ask_where(event.error)
        else:
            self._enter(EditorEvent.REFUSED)
            self._say("editor.not_kept", reason=self._words.error(event.error))

    @on(Moved)
    def _moved(self, event: Moved) -> None:
        self._enter(EditorEvent.GO_ON)
        self._department = event.department
        self._pristine = self._pristine_entry()
        self._revises = event.draft.edits if event.draft else None
        if event.draft and event.draft.saved_at:
            self._kept = self._subject.entry_of(event.draft.content, event.draft)
            self._form.show(self._kept)
            self._tell_drafts(event.draft)
        else:
            if event.typed:
                self._kept = self._form.entry
            else:
                self._form.show(self._pristine)
            self._tell_moved(event.typed)
        wanted, self._wanted = self._wanted, None
        if wanted not in {None, self._department} and self._enter(EditorEvent.MOVE):
            self._move(wanted)
        else:
            self._show_department()
