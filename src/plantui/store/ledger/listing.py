"""Lists of notes, a portion at a time: nobody holds a year's notes in memory, and nothing is locked between two portions.

Rows are never changed: the numbers of those that are listed, taken once, name the same notes whenever they are read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.key import TaskKey
from plantui.model.note import Note

from .latest import counting_condition
from .readable import UnreadableRow, readable_notes, readable_revisions, replaced, texts_as

if TYPE_CHECKING:
    from .note_cells import NoteCells

AT_ONCE = 1_000
"""Notes that are read at a time."""

_ORDER = "as_of, written_at, id"
_NUMBERED = "seq IN (SELECT value FROM json_each(?))"

# What plantui never writes is read too, so that it can be named: it might count.
_STRANGE = "kind NOT IN ('written', 'retracted', 'joined') OR as_of IS NOT date(as_of)"


def listed_rows(
    connection: sqlite3.Connection,
    where: Mapping[str, str],
    today: date | None,
    zone: tzinfo | None = None,
    all_revisions: bool = False,
) -> list[int]:
    """Return the numbers of the notes that count on the as-of day in the zone, None for now, or of all revisions.

    `where` gives columns and the values wanted there. They are ordered by the day they speak of, then as written.
    """
    condition, facts = (
        ("true", {}) if all_revisions else counting_condition(connection, today or date.max, zone)
    )
    wanted = "".join(f"{column} = :{column} AND " for column in where)
    sql = f"SELECT seq FROM note WHERE {wanted}(({condition}) OR {_STRANGE}) ORDER BY {_ORDER}"
    return [int(seq) for (seq,) in connection.execute(sql, {**facts, **where})]


# The covering index leaps from one department of a task to the next and finds the newest row of each at its end: a year's
# notes cost little more than one month's. Of several notes of one moment the ids decide, which no merge changes.
_NEWEST = """
    SELECT its_task, (
        SELECT seq FROM note INDEXED BY note_by_task
        WHERE plan = :plan AND task = its_task AND department = its_department AND {condition}
        ORDER BY as_of DESC, written_at DESC, id DESC LIMIT 1
    ) FROM (
        SELECT DISTINCT task AS its_task, department AS its_department
        FROM note INDEXED BY note_by_task WHERE plan = :plan{of_tasks}
    )
"""
_OF_TASKS = " AND task IN (SELECT value FROM json_each(:tasks))"


class NotePlace(NamedTuple):
    """The place of a note: the task of a plan, and the number of the row, which never changes."""

    task: str
    row: int


def newest_places(
    connection: sqlite3.Connection,
    plan: str,
    today: date,
    zone: tzinfo | None = None,
    only: Iterable[str] | None = None,
    tasks: Collection[str] | None = None,
) -> list[NotePlace]:
    """Return the places of the newest note of each department on each task of a plan, of those that count on the day.

    `only` are the ids of the revisions that may count at all; `tasks` are the tasks looked at, None for all.
    """
    condition, facts = counting_condition(connection, today, zone, only)
    if tasks is not None:
        facts["tasks"] = json.dumps([*tasks])
    sql = _NEWEST.format(condition=condition, of_tasks="" if tasks is None else _OF_TASKS)
    rows = connection.execute(sql, {**facts, "plan": plan})
    return [NotePlace(task, row) for task, row in rows if row is not None]


def read_rows(connection: sqlite3.Connection, rows: Sequence[int]) -> tuple[list[Note], list[UnreadableRow]]:
    """Return the notes with these numbers, in the order of `listed_rows`, and the rows that are none."""
    return readable_notes(connection, _NUMBERED, (json.dumps(rows),), order=_ORDER)


def read_revisions(
    connection: sqlite3.Connection, rows: Sequence[int]
) -> tuple[list[NoteCells | Note], list[UnreadableRow]]:
    """Return what `read_rows` does, the plain revisions in their cells."""
    return readable_revisions(connection, _NUMBERED, (json.dumps(rows),), order=_ORDER)


def keys_in(connection: sqlite3.Connection, rows: Sequence[int]) -> frozenset[TaskKey]:
    """Return the tasks of the notes with these numbers, also of those that cannot be read."""
    with texts_as(connection, replaced):
        found = connection.execute(f"SELECT plan, task FROM note WHERE {_NUMBERED}", (json.dumps(rows),))
        return frozenset(TaskKey(plan, task) for plan, task in found)
