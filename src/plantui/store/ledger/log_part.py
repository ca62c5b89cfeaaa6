"""Parts of the log: the rows that were stored by the time of an action, of some tasks or of all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from plantui.model.key import TaskKey

from .records import has_events
from .undo import ActionKind

_TABLES = ("note", "event")

_RECEIVED = """
    SELECT seq, received_at, first_action, last_action, first_note, last_note, first_event, last_event FROM receipt
    WHERE coalesce(first_action, first_note, first_event) IS NOT NULL ORDER BY seq
"""
_MARK = f"SELECT seq FROM action WHERE kind = '{ActionKind.RECEIVE}' AND written_at = ? AND seq > ?"

_NEXT_WITH_ROWS = """
    SELECT seq, (SELECT min(seq) FROM {table} WHERE action = action.id) FROM action
    WHERE seq > ? AND EXISTS (SELECT 1 FROM {table} WHERE action = action.id) ORDER BY seq LIMIT 1
"""


class _Ends(NamedTuple):
    """Row numbers of a table up to which rows were stored by the time of an action."""

    whole: int
    """Up to this one all."""
    of_merge: int
    """Up to this one those of actions up to it: it stands among actions that were merged at once."""


_NO_ENDS: Mapping[str, _Ends] = MappingProxyType({})


class LogPart(NamedTuple):
    """Rows of the log by their numbers, and of which tasks; without anything given the whole log."""

    action: int = 0
    ends: Mapping[str, _Ends] = _NO_ENDS
    tasks: str | None = None
    """Plan and task of each task, as JSON; None for all."""
    plans: tuple[str, str] | None = None
    """The ids from which on and before which those of the plans lie, the latter empty for no end; None for all plans."""

    def of_tasks(self, keys: Collection[TaskKey]) -> LogPart:
        """Return the rows of this part that are of some tasks."""
        return self._replace(tasks=json.dumps([*keys]))

    def of_plans(self, first: str, end: str) -> LogPart:
        """Return the rows of this part that are of the plans from one id on and before another; empty for no end."""
        return self._replace(plans=(first, end))

    def holds(self, table: str, name: str = "") -> str:
        """Return the SQL condition that a row of a table is in the part; `name` is that of the table in the query."""
        name = name or table
        conditions = [self.was_stored(table, name)]
        if self.tasks is not None:
            conditions.append(
                f"({name}.plan, {name}.task) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') "
                "FROM json_each(:part_tasks))"
            )
        if self.plans is not None:
            conditions.append(f"{name}.plan >= :part_first")
            conditions += [f"{name}.plan < :part_end"] if self.plans[1] else []
        return " AND ".join(conditions)

    def was_stored(self, table: str, name: str = "") -> str:
        """Return the SQL condition that a row of a table was stored by then, whatever task it is of."""
        name = name or table
        ends = self.ends.get(table)
        if ends is None:
            return "true"
        if ends.of_merge == ends.whole:
            return f"{name}.seq <= {ends.whole}"
        earlier = f"{name}.action IN (SELECT id FROM action WHERE seq <= {self.action})"
        return f"({name}.seq <= {ends.whole} OR ({name}.seq <= {ends.of_merge} AND {earlier}))"

    def came_later(self, table: str) -> str:
        """Return the SQL condition that a row of a table was stored after that time; the table has its own name."""
        ends = self.ends[table]
        if ends.of_merge == ends.whole:
            return f"{table}.seq > {ends.whole}"
        return f"{table}.seq > {ends.whole} AND NOT {self.was_stored(table)}"

    @property
    def facts(self) -> dict[str, str]:
        """The facts that the conditions need."""
        facts = {} if self.tasks is None else {"part_tasks": self.tasks}
        if self.plans is not None:
            facts |= dict(zip(("part_first", "part_end"), self.plans, strict=True))
        return facts


WHOLE_LOG = LogPart()


def stored_by(connection: sqlite3.Connection, action: int) -> LogPart:
    """Return the rows that were stored by the time of the action of this number.

    A merge stores its rows after its actions, and it may bring rows of an action that came in with another one before: so
    what counts is when a row was stored, and among the rows of one merge the order of their actions.
    """
    merges = [*_merges(connection)]
    tables = _TABLES if has_events(connection) else _TABLES[:1]
    return LogPart(action, {table: _ends(connection, table, action, merges) for table in tables})


def merges_by(connection: sqlite3.Connection, action: int) -> list[int]:
    """Return the numbers of the receipts of what had come in, or was coming in, by the time of the action."""
    return [one.receipt for one in _merges(connection) if one.mark <= action or action in one.actions]


class _Merge(NamedTuple):
    """Numbers of the rows that came in at once."""

    receipt: int
    """The number of the receipt."""
    actions: range
    rows: dict[str, range]
    mark: int
    """The number of the own action that stands behind them."""


def _merges(connection: sqlite3.Connection) -> Iterator[_Merge]:
    if not has_events(connection):
        return
    mark = 0
    for seq, received_at, *ends in connection.execute(_RECEIVED).fetchall():
        actions, notes, events = (_range(*ends[at : at + 2]) for at in (0, 2, 4))
        if actions:
            mark = actions.stop
        elif (found := connection.execute(_MARK, (received_at, mark)).fetchone()) is not None:
            (mark,) = found
        yield _Merge(seq, actions, {"note": notes, "event": events}, mark)


def _range(first: int | None, last: int | None) -> range:
    return range(0) if first is None or last is None else range(first, last + 1)


def _ends(connection: sqlite3.Connection, table: str, action: int, merges: Collection[_Merge]) -> _Ends:
    later = [merge.rows[table] for merge in merges if merge.mark > action and merge.rows[table]]
    (end,) = connection.execute(f"SELECT ifnull(max(seq), 0) + 1 FROM {table}").fetchone()
    first = min([end, *(rows.start for rows in later)])
    if (own := _first_own(connection, table, action, merges)) is not None:
        first = min(first, own)
    within = [merge.rows[table] for merge in merges if action in merge.actions]
    return _Ends(first - 1, max([first - 1, *(rows.stop - 1 for rows in within)]))


def _first_own(
    connection: sqlite3.Connection, table: str, action: int, merges: Collection[_Merge]
) -> int | None:
    """Return the first row that an action after this one stored, None without any; what was merged is left out."""
    found = connection.execute(_NEXT_WITH_ROWS.format(table=table), (action,)).fetchone()
    while found is not None:
        came_in = next((merge.actions for merge in merges if found[0] in merge.actions), None)
        if came_in is None:
            return int(found[1])
        found = connection.execute(_NEXT_WITH_ROWS.format(table=table), (came_in[-1],)).fetchone()
    return None
