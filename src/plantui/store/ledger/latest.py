"""The latest reports of all tasks at once, in one pass over the covering index `note_by_task`.

The rule is that of `effective.effective`. A chain's first revision counts unless a later one takes its place,
and later ones are few: so the query names the revisions that do *not* count, and keeps all others.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import date, tzinfo
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.progress import Report, TaskReports
from plantui.model.terms import Status

from .effective import effective, end_of
from .forks import outdone_rows
from .log_part import WHOLE_LOG, LogPart
from .readable import UnreadableRow, has_no_code, one_state, readable_events, replaced, texts_as
from .records import CELL_CHECKS, has_events, moment_text, percent_of
from .staged import add_stages, stages_on
from .task_reports import extensions_of, in_order
from .unsound import Unsound, cell_reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plantui.model.event import Event
    from plantui.model.requirement import RequirementReport

_WRITTEN_LATER = """
    SELECT EXISTS (
        SELECT 1 FROM note INDEXED BY note_later WHERE supersedes IS NOT NULL AND written_at >= :end
    )
"""

_SUPERSEDED = """
    SELECT old.seq FROM note AS later INDEXED BY note_later JOIN note AS old ON old.id = later.supersedes
    WHERE later.supersedes IS NOT NULL AND {stored}
"""

# Within a chain the moments never go back. A chain begun by the end of the day shows its newest revision of
# that time: one written by then hides what it supersedes, one written after it is hidden. Any other chain
# shows its newest.
_HIDDEN_THEN = """
    SELECT CASE WHEN later.written_at >= :end AND first.written_at < :end THEN later.seq ELSE old.seq END
    FROM note AS later
    JOIN note AS old ON old.id = later.supersedes
    JOIN note AS first ON first.id = later.chain
    WHERE later.supersedes IS NOT NULL AND {stored}
"""

# Of a chain that two merged ledgers both went on with, the one rule in Python says which revision counts.
_FORKED = (
    "(({counts} AND seq NOT IN (SELECT value FROM json_each(:outdone))) OR "
    "(kind = 'written' AND as_of <= :today AND seq IN (SELECT value FROM json_each(:shown))))"
)

# The rows are found once, so that the covering index serves: it does not have the ids.
_ONLY = " AND seq IN (SELECT seq FROM note WHERE id IN (SELECT value FROM json_each(:only)))"

_COUNTS = "kind = 'written' AND as_of <= :today AND seq NOT IN ({hidden})"

# The order is that of the index, so nothing is sorted, and the newest row of a department comes last. Grouping in SQL
# would build a text for each row to find the same: three times as slow.
_COUNTING = """
    SELECT plan, task, department, status, percent, as_of, written_at, seq
    FROM note INDEXED BY note_by_task
    WHERE {counting}
    ORDER BY plan, task, department, as_of, written_at
"""


# Few notes speak of single requirements: a partial index holds just these, in this order.
_REQUIREMENTS = """
    SELECT plan, task, department, requirements, id, seq
    FROM note INDEXED BY note_requirements
    WHERE requirements != '' AND {counting}
    ORDER BY plan, task, department, as_of, written_at, id
