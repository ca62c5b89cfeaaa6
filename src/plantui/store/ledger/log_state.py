"""States of the log: the last row of each table, which names all rows before it, and what was written since one."""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple, Self

from plantui.model.key import TaskKey

from .contents import identity_of

_TABLES = ("action", "note", "event", "receipt")
_LAST = "SELECT seq, id FROM {table} ORDER BY seq DESC LIMIT 1"
_HAS = "SELECT 1 FROM {table} WHERE seq = ? AND id = ?"
_WRITTEN = "SELECT plan, task FROM {table} WHERE seq > ? AND plan != '' LIMIT ?"


class LogState(NamedTuple):
    """State of a ledger's log: the number and the id of the last row of each table, 0 and empty without one.

    Rows are only added, and a merge leaves a receipt of its own: so two files in which these rows are the same hold the
    same rows before them.
    """

    identity: str
    """The ledger's own id."""
    last: tuple[tuple[int, str], ...]
    """The last rows of the tables of actions, notes, events and receipts."""

    @property
    def text(self) -> str:
        """Return the state as text, from which `parse` gives it again."""
        return json.dumps([self.identity, *self.last])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the state behind a text. Raises ValueError for a text that `text` never gives."""
        identity, *last = json.loads(text)
        if len(last) != len(_TABLES):
            raise ValueError(text)
        return cls(str(identity), tuple((int(seq), str(ident)) for seq, ident in last))

    @property
    def rows(self) -> int:
        """The number of the last note and of the last event together: about how much there is to read."""
        return self.last[1][0] + self.last[2][0]


def log_state(connection: sqlite3.Connection) -> LogState:
    """Return the state of the log that a connection sees."""
    found = (connection.execute(_LAST.format(table=table)).fetchone() for table in _TABLES)
    return LogState(
        identity_of(connection), tuple((int(row[0]), str(row[1])) if row else (0, "") for row in found)
    )


def written_since(connection: sqlite3.Connection, earlier: LogState, most: int) -> frozenset[TaskKey] | None:
    """Return the tasks that anything was written about since an earlier state of this log.

    None where the log never was in that state, as in another file, and where more than `most` rows were written.
    """
    if earlier.identity != identity_of(connection):
        return None
    for table, (seq, ident) in zip(_TABLES, earlier.last, strict=True):
        if seq and not connection.execute(_HAS.format(table=table), (seq, ident)).fetchone():
            return None
    keys: set[TaskKey] = set()
    for table, (seq, _) in zip(_TABLES[1:3], earlier.last[1:3], strict=True):
        rows = connection.execute(_WRITTEN.format(table=table), (seq, most + 1)).fetchall()
        if len(rows) > most:
            return None
        keys.update(TaskKey(plan, task) for plan, task in rows)
    return frozenset(keys)
