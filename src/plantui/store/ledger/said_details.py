"""Actual values and evidence of all notes that count: partial indexes hold just the notes that give some."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from datetime import date, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.key import TaskKey

from .latest import counting_condition
from .readable import UnreadableRow, one_state, replaced, texts_as
from .records import CELL_CHECKS, has_events
from .unsound import cell_reason

if TYPE_CHECKING:
    # What a value and a piece of evidence are made of is loaded with the first one: most ledgers have none.
    from plantui.model.evidence import Evidence
    from plantui.model.indicator_state import ReportedValue


class NotedEvidence(NamedTuple):
    """A piece of evidence with the note that names it."""

    note: str
    """The id of the revision."""
    key: TaskKey
    department: str
    as_of: date
    """The day that the note speaks of."""
    evidence: Evidence


class _Row(NamedTuple):
    """A note that counts, as far as its details ask for it."""

    note: str
    key: TaskKey
    department: str
    as_of: date


def reported_values(
    connection: sqlite3.Connection, today: date, zone: tzinfo | None, only: Collection[str] | None = None
) -> tuple[dict[TaskKey, list[ReportedValue]], list[UnreadableRow]]:
    """Return the actual values of every task that has some, by the day of their notes; rows that are none come apart.

    `only` are the ids of the notes that may count at all, None for all.
    """
    found: dict[TaskKey, list[ReportedValue]] = {}

    def add(row: _Row, stored: str) -> None:
        from plantui.model.indicator_state import ReportedValue

        from .details import actuals_of

        if only is None or row.note in only:
            values = [ReportedValue(row.department, actual, row.as_of) for actual in actuals_of(stored)]
            found.setdefault(row.key, []).extend(values)

    return found, _each(connection, "actuals", today, zone, add)


def noted_evidence(
    connection: sqlite3.Connection, today: date, zone: tzinfo | None
) -> tuple[list[NotedEvidence], list[UnreadableRow]]:
    """Return the evidence of all notes that count, task by task; rows that are none come apart."""
    found: list[NotedEvidence] = []

    def add(row: _Row, stored: str) -> None:
        from .details import evidence_of

        pieces = evidence_of(stored)
        found.extend(NotedEvidence(row.note, row.key, row.department, row.as_of, one) for one in pieces)

    return found, _each(connection, "evidence", today, zone, add)


def _each(
    connection: sqlite3.Connection,
    column: str,
    today: date,
    zone: tzinfo | None,
    add: Callable[[_Row, str], None],
) -> list[UnreadableRow]:
    """Give `add` each counting note that has something in the column. Return the rows of which nothing can be made."""
    if not has_events(connection):
        return []  # a ledger of an older version, which has no such column
    unreadable: list[UnreadableRow] = []
    with one_state(connection), texts_as(connection, replaced):
        counting, facts = counting_condition(connection, today, zone)
        sql = (
            f"SELECT seq, id, plan, task, department, as_of, {column} FROM note INDEXED BY note_{column} "
            f"WHERE {column} != '' AND {counting} ORDER BY plan, task, as_of, written_at, id"
        )
        for seq, note, plan, task, department, as_of, stored in connection.execute(sql, facts):
            try:
                add(_Row(note, TaskKey(plan, task), department, date.fromisoformat(as_of)), stored)
            except ValueError as error:
                reason = cell_reason(error, [(column, stored)], CELL_CHECKS)
                unreadable.append(UnreadableRow("note", seq, f"{plan} {task} {department}", reason))
    return unreadable
