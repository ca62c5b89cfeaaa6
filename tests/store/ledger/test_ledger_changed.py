"""The tasks of which something was said since a day, or since a state of the ledger."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.event import Choice, Extension
from plantui.model.key import TaskKey
from plantui.model.plan import Deadline
from plantui.store.ledger import Ledger, NewEvent
from tests.support.ledger_samples import BUREAU, Clock, said

PLAN = "p"
DAYS = [date(2024, 6, day) for day in range(1, 8)]
OLD = Deadline("年底前", date(2024, 12, 31))


def key(number: int) -> TaskKey:
    """Return the key of a task."""
    return TaskKey(PLAN, f"T{number}")


def by_rows(ledger: Ledger, since: date | str) -> set[TaskKey]:
    """Return the tasks of the single changes."""
    notes, events = ledger.changes_since(since)
    return {note.key for note in notes} | {event.key for event in events if event.key is not None}


def test_notes_edits_retractions_and_extensions_are_changes_and_choices_are_of_no_task(
    tmp_path: Path,
) -> None:
    clock = Clock(DAYS[0])
    with Ledger(tmp_path / "ledger.db", "a", clock=clock) as ledger:
        edited, gone = (ledger.add(key(number), BUREAU, said("一")) for number in (1, 2))
        ledger.add(key(3), BUREAU, said("一"))
        clock.set(DAYS[3])
        ledger.edit(edited.id, said("二"))
        ledger.retract(gone.id)
        later = Extension(OLD, date(2025, 6, 30), "资金", "市政府")
        ledger.record([NewEvent(later, DAYS[3], key(4), BUREAU)])
        ledger.record([NewEvent(Choice("period", "quarter"), DAYS[3])])

        assert ledger.changed_tasks(DAYS[1]) == {key(1), key(2), key(4)}
        assert ledger.changed_tasks(date.min) == {key(1), key(2), key(3), key(4)}
        assert ledger.changed_tasks(DAYS[4]) == set()


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6), st.booleans()), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(6, 9), st.integers(0, 6)), max_size=4),
)
def test_they_are_those_of_the_single_changes_whatever_was_merged(
    tmp_path_factory: pytest.TempPathFactory, own: list[tuple[int, int, bool]], other: list[tuple[int, int]]
) -> None:
    """Since each day and since each state, those that a merge brought included."""
    folder = tmp_path_factory.mktemp("changed")
    clock = Clock(DAYS[0])
    with (
        Ledger(folder / "other.db", "b", clock=clock) as source,
        Ledger(folder / "own.db", "a", clock=clock) as ledger,
    ):
        for number, day in other:
            clock.set(DAYS[day])
            source.add(key(number), BUREAU, said("外来"))
        for number, day, merges in own:
            clock.set(DAYS[day])
            ledger.add(key(number), BUREAU, said("自有"))
            if merges and other:
                ledger.receive(folder / "other.db")
        times: list[date | str] = [*DAYS, *_actions(folder / "own.db")]
        for since in times:
            assert ledger.changed_tasks(since) == by_rows(ledger, since)


def _actions(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM action")]
