"""Measures a year of a province: every task reported twelve times, against the same answers without a ledger."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from plantui.store.ledger import current
from plantui.store.ledger.migrations import migrate

from .commands import run_seconds
from .figures import Figure, ratio
from .setup import TODAY, Setup
from .synthetic import PER_PLAN, tasks

MONTHS = 12
_PROGRESS = "已完成前期勘察和方案比选，正在推进施工图审查。"
_INSERT = """
    INSERT INTO note (id, chain, kind, plan, task, department, status, percent, as_of, author, written_at, action,
        progress, problems, next_steps)
    VALUES (?, ?, 'written', ?, ?, ?, ?, ?, ?, 'bench', ?, ?, ?, '', '')
"""
_ACTION = "INSERT INTO action (id, kind, author, written_at) VALUES (?, 'add', 'bench', ?)"

_ROWS: tuple[tuple[str, list[str], float], ...] = (
    ("plantui list --light red", ["list", "--light", "red"], 1.5),
    ("csv export of all tasks", ["export", "--format", "csv"], 2.0),
)


def fill(path: Path, of_tasks: int) -> None:
    """Write a ledger with twelve months of notes on each task, the last by the end of June 2026."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN")
    for month in range(MONTHS):
        connection.execute(_ACTION, (f"action-{month}", f"{_day(month)}T08:00:00.000000Z"))
        connection.executemany(_INSERT, _notes(month, of_tasks))
    current.rebuild(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _notes(month: int, of_tasks: int) -> Iterator[tuple[str | int, ...]]:
    day = _day(month).isoformat()
    for task in tasks(of_tasks):
        ident = f"{month * of_tasks + task.number:032x}"
        is_done = task.number % 3 == 0 and month == MONTHS - 1
        status, percent = ("completed", 100) if is_done else ("in_progress", month * (task.number % 9))
        plan = f"synthetic-{task.number // PER_PLAN + 1:02}"
        moment = f"{day}T08:00:00.{task.number % 1_000_000:06d}Z"
        yield (
            ident,
            ident,
            plan,
            task.id,
            task.leads[0],
            status,
            percent,
            day,
            moment,
            f"action-{month}",
            _PROGRESS,
        )


def _day(month: int) -> date:
    return date(2025, 7 + month, 25) if month < 6 else date(2026, month - 5, 25)


def province(setup: Setup) -> Iterator[Figure]:
    """Commands over a year's notes, against the same commands without any."""
    setup.compile_index(large=True)
    ledger = setup.ledger("province")
    ledger.parent.mkdir(parents=True, exist_ok=True)
    fill(ledger, setup.tasks)
    noted, bare = setup.environ("province", large=True), setup.environ("large", large=True)
    for name, options, budget in _ROWS:
        command = [setup.plantui, "--today", TODAY, *options]
        pairs = []
        for run in range(setup.runs + 1):
            pair = run_seconds(command, noted, setup.folder), run_seconds(command, bare, setup.folder)
            if run:  # the first fills the system's file cache
                pairs.append(pair)
        notes = f"{setup.tasks * MONTHS:,} notes"
        yield ratio(f"{name}, {notes} / without a ledger", pairs, budget)


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
