"""Stages of notes in the ledger: what counts of one task is what counts of all, undone, replayed and kept in order."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from plantui.model.event import Stage, StageKind
from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.model.plan import Deadline
from plantui.model.progress import Report
from plantui.model.requirement import RequirementReport
from plantui.model.stages import SAVED, NoteStage, step_day
from plantui.model.terms import Status
from plantui.store.ledger import Ledger, NewEvent
from tests.support.ledger_samples import BUREAU, KEY, Clock, said

JUNE, JULY, AUGUST, SEPTEMBER = date(2024, 6, 30), date(2024, 7, 3), date(2024, 8, 31), date(2024, 9, 15)
DONE = said("完成", 100)._replace(status=Status.COMPLETED)
FIRST = Deadline("2024年底前", date(2024, 12, 31), "完成改造40家")


@pytest.fixture
def clock() -> Clock:
    """A clock that the test sets."""
    return Clock(JUNE)


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Ledger:
    """A ledger that a test writes to."""
    return Ledger(tmp_path / "ledger.db", "张三", clock)


def take(ledger: Ledger, clock: Clock, note: Note, kind: StageKind, day: date) -> None:
    """Take one step with a note on a day."""
    clock.set(day)
    state = ledger.stages(note.key).get(note.id, SAVED)
    as_of = step_day(kind, note, state, day)
    ledger.record([NewEvent(Stage(note.id, kind, "数字[2024]"), as_of, note.key, note.department)])


def reports_on(ledger: Ledger, day: date, key: TaskKey = KEY) -> dict[str, Report]:
    """Return the reports of a task: read alone and with all others they are the same."""
    alone, of_all = ledger.reports_of(key, day), ledger.latest(day)
    assert of_all.get(key, alone._replace(reports={}, notes=0)) == alone
    return {name: report._replace(as_of=None) for name, report in alone.reports.items()}


def test_way_of_a_note_and_back_again(ledger: Ledger, clock: Clock) -> None:
    """June is checked in July and counts as June's; closing and reopening in September change nothing of August."""
    note = ledger.add(KEY, BUREAU, DONE)
    assert reports_on(ledger, JUNE) == {BUREAU: Report(Status.COMPLETED, 100)}
    submitted = Report(Status.COMPLETED, 100, (), NoteStage.SUBMITTED, NoteStage.SUBMITTED)
    take(ledger, clock, note, StageKind.SUBMITTED, JULY)
    assert reports_on(ledger, JUNE)[BUREAU] == submitted
    take(ledger, clock, note, StageKind.CHECKED, JULY)
    take(ledger, clock, note, StageKind.CLOSED, SEPTEMBER)
    checked = submitted._replace(stage=NoteStage.CHECKED, waiting=None)
    assert reports_on(ledger, AUGUST)[BUREAU] == checked
    assert reports_on(ledger, SEPTEMBER)[BUREAU] == checked._replace(
        status=Status.CLOSED, stage=NoteStage.CLOSED
    )
    later = date(2024, 9, 20)
    take(ledger, clock, note, StageKind.REOPENED, later)
    assert reports_on(ledger, later)[BUREAU] == Report(Status.IN_PROGRESS, None, (), NoteStage.CHECKED)
    assert reports_on(ledger, SEPTEMBER)[BUREAU].status is Status.CLOSED
    ledger.undo()
    assert reports_on(ledger, later)[BUREAU].status is Status.CLOSED
    ledger.undo()
    assert reports_on(ledger, later)[BUREAU] == checked


def test_later_revision_begins_again(ledger: Ledger, clock: Clock) -> None:
    note = ledger.add(KEY, BUREAU, DONE)
    take(ledger, clock, note, StageKind.SUBMITTED, JUNE)
    ledger.edit(note.id, DONE._replace(progress="改"))
    assert reports_on(ledger, JUNE) == {BUREAU: Report(Status.COMPLETED, 100)}
    assert not ledger.latest(JUNE)[KEY].is_staged


