"""The latest reports of all tasks at once, in one pass over the covering index `note_by_task`.

The rule is that of `visible.standing`. A chain's first revision counts unless a later one takes its place,
and later ones are few: so the query names the revisions that do *not* count, and keeps all others.
"""

from __future__ import annotations

import sqlite3
from datetime import date

from plantui.model.key import TaskKey
from plantui.model.progress import Report, TaskReports
from plantui.model.terms import Status

from .records import moment_text
from .visible import end_of

_WRITTEN_LATER = """
    SELECT EXISTS (
        SELECT 1 FROM note INDEXED BY note_later WHERE supersedes IS NOT NULL AND written_at >= :end
    )
"""

_SUPERSEDED = """
    SELECT old.seq FROM note AS later INDEXED BY note_later JOIN note AS old ON old.id = later.supersedes
    WHERE later.supersedes IS NOT NULL
"""

# Within a chain the moments never go back. A chain begun by the end of the day shows its newest revision of
# that time: one written by then hides what it supersedes, one written after it is hidden. Any other chain
# shows its newest.
_HIDDEN_THEN = """
    SELECT CASE WHEN later.written_at >= :end AND first.written_at < :end THEN later.seq ELSE old.seq END
    FROM note AS later
    JOIN note AS old ON old.id = later.supersedes
    JOIN note AS first ON first.id = later.chain
    WHERE later.supersedes IS NOT NULL
"""

# The newest of a group as one text: each part has one width, the number thanks to what is added to it.
_LATEST = """
    SELECT plan, task, department, status, percent, count(*),
           max(as_of || written_at || (1000000000000000000 + seq))
    FROM note INDEXED BY note_by_task
    WHERE kind = 'written' AND as_of <= :today AND seq NOT IN ({hidden})
    GROUP BY plan, task, department
"""


def latest(connection: sqlite3.Connection, today: date) -> dict[TaskKey, TaskReports]:
    """What the counting notes say of every task that has any, on the as-of day."""
    facts = {"end": moment_text(end_of(today)), "today": today.isoformat()}
    connection.execute("BEGIN")  # one state of the file for both queries
    try:
        (written_later,) = connection.execute(_WRITTEN_LATER, {"end": facts["end"]}).fetchone()
        sql = _LATEST.format(hidden=_HIDDEN_THEN if written_later else _SUPERSEDED)
        return _gather(connection.execute(sql, facts))
    finally:
        connection.execute("COMMIT")


def _gather(rows: sqlite3.Cursor) -> dict[TaskKey, TaskReports]:
    """One entry per task from rows ordered by plan and task, one per department."""
    found: dict[TaskKey, TaskReports] = {}
    same: dict[tuple[str, int | None], Report] = {}  # few different ones stand for very many
    key, reports, notes = TaskKey("", ""), dict[str, Report](), 0
    for plan, task, department, status, percent, count, _ in rows:
        if task != key.task or plan != key.plan:
            if reports:
                found[key] = TaskReports(reports, notes)
            key, reports, notes = TaskKey(plan, task), {}, 0
        report = same.get((status, percent))
        if report is None:
            report = same[status, percent] = Report(Status(status), percent)
        reports[department] = report
        notes += count
    if reports:
        found[key] = TaskReports(reports, notes)
    return found
