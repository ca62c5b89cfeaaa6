"""Where drafts and notes of one open editor go, in the order in which they were typed."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock

from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note, NoteContent
from plantui.model.problem import PlantuiError
from plantui.store.ledger import Ledger


class Keeper:
    """Writes to the ledger for one editor. All methods but `put` wait for the disk and belong in a thread.

    They run one after the other, so that a slow older draft never comes after a newer one or after the note.
    """

    def __init__(self, ledger: Ledger, key: TaskKey, kept: Draft | None) -> None:
        self._ledger = ledger
        self._key = key
        self._turn = Lock()
        self._waiting: Draft | None = None
        self._kept_for = kept.department if kept else None
        self._restored = kept
        """A draft of another window that this form began with, until it is this window's."""
        self._saved = False

    @property
    def has_kept(self) -> bool:
        """Whether a draft of this form is in the ledger."""
        return self._kept_for is not None

    def put(self, draft: Draft) -> None:
        """Have this draft stored at the next `store`, in place of one that still waits."""
        self._waiting = draft

    def store(self) -> Draft | None:
        """Store the draft that waits; None where another thread has done it, or has saved the note."""
        with self._turn:
            draft, self._waiting = self._waiting, None
            if draft is None or self._saved:
                return None
            try:
                self._take_restored()
                return self._store(draft)
            except PlantuiError:
                self._waiting = self._waiting or draft
                raise

    def save(self, department: str, revises: str | None, content: NoteContent) -> Note:
        """Save the note, as a revision of another where it is one. Its draft is gone with it."""
        with self._turn:
            self._take_restored()
            if revises is None:
                note = self._ledger.add(self._key, department, content)
            else:
                note = self._ledger.edit(revises, content)
            self._waiting = self._kept_for = None
            self._saved = True
            return note

    def reopen(self) -> None:
        """Take drafts again after the note was saved."""
        self._saved = False

    def discard(self) -> None:
        """Forget the draft, stored or waiting."""
        with self._turn:
            self._waiting = None
            self._take_restored()
            self._forget()

    def move(self, draft: Draft | None, department: str) -> Draft | None:
        """Go over to another department. `draft` is what was typed for the one before, None when nothing was.

        Where the other department has a draft of its own, what was typed is kept under the first, and the other
        draft is returned; where it has none, what was typed goes along.
        """
        with self._turn:
            self._waiting = None
            self._take_restored()
            other = self._ledger.draft(self._key, department)
            if draft is None:
                self._forget()
            elif other:
                self._ledger.save_draft(draft)
            else:
                self._store(replace(draft, department=department, edits=None))
            if other:
                self._kept_for = department
                self._restored = other
            return other

    def _take_restored(self) -> None:
        """Make the draft that the form began with this window's: else it would stay after its note was saved."""
        if self._restored is not None:
            self._ledger.take_draft(self._restored)
            self._restored = None

    def _store(self, draft: Draft) -> Draft:
        before, kept = self._kept_for, self._ledger.save_draft(draft)
        if before not in {None, draft.department}:
            self._forget()
        self._kept_for = draft.department
        return kept

    def _forget(self) -> None:
        if self._kept_for is not None:
            self._ledger.discard_draft(self._key, self._kept_for)
            self._kept_for = None
