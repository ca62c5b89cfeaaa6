"""Table of what counts now, kept beside the log: a row for each task, so that nothing of today reads every note.

The table is a cache. `rebuild` makes it again from the log, `differences` proves that both say the same, and each
writing transaction brings it up to date with the rows that it does not know yet, whoever has put them there.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from datetime import date, tzinfo
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.key import TaskKey
from plantui.model.progress import NO_REPORTS, TaskReports

from .effective import end_of
from .latest import latest
from .log_part import WHOLE_LOG
from .log_state import LogState, log_state, written_since
from .readable import one_state, readable_notes
from .records import has_events, moment_text
from .report_cells import reports_text, stored_day, stored_reports
from .task_reports import read_task, with_later

if TYPE_CHECKING:
    from plantui.model.event import Extension
    from plantui.model.note import Note

PATIENCE = 20
"""Rows that savings leave for a later one: taken in together they cost less, and a save is done the sooner."""
_AT_ONCE = 5_000
"""Rows that are taken in at a time."""
_OVERTAKEN = 5_000
"""Rows not known to the table up to which it is still read, and these tasks from the log."""
_REBUILT = 20
"""The share of the log, one to so many, beyond which unknown rows are taken in more quickly by making the table again."""

_STATE = "SELECT notes, events, last_day, last_moment, is_sound FROM current_state"
_STATE_AND_ENDS = """
    SELECT notes, events, last_day, last_moment, is_sound,
        ifnull((SELECT max(seq) FROM note), 0), ifnull((SELECT max(seq) FROM event), 0) FROM current_state
"""
_SET_STATE = "UPDATE current_state SET notes = ?, events = ?, last_day = ?, last_moment = ?, is_sound = ?"
_NEW = "SELECT seq, plan, task, as_of, written_at FROM {table} WHERE seq > ? ORDER BY seq LIMIT ?"
_NEW_STEPS = "SELECT plan, task, as_of, written_at FROM event WHERE seq > ? AND seq <= ? AND plan <> ''"
_PUT = """
    INSERT INTO current (plan, task, notes, last_day, reports, extensions) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (plan, task) DO UPDATE SET notes = excluded.notes, last_day = excluded.last_day,
        reports = excluded.reports, extensions = excluded.extensions
"""
_READ = "SELECT plan, task, notes, last_day, reports, extensions FROM current"
_READ_TASK = """
    SELECT notes, last_day, reports, extensions FROM current WHERE plan = ?1 AND task = ?2
    AND NOT EXISTS (SELECT 1 FROM event WHERE subject = 'stage' AND plan = ?1 AND task = ?2)
"""
_IS_NEW = """
    SELECT NOT EXISTS (SELECT 1 FROM note INDEXED BY note_by_task WHERE plan = ?1 AND task = ?2 AND seq <= ?3)
    AND NOT EXISTS (SELECT 1 FROM event WHERE subject IN ('stage', 'extension') AND plan = ?1 AND task = ?2)
"""
_OTHERWISE = """
    SELECT plan, task FROM note INDEXED BY note_by_task WHERE as_of > :today
    UNION SELECT plan, task FROM note INDEXED BY note_later WHERE supersedes IS NOT NULL AND written_at >= :end
    UNION SELECT plan, task FROM event
        WHERE plan <> '' AND (as_of > :today OR (supersedes IS NOT NULL AND written_at >= :end))
    LIMIT :limit