"""

_ANY_REQUIREMENTS = "SELECT EXISTS (SELECT 1 FROM note INDEXED BY note_requirements WHERE requirements != '')"


def counting_condition(
    connection: sqlite3.Connection,
    today: date,
    zone: tzinfo | None = None,
    only: Iterable[str] | None = None,
    part: LogPart = WHOLE_LOG,
) -> tuple[str, dict[str, str]]:
    """Return the SQL condition that a revision counts on the as-of day in the zone, with the facts that it needs.

    `only` are the ids of the revisions that may count at all, None for all. The condition holds for the state of the
    file in which it was asked for. Of a part of the log the other rows are as if they were not there.
    """
    facts = {"end": moment_text(end_of(today, zone)), "today": today.isoformat(), **part.facts}
    (written_later,) = connection.execute(_WRITTEN_LATER, {"end": facts["end"]}).fetchone()
    not_counting = _HIDDEN_THEN if written_later else _SUPERSEDED
    condition = _COUNTS.format(hidden=not_counting.format(stored=part.was_stored("note", "later")))
    if (outdone := outdone_rows(connection, facts["end"], part)) is not None:
        shown, hidden = outdone
        facts |= {"shown": json.dumps(shown), "outdone": json.dumps(hidden)}
        condition = _FORKED.format(counts=condition)
    if only is not None:
        facts["only"] = json.dumps([*only])
        condition += _ONLY
    if part != WHOLE_LOG:
        condition += f" AND {part.holds('note')}"
    return condition, facts


def latest(
    connection: sqlite3.Connection,
    today: date,
    zone: tzinfo | None = None,
    only: Iterable[str] | None = None,
    part: LogPart = WHOLE_LOG,
) -> tuple[dict[TaskKey, TaskReports], list[UnreadableRow]]:
    """Return what counts of every task that has counting notes or extended dates, on the as-of day in the zone.

    `only` are the ids of the revisions that may count at all, None for all; `part` is the part of the log that is read.
    Rows of which nothing can be made come apart.
    """
    with one_state(connection):
        counting, facts = counting_condition(connection, today, zone, only, part)
        sql = _COUNTING.format(counting=counting)
        try:
            found, unreadable = _gather(connection, connection.execute(sql, facts))
        except sqlite3.OperationalError as error:
            if not has_no_code(error):
                raise
            with texts_as(connection, replaced):
                found, unreadable = _gather(connection, connection.execute(sql, facts))
        if has_events(connection):
            stages = stages_on(connection, today, zone, part=part)
            reopened = {note for note, state in stages.states.items() if state.is_reopened}
            with texts_as(connection, replaced):
                unreadable += _add_requirements(connection, counting, facts, found, reopened)
                add_stages(connection, stages.states, counting, facts, found)
            unreadable += stages.unreadable
            unreadable += _add_extensions(connection, today, zone, found, part)
        return found, unreadable


def _add_requirements(
    connection: sqlite3.Connection,
    counting: str,
    facts: dict[str, str],
    found: dict[TaskKey, TaskReports],
    reopened: set[str],
) -> list[UnreadableRow]:
    """Give the reports found the standing words on single requirements. Return the rows that are none.

    What a `reopened` note says does not count: somebody looked again, and it was not so.
    """
    if not connection.execute(_ANY_REQUIREMENTS).fetchone()[0]:
        return []
    from plantui.model.requirement import standing

    from .details import requirements_of

    unreadable: list[UnreadableRow] = []
    rows = connection.execute(_REQUIREMENTS.format(counting=counting), facts)
    for (plan, task, department), notes in groupby(rows, key=lambda row: (row[0], row[1], row[2])):
        of_task = found.get(TaskKey(plan, task))
        report = of_task.reports.get(department) if of_task else None
        if of_task is None or report is None:
            continue  # the row is among the unreadable ones already
        said: list[tuple[RequirementReport, ...]] = []
        for *_, stored, note, seq in notes:
            try:
                said.append(() if note in reopened else requirements_of(stored))
            except ValueError as error:
                reason = cell_reason(error, [("requirements", stored)], CELL_CHECKS)
                unreadable.append(UnreadableRow("note", seq, f"{plan} {task} {department}", reason))
        of_task.reports[department] = report._replace(requirements=tuple(standing(said).values()))
    return unreadable


def _add_extensions(
    connection: sqlite3.Connection,
    today: date,
    zone: tzinfo | None,
    found: dict[TaskKey, TaskReports],
    part: LogPart,
) -> list[UnreadableRow]:
    """Give the tasks the extensions of their dates that count. Return the rows that are none."""
    revisions, unreadable = readable_events(connection, "extension", part=part)
    extended: dict[TaskKey, list[Event]] = {}
    for event in in_order(effective(revisions, today, zone)):
        if event.key is not None:
            extended.setdefault(event.key, []).append(event)
    for key, events in extended.items():
        found[key] = found.get(key, TaskReports({}, 0))._replace(extensions=extensions_of(events))
    return unreadable


_NO_TEXT = "\N{REPLACEMENT CHARACTER}"


def _gather(
    connection: sqlite3.Connection, rows: sqlite3.Cursor
) -> tuple[dict[TaskKey, TaskReports], list[UnreadableRow]]:
    """Return one entry per task from rows ordered by plan, task, department and moment."""
    found: dict[TaskKey, TaskReports] = {}
    unreadable: list[UnreadableRow] = []
    same: dict[tuple[str, int | None, str], Report | None] = {}  # few different ones stand for very many
    key, reports, notes = TaskKey("", ""), dict[str, Report](), 0
    moments: dict[str, tuple[str, str]] = {}
    before: tuple[str, str, str] | None = None
    newest = 0
    for plan, task, department, status, percent, as_of, written_at, seq in rows:
        if task != key.task or plan != key.plan:
            if notes:
                found[key] = TaskReports(_newest_last(reports, moments), notes, _last_day(moments))
            key, reports, moments, notes, before = TaskKey(plan, task), {}, {}, 0, None
        try:
            report = same[status, percent, as_of]
        except KeyError:
            report = same[status, percent, as_of] = _report(status, percent, as_of)
        if report is None or _NO_TEXT in department:
            cells = [("department", None if report else department), ("status", status), ("percent", percent)]
            fault = Unsound("cell_not_text", column="department") if report else Unsound("value")
            reason = cell_reason(fault, cells, CELL_CHECKS)
            unreadable.append(UnreadableRow("note", seq, f"{plan} {task} {department}", reason))
            continue
        notes += 1
        moment = department, as_of, written_at
        if moment == before and not _is_later(connection, seq, newest):
            continue  # two notes of one moment: their ids decide, which no merge changes
        before, newest = moment, seq
        reports[department] = report
        moments[department] = as_of, written_at
    if notes:
        found[key] = TaskReports(_newest_last(reports, moments), notes, _last_day(moments))
    return found, unreadable


def _newest_last(reports: dict[str, Report], moments: dict[str, tuple[str, str]]) -> dict[str, Report]:
    """Return the reports in the order of time: of two names of one department the later one's report counts.

    Names come in their order: of one moment the last name is the later one.
    """
    if len(reports) < 2:
        return reports
    return {name: reports[name] for name in sorted(reports, key=moments.__getitem__)}


def _is_later(connection: sqlite3.Connection, seq: int, other: int) -> bool:
    """Return whether of two rows of one moment the first counts as the later one: that with the greater id."""
    (newest,) = connection.execute(
        "SELECT seq FROM note WHERE seq IN (?, ?) ORDER BY id DESC LIMIT 1", (seq, other)
    ).fetchone()
    return bool(newest == seq)


def _last_day(moments: dict[str, tuple[str, str]]) -> date | None:
    """Return the latest day that a note speaks of, by the newest moment of each department."""
    return _day(max(moments.values())[0]) if moments else None


@lru_cache(4096)
def _day(stored: str) -> date | None:
    """Return a stored day; None for a text that plantui never writes, which `find_unreadable` names."""
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return None


def _report(status: str, percent: int | None, as_of: str) -> Report | None:
    """Return what the cells say, None where plantui never writes such."""
    try:
        return Report(Status(status), percent_of(percent), as_of=_day(as_of))
    except ValueError:
        return None
