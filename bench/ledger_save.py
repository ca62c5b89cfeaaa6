"""A durable save of one note in a large ledger against a bare sqlite3 insert with the same durability.

Both ledgers hold as many notes; both connections stay open, write ahead and sync on every commit. The bare
one writes the same cells into a table without any index but its own row number.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import uuid4

from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.terms import Status
from plantui.store.ledger import Ledger, current
from plantui.store.ledger.migrations import migrate
from plantui.store.ledger.records import NOTE_COLUMNS, note_row

BUDGET = 2.5
"""At most so many times the bare insert."""

ROUNDS = 500
WARM_UP = 20
TASKS = 100_000
PROGRESS = "已完成前期勘察和方案比选，正在推进施工图审查，累计完成投资 1.2 亿元。" * 3


def insert_into(table: str, columns: str) -> str:
    """Return the command that adds a row."""
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (columns.count(',') + 1))})"


INSERT = insert_into("note", NOTE_COLUMNS)

_FILL = f"""
    WITH RECURSIVE counter(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counter WHERE n + 1 < :notes),
    made(n, id) AS MATERIALIZED (SELECT n, lower(hex(randomblob(16))) FROM counter)
    INSERT INTO note ({NOTE_COLUMNS}{{action}})
    SELECT id, 'plan-' || (n % 40), 't' || (n % {TASKS}), '单位' || (n % 7), 'in_progress', :progress,
           n % 101, '', '', date('2024-01-01', '+' || (n % 700) || ' days'), '', '', '', '', 'bench',
           strftime('%Y-%m-%dT%H:%M:%S.000000Z', '2024-01-01', '+' || n || ' seconds'),
           'written', NULL, id{{value}}
    FROM made
"""
_FILL_ACTIONS = """
    INSERT INTO action (id, kind, author, written_at) SELECT action, 'add', author, written_at FROM note
"""


def build_ledger(path: Path, notes: int) -> None:
    """A ledger of `notes` notes of one revision each, written in one go."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    sql = _FILL.format(action=", action", value=", lower(hex(randomblob(16)))")
    connection.execute("BEGIN")
    connection.execute(sql, {"notes": notes, "progress": PROGRESS})
    connection.execute(_FILL_ACTIONS)
    current.rebuild(connection)
    connection.execute("COMMIT")
    connection.close()


def build_bare(path: Path, notes: int) -> None:
    """Store the same notes in one table without an index."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"CREATE TABLE note (seq INTEGER PRIMARY KEY, {NOTE_COLUMNS})")
    connection.execute(_FILL.format(action="", value=""), {"notes": notes, "progress": PROGRESS})
    connection.close()


def measure(work: Path, notes: int = 1_000_000) -> tuple[float, float]:
    """Median seconds of (our save, the bare insert), taken in turn, in ledgers of `notes` notes."""
    work.mkdir(parents=True, exist_ok=True)
    build_ledger(work / "ours.db", notes)
    build_bare(work / "bare.db", notes)
    os.sync()  # the kernel's writing of two large new files would fall into the measured time
    bare = sqlite3.connect(work / "bare.db", isolation_level=None)
    bare.execute("PRAGMA synchronous = FULL")
    ours: list[float] = []
    theirs: list[float] = []
    with Ledger(work / "ours.db", "bench") as ledger:
        for number in range(WARM_UP + ROUNDS):
            key = TaskKey(f"plan-{number % 40}", f"t{number * 337 % TASKS}")
            content = NoteContent(Status.IN_PROGRESS, PROGRESS, number % 101, as_of=date(2025, 6, 30))
            begun = perf_counter()
            ledger.add(key, f"单位{number % 7}", content)
            ours.append(perf_counter() - begun)
            ident = uuid4().hex
            row = note_row(Note(ident, key, "单位", content, "bench", datetime.now(UTC), chain=ident))
            begun = perf_counter()
            bare.execute(INSERT, row)
            theirs.append(perf_counter() - begun)
    bare.close()
    return median(ours[WARM_UP:]), median(theirs[WARM_UP:])


def main() -> None:
    """Print the figures for a ledger of `--notes` notes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=1_000_000)
    with tempfile.TemporaryDirectory(prefix="plantui-bench-") as work:
        ours, theirs = measure(Path(work), parser.parse_args().notes)
    figures = f"save {ours * 1e3:.3f} ms, bare insert {theirs * 1e3:.3f} ms"
    sys.stdout.write(f"{figures}: {ours / theirs:.2f} x, at most {BUDGET}\n")


if __name__ == "__main__":
    main()
