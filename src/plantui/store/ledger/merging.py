"""Merging: the union of this ledger's rows with those of another ledger or a submission.

Rows are only added, each under its own id, so merging again adds nothing and the order of mergings does not matter: what
is observed is ordered by (written_at, id) alone. A chain arrives whole or not at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from plantui.model.problem import Message

from . import errors
from .arriving import Arriving, Row
from .records import (
    ACTION_COLUMNS,
    CELL_CHECKS,
    EVENT_COLUMNS,
    NOTE_COLUMNS,
    Value,
    event_of,
    moment_of,
    moment_text,
    note_of,
)
from .undo import ActionKind
from .unsound import Unsound, cell_reason, reason_of

_Made = TypeVar("_Made")

_TEXT = frozenset({str})
_KINDS = {name: frozenset({str, type(None)}) for name in ("target", "supersedes")} | {
    "percent": frozenset({int, type(None)})
}
"""Kinds of the cells of columns that are not just text."""
_AT_ONCE = 5_000
"""Rows that are held at a time."""


class Merged(NamedTuple):
    """The outcome: the row numbers of what was new, and what was known already."""

    actions: range
    notes: range
    events: range
    known: int
    """Revisions of notes and events that were here before."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that is merged, and how its rows are made sure of."""

    name: str
    columns: str
    """The columns in the order of the cells; the id comes first."""
    check: Callable[[Sequence[Row]], None]
    """Raises ValueError for cells that plantui never writes."""

    @property
    def insert(self) -> str:
        """The command that adds a row unless one of its id is there."""
        places = ", ".join("?" * (self.columns.count(",") + 1))
        return f"INSERT INTO {self.name} ({self.columns}) VALUES ({places}) ON CONFLICT (id) DO NOTHING"


def _check_actions(rows: Sequence[Row]) -> None:
    if ActionKind.RECEIVE in {ActionKind(str(row[1])) for row in rows}:
        raise Unsound("action")
    _require_moments(row[4] for row in rows)


def _check_notes(rows: Sequence[Row]) -> None:
    """Look at each value once: many rows have the same status, percent, day and kind."""
    _require_moments(row[15] for row in rows)
    alike = {(row[4], row[6], row[9], row[16]): row for row in rows}
    for row in alike.values():
        note = _record(_NOTE, note_of, row)
        if note.content.as_of is None or note.content.as_of.isoformat() != row[9]:
            raise Unsound("cell", column="as_of", value=row[9])
    for row in rows:
        if row[11] or row[12] or row[13]:
            _record(_NOTE, note_of, row)


def _check_events(rows: Sequence[Row]) -> None:
    _require_moments(row[8] for row in rows)
    for row in rows:
        if _record(_EVENT, event_of, row).as_of.isoformat() != row[6]:
            raise Unsound("cell", column="as_of", value=row[6])


def _record(table: _Table, make: Callable[[Sequence[Value]], _Made], row: Row) -> _Made:
    """Return the record in a row of a note or an event. Raises Unsound with the cell that plantui never writes."""
    try:
        return make(row[:-1])
    except ValueError as error:
        cells = zip(table.columns.split(", "), row, strict=True)
        raise Unsound.of(cell_reason(error, cells, CELL_CHECKS)) from error


def _require_moments(moments: Iterable[Value]) -> None:
    """Refuse a moment that is written otherwise than plantui writes it: their order is that of the text."""
    for moment in set(moments):
        try:
            is_sound = moment_text(moment_of(str(moment))) == moment
        except ValueError:
            is_sound = False
        if not is_sound:
            raise Unsound("moment", value=moment)


_ACTION = _Table("action", ACTION_COLUMNS, _check_actions)
_NOTE = _Table("note", f"{NOTE_COLUMNS}, action", _check_notes)
_EVENT = _Table("event", f"{EVENT_COLUMNS}, action", _check_events)

