"""What counts now, kept beside the log: it says what follows from the log, whoever has written there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.plan import Deadline
from plantui.model.progress import TaskReports
from plantui.model.requirement import RequirementReport
from plantui.query.receiving import receive_all
from plantui.store.ledger import Ledger, NewEvent, current
from plantui.store.ledger.latest import latest
from plantui.store.ledger.task_reports import read_task
from tests.store.ledger.test_ledger_merging import DAYS, HISTORIES, played
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, said

OTHER = TaskKey(KEY.plan, "task-8")
FAR = date(9000, 1, 1)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with two notes of June."""
    with Ledger(tmp_path / "ledger.db", "张三", Clock()) as made:
        made.add(KEY, BUREAU, said("甲", 10))
        made.add(OTHER, BUREAU, said("乙", 20))
        made.catch_up()
        yield made


def said_by(connection: sqlite3.Connection, today: date = FAR) -> Mapping[TaskKey, TaskReports] | None:
    """Return what the table says on a day, None where the log has to tell."""
    found = current.read(connection, today)
    return found.reports if found else None


def kept_by(path: Path, today: date = FAR) -> object:
    """Return what the table of a file says on a day, None where the log has to tell."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return said_by(connection, today)


@pytest.mark.once
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HISTORIES, st.integers(1, 4), st.integers(0, 9))
def test_table_says_what_follows_from_the_log(
    monkeypatch: pytest.MonkeyPatch, history: list[tuple[int, int, int]], at_once: int, patience: int
) -> None:
    """After any history of notes, steps, undoings and mergings, also where a transaction has not caught up with all rows."""
    monkeypatch.setattr(current, "_AT_ONCE", at_once)
    monkeypatch.setattr(current, "PATIENCE", patience)
    with played(history) as desks:
        for ledger in desks.ledgers:
            if not ledger.exists():
                continue
            assert ledger.differences() == []
            ledger.settle()
            with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
                expected, _ = latest(connection, FAR)
                found = said_by(connection)
                assert found == expected
                assert [list(found[key].reports) for key in expected] == [
                    list(one.reports) for one in expected.values()
                ]
                assert {key: read_task(connection, key, FAR)[0] for key in expected} == expected
                for day in DAYS:
                    assert said_by(connection, day) == latest(connection, day)[0]
                current.rebuild(connection)
                assert said_by(connection) == expected
                assert current.differences(connection) == []


def test_a_table_far_behind_is_made_again_by_the_next_save(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(current, "_OVERTAKEN", 3)
    monkeypatch.setattr(current, "PATIENCE", 0)
    made: list[object] = []
    rebuild = current.rebuild
    monkeypatch.setattr(current, "rebuild", lambda connection: made.append(rebuild(connection)))
    ledger.add_many([TaskKey("p", f"{number}") for number in range(3)], BUREAU, said("三"))
    ledger.settle()
    assert kept_by(ledger.path) == ledger.latest(JUNE)
    assert not made
    ledger.add_many([TaskKey("q", f"{number}") for number in range(6)], BUREAU, said("六"))
    assert len(made) == 1
    ledger.settle()
    with closing(sqlite3.connect(ledger.path)) as connection:
        assert connection.execute("SELECT count(*) FROM current").fetchone() == (11,)


def test_what_a_month_reports_is_taken_in_without_the_months_before(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of joint leads too, with words on single requirements: a save costs the same after many months."""
    due = Deadline("2024-12", date(2024, 12, 31), "建成")
    other = "市住建局"
    ledger.add(KEY, other, said("六月")._replace(requirements=(RequirementReport(due, True, JUNE),)))
    ledger.catch_up()

    def not_asked(*_: object) -> None:
        raise AssertionError("the whole task was read")

    monkeypatch.setattr(current, "read_task", not_asked)
    july, august = date(2024, 7, 31), date(2024, 8, 31)
    ledger.add(KEY, BUREAU, said("七月", 60, july))
    ledger.add(
        KEY, other, said("七月", 70, july)._replace(requirements=(RequirementReport(due, percent=70),))
    )
    ledger.add_many([KEY, OTHER], BUREAU, said("八月", 80, august))
    ledger.catch_up()
    monkeypatch.undo()
    assert ledger.differences() == []
    found = ledger.latest(august)[KEY]
    assert (found.notes, found.last_day, [*found.reports]) == (5, august, [other, BUREAU])
    assert found.reports[other].requirements == (RequirementReport(due, True, JUNE, 70),)
    assert found.reports[BUREAU].percent == 80


