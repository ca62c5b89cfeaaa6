"""The statements of a save: each is time before the answer, so what is known is not asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from plantui.model.event import Choice
from plantui.model.key import TaskKey
from plantui.model.note import Draft
from plantui.store.ledger import Ledger, NewEvent, current, witness
from tests.support.ledger_samples import BUREAU, JUNE, KEY, said

SAVE = ["BEGIN IMMEDIATE", "PRAGMA user_version", "INSERT INTO action", "INSERT INTO note", "COMMIT"]
"""The beginnings of the statements of a save that takes nothing into the table of what counts now."""


class Statements(list[str]):
    """Statements in the order in which they were run, without what the triggers and views of a statement run."""

    def beginnings(self) -> list[str]:
        """Return what each begins with, and forget them."""
        found = [" ".join(one.split()[:3]) for one in self]
        self.clear()
        return [next((one for one in SAVE if begun.startswith(one)), begun) for begun in found]


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Statements:
    """Every statement of every connection that is opened from now on."""
    run, connect = Statements(), sqlite3.connect

    def traced(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(run.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", traced)
    # How often a file that was made just now is looked at depends on the time that passes.
    monkeypatch.setattr(witness, "_YOUNG", -1)
    return run


@pytest.fixture
def ledger(tmp_path: Path, statements: Statements) -> Iterator[Ledger]:
    """A ledger whose connection stays open, into which notes on many tasks were saved."""
    with Ledger(tmp_path / "ledger.db", "张三", idle_seconds=600) as made:
        made.add_many(
            [TaskKey("p", f"{number}") for number in range(2 * current.PATIENCE)], BUREAU, said("五月")
        )
        made.catch_up()
        made.add(KEY, BUREAU, said("头一条"))
        statements.clear()
        yield made


def test_a_save_asks_for_nothing_that_is_known(ledger: Ledger, statements: Statements) -> None:
    for number in range(current.PATIENCE - 1):
        ledger.add(TaskKey("p", f"{number}"), BUREAU, said(f"{number}"))
        assert statements.beginnings() == SAVE


def test_taking_in_what_savings_have_left_costs_few_statements_a_row(
    ledger: Ledger, statements: Statements
) -> None:
    """A note of the month, after those that its task has, is written into the table from what stands there."""
    rounds = 3 * (current.PATIENCE + 1)
    for number in range(rounds):
        ledger.add(TaskKey("p", f"{number % 40}"), BUREAU, said(f"{number}"))
    assert len(statements) <= (len(SAVE) + 2.5) * rounds
    assert ledger.differences() == []


def test_a_first_note_on_a_task_has_little_looked_up(ledger: Ledger, statements: Statements) -> None:
    rounds = 3 * (current.PATIENCE + 1)
    for number in range(rounds):
        ledger.add(TaskKey("q", f"{number}"), BUREAU, said(f"{number}"))
    assert len(statements) <= (len(SAVE) + 3.5) * rounds
    assert ledger.differences() == []


def test_only_a_window_that_keeps_drafts_has_one_taken_away(ledger: Ledger, statements: Statements) -> None:
    ledger.save_draft(Draft(KEY, BUREAU, "", said("未完")))
    statements.clear()
    ledger.add(KEY, BUREAU, said("已完"))
    assert "DELETE FROM draft" in statements.beginnings()
    assert ledger.drafts() == []


def test_rows_of_others_and_of_events_are_counted_again(ledger: Ledger, statements: Statements) -> None:
    """What this window knows of the table is asked of the file once more than a few rows may be missing."""
    with Ledger(ledger.path, "李四") as other:
        other.add_many(
            [TaskKey("p", f"{number}") for number in range(current.PATIENCE)], BUREAU, said("六月")
        )
    ledger.record([NewEvent(Choice("period", "month"), JUNE)])
    statements.clear()
    ledger.add(KEY, BUREAU, said("又一条"))
    assert any("FROM current_state" in one for one in statements)
    assert ledger.differences() == []


def test_a_file_of_fewer_notes_that_is_accepted_is_asked_anew(
    ledger: Ledger, tmp_path: Path, statements: Statements
) -> None:
    with Ledger(tmp_path / "other.db", "李四") as other:
        other.add(KEY, BUREAU, said("别处"))
    (tmp_path / "other.db").replace(ledger.path)
    ledger.accept_file()
    statements.clear()
    ledger.add(KEY, BUREAU, said("又一条"))
    assert any("FROM current_state" in one for one in statements)
    assert ledger.differences() == []
