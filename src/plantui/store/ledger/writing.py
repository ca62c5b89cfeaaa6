"""Writing actions and their revisions, inside a write transaction that the caller holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import uuid4

from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent, RevisionKind
from plantui.model.problem import UsageError

from . import errors, undo
from .records import NOTE_COLUMNS, Insert, Undone, moment_text, note_row, select_notes
from .undo import ActionKind, Step

_INSERT_ACTION = "INSERT INTO action (id, kind, target, author, written_at) VALUES (?, ?, ?, ?, ?)"
_INSERT_NOTE = (
    f"INSERT INTO note ({NOTE_COLUMNS}, action) VALUES ({', '.join('?' * (NOTE_COLUMNS.count(',') + 2))})"
)


@dataclass(frozen=True, slots=True)
class LedgerWriter:
    """Writes actions in the name of an author, at one moment, to one connection."""

    connection: sqlite3.Connection
    author: str
    now: datetime
    rows: list[Insert] = field(default_factory=list)
    """Everything that it has written."""

    def add(self, key: TaskKey, department: str, content: NoteContent, note_id: str | None = None) -> Note:
        """Write a new note, under an id that the caller has made sure to be free, or a new one."""
        ident = note_id or new_id(self.now)
        note = Note(ident, key, department, content, self.author, self.now, chain=ident)
        self._record(ActionKind.ADD, None, [note])
        return note

    def add_many(self, keys: Sequence[TaskKey], department: str, content: NoteContent) -> list[Note]:
        """Write one new note on each of these tasks, all in one action."""
        notes = [
            Note(ident, key, department, content, self.author, self.now, chain=ident)
            for key in keys
            for ident in [new_id(self.now)]
        ]
        self._record(ActionKind.ADD, None, notes)
        return notes

    def add_once(
        self, key: TaskKey, department: str, content: NoteContent, note_id: str
    ) -> tuple[Note, bool]:
        """Write a new note unless it is stored already; whether it is new. Raises NoteIdTaken."""
        stored = select_notes(self.connection, "id = ?", (note_id,))
        if not stored:
            return self.add(key, department, content, note_id), True
        note = stored[0]
        is_same = (note.key, note.department, note.content) == (key, department, content)
        if not is_same or note.supersedes is not None:
            raise errors.NoteIdTaken("ledger.id_taken", id=note_id, plan=note.key.plan, task=note.key.task)
        return note, False

    def revise(self, note_id: str, content: NoteContent | None) -> Note:
        """Write a revision with this content, or without one a retraction, of the note whose newest is `note_id`.

        Raises NoteUnknown, NoteChanged when another revision is newer, UsageError when it is retracted.
        """
        head = newest(self.connection, find(self.connection, note_id))
        if head.id != note_id:
            raise errors.NoteChanged(head, content)
        if head.kind is RevisionKind.RETRACTED:
            raise UsageError("ledger.retracted", id=note_id)
        kind = RevisionKind.WRITTEN if content else RevisionKind.RETRACTED
        note = self._after(head, content or head.content, kind)
        self._record(ActionKind.EDIT if content else ActionKind.RETRACT, None, [note])
        return note

    def undo(self) -> Undone | None:
        """Take back the author's last action; None when there is none left. Raises UndoConflict."""
        return self._move(ActionKind.UNDO, undo.next_undo(steps(self.connection, self.author)))

    def redo(self) -> Undone | None:
        """Bring back what the author undid last; None when there is nothing. Raises UndoConflict."""
        return self._move(ActionKind.REDO, undo.next_redo(steps(self.connection, self.author)))

    def _move(self, kind: ActionKind, target: str | None) -> Undone | None:
        if target is None:
            return None
        written: list[Note] = []
        for after in select_notes(self.connection, "action = ?", (target,)):
            before = _before(self.connection, after)
            expected, wanted = (after, before) if kind is ActionKind.UNDO else (before, after)
            head = newest(self.connection, after)
            if (head.kind, head.content) != (expected.kind, expected.content):
                raise errors.UndoConflict(head)
            written.append(self._after(head, wanted.content, wanted.kind))
        self._record(kind, target, written)
        return Undone(_kind_of(self.connection, target), tuple(written))

    def _after(self, head: Note, content: NoteContent, kind: RevisionKind) -> Note:
        # A clock set back must not make a revision older than the one it takes the place of: the as-of
        # rule compares these moments.
        moment = max(self.now, head.written_at)
        return replace(
            head,
            id=new_id(self.now),
            content=content,
            author=self.author,
            written_at=moment,
            kind=kind,
            supersedes=head.id,
        )

    def _record(self, kind: ActionKind, target: str | None, notes: Sequence[Note]) -> None:
        action = new_id(self.now)
        cells = (action, kind.value, target, self.author, moment_text(self.now))
        rows: list[Insert] = [
            (_INSERT_ACTION, cells),
            *((_INSERT_NOTE, (*note_row(note), action)) for note in notes),
        ]
        for sql, row in rows:
            self.connection.execute(sql, row)
        self.rows.extend(rows)


def new_id(moment: datetime) -> str:
    """Return an id that no other ledger has: 48 bits of time, 74 of chance, in the form of a UUID.

    Beginning with the time, new ids stand side by side in an index: a save in a large ledger touches few pages.
    """
    return f"{int(moment.timestamp() * 1000):012x}{uuid4().hex[12:]}"


def find(connection: sqlite3.Connection, note_id: str) -> Note:
    """Return the revision with that id. Raises NoteUnknown."""
    found = select_notes(connection, "id = ?", (note_id,))
    if not found:
        raise errors.NoteUnknown("ledger.no_note", id=note_id)
    return found[0]


def chain_of(connection: sqlite3.Connection, note: Note) -> list[Note]:
    """Return all revisions of the note that `note` belongs to, oldest first."""
    # The chain's task comes first in the index; ordering by +seq keeps SQLite from walking the whole table.
    facts = (note.key.plan, note.key.task, note.department, note.chain)
    condition = "plan = ? AND task = ? AND department = ? AND chain = ?"
    return select_notes(connection, condition, facts, order="+seq")


def newest(connection: sqlite3.Connection, note: Note) -> Note:
    """Return the revision of the note that counts now."""
    return chain_of(connection, note)[-1]


def steps(connection: sqlite3.Connection, author: str) -> Iterator[Step]:
    """Yield the author's actions, newest first."""
    rows = connection.execute(
        "SELECT id, kind, target FROM action WHERE author = ? ORDER BY seq DESC", (author,)
    )
    try:
        for ident, kind, target in rows:
            yield Step(ident, ActionKind(kind), target)
    finally:
        rows.close()


def _kind_of(connection: sqlite3.Connection, action: str) -> ActionKind:
    (kind,) = connection.execute("SELECT kind FROM action WHERE id = ?", (action,)).fetchone()
    return ActionKind(kind)


def _before(connection: sqlite3.Connection, after: Note) -> Note:
    """Return the revision that `after` took the place of: for a new note, a retracted one."""
    if after.supersedes is None:
        return replace(after, kind=RevisionKind.RETRACTED)
    return find(connection, after.supersedes)
