"""Writing actions and their revisions, inside a write transaction that the caller holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from uuid import uuid4

from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent, RevisionKind
from plantui.model.problem import UsageError

from . import errors, undo
from .forks import FORKED_CHAINS
from .records import (
    ACTION_COLUMNS,
    EVENT_COLUMNS,
    NOTE_COLUMNS,
    Undone,
    event_row,
    moment_text,
    note_row,
    select_events,
    select_notes,
)
from .undo import ActionKind, Step
from .written import Written

if TYPE_CHECKING:
    from plantui.model.event import Event, EventContent


def _insert(table: str, columns: str) -> str:
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (columns.count(',') + 1))})"


_INSERT_ACTION = _insert("action", ACTION_COLUMNS)
_INSERT_NOTE = _insert("note", f"{NOTE_COLUMNS}, action")
_INSERT_EVENT = _insert("event", f"{EVENT_COLUMNS}, action")

Revision = TypeVar("Revision", Note, "Event")
"""A revision of a note or of an event."""


_ON_TASKS = "'stage', 'extension', 'assignment', 'assessment'"
"""The subjects of events on one task, as SQL: the index of events goes by subject first."""


class NewEvent(NamedTuple):
    """An event that is to be written."""

    content: EventContent
    as_of: date
    """The day from which it holds."""
    key: TaskKey | None = None
    department: str = ""


class NewNote(NamedTuple):
    """A note that is to be written with others."""

    key: TaskKey
    department: str
    content: NoteContent
    replaces: str | None = None
    """The newest revision of the note that this one changes; None for a new note."""
    author: str = ""
    """The author of its text; empty for the user, whose action it is in any case."""


@dataclass(frozen=True, slots=True)
class LedgerWriter:
    """Writes actions in the name of an author, at one moment, to one connection."""

    connection: sqlite3.Connection
    author: str
    now: datetime
    ledger: str = ""
    """The identity of the ledger that the actions are done in."""
    written: Written = field(default_factory=Written)
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
            for key, ident in zip(keys, new_ids(self.now, len(keys)), strict=True)
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
        revisions = self._revised(note_id, content)
        self._record(ActionKind.EDIT if content else ActionKind.RETRACT, None, revisions)
        return revisions[-1]

    def take_in(self, notes: Sequence[NewNote]) -> list[Note]:
        """Write new notes and changes of others, all in one action, and return them. Raises as `revise` does."""
        ids = new_ids(self.now, len(notes))
        written: list[Note] = []
        for one, ident in zip(notes, ids, strict=True):
            if one.replaces is None:
                author = one.author or self.author
                new = Note(ident, one.key, one.department, one.content, author, self.now, chain=ident)
                written.append(new)
            else:
                revisions = self._revised(one.replaces, one.content)
                written += [note._replace(author=one.author or self.author) for note in revisions]
        is_new = any(one.replaces is None for one in notes)
        self._record(ActionKind.ADD if is_new else ActionKind.EDIT, None, written)
        return written

    def _revised(self, note_id: str, content: NoteContent | None) -> list[Note]:
        """Return the revisions that change a note, or without a content retract it, the one that counts last."""
        head = find(self.connection, note_id)
        heads = heads_of(chain_of(self.connection, head))
        if all(one.id != note_id for one in heads):
            raise errors.NoteChanged(heads[-1], content)
        if head.kind is RevisionKind.RETRACTED:
            raise UsageError("ledger.retracted", id=note_id)
        kind = RevisionKind.WRITTEN if content else RevisionKind.RETRACTED
        note = self._after(head, head._replace(content=content or head.content), kind)
        # Another ledger's revision with the very same text was no conflict, and must not become one by this.
        same = [one for one in heads if one.id != note_id and _says_the_same(one, head)]
        joined = [self._after(one, one, RevisionKind.JOINED) for one in same]
        return _one_after_another([*joined, note])

    def undo(self) -> Undone | None:
        """Take back the author's last action on what nobody else has changed since; None when there is none left.

        Raises UndoConflict where all that is left was changed by somebody else since.
        """
        passed: dict[str, errors.UndoConflict] = {}
        with closing(steps(self.connection, self.author, self.ledger)) as newest_first:
            for action in undo.undoable(newest_first):
                chains = _chains_of(self.connection, action)
                # What was done to a note before is not taken back either, whatever the note says by now.
                conflict = next((passed[one] for one in chains if one in passed), None)
                if conflict is None:
                    try:
                        return self._move(ActionKind.UNDO, action, _in_the_way(passed))
                    except errors.UndoConflict as found:
                        conflict = found
                passed.update(dict.fromkeys(chains, conflict))
        if passed:
            raise next(iter(passed.values()))
        return None

    def redo(self) -> Undone | None:
        """Bring back what the author undid last; None when there is nothing. Raises UndoConflict."""
        target = undo.next_redo(steps(self.connection, self.author, self.ledger))
        return None if target is None else self._move(ActionKind.REDO, target)

    def record(self, entries: Sequence[NewEvent]) -> list[Event]:
        """Write events, all in one action."""
        from plantui.model.event import Event

        events = [
            Event(
                ident,
                one.content,
                self.author,
                self._moment_of(one.key),
                one.as_of,
                one.key,
                one.department,
                chain=ident,
            )
            for one, ident in zip(entries, new_ids(self.now, len(entries)), strict=True)
        ]
        self._record(ActionKind.RECORD, None, events=events)
        return events

    def _moment_of(self, key: TaskKey | None) -> datetime:
        """Return the moment of an event on a task: after those before it, also where the clock was set back or stands still.

        Each step of a note follows from the one before.
        """
        if key is None:
            return self.now
        sql = (
            "SELECT max(written_at) FROM event WHERE subject IN (" + _ON_TASKS + ") AND plan = ? AND task = ?"
        )
        (newest,) = self.connection.execute(sql, key).fetchone()
        return (
            max(self.now, datetime.fromisoformat(newest) + timedelta(microseconds=1)) if newest else self.now
        )

    def settle(self, note_id: str, content: NoteContent | None, others: Sequence[str]) -> Note:
        """End a conflict: a revision with this content, or without one a retraction, after the head `note_id`.

        The other heads are joined into it.

        Raises NoteUnknown, and NoteChanged where the heads of the note are not just these any more.
        """
        head = find(self.connection, note_id)
        heads = {one.id: one for one in heads_of(chain_of(self.connection, head))}
        if heads.keys() != {note_id, *others}:
            raise errors.NoteChanged(newest(self.connection, head), content)
        joined = [self._after(heads[one], heads[one], RevisionKind.JOINED) for one in others]
        kind = RevisionKind.WRITTEN if content else RevisionKind.RETRACTED
        chosen = self._after(head, head._replace(content=content or head.content), kind)
        revisions = _one_after_another([*joined, chosen])
        self._record(ActionKind.SETTLE, None, revisions)
        return revisions[-1]

    def mark(self, kind: ActionKind) -> None:
        """Write an action without revisions of its own."""
        self._record(kind, None)

    def _move(self, kind: ActionKind, target: str, passed: tuple[Note | Event, ...] = ()) -> Undone:
        done = select_notes(self.connection, "action = ?", (target,))
        # What counted of several revisions of one note is the newest of them, and is to be so again.
        done.sort(key=lambda after: _moment(self._brought_back(kind, after)))
        notes = _one_after_another([self._moved(kind, after) for after in done])
        events = [
            self._moved(kind, after) for after in select_events(self.connection, "action = ?", (target,))
        ]
        self._record(kind, target, notes, events)
        return Undone(_kind_of(self.connection, target), tuple(notes), tuple(events), passed)

    def _brought_back(self, kind: ActionKind, after: Revision) -> Revision:
        """Return the revision that an undo or a redo of the action brings back that wrote `after`."""
        return _before(self.connection, after) if kind is ActionKind.UNDO else after

    def _moved(self, kind: ActionKind, after: Revision) -> Revision:
        """Return the revision by which an undo or a redo brings a note or an event to its earlier content."""
        wanted = self._brought_back(kind, after)
        expected = after if kind is ActionKind.UNDO else _before(self.connection, after)
        head = _head_after(self.connection, after)
        if (head.kind, head.content) != (expected.kind, expected.content):
            raise errors.UndoConflict(head)
        # Whose text it is comes back with it; who brought it back says the action.
        return self._after(head, wanted, wanted.kind)._replace(author=wanted.author)

    def _after(self, head: Revision, like: Revision, kind: RevisionKind) -> Revision:
        """Return a revision in the place of `head` with the content of another."""
        # A clock set back must not make a revision older than the one it takes the place of, nor as old: the
        # as-of rule compares these moments, and so does the order of revisions after a merge.
        moment = max(self.now, head.written_at + timedelta(microseconds=1))
        return head._replace(
            id=new_id(self.now),
            content=like.content,
            author=self.author,
            written_at=moment,
            kind=kind,
            supersedes=head.id,
        )

    def _record(
        self, kind: ActionKind, target: str | None, notes: Sequence[Note] = (), events: Sequence[Event] = ()
    ) -> None:
        action = new_id(self.now)
        cells = (action, kind.value, target, self.author, moment_text(self.now), self.ledger)
        written, last = self.written, 0
        written.add(self.connection, (_INSERT_ACTION, cells))
        for note in notes:
            last = written.add(self.connection, (_INSERT_NOTE, (*note_row(note), action)))
        for event in events:
            written.add(self.connection, (_INSERT_EVENT, (*event_row(event), action)))
        written.action, written.last_note = action, 0 if events else last


def new_id(moment: datetime) -> str:
    """Return an id that no other ledger has: 48 bits of time, 74 of chance, in the form of a UUID.

    Beginning with the time, new ids stand side by side in an index: a save in a large ledger touches few pages.
    """
    return f"{int(moment.timestamp() * 1000):012x}{uuid4().hex[12:]}"


def new_ids(moment: datetime, count: int) -> list[str]:
    """Return as many ids in rising order: what one action writes at one moment is read in the order of writing."""
    return sorted(new_id(moment) for _ in range(count))


def _one_after_another(revisions: Sequence[Note]) -> list[Note]:
    """Return the revisions of one action with moments in their order, note by note: of each note the last is the newest."""
    placed: list[Note] = []
    last: dict[str, datetime] = {}
    for one in revisions:
        before = last.get(one.chain)
        moment = max(one.written_at, before + timedelta(microseconds=1)) if before else one.written_at
        last[one.chain] = moment
        placed.append(one if moment == one.written_at else one._replace(written_at=moment))
    return placed


def _moment(note: Note) -> tuple[datetime, str]:
    return note.written_at, note.id


def find(connection: sqlite3.Connection, note_id: str) -> Note:
    """Return the revision with that id. Raises NoteUnknown."""
    found = select_notes(connection, "id = ?", (note_id,))
    if not found:
        raise errors.NoteUnknown("ledger.no_note", id=note_id)
    return found[0]


def chain_of(connection: sqlite3.Connection, note: Note) -> list[Note]:
    """Return all revisions of the note that `note` belongs to, oldest first."""
    # The chain's task comes first in the index; ordering by +written_at keeps SQLite from walking the whole table.
    facts = (note.key.plan, note.key.task, note.department, note.chain)
    condition = "plan = ? AND task = ? AND department = ? AND chain = ?"
    return select_notes(connection, condition, facts, order="+written_at, id")


def heads_of(revisions: Sequence[Revision]) -> list[Revision]:
    """Return the revisions of one chain that none takes the place of, oldest first.

    There are several where a note was changed in two ledgers that were merged, until a person settles it; those
    that were joined into another do not count.
    """
    superseded = {one.supersedes for one in revisions}
    found = [one for one in revisions if one.id not in superseded]
    return [one for one in found if one.kind is not RevisionKind.JOINED] or found


def newest(connection: sqlite3.Connection, note: Note) -> Note:
    """Return the revision of the note that counts now."""
    return heads_of(chain_of(connection, note))[-1]


def conflicts(connection: sqlite3.Connection, key: TaskKey | None = None) -> list[tuple[Note, ...]]:
    """Return the concurrent revisions of each note that was changed in two merged ledgers, of one task or of all."""
    of_task = (" AND note.plan = ? AND note.task = ?", (key.plan, key.task)) if key else ("", ())
    sql = (
        f"SELECT DISTINCT note.chain FROM ({FORKED_CHAINS}) AS forked JOIN note ON note.id = forked.chain"
        f"{of_task[0]} ORDER BY note.chain"
    )
    chains = [str(chain) for (chain,) in connection.execute(sql, of_task[1])]
    return conflicts_among(connection, chains)


def conflicts_among(connection: sqlite3.Connection, chains: Iterable[str]) -> list[tuple[Note, ...]]:
    """Return the concurrent revisions of those of these notes that have any, in the order given."""
    found = (heads_of(chain_of(connection, find(connection, chain))) for chain in chains)
    return [tuple(heads) for heads in found if any(not _says_the_same(one, heads[0]) for one in heads)]


def _head_after(connection: sqlite3.Connection, after: Revision) -> Revision:
    """Return the newest revision that came of `after`, itself where none did."""
    if isinstance(after, Note):
        revisions = chain_of(connection, after)
    else:
        revisions = select_events(connection, "chain = ?", (after.chain,))
    next_of = {one.supersedes: one for one in revisions}
    head = after
    while head.id in next_of:
        head = next_of[head.id]
    return head


def _says_the_same(one: Note, other: Note) -> bool:
    """Return whether nobody has to choose between two revisions: equal texts, or both retracted."""
    if one.kind is RevisionKind.RETRACTED:
        return other.kind is RevisionKind.RETRACTED
    return (one.kind, one.content) == (other.kind, other.content)


def _in_the_way(conflicts: Mapping[str, errors.UndoConflict]) -> tuple[Note | Event, ...]:
    """Return the revisions for which actions were passed over, each once."""
    return tuple({one.current.id: one.current for one in conflicts.values()}.values())


def steps(connection: sqlite3.Connection, author: str, ledger: str) -> Generator[Step, None, None]:
    """Yield the actions that the author did in this ledger, newest first, without those that are never undone."""
    # A copy of this ledger has its identity: what came in from one was done there all the same.
    rows = connection.execute(
        "SELECT id, kind, target FROM action WHERE author = ? AND ledger IN ('', ?) AND NOT EXISTS "
        "(SELECT 1 FROM receipt WHERE action.seq BETWEEN first_action AND last_action) ORDER BY seq DESC",
        (author, ledger),
    )
    try:
        for ident, kind, target in rows:
            step = Step(ident, ActionKind(kind), target)
            if step.kind not in undo.NEVER_UNDONE:
                yield step
    finally:
        rows.close()


def _chains_of(connection: sqlite3.Connection, action: str) -> list[str]:
    """Return the notes and events of which an action wrote revisions, by their chains."""
    sql = "SELECT chain FROM note WHERE action = :action UNION SELECT chain FROM event WHERE action = :action"
    return [str(chain) for (chain,) in connection.execute(sql, {"action": action})]


def _kind_of(connection: sqlite3.Connection, action: str) -> ActionKind:
    (kind,) = connection.execute("SELECT kind FROM action WHERE id = ?", (action,)).fetchone()
    return ActionKind(kind)


def _before(connection: sqlite3.Connection, after: Revision) -> Revision:
    """Return the revision that `after` took the place of: for what was new, a retracted one."""
    if after.supersedes is None:
        return after._replace(kind=RevisionKind.RETRACTED)
    if isinstance(after, Note):
        return find(connection, after.supersedes)
    return select_events(connection, "id = ?", (after.supersedes,))[0]