_CHAINS = """
    SELECT new.id, new.supersedes, action.id IS NULL, old.id IS NULL OR first.id IS NULL
    FROM {table} AS new
    LEFT JOIN action ON action.id = new.action
    LEFT JOIN {table} AS old ON old.id = new.supersedes
    LEFT JOIN {table} AS first ON first.id = new.chain AND first.supersedes IS NULL
    WHERE new.seq > :before AND (action.id IS NULL OR CASE
        WHEN new.supersedes IS NULL THEN new.chain <> new.id OR new.kind <> 'written'
        ELSE old.id IS NULL OR first.id IS NULL OR old.chain <> new.chain OR old.written_at > new.written_at
            OR (old.plan, old.task, old.department) <> (new.plan, new.task, new.department)
        END)
    LIMIT 1
"""


def merge(connection: sqlite3.Connection, arriving: Arriving, source: Path) -> Merged:
    """Add what is not here yet, inside the caller's write transaction.

    Raises LedgerDamaged for rows that plantui never writes, LedgerIncomplete for a revision without the one that it
    takes the place of, LedgerDiffers where an id means something else here: the transaction is to be given up then.
    """
    actions, _ = _add(connection, _ACTION, arriving.actions, source)
    notes, known_notes = _add(connection, _NOTE, arriving.notes, source)
    events, known_events = _add(connection, _EVENT, arriving.events, source)
    _require_whole_chains(connection, _NOTE, notes, source)
    _require_whole_chains(connection, _EVENT, events, source)
    return Merged(actions, notes, events, known_notes + known_events)


def _add(
    connection: sqlite3.Connection, table: _Table, rows: Iterable[Row], source: Path
) -> tuple[range, int]:
    """Add the rows that are new; their numbers, and how many were known."""
    before = _last_row(connection, table)
    known = 0
    try:
        for batch in _batches(rows):
            _require_kinds(table, batch)
            changes = connection.total_changes
            connection.executemany(table.insert, batch)
            added = connection.total_changes - changes
            known += len(batch) - added
            new = batch if added == len(batch) else _new_ones(connection, table, batch, before, source)
            table.check(new)
    except ValueError as error:
        raise errors.LedgerDamaged("arrivals.damaged", source, reason=reason_of(error)) from error
    return range(before + 1, _last_row(connection, table) + 1), known


def _last_row(connection: sqlite3.Connection, table: _Table) -> int:
    (last,) = connection.execute(f"SELECT coalesce(max(seq), 0) FROM {table.name}").fetchone()
    return int(last)


def _require_kinds(table: _Table, rows: Iterable[Row]) -> None:
    """Refuse cells that SQLite would not store as they are: numbers as texts, bytes."""
    for kinds in {tuple(map(type, row)) for row in rows}:  # few different ones stand for very many
        for name, kind in zip(table.columns.split(", "), kinds, strict=True):
            if kind not in _KINDS.get(name, _TEXT):
                raise Unsound("kind_of_value", column=name)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, _AT_ONCE)):
        yield batch


def _new_ones(
    connection: sqlite3.Connection, table: _Table, batch: Sequence[Row], before: int, source: Path
) -> list[Row]:
    """Return the rows that were not here before this merging.

    Raises LedgerDiffers for an id that stands for something else here. The ledger of an old action may be named by now.
    """
    ids = json.dumps([row[0] for row in batch])
    sql = f"SELECT {table.columns}, seq FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))"
    here = {row[0]: row for row in connection.execute(sql, (ids,))}
    compared = -1 if table is _ACTION else None
    for row in batch:
        if here[row[0]][:-1][:compared] != row[:compared]:
            raise errors.LedgerDiffers("arrivals.differs", source, id=row[0])
    return [row for row in batch if here[row[0]][-1] > before]


def _require_whole_chains(connection: sqlite3.Connection, table: _Table, new: range, source: Path) -> None:
    sql = _CHAINS.format(table=table.name)
    found = connection.execute(sql, {"before": new.start - 1}).fetchone() if new else None
    if found is None:
        return
    ident, supersedes, lacks_action, lacks_earlier = found
    if supersedes is not None and lacks_earlier and not lacks_action:
        raise errors.LedgerIncomplete("arrivals.incomplete", source, id=ident, earlier=supersedes)
    raise errors.LedgerDamaged("arrivals.damaged", source, reason=Message("ledger.unsound.chain", id=ident))