def test_undo_of_an_edit_brings_the_stage_back(ledger: Ledger, clock: Clock) -> None:
    """What was looked at is there again, word for word: an undo gives back all of it, and so do redo and another undo."""
    note = ledger.add(KEY, BUREAU, DONE)
    for kind, day in (
        (StageKind.SUBMITTED, JULY),
        (StageKind.CHECKED, JULY),
        (StageKind.CLOSED, AUGUST),
    ):
        take(ledger, clock, note, kind, day)
    closed = reports_on(ledger, AUGUST)
    assert closed[BUREAU].stage is NoteStage.CLOSED
    clock.set(SEPTEMBER)
    ledger.edit(note.id, DONE._replace(progress="改"))
    edited = reports_on(ledger, SEPTEMBER)
    assert edited[BUREAU].stage is None
    for move, expected in ((ledger.undo, closed), (ledger.redo, edited), (ledger.undo, closed)):
        move()
        assert reports_on(ledger, SEPTEMBER) == expected
        assert reports_on(ledger, AUGUST) == closed
        assert ledger.differences() == []
    (again,) = ledger.notes(key=KEY)
    clock.set(date(2024, 9, 20))
    take(ledger, clock, again, StageKind.REOPENED, date(2024, 9, 20))
    assert reports_on(ledger, date(2024, 9, 20))[BUREAU].status is Status.IN_PROGRESS
    assert reports_on(ledger, SEPTEMBER) == closed
    ledger.undo()
    ledger.undo()  # the closing itself
    assert reports_on(ledger, date(2024, 9, 20))[BUREAU].stage is NoteStage.CHECKED


def test_undo_of_a_retraction_brings_the_stage_back(ledger: Ledger, clock: Clock) -> None:
    note = ledger.add(KEY, BUREAU, DONE)
    take(ledger, clock, note, StageKind.SUBMITTED, JUNE)
    submitted = reports_on(ledger, JUNE)
    ledger.retract(note.id)
    assert reports_on(ledger, JUNE) == {}
    ledger.undo()
    assert reports_on(ledger, JUNE) == submitted
    ledger.redo()
    assert reports_on(ledger, JUNE) == {}
    assert ledger.differences() == []


def test_two_edits_undone_lead_back_to_the_stage_of_the_first(ledger: Ledger, clock: Clock) -> None:
    """The undo of the second brings back a revision that was only saved, the undo of the first the one submitted."""
    note = ledger.add(KEY, BUREAU, DONE)
    take(ledger, clock, note, StageKind.SUBMITTED, JUNE)
    first = ledger.edit(note.id, DONE._replace(progress="一改"))
    ledger.edit(first.id, DONE._replace(progress="二改"))
    stages = []
    for move in (ledger.undo, ledger.undo, ledger.redo, ledger.undo):
        move()
        stages.append(reports_on(ledger, JUNE)[BUREAU].stage)
    assert stages == [None, NoteStage.SUBMITTED, None, NoteStage.SUBMITTED]


def test_a_merged_undo_brings_the_stage_back_in_the_other_ledger(
    ledger: Ledger, clock: Clock, tmp_path: Path
) -> None:
    """The checker's desk has the step, the clerk's the edit and its undo: each sees the note checked once it has both."""
    note = ledger.add(KEY, BUREAU, DONE)
    take(ledger, clock, note, StageKind.SUBMITTED, JUNE)
    ledger.settle()
    shutil.copy(ledger.path, tmp_path / "checker.db")
    with Ledger(tmp_path / "checker.db", "李四", clock) as checker:
        ledger.edit(note.id, DONE._replace(progress="改"))
        ledger.undo()
        take(checker, clock, note, StageKind.CHECKED, JUNE)
        checker.receive(ledger.path)
        ledger.receive(checker.path)
        for desk in (ledger, checker):
            assert reports_on(desk, JUNE)[BUREAU].stage is NoteStage.CHECKED
            assert desk.differences() == []


