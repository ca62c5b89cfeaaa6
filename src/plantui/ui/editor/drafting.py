"""Keeps what is typed as a draft: the half of the note editor that works by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from time import monotonic

from textual import on
from textual.message import Message
from textual.timer import Timer

from plantui.model.note import Draft
from plantui.model.problem import PlantuiError
from plantui.ui.modal import GuardedModal

from .entry import EditorResult, EditorSubject, Entry, blank_entry, entry_of
from .form import NoteForm
from .keeping import Keeper
from .said import Said

DRAFT_DELAY = 1.0
"""Seconds without a key after which a draft is stored."""
_AT_MOST = 1.8
"""How many delays typing may go on before what was typed is stored: two seconds with the writing."""

_TRY_AGAIN = 5
"""Delays after which a draft that was refused is tried again."""


class DraftingScreen(GuardedModal[EditorResult | None]):
    """A screen with a form of which the ledger holds a draft, at most two seconds old."""

    @dataclass
    class DraftKept(Message):
        """The draft is on the disk, or gone from it where `draft` is None."""

        entry: Entry
        draft: Draft | None
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
        first = entry_of(draft.content, subject.today, draft.percent_text) if draft else self._pristine
        departments = (self._department,) if self._revises else (*subject.departments, self._department)
        self._form = NoteForm(self._words, dict.fromkeys(departments), self._department, first)
        self._keeper = Keeper(subject.ledger, subject.key, draft)
        self._kept = first
        """The form as the ledger has it: as the stored draft, or before anything was typed."""
        self._insists = False
        """Whether what was said last stands until a key is pressed, however often drafts are kept."""
        self._timer: Timer | None = None
        self._typed_since: float | None = None
        self._saving = self._leaving = self._leaves_anyway = self._left = False

    def _say(self, key: str, **facts: object) -> None:
        self.tell(self._words(key, **facts))

    def _say_error(self, error: PlantuiError) -> None:
        self.tell(self._words.error(error))

    def tell(self, sentence: str) -> None:
        """Tell the user something that stands until a key is pressed."""
        self._insists = True
        self.query_one(Said).say(sentence)

    def _pristine_entry(self) -> Entry:
        """The form before anything is typed."""
        subject = self._subject
        if subject.editing:
            return entry_of(subject.editing.content, subject.today)
        return blank_entry(subject.last.get(self._department), subject.today)

    @on(NoteForm.Edited)
    def _edited(self) -> None:
        self._leaves_anyway = self._insists = False
        if self._typed_since is None:
            self._typed_since = monotonic()
        self._schedule(min(self._delay, self._delay * _AT_MOST - (monotonic() - self._typed_since)))

    def _schedule(self, wait: float) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(max(wait, 0.001), self._keep)

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
        if not self._keeper.has_kept if unwanted else entry == self._kept:
            return False
        if not unwanted:
            self._keeper.put(self._draft(entry))
        work = partial(self._keep_in_thread, entry, unwanted, leaving)
        self.run_worker(work, group="draft", thread=True)
        return True

    def _keep_in_thread(self, entry: Entry, unwanted: bool, leaving: bool) -> None:
        try:
            if unwanted:
                self._keeper.discard()
            draft = None if unwanted else self._keeper.store()
        except PlantuiError as error:
            self.post_message(self.DraftNotKept(error, leaving))
        else:
            self.post_message(self.DraftKept(entry, draft, leaving))

    @on(DraftKept)
    def _draft_kept(self, event: DraftKept) -> None:
        self._kept = event.entry
        if event.leaving:
            # Waiting for a busy disk leaves time to type on: what came meanwhile is kept too.
            self._leaving = False
            self.action_leave()
        elif event.draft and event.draft.saved_at and not self._insists:
            time = f"{event.draft.saved_at.astimezone():%H:%M:%S}"
            self.query_one(Said).murmur(self._words("editor.kept", time=time))

    @on(DraftNotKept)
    def _draft_not_kept(self, event: DraftNotKept) -> None:
        reason = self._words.error(event.error)
        if event.leaving:
            self._leaving, self._leaves_anyway = False, True
            self._say("editor.leave_anyway", reason=reason)
        else:
            self.query_one(Said).murmur(self._words("editor.not_kept", reason=reason))
            self._schedule(_TRY_AGAIN * self._delay)

    def flush(self) -> None:
        """Store what was typed and wait for the disk: for an app about to quit. Raises PlantuiError."""
        entry = self._form.entry
        self._stop_timer()
        if not self._left and entry not in {self._pristine, self._kept}:
            self._keeper.put(self._draft(entry))
            self._keeper.store()
            self._kept = entry

    def on_unmount(self) -> None:
        try:
            self.flush()
        except PlantuiError as error:
            # Whoever quits has flushed before and was told; here nobody is left to tell.
            self.log.error(self._words.error(error))

    def action_leave(self) -> None:
        """Leave; what was typed stays as a draft."""
        if self._saving or self._leaving:
            return
        if self._leaves_anyway or not self._keep(leaving=True):
            self._leave()
        else:
            self._leaving = True

    def _leave(self, result: EditorResult | None = None) -> None:
        self._stop_timer()
        self._left = True
        self.dismiss(result)