"""


class _State(NamedTuple):
    """State of the table: the rows up to which it has come."""

    notes: int
    """The number of the last row of a note that is in it."""
    events: int
    last_day: str
    """The latest day that anything speaks of: the table answers for no earlier one."""
    last_moment: str
    """The latest moment at which anything was written."""
    is_sound: bool
    """False where a row of the log cannot be read: whoever reads has to name it."""


class _New(NamedTuple):
    """Rows of the log that the table does not know."""

    state: _State
    """The state with these rows."""
    keys: frozenset[TaskKey]
    is_all: bool
    notes: Sequence[Note] = ()
    """Notes among them on tasks of which nothing else is new."""


class LatestReports(NamedTuple):
    """Reports that count on a day, with the state of the log that they follow from."""

    reports: Mapping[TaskKey, TaskReports]
    """The reports of every task that has some; after an earlier state of those written about since, empty ones too."""
    state: LogState | None = None
    """The state of the log; None where an earlier state says nothing of the day, as on a day that is over."""
    is_all: bool = True
    """False where `reports` are only those of the tasks written about since the state that was given."""
    extended: Mapping[TaskKey, TaskReports] = MappingProxyType({})
    """The reports of other tasks with extended dates, where not all are given: their reasons stand in the ledger alone."""


def read(
    connection: sqlite3.Connection, today: date, zone: tzinfo | None = None, since: LogState | None = None
) -> LatestReports | None:
    """Return what counts of every task on the as-of day, as the table has it, or of the tasks written about since a state.

    None where the log has to tell: on a day from which on very many tasks were written about otherwise, where a row cannot
    be read, and in a ledger that has no such table.
    """
    with one_state(connection):
        new = _usable(connection)
        if new is None:
            return None
        if not _counts_all(new.state, today, zone):
            found = _on_past_day(connection, today, zone, new)
            return None if found is None else LatestReports(found)
        by_log, is_sound = _by_log(connection, new.keys)
        if not is_sound:
            return None
        state = log_state(connection)
        changed = written_since(connection, since, _OVERTAKEN) if since else None
        if changed is None:
            return LatestReports({**_kept(connection, new.keys), **by_log}, state)
        found = {**_kept_of(connection, changed - new.keys), **by_log}
        reports = {key: found.get(key, NO_REPORTS) for key in changed}
        extended = _kept(connection, changed | new.keys, "WHERE extensions != ''")
        extended |= {key: one for key, one in by_log.items() if one.extensions and key not in changed}
        return LatestReports(reports, state, False, extended)


def catch_up(connection: sqlite3.Connection, patience: int = 0) -> int:
    """Take the rows of the log into the table that it does not know, inside a write transaction of the caller's.

    Up to `patience` of them are left for the next time: whoever reads asks the log for their tasks. Return how many
    are left.
    """
    *cells, notes, events = connection.execute(_STATE_AND_ENDS).fetchone()
    state = _State(*cells)
    behind = int(notes + events - state.notes - state.events)
    if behind <= patience:
        return behind
    if behind > _OVERTAKEN and behind * _REBUILT > notes + events:
        rebuild(connection)  # as after merging a whole year
        return 0
    whole: set[TaskKey] = set()
    while (state.notes, state.events) != (notes, events):
        ends = min(notes, state.notes + _AT_ONCE), min(events, state.events + _AT_ONCE)
        state = _take_in(connection, _read_new(connection, state, *ends), state, whole)
    return 0


def _take_in(connection: sqlite3.Connection, new: _New, before: _State, whole: set[TaskKey]) -> _State:
    """Take new rows into the table, which has those of the state before. Return the state with them.

    `whole` are the tasks that were read as a whole, with what later rows say of them: the table has these already.
    """
    continued = _continued(connection, new, before, whole)
    rest = new.keys - continued.keys() - whole
    found, is_sound = _by_log(connection, rest)
    whole |= rest
    connection.executemany(_PUT, (_row(*one) for one in (continued | found).items()))
    if rest:
        connection.executemany("DELETE FROM current WHERE plan = ? AND task = ?", rest - found.keys())
    later = new.state._replace(is_sound=new.state.is_sound and is_sound)
    connection.execute(_SET_STATE, later)
    return later


def _read_new(connection: sqlite3.Connection, state: _State, notes: int, events: int) -> _New:
    """Return the rows up to these numbers that the table does not know, with the notes that may be continued from."""
    said, unreadable = readable_notes(connection, "seq > ? AND seq <= ?", (state.notes, notes))
    if unreadable:
        return _new_rows(connection, state, _AT_ONCE)
    range_of_events = state.events, events
    steps = connection.execute(_NEW_STEPS, range_of_events).fetchall() if events > state.events else []
    stepped = {TaskKey(plan, task) for plan, task, *_ in steps}
    days = [state.last_day, *(note.as_of.isoformat() for note in said), *(row[2] for row in steps)]
    moments = [
        state.last_moment,
        *(moment_text(note.written_at) for note in said),
        *(row[3] for row in steps),
    ]
    later = state._replace(notes=notes, events=events, last_day=max(days), last_moment=max(moments))
    alone = [note for note in said if note.key not in stepped]
    return _New(later, frozenset(stepped.union(note.key for note in said)), True, alone)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole table again from the log, inside a write transaction of the caller's."""
    found, unreadable = latest(connection, date.max)
    connection.execute("DELETE FROM current")
    connection.executemany(_PUT, (_row(key, reports) for key, reports in found.items()))
    sql = "SELECT ifnull(max(seq), 0), ifnull(max(as_of), ''), ifnull(max(written_at), '') FROM {}"
    notes, note_day, note_moment = connection.execute(sql.format("note")).fetchone()
    events, event_day, event_moment = connection.execute(sql.format("event")).fetchone()
    days = max(note_day, event_day), max(note_moment, event_moment)
    connection.execute(_SET_STATE, (notes, events, *days, not unreadable))