def test_a_text_taken_whole_from_a_conflict_keeps_its_stage(
    ledger: Ledger, clock: Clock, tmp_path: Path
) -> None:
    """What was submitted is there as it was; another text than that of either desk begins as saved."""
    note = ledger.add(KEY, BUREAU, DONE)
    ledger.settle()
    shutil.copy(ledger.path, tmp_path / "other.db")
    with Ledger(tmp_path / "other.db", "李四", clock) as other:
        theirs = other.edit(note.id, DONE._replace(progress="彼处"))
        ours = ledger.edit(note.id, DONE._replace(progress="此处"))
        take(other, clock, theirs, StageKind.SUBMITTED, JUNE)
        ledger.receive(other.path)
    for content, stage in ((theirs.content, NoteStage.SUBMITTED), (DONE._replace(progress="另写"), None)):
        ledger.settle_conflict(theirs.id, content, [ours.id])
        assert reports_on(ledger, JUNE)[BUREAU].stage is stage
        assert ledger.differences() == []
        ledger.undo()
        ((ours, theirs),) = ledger.conflicts()
        if theirs.content.progress == "此处":
            ours, theirs = theirs, ours
        assert ledger.stage_of(theirs).stage is NoteStage.SUBMITTED


def test_earlier_note_waits_behind_a_newer_one(ledger: Ledger, clock: Clock) -> None:
    """May was submitted and nobody has checked it: June's saved note does not make that go away."""
    may = ledger.add(KEY, BUREAU, said("五月", 50, date(2024, 5, 31)))
    take(ledger, clock, may, StageKind.SUBMITTED, JUNE)
    ledger.add(KEY, BUREAU, said("六月", 60))
    other = ledger.add(KEY, "市财政局", said("六月", 10))
    found = reports_on(ledger, JUNE)
    assert found[BUREAU] == Report(Status.IN_PROGRESS, 60, (), None, NoteStage.SUBMITTED)
    assert found["市财政局"] == Report(Status.IN_PROGRESS, 10)
    ledger.retract(other.id)
    assert list(reports_on(ledger, JUNE)) == [BUREAU]


def test_ticks_of_a_reopened_note_do_not_count(ledger: Ledger, clock: Clock) -> None:
    """Somebody looked again, and it was not so: what the note said of single requirements goes with it."""
    note = ledger.add(KEY, BUREAU, DONE._replace(requirements=(RequirementReport(FIRST, True),)))
    for kind in (StageKind.SUBMITTED, StageKind.CHECKED, StageKind.CLOSED):
        take(ledger, clock, note, kind, JUNE)
    assert reports_on(ledger, JUNE)[BUREAU].requirements == (RequirementReport(FIRST, True),)
    take(ledger, clock, note, StageKind.REOPENED, JUNE)
    assert reports_on(ledger, JUNE)[BUREAU].requirements == ()


def test_steps_follow_each_other_where_the_clock_was_set_back(ledger: Ledger, clock: Clock) -> None:
    """The order of steps is that in which they were taken, whatever the clock says."""
    note = ledger.add(KEY, BUREAU, DONE)
    take(ledger, clock, note, StageKind.SUBMITTED, JULY)
    take(ledger, clock, note, StageKind.CHECKED, JUNE)
    assert reports_on(ledger, SEPTEMBER)[BUREAU].stage is NoteStage.CHECKED


def test_a_step_of_which_nothing_can_be_made_is_named_and_left_out(ledger: Ledger, clock: Clock) -> None:
    """The task read alone and with all others is the same, and so is the table of what counts now."""
    note = ledger.add(KEY, BUREAU, DONE)
    take(ledger, clock, note, StageKind.SUBMITTED, JULY)
    ledger.settle()
    with closing(sqlite3.connect(ledger.path)) as db, db:
        columns = (
            "chain, kind, subject, plan, task, department, as_of, author, written_at, supersedes, action"
        )
        db.execute(
            f"INSERT INTO event (id, {columns}, content) SELECT 'bad', 'bad', {columns.removeprefix('chain, ')}, "
            "CAST(replace(content, 'submitted', 'checked') || x'ff' AS TEXT) FROM event"
        )
    for day in (JULY, AUGUST):
        assert reports_on(ledger, day)[BUREAU].stage is NoteStage.SUBMITTED
    assert {(row.table, row.seq) for row in ledger.unreadable} == {("event", 2)}
    with Ledger(ledger.path, "李四", clock) as other:
        assert other.latest(AUGUST)[KEY].reports[BUREAU].stage is NoteStage.SUBMITTED
        assert [row.table for row in other.unreadable] == ["event"]
