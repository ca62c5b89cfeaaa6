"""Notes that count on an as-of day."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.model.key import TaskKey
from plantui.model.terms import Status
from plantui.store.ledger import Ledger, TaskReports
from plantui.store.ledger.latest import _COUNTING, _COUNTS, _HIDDEN_THEN, _SUPERSEDED
from plantui.store.ledger.log_part import WHOLE_LOG
from tests.support.ledger_samples import BUREAU, KEY, Clock, said

FIRST = date(2024, 6, 1)


def on(number: int) -> date:
    """The day so many days after the first."""
    return FIRST + timedelta(days=number)


@pytest.fixture
def clock() -> Clock:
    """A clock at the first day."""
    return Clock(FIRST)


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Ledger:
    """Its note of day 5 was entered on day 10, corrected on day 20 and retracted on day 30."""
    ledger = Ledger(tmp_path / "ledger.db", "张三", clock)
    clock.set(on(10))
    note = ledger.add(KEY, BUREAU, said("初报", 10, on(5)))
    clock.set(on(20))
    note = ledger.edit(note.id, said("更正", 20, on(6)))
    clock.set(on(30))
    ledger.retract(note.id)
    return ledger


@pytest.mark.parametrize(
    ("day", "shown"),
    [(10, "初报"), (19, "初报"), (20, "更正"), (29, "更正"), (30, None), (99, None)],
)
def test_what_was_known_then(ledger: Ledger, day: int, shown: str | None) -> None:
    """A correction counts from the day it was written, also at noon of that day; so does a retraction."""
    found = [note.content.progress for note in ledger.notes(today=on(day))]

    assert found == ([shown] if shown else [])


def test_note_entered_after_the_day_it_speaks_of(tmp_path: Path, clock: Clock) -> None:
    """Counts on the days between with its newest text, and not before the day it speaks of."""
    ledger = Ledger(tmp_path / "ledger.db", "张三", clock)
    clock.set(on(10))
    note = ledger.add(KEY, BUREAU, said("初报", 10, on(5)))
    clock.set(on(20))
    ledger.edit(note.id, said("更正", 20, on(5)))

    shown = [[note.content.progress for note in ledger.notes(today=on(day))] for day in (4, 5, 9, 10)]

    assert shown == [[], ["更正"], ["更正"], ["初报"]]


def test_clock_set_back_keeps_revisions_in_order(tmp_path: Path, clock: Clock) -> None:
    """A revision is never older than the one it takes the place of."""
    ledger = Ledger(tmp_path / "ledger.db", "张三", clock)
    clock.set(on(20))
    first = ledger.add(KEY, BUREAU, said("一", as_of=on(1)))
    clock.set(on(10))
    second = ledger.edit(first.id, said("二", as_of=on(1)))

    assert second.written_at > first.written_at
    assert ledger.notes(today=on(15)) == ledger.notes(today=on(25)) == [second]


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date.max])
def test_days_at_the_ends_of_the_calendar(ledger: Ledger, day: date) -> None:
    """Are days like others."""
    assert (ledger.latest(day), ledger.notes(today=day)) == ({}, [])


DAYS = st.integers(0, 6)
DEEDS = st.tuples(
    DAYS, st.sampled_from(["add", "edit", "retract", "undo"]), st.integers(0, 3), DAYS, st.integers(0, 100)
)


@settings(deadline=None, max_examples=40)
@given(deeds=st.lists(DEEDS, max_size=14), ticking=st.booleans())
def test_bulk_reading_follows_the_same_rule(
    deeds: list[tuple[int, str, int, int, int]], ticking: bool
) -> None:
    """The SQL for all tasks agrees with the rule in Python, for every task and day, however time goes."""
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock(FIRST, ticking)
        ledger = Ledger(Path(folder) / "ledger.db", "张三", clock)
        keys = [TaskKey("p", "a"), TaskKey("p", "b"), TaskKey("q", "a")]
        for day, deed, place, as_of, percent in deeds:
            clock.set(on(day))
            notes = ledger.notes()
            content = said("x", percent, on(as_of))
            if deed == "undo":
                ledger.undo()
            elif deed == "add" or not notes:
                ledger.add(keys[place % 3], BUREAU if place else "市城管局", content)
            elif deed == "edit":
                ledger.edit(notes[place % len(notes)].id, content)
            else:
                ledger.retract(notes[place % len(notes)].id)
        for day in range(-1, 8):
            alone = {key: ledger.reports_of(key, on(day)) for key in keys}
            found = {key: reports for key, reports in alone.items() if reports.notes}
            assert ledger.latest(on(day)) == found
        ledger.close()


def test_later_note_of_the_same_moment_wins(tmp_path: Path) -> None:
    """Two notes of one department for one day, written while the clock stood still."""
    ledger = Ledger(tmp_path / "ledger.db", "张三", Clock(FIRST, ticking=False))
    for percent in range(12):
        ledger.add(KEY, BUREAU, said("x", percent, FIRST))

    reports = ledger.latest(FIRST)[KEY]

    assert isinstance(reports, TaskReports)
    assert (reports.notes, reports.reports[BUREAU].percent) == (12, 11)
    assert reports.reports[BUREAU].status is Status.IN_PROGRESS


@pytest.mark.parametrize("hidden", [_SUPERSEDED, _HIDDEN_THEN])
def test_bulk_reading_stays_on_its_index(ledger: Ledger, hidden: str) -> None:
    """Neither sorting nor the wide rows: a million notes are read in seconds."""
    connection = sqlite3.connect(ledger.path)
    hidden = hidden.format(stored=WHOLE_LOG.was_stored("note", "later"))
    sql = "EXPLAIN QUERY PLAN " + _COUNTING.format(counting=_COUNTS.format(hidden=hidden))
    plan = [row[3] for row in connection.execute(sql, {"end": "", "today": ""})]
    connection.close()

    assert "SCAN note USING COVERING INDEX note_by_task" in plan
    assert not [step for step in plan if "TEMP B-TREE" in step]