def test_savings_leave_few_rows_for_a_later_one(ledger: Ledger) -> None:
    """So a save is done sooner; what is left is asked of the log, and never more than a few tasks."""

    def unknown() -> int:
        ledger.settle()
        with closing(sqlite3.connect(ledger.path)) as connection:
            (count,) = connection.execute(
                "SELECT max(seq) - (SELECT notes FROM current_state) FROM note"
            ).fetchone()
            return int(count)

    left = []
    for number in range(2 * current.PATIENCE):
        ledger.add(TaskKey("p", f"{number}"), BUREAU, said("又一条"))
        left.append(unknown())
        assert len(ledger.latest(JUNE)) == number + 3
    assert left == [*range(1, current.PATIENCE + 1), 0, *range(1, current.PATIENCE)]
    assert ledger.differences() == []


def test_a_note_of_an_earlier_month_is_put_among_the_others(ledger: Ledger) -> None:
    ledger.add(KEY, "市住建局", said("五月", 50, date(2024, 5, 31)))
    assert ledger.differences() == []
    assert [*ledger.latest(JUNE)[KEY].reports] == ["市住建局", BUREAU]


def test_on_a_past_day_only_the_tasks_of_which_something_else_counted_are_read(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a period's end to its closing day that is so of few: what is first written then speaks of the period."""
    clock = Clock(date(2024, 7, 3))
    with Ledger(ledger.path, "李四", clock) as later:
        third, fourth = TaskKey("p", "3"), TaskKey("p", "4")
        later.add(third, BUREAU, said("六月", 30))
        (note,) = later.notes(key=OTHER)
        later.edit(note.id, said("更正", 25))
        later.add(fourth, BUREAU, said("七月", 40, date(2024, 7, 2)))
        later.catch_up()
    monkeypatch.setattr(current, "_OVERTAKEN", 2)
    ledger.settle()
    found = kept_by(ledger.path, JUNE)
    assert isinstance(found, dict) and found == ledger.latest(JUNE)
    assert {key: one.reports[BUREAU].percent for key, one in found.items()} == {KEY: 10, OTHER: 20, third: 30}
    monkeypatch.setattr(current, "_OVERTAKEN", 1)
    assert kept_by(ledger.path, JUNE) is None
    assert ledger.latest(JUNE) == found


def test_extensions_and_what_is_taken_back(ledger: Ledger) -> None:
    due = Deadline("2024-12", date(2024, 12, 31))
    ledger.record([NewEvent(Extension(due, date(2025, 6, 30), "汛期", "市政府"), JUNE, TaskKey("p", "1"))])
    assert len(ledger.latest(JUNE)[TaskKey("p", "1")].extensions) == 1
    ledger.undo()
    ledger.undo()
    assert set(ledger.latest(JUNE)) == {KEY}
    assert ledger.differences() == []


def test_a_table_that_is_wrong_is_found_and_made_again(ledger: Ledger) -> None:
    ledger.settle()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("UPDATE current SET notes = 7 WHERE task = ?", (OTHER.task,))
    assert ledger.differences() == [OTHER]
    ledger.rebuild()
    assert ledger.differences() == []
    assert ledger.latest(JUNE)[OTHER].notes == 1


def test_rows_that_came_past_the_table_are_read_from_the_log(ledger: Ledger) -> None:
    """As a rescued ledger has them, or one that another program filled."""
    ledger.settle()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute(
            "INSERT INTO note SELECT NULL, 'x', 'x', kind, plan, task, '市住建局', status, 77, as_of, author, written_at, "
            "supersedes, action, progress, problems, next_steps, reason, requirements, actuals, evidence "
            "FROM note WHERE seq = 1"
        )
    assert ledger.latest(JUNE)[KEY].reports["市住建局"].percent == 77
    assert ledger.differences() == []


def test_nothing_to_undo_writes_nothing(ledger: Ledger) -> None:
    """No commit reaches the disk, and no backup of the day is due for it."""
    ledger.settle()
    before = ledger.path.read_bytes()
    with Ledger(ledger.path, "李四", Clock()) as other:
        assert other.undo() is None
        assert not other.has_written
    assert ledger.path.read_bytes() == before


def test_files_that_come_in_together_are_taken_in_once(ledger: Ledger, tmp_path: Path) -> None:
    """Each of them alone would have thousands of tasks looked at again; until then the log is asked."""
    paths = [tmp_path / f"desk-{number}.db" for number in range(2)]
    for number, path in enumerate(paths):
        with Ledger(path, "李四", Clock()) as desk:
            desk.add(KEY, f"市{number}局", said("来文", number))
    ledger.receive(paths[0])
    ledger.settle()
    with closing(sqlite3.connect(ledger.path)) as connection:
        assert connection.execute("SELECT notes FROM current_state").fetchone() == (2,)
    assert ledger.latest(JUNE)[KEY].notes == 2
    receive_all(ledger, paths, {})
    ledger.settle()
    with closing(sqlite3.connect(ledger.path)) as connection:
        assert connection.execute("SELECT notes FROM current_state").fetchone() == (4,)
    assert ledger.latest(JUNE)[KEY].notes == 3
    assert ledger.differences() == []
