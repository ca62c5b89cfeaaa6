"""Autosave for the note editor: drafts at most two seconds old."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from time import monotonic

from textual import on
from textual.message import Message
from textual.timer import Timer

from plantui.model.note import Draft
from plantui.model.problem import PlantuiError
from plantui.store.ledger import LedgerReplaced
from plantui.ui.modal import GuardedModal
from plantui.words.remark_phrases import with_remarks

from .draft_saver import DraftSaver, KeptDraft
from .entry import EditorResult, EditorSubject, Entry, blank_entry
from .form import NoteForm
from .phase import EditorEvent, EditorPhase, next_phase
from .status_line import EditorStatus

DRAFT_DELAY = 1.0
"""Seconds without a key after which a draft is stored."""
_AT_MOST = 1.8
"""Number of delays that typing may go on before the text is stored: two seconds with the writing."""

_TRY_AGAIN = 5
"""Delays after which a draft that was refused is tried again."""


class DraftingScreen(GuardedModal[EditorResult | None]):
    """A screen with a form of which the ledger holds a draft, at most two seconds old."""

    @dataclass
    class DraftKept(Message):
        """The draft is on the disk, or gone from it where `kept` is None."""

        entry: Entry
        kept: KeptDraft | None
        leaving: bool

    @dataclass
    class DraftNotKept(Message):
        """The ledger refused the draft."""

        error: PlantuiError
        leaving: bool

    def __init__(self, subject: EditorSubject, *, draft_delay: float = DRAFT_DELAY) -> None:
        super().__init__()
        self._subject = subject
        self._words = subject.words
        self._delay = draft_delay
        draft, editing = subject.draft, subject.editing
        self._department = editing.department if editing else subject.department
        self._revises = draft.edits if draft else editing.id if editing else None
        self._pristine = self._pristine_entry()
        first = subject.entry_of(draft.content, draft) if draft else self._pristine
        departments = (self._department,) if self._revises else (*subject.departments, self._department)
        self._form = NoteForm(subject, dict.fromkeys(departments), self._department, first)
        self._saver = DraftSaver(subject.ledger, subject.key, draft, subject.also)
        self._kept = first
        """The form as the ledger has it: as the stored draft, or before anything was typed."""
        self._timer: Timer | None = None
        self._typed_since: float | None = None
        self._phase = EditorPhase.EDITING

    def _say(self, key: str, **facts: object) -> None:
        self.tell(self._words(key, **facts))

    def _say_error(self, error: PlantuiError) -> None:
        self.tell(self._words.error(error))

    def tell(self, sentence: str) -> None:
        """Tell the user something that stands until a key is pressed."""
        self.query_one(EditorStatus).say(sentence)

    @property
    def phase(self) -> EditorPhase:
        """The phase in which the editor is."""
        return self._phase

    def _enter(self, event: EditorEvent) -> bool:
        """Go on to the phase that follows; False where the event is not allowed now."""
        following = next_phase(self._phase, event)
        if following is None:
            return False
        self._phase = following
        return True

    def _pristine_entry(self) -> Entry:
        """The form before anything is typed."""
        subject = self._subject
        if subject.editing:
            return subject.entry_of(subject.editing.content)
        return blank_entry(subject.last.get(self._department), subject.report_day, subject.task)

    @on(NoteForm.Edited)
    def _edited(self) -> None:
        self._enter(EditorEvent.TYPED)
        self.query_one(EditorStatus).release()
        if self._typed_since is None:
            self._typed_since = monotonic()
        self._schedule(min(self._delay, self._delay * _AT_MOST - (monotonic() - self._typed_since)))

    def _schedule(self, wait: float) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(max(wait, 0.001), self._autosave)

    def _autosave(self) -> None:
        if self._phase is EditorPhase.MOVING:
            self._schedule(self._delay)  # what stands in the form is not yet the other department's
        else:
            self._keep()

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self._typed_since = None

    def _draft(self, entry: Entry) -> Draft:
        subject = self._subject
        return entry.draft(subject.ledger, subject.key, self._department, self._revises, subject.today)

    def _keep(self, leaving: bool = False) -> bool:
        """Have a thread bring the stored draft up to date; False when it is."""
        self._stop_timer()
        entry = self._form.entry
        unwanted = entry == self._pristine
        if not self._saver.has_kept if unwanted else entry == self._kept:
            return False
        if not unwanted:
            self._saver.put(self._draft(entry))
        work = partial(self._keep_in_thread, entry, unwanted, leaving)
        self.run_worker(work, group="draft", thread=True)
        return True

    def _keep_in_thread(self, entry: Entry, unwanted: bool, leaving: bool) -> None:
        try:
            if unwanted:
                self._saver.discard()
            kept = None if unwanted else self._saver.store()
        except PlantuiError as error:
            self.post_message(self.DraftNotKept(error, leaving))
        else:
            self.post_message(self.DraftKept(entry, kept, leaving))

    @on(DraftKept)
    def _draft_kept(self, event: DraftKept) -> None:
        self._kept = event.entry
        if event.leaving:
            # Waiting for a busy disk leaves time to type on: what came meanwhile is kept too.
            self._go_when_kept()
        elif event.kept and event.kept.draft.saved_at:
            self._tell_kept(event.kept.draft, event.kept.draft.saved_at, event.kept.elsewhere)

    def _tell_kept(self, draft: Draft, saved_at: datetime, elsewhere: Draft | None) -> None:
        """Say that the draft is kept, and what a reader of the note would remark."""
        time = f"{saved_at.astimezone():%H:%M:%S}"
        key = "editor.kept_beside" if elsewhere else "editor.kept"
        remarks = self._subject.remarks(draft.department, draft.content, draft.edits)
        said = with_remarks(self._words, self._words(key, time=time), remarks)
        self.query_one(EditorStatus).show_quietly(said)

    @on(DraftNotKept)
    def _draft_not_kept(self, event: DraftNotKept) -> None:
        reason = self._words.error(event.error)
        if event.leaving:
            self._enter(EditorEvent.REFUSED)
            self._say("editor.leave_anyway", reason=reason)
            return
        self._schedule(_TRY_AGAIN * self._delay)
        if isinstance(event.error, LedgerReplaced):
            self._ask_where(event.error)
        else:
            status = self.query_one(EditorStatus)
            # Whoever wanted to leave was told already, and how to leave all the same: this try had begun before.
            is_news = self._phase is not EditorPhase.UNKEPT
            status.show_quietly(self._words("editor.not_kept", reason=reason), is_important=is_news)

    def _ask_where(self, error: LedgerReplaced) -> None:
        """Tell that another file took the ledger's place, once in a phase; Ctrl+S then writes there."""
        if self._phase is not EditorPhase.REPLACED and self._enter(EditorEvent.REPLACED):
            self._say("editor.replaced", reason=self._words.error(error))

    def flush(self) -> None:
        """Store what was typed and wait for the disk: for an app about to quit. Raises PlantuiError."""
        entry = self._form.entry
        self._stop_timer()
        if self._phase is not EditorPhase.CLOSED and entry not in {self._pristine, self._kept}:
            self._saver.put(self._draft(entry))
            self._saver.store()
            self._kept = entry

    def rescue(self, folder: Path, day: date) -> Path | None:
        """Write what the ledger has not taken to a text file, None where nothing is unsaved. Raises OSError."""
        from .rescue import rescue

        entry = self._form.entry
        if self._phase is EditorPhase.CLOSED or entry in {self._pristine, self._kept}:
            return None
        return rescue(self._words, self._subject.heading, self._department, entry, folder, day)

    def on_unmount(self) -> None:
        try:
            self.flush()
        except PlantuiError as error:
            # Whoever quits has flushed before and was told; here nobody is left to tell.
            self.log.error(self._words.error(error))

    def action_leave(self) -> None:
        """Leave; what was typed stays as a draft."""
        if not self._enter(EditorEvent.LEAVE):
            return
        if self._phase is EditorPhase.CLOSED:
            self._close()
        else:
            self._go_when_kept()

    def _go_when_kept(self) -> None:
        """Leave, unless something is to be kept first."""
        if not self._keep(leaving=True) and self._enter(EditorEvent.DONE):
            self._close()

    def _close(self, result: EditorResult | None = None) -> None:
        self._stop_timer()
        self.dismiss(result)
