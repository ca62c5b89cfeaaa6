"""Measures a year of a province: every task reported twelve times, against the same answers without a ledger."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import TypeVar

from plantui.store.ledger import current
from plantui.store.ledger.migrations import migrate

from .commands import peak_memory, run_seconds
from .figures import Figure, latency, ratio
from .interface import LIGHTS_SHOWN, started
from .merging import NOTES, Merging
from .screen import Screen
from .setup import CHECKOUT, TODAY, Setup
from .synthetic import PER_PLAN, tasks
from .terminal import Moment, Terminal

MONTHS = 12
_PROGRESS = "已完成前期勘察和方案比选，正在推进施工图审查。"
_INSERT = """
    INSERT INTO note (id, chain, kind, plan, task, department, status, percent, as_of, author, written_at, action,
        progress, problems, next_steps)
    VALUES (?, ?, 'written', ?, ?, ?, ?, ?, ?, 'bench', ?, ?, ?, '', '')
"""
_ACTION = "INSERT INTO action (id, kind, author, written_at) VALUES (?, 'add', 'bench', ?)"

_USER = "province"
_VIEWS = {"5": "未报送 (5)", "6": "各单位 (6)", "f5": "changes since the last period (F5)"}
"""Keys that lead to something which every note takes part in."""

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


def with_a_year(setup: Setup) -> str:
    """Return the user whose ledger holds a year's notes on all tasks; they are written once."""
    setup.compile_index(large=True)
    ledger = setup.ledger(_USER)
    if not ledger.exists():
        ledger.parent.mkdir(parents=True, exist_ok=True)
        fill(ledger, setup.tasks)
    return _USER


def province(setup: Setup) -> Iterator[Figure]:
    """A year's notes: commands, a start, keys and mergings, against the same without any or by the library alone."""
    ledger = setup.ledger(with_a_year(setup))
    noted, bare = setup.environ(_USER, large=True), setup.environ("large", large=True)
    notes = f"{setup.tasks * MONTHS:,} notes"
    for name, options, budget in _ROWS:
        command = [setup.plantui, "--today", TODAY, *options]
        pairs = _pairs(setup, lambda one: run_seconds(command, one, setup.folder), noted, bare)  # noqa: B023 - called at once
        yield ratio(f"{name}, {notes} / without a ledger", pairs, budget)
    yield from _start(setup, notes, noted, bare)
    yield from _list_notes(setup, noted)
    yield from _views(setup, notes, noted)
    yield from _merge(setup, ledger)


_Measured = TypeVar("_Measured")


def _pairs(
    setup: Setup,
    measure: Callable[[dict[str, str]], _Measured],
    noted: dict[str, str],
    bare: dict[str, str],
) -> list[tuple[_Measured, _Measured]]:
    """Return what was measured with the notes and without any, one after the other."""
    # The first fills the system's file cache and what plantui keeps.
    return [(measure(noted), measure(bare)) for _ in range(setup.runs + 1)][1:]


def _start(setup: Setup, notes: str, noted: dict[str, str], bare: dict[str, str]) -> Iterator[Figure]:
    command = [setup.plantui, "--today", TODAY]

    def measure(environ: dict[str, str]) -> tuple[Moment, float]:
        for user in (_USER, "large"):
            setup.forget(user)
        return started(setup, command, environ, LIGHTS_SHOWN)

    pairs = _pairs(setup, measure, noted, bare)
    seconds = [(ours[0].clock, theirs[0].clock) for ours, theirs in pairs]
    processor = [(ours[0].processor, theirs[0].processor) for ours, theirs in pairs]
    yield ratio(f"start to lights, {notes} / without a ledger", seconds, 1.10, processor=processor)
    yield Figure(f"memory at start, {notes}", median(ours[1] for ours, _ in pairs), "MiB", 48.0)


def _list_notes(setup: Setup, noted: dict[str, str]) -> Iterator[Figure]:
    plan = "synthetic-01"
    ours = [setup.plantui, "--today", TODAY, "note", "list", plan, "--json"]
    theirs = [str(setup.python), str(CHECKOUT / "bench" / "note_json.py"), str(setup.ledger(_USER)), plan]
    pairs = [
        (run_seconds(ours, noted, setup.folder), run_seconds(theirs, noted, setup.folder))
        for _ in range(setup.runs + 1)
    ]
    count = min(setup.tasks, PER_PLAN) * MONTHS
    yield ratio(f"note list --json of {count:,} notes / by the library alone", pairs[1:], 1.5)
    peak = peak_memory(ours, noted, setup.folder)
    yield Figure(f"memory of note list --json of {count:,} notes", peak, "MiB", 60.0)


def _views(setup: Setup, notes: str, noted: dict[str, str]) -> Iterator[Figure]:
    """Yield the times from a key to the first screen of a view, and to its count."""
    times: dict[str, list[tuple[Moment, Moment]]] = {key: [] for key in _VIEWS}
    for _ in range(max(3, setup.runs // 3)):
        for key, found in times.items():
            setup.forget(_USER)
            with Terminal([setup.plantui, "--today", TODAY], noted, setup.folder) as terminal:
                terminal.wait(LIGHTS_SHOWN)
                terminal.settle(0.5)
                found.append(terminal.reactions(key, Screen.lines, 0.5))
    for key, name in _VIEWS.items():
        yield latency(
            f"{name}, {notes}: key to the first screen", [first.clock for first, _ in times[key]], 50.0
        )
        yield latency(f"{name}, {notes}: key to the count", [last.clock for _, last in times[key]], 500.0)


def _merge(setup: Setup, ledger: Path) -> Iterator[Figure]:
    command = [str(setup.python), "-m", "bench.merging", str(ledger), str(setup.tasks), str(setup.runs)]
    environ = setup.environ("merge", large=False)
    done = subprocess.run(command, cwd=CHECKOUT, env=environ, check=True, stdout=subprocess.PIPE)
    found = [Merging(*seconds) for seconds in json.loads(done.stdout)]
    what = f"merging a submission of {NOTES:,} notes"
    yield ratio(f"{what} / executemany", [(one.merged, one.bare) for one in found], 2.0)
    whole = [(one.merged + one.caught_up, one.bare) for one in found]
    yield ratio(f"{what}, until it is in what counts now / executemany", whole, None)


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
