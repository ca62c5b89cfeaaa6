"""Saves notes one by one in a large ledger when asked, by the plantui that it is run with: `saver.py KIND FILE NOTES`.

KIND is `plantui`, or `bare` for an insert of the same cells into a table without any index but its own row number, with
the same durability. For each number on a line of stdin it makes so many saves and writes their seconds as JSON.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from uuid import uuid4

from bench.ledger_save import INSERT, PROGRESS, TASKS, build_bare, build_ledger
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.terms import Status
from plantui.store.ledger import Ledger
from plantui.store.ledger.records import note_row

_MONTH = date(2026, 6, 30)
"""The day that the notes speak of: later than those that are there, as what an office reports is."""


def main(kind: str, path: Path, notes: int) -> None:
    """Make the ledger, say that it is there, and save as often as asked."""
    if kind == "bare":
        build_bare(path, notes)
        save = _bare(path)
    else:
        build_ledger(path, notes)
        save = _saved(Ledger(path, "bench"))
    number = 0
    _answer([])
    for line in sys.stdin:
        seconds = []
        for _ in range(int(line)):
            key = TaskKey(f"plan-{number % 40}", f"t{number * 337 % TASKS}")
            content = NoteContent(Status.IN_PROGRESS, PROGRESS, number % 101, as_of=_MONTH)
            seconds.append(save(key, f"单位{number % 7}", content))
            number += 1
        _answer(seconds)


_Save = Callable[[TaskKey, str, NoteContent], float]
"""Saves a note and returns the seconds to the answer."""


def _saved(ledger: Ledger) -> _Save:
    def save(key: TaskKey, department: str, content: NoteContent) -> float:
        begun = perf_counter()
        ledger.add(key, department, content)
        return perf_counter() - begun

    return save


def _bare(path: Path) -> _Save:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")

    def save(key: TaskKey, department: str, content: NoteContent) -> float:
        ident = uuid4().hex
        row = note_row(Note(ident, key, department, content, "bench", datetime.now(UTC), chain=ident))
        begun = perf_counter()
        connection.execute(INSERT, row)
        return perf_counter() - begun

    return save


def _answer(seconds: list[float]) -> None:
    sys.stdout.write(f"{json.dumps(seconds)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