def differences(connection: sqlite3.Connection) -> list[TaskKey]:
    """Return the tasks of which the table says something else than follows from the log; empty where it is right."""
    new = _new_rows(connection, _state(connection), -1)
    kept = {**_kept(connection, new.keys), **_by_log(connection, new.keys)[0]}
    found, _ = latest(connection, date.max)
    return sorted(key for key in kept.keys() | found.keys() if kept.get(key) != found.get(key))


def _usable(connection: sqlite3.Connection) -> _New | None:
    """Return what the table does not know, None where it cannot answer."""
    if not has_events(connection):
        return None
    new = _new_rows(connection, _state(connection), _OVERTAKEN)
    return new if new.state.is_sound and new.is_all else None


def _counts_all(state: _State, today: date, zone: tzinfo | None) -> bool:
    """Return whether all that was written counts on the day as it does now."""
    return state.last_day <= today.isoformat() and state.last_moment < moment_text(end_of(today, zone))


def _on_past_day(
    connection: sqlite3.Connection, today: date, zone: tzinfo | None, new: _New
) -> dict[TaskKey, TaskReports] | None:
    """Return what counts on a day after which something was written; None where the log says it as quickly.

    As of a day something else counts than now only of tasks on which something speaks of a later day, or on which a
    note or event that was there was changed later: a month is reported after its end, and what was first written then counts.
    """
    facts = {"today": today.isoformat(), "end": moment_text(end_of(today, zone)), "limit": _OVERTAKEN + 1}
    others = {TaskKey(plan, task) for plan, task in connection.execute(_OTHERWISE, facts)}
    if len(others) > _OVERTAKEN:
        return None
    others |= new.keys
    by_log, unreadable = latest(connection, today, zone, part=WHOLE_LOG.of_tasks(others))
    return None if unreadable else {**_kept(connection, others), **by_log}


def _state(connection: sqlite3.Connection) -> _State:
    return _State(*connection.execute(_STATE).fetchone())


def _new_rows(connection: sqlite3.Connection, state: _State, limit: int) -> _New:
    keys: set[TaskKey] = set()
    is_all = True
    at: list[int] = []
    last_day, last_moment = state.last_day, state.last_moment
    for table, known in (("note", state.notes), ("event", state.events)):
        rows = connection.execute(_NEW.format(table=table), (known, limit)).fetchall()
        is_all = is_all and len(rows) != limit
        for seq, plan, task, as_of, written_at in rows:
            known = seq
            if plan:
                keys.add(TaskKey(plan, task))
                last_day = max(last_day, as_of)
                last_moment = max(last_moment, written_at)
        at.append(known)
    return _New(_State(at[0], at[1], last_day, last_moment, state.is_sound), frozenset(keys), is_all)


