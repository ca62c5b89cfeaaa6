"""Merging a submission of 2,000 notes against sqlite3's `executemany` of the same rows into the ledger's own tables.

Both ledgers hold a year of a province, both write ahead and sync on every commit, and both begin with an empty log. The
bare one reads no file and looks at nothing: it has the rows in memory.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from uuid import UUID

from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.plan import Deadline
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Status
from plantui.store.ledger import Ledger
from plantui.store.ledger.arriving import Row
from plantui.store.ledger.records import ACTION_COLUMNS, NOTE_COLUMNS, moment_text, note_row
from plantui.store.ledger.submission import Cut, Packet, SubmissionHead, submission_text

from .ledger_save import PROGRESS, insert_into
from .synthetic import DEPARTMENTS, PER_PLAN, SyntheticTask, tasks

NOTES = 2_000
_DAY = date(2026, 6, 26)
_WRITTEN = datetime(2026, 6, 27, 8, tzinfo=UTC)
_WITH_WORDS = 5
"""Each so many-th note says something of the task's first requirement."""
_INSERT_ACTION = insert_into("action", ACTION_COLUMNS)
_INSERT_NOTE = insert_into("note", f"{NOTE_COLUMNS}, action")


def packets(of_tasks: int, count: int) -> Iterator[Packet]:
    """Yield the reports of so many departments, each of `NOTES` notes on the tasks that it leads."""
    every = list(tasks(of_tasks))
    for number, department in enumerate(DEPARTMENTS[:count]):
        led = [task for task in every if task.leads[0] == department]
        yield _packet(number, department, list(islice(cycle(led), NOTES)))


def _packet(number: int, department: str, of_tasks: list[SyntheticTask]) -> Packet:
    actions: list[Row] = []
    notes: list[Row] = []
    for at, task in enumerate(of_tasks):
        moment = _WRITTEN + timedelta(seconds=number * NOTES + at)
        ident, action = (_id(moment, at, kind) for kind in (1, 2))
        key = TaskKey(f"synthetic-{task.number // PER_PLAN + 1:02}", task.id)
        content = NoteContent(
            Status.IN_PROGRESS, PROGRESS, at % 101, as_of=_DAY, requirements=_words(at, task)
        )
        note = Note(ident, key, department, content, "bench", moment, chain=ident)
        notes.append((*note_row(note), action))
        actions.append((action, "add", None, "bench", moment_text(moment), f"desk-{number}"))
    return Packet(actions, notes, [])


def _words(at: int, task: SyntheticTask) -> tuple[RequirementReport, ...]:
    if at % _WITH_WORDS or not task.deadlines:
        return ()
    phrase, due = task.deadlines[0]
    return (
        RequirementReport(Deadline(phrase, date.fromisoformat(due), clause=task.title), percent=at % 101),
    )


def _id(moment: datetime, at: int, kind: int) -> str:
    """Return an id that begins with the moment, as plantui's own do, the same at every run."""
    return UUID(int=(int(moment.timestamp() * 1000) << 80) + (kind << 40) + at).hex


class Merging(NamedTuple):
    """Seconds of one merging, of the bare insert of the same rows, and of taking them into what counts now."""

    merged: float
    bare: float
    caught_up: float


def measure(ledger: Path, of_tasks: int, count: int) -> list[Merging]:
    """Merge submissions, each followed by its bare insert, into two copies of a ledger on so many tasks."""
    work = ledger.parent
    ours, theirs = work / "ours.db", work / "bare.db"
    shutil.copyfile(ledger, ours)
    shutil.copyfile(ledger, theirs)
    submission = work / "submission.txt"
    found: list[Merging] = []
    for number, rows in enumerate(packets(of_tasks, count + 1)):
        submission.write_text(submission_text(_head(number), rows), "utf-8")
        os.sync()
        found.append(_merging(ours, theirs, submission, rows))
    return found[1:]  # the first fills the system's file cache


def _merging(ours: Path, theirs: Path, submission: Path, rows: Packet) -> Merging:
    """Do the one, then the other, each to the end of its commit; the logs are empty before."""
    with Ledger(ours, "bench") as ledger:
        ledger.demo_day()  # opens the file
        begun = perf_counter()
        received = ledger.receive(submission)
        merged = perf_counter() - begun
        begun = perf_counter()
        ledger.catch_up()
        caught_up = perf_counter() - begun
    if received.notes != NOTES:
        raise RuntimeError(f"{received.notes} of {NOTES} notes came in")
    with closing(sqlite3.connect(theirs, isolation_level=None)) as bare:
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute(
            "PRAGMA wal_autocheckpoint = 0"
        )  # neither of the two folds its log within the measured time
        bare.execute("SELECT count(*) FROM receipt").fetchone()
        begun = perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(_INSERT_ACTION, rows.actions)
        bare.executemany(_INSERT_NOTE, rows.notes)
        bare.execute("COMMIT")
        return Merging(merged, perf_counter() - begun, caught_up)


def _head(number: int) -> SubmissionHead:
    department = DEPARTMENTS[number]
    day, moment = _DAY.replace(day=1), moment_text(_WRITTEN)
    end = date(2026, 6, 30)
    cut = Cut("cut", moment)
    return SubmissionHead(
        department, (department,), "2026-06", day, end, moment, "bench", f"desk-{number}", cut, ()
    )


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
