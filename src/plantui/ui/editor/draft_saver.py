"""The writer of one editor's drafts and notes, in the order in which they were typed."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note, NoteContent
from plantui.model.problem import PlantuiError
from plantui.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft on the disk."""

    draft: Draft
    elsewhere: Draft | None
    """The draft that another open window keeps of the same note."""


class DraftSaver:
    """Writes to the ledger for one editor. All methods but `put` wait for the disk and belong in a thread.

    They run one after the other, so that a slow older draft never comes after a newer one or after the note.
    """

    def __init__(
        self, ledger: Ledger, key: TaskKey, kept: Draft | None, also: tuple[TaskKey, ...] = ()
    ) -> None:
        """Take the task, the draft that the form begins with, and more tasks that get the same new note."""
        self._ledger = ledger
        self._key = key
        self._also = also
        self._joint: dict[str, list[Note]] = {}
        """The notes on the other tasks, by the id of that on the first."""
        self._turn = Lock()
        self._waiting: Draft | None = None
        self._kept_for = kept.department if kept else None
        self._restored = kept
        """A draft of another window that this form began with, until it is this window's."""
        self._note: Note | None = None
        """The note that was saved last: the same content is no draft any more."""

    @property
    def has_kept(self) -> bool:
        """True while a draft of this form is in the ledger."""
        return self._kept_for is not None

    def put(self, draft: Draft) -> None:
        """Have this draft stored at the next `store`, in place of one that still waits."""
        self._waiting = draft

    def store(self) -> KeptDraft | None:
        """Store the draft that waits; None where another thread has done it, or the note that it makes is saved."""
        with self._turn:
            waiting, self._waiting = self._waiting, None
            draft = self._behind_saved(waiting) if waiting else None
            if draft is None:
                return None
            try:
                self._take_restored()
                kept = self._store(draft)
                return KeptDraft(kept, other_draft(self._ledger, self._key, kept.department))
            except PlantuiError:
                self._waiting = self._waiting or draft
                raise

    def save(self, department: str, revises: str | None, content: NoteContent, *, anywhere: bool) -> Note:
        """Save the note, as a revision of another where it is one. Its draft is gone with it.

        `anywhere` says that the user wants it in whatever file stands at the ledger's place now.
        """
        with self._turn:
            if anywhere:
                self._ledger.accept_file()
            self._take_restored()
            note = self._write(department, revises, content)
            self._waiting = self._kept_for = None
            self._note = note
            return note

    def _write(self, department: str, revises: str | None, content: NoteContent) -> Note:
        if revises is not None:
            others = [self._ledger.edit(note.id, content) for note in self._joint.get(revises, ())]
            note = self._ledger.edit(revises, content)
        elif self._also:
            note, *others = self._ledger.add_many((self._key, *self._also), department, content)
            self._ledger.discard_draft(self._key, department)
        else:
            return self._ledger.add(self._key, department, content)
        self._joint[note.id] = others
        return note

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
                self._store(draft._replace(department=department, edits=None))
            if other:
                self._kept_for = department
                self._restored = other
            return other

    def _behind_saved(self, draft: Draft) -> Draft | None:
        """Return what there is to keep of a draft that may have been typed while the note was being saved."""
        note = self._note
        if note is None or draft.department != note.department:
            return draft
        percent = "" if note.content.percent is None else str(note.content.percent)
        if (draft.content, draft.percent_text) == (note.content, percent):
            return None
        return draft._replace(edits=note.id) if draft.edits == note.supersedes else draft

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


def other_draft(ledger: Ledger, key: TaskKey, department: str) -> Draft | None:
    """Return the newest draft of the same note that another open window keeps."""
    return next(
        (
            draft
            for draft in ledger.drafts()
            if (draft.key, draft.department) == (key, department) and ledger.is_open_elsewhere(draft)
        ),
        None,
    )