def _kept(
    connection: sqlite3.Connection, new: Collection[TaskKey], condition: str = ""
) -> dict[TaskKey, TaskReports]:
    """Return what the table says of every task but the new ones, in the order of their keys."""
    rows = ((TaskKey(plan, task), cells) for plan, task, *cells in connection.execute(f"{_READ} {condition}"))
    return {key: _reports(*cells) for key, cells in rows if key not in new}


def _kept_of(connection: sqlite3.Connection, keys: Iterable[TaskKey]) -> dict[TaskKey, TaskReports]:
    """Return what the table says of these tasks, those without anything left out."""
    rows = (connection.execute(f"{_READ} WHERE plan = ? AND task = ?", key).fetchone() for key in keys)
    return {TaskKey(row[0], row[1]): _reports(*row[2:]) for row in rows if row}


def _continued(
    connection: sqlite3.Connection, new: _New, before: _State, without: Set[TaskKey]
) -> dict[TaskKey, TaskReports]:
    """Return what counts of the tasks, but for some, of which that follows from what the table says and the new notes alone.

    So it is with first revisions that come after everything that counts, which is what an office reports month by month,
    and with the first notes of a task; steps that were taken with notes, extensions and later revisions need the whole task.
    """
    of_task: dict[TaskKey, list[Note]] = {}
    for note in new.notes:
        of_task.setdefault(note.key, []).append(note)
    found: dict[TaskKey, TaskReports] = {}
    for key in sorted(of_task.keys() - without):  # in the order of the table: neighbours share a page
        notes = of_task[key]
        kept = None if any(note.supersedes for note in notes) else _to_continue(connection, key, before)
        if kept and all(_is_later(note, kept.last_day, before.last_moment) for note in notes):
            found[key] = with_later(kept, notes)
    return found


def _to_continue(connection: sqlite3.Connection, key: TaskKey, before: _State) -> TaskReports | None:
    """Return what counted of a task in the state before; None where the table does not tell all that counts for more."""
    cells = connection.execute(_READ_TASK, key).fetchone()
    if cells:
        return _reports(*cells)
    (is_new,) = connection.execute(_IS_NEW, (*key, before.notes)).fetchone()
    return NO_REPORTS if is_new else None


def _is_later(note: Note, last_day: date | None, last_moment: str) -> bool:
    """Return whether a note comes after all that count: it speaks of a later day, or of their last and was written later."""
    if last_day is None or note.as_of > last_day:
        return True
    return note.as_of == last_day and moment_text(note.written_at) > last_moment


def _by_log(
    connection: sqlite3.Connection, keys: Iterable[TaskKey]
) -> tuple[dict[TaskKey, TaskReports], bool]:
    """Return what counts of these tasks by the log, those without any left out, and whether all rows could be read."""
    read_tasks = {key: read_task(connection, key) for key in keys}
    found = {key: reports for key, (reports, _) in read_tasks.items() if reports.notes or reports.extensions}
    return found, not any(unreadable for _, unreadable in read_tasks.values())


def _row(key: TaskKey, found: TaskReports) -> tuple[str | int | None, ...]:
    last_day = found.last_day.isoformat() if found.last_day else None
    return (
        key.plan,
        key.task,
        found.notes,
        last_day,
        reports_text(found.reports),
        _extensions_text(found.extensions),
    )


def _reports(notes: int, last_day: str | None, reports: str, extensions: str) -> TaskReports:
    by_department, is_staged = stored_reports(reports)
    return TaskReports(
        by_department,
        notes,
        stored_day(last_day),
        _stored_extensions(extensions) if extensions else (),
        is_staged,
    )


def _extensions_text(extensions: Iterable[Extension]) -> str:
    texts = list(extensions)
    if not texts:
        return ""
    from . import details

    return json.dumps([details.event_content_cells(one)[1] for one in texts], ensure_ascii=False)


def _stored_extensions(stored: str) -> tuple[Extension, ...]:
    from plantui.model.event import Extension

    from . import details

    found = (details.event_content_of(details.EXTENSION, text) for text in json.loads(stored))
    return tuple(one for one in found if isinstance(one, Extension))
