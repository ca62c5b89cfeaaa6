"""Reads rows that may hold cells plantui never writes: the others are read all the same, and these are named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note
from plantui.model.problem import Message

from .log_part import WHOLE_LOG, LogPart
from .records import (
    CELL_CHECKS,
    DRAFT_COLUMNS,
    EVENT_COLUMNS,
    NOTE_COLUMNS,
    Value,
    draft_of,
    event_of,
    has_events,
    note_of,
    stored,
)
from .unsound import cell_reason

if TYPE_CHECKING:
    from plantui.model.event import Event

    from .note_cells import NoteCells

_Record = TypeVar("_Record", bound="Note | Draft | Event | NoteCells")


Facts = Sequence[Value] | Mapping[str, Value]
"""The values behind the places or the names in an SQL condition."""


class UnreadableRow(NamedTuple):
    """A row of which nothing can be made, with what can be said of it."""

    table: str
    seq: int
    """The row's number in its table."""
    place: str
    """Plan, task and department as far as they can be read."""
    reason: Message

    @property
    def facts(self) -> dict[str, str]:
        """The facts of the sentence `ledger.unreadable_row`."""
        return {"table": self.table, "seq": str(self.seq), "place": self.place, "reason": self.reason}


class _Kind(NamedTuple, Generic[_Record]):
    """A kind of record: its table, the columns read, and what makes a record of them."""

    table: str
    columns: str
    make: Callable[[Sequence[Value]], _Record]


_NOTES = _Kind("note", NOTE_COLUMNS, note_of)
_DRAFTS = _Kind("draft", DRAFT_COLUMNS, draft_of)
_EVENTS = _Kind("event", EVENT_COLUMNS, event_of)


def readable_notes(
    connection: sqlite3.Connection, condition: str, facts: Sequence[Value] = (), order: str = "seq"
) -> tuple[list[Note], list[UnreadableRow]]:
    """Return the revisions that meet an SQL condition, in the given order, and the rows that are none."""
    clause = f"WHERE {condition} ORDER BY {order}"
    return _read(connection, _NOTES, clause, facts)


def readable_revisions(
    connection: sqlite3.Connection, condition: str, facts: Sequence[Value] = (), order: str = "seq"
) -> tuple[list[NoteCells | Note], list[UnreadableRow]]:
    """Return what `readable_notes` does, the plain ones in their cells."""
    from .plain_rows import plain_or_note

    kind = _Kind("note", NOTE_COLUMNS, plain_or_note)
    return _read(connection, kind, f"WHERE {condition} ORDER BY {order}", facts)


def readable_drafts(connection: sqlite3.Connection, author: str) -> tuple[list[Draft], list[UnreadableRow]]:
    """Return the author's drafts of all windows, the one saved last first, and the rows that are none."""
    clause = "WHERE author = ? ORDER BY saved_at DESC"
    return _read(connection, _DRAFTS, clause, (author,))


def readable_events(
    connection: sqlite3.Connection, subject: str, key: TaskKey | None = None, part: LogPart = WHOLE_LOG
) -> tuple[list[Event], list[UnreadableRow]]:
    """Return the revisions of the events of a subject, of one task or all, oldest first, and the rows that are none.

    `part` is the part of the log that they are looked for in.
    """
    if not has_events(connection):
        return [], []
    of_task, task = (" AND plan = :plan AND task = :task", key._asdict()) if key else ("", {})
    clause = f"WHERE subject = :subject{of_task} AND {part.holds('event')} ORDER BY written_at, id"
    return _read(connection, _EVENTS, clause, {"subject": subject, **task, **part.facts})


def find_unreadable(connection: sqlite3.Connection) -> list[UnreadableRow]:
    """Return the notes, drafts and events of which nothing can be made."""
    notes = _one_by_one(connection, _NOTES)
    drafts = _one_by_one(connection, _DRAFTS)
    events = _one_by_one(connection, _EVENTS) if has_events(connection) else ()
    return [row for row in chain(notes, drafts, events) if isinstance(row, UnreadableRow)]


def has_no_code(error: sqlite3.OperationalError) -> bool:
    """Return whether it is Python's own "Could not decode to UTF-8", which alone has no code of SQLite's."""
    return getattr(error, "sqlite_errorcode", None) is None


def replaced(stored_text: bytes) -> str:
    """Return a text with a sign in the place of what is not UTF-8."""
    return stored_text.decode(errors="replace")


@contextmanager
def texts_as(connection: sqlite3.Connection, form: Callable[[bytes], str] | type[bytes]) -> Iterator[None]:
    """Have texts come in a form: `replaced`, or as the bytes that are stored, whatever they are."""
    before = connection.text_factory
    connection.text_factory = form
    try:
        yield
    finally:
        connection.text_factory = before


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """Have all queries of the block see one state of the file; inside a transaction that is there already, its own."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


def _read(
    connection: sqlite3.Connection, kind: _Kind[_Record], clause: str, facts: Facts
) -> tuple[list[_Record], list[UnreadableRow]]:
    try:
        sql = f"SELECT {stored(connection, kind.columns)} FROM {kind.table} {clause}"
        return [kind.make(row) for row in connection.execute(sql, facts)], []
    except ValueError:
        pass
    except sqlite3.OperationalError as error:
        if not has_no_code(error):
            raise
    # Something is wrong with a row: which one is found out row by row, a slower way that few ledgers need.
    records: list[_Record] = []
    unreadable: list[UnreadableRow] = []
    for row in _one_by_one(connection, kind, clause, facts):
        if isinstance(row, UnreadableRow):
            unreadable.append(row)
        else:
            records.append(row)
    return records, unreadable


def _one_by_one(
    connection: sqlite3.Connection, kind: _Kind[_Record], clause: str = "", facts: Facts = ()
) -> Iterator[_Record | UnreadableRow]:
    columns = stored(connection, kind.columns)
    with texts_as(connection, bytes):
        sql = f"SELECT rowid, plan, task, department, {columns} FROM {kind.table} {clause}"
        for seq, plan, task, department, *cells in connection.execute(sql, facts):
            try:
                yield kind.make([_text(cell) for cell in cells])
            except ValueError as error:
                place = b" ".join((plan, task, department)).decode(errors="replace")
                named = zip(kind.columns.split(", "), cells, strict=True)
                yield UnreadableRow(kind.table, seq, place, cell_reason(error, named, CELL_CHECKS))


def _text(cell: bytes | int | None) -> Value:
    """Return a cell as it would have been read; ValueError where it is no text."""
    return cell.decode() if isinstance(cell, bytes) else cell
