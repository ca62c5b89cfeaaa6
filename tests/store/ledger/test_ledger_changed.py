"""The tasks of which something was said since a day, or since a state of the ledger."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.event import Choice, Extension, Stage, StageKind
from plantui.model.key import TaskKey
from plantui.model.period import Period, PeriodKind
from plantui.model.plan import Deadline
from plantui.model.progress import TaskReports
from plantui.store.ledger import Ledger, NewEvent, changed
from plantui.store.ledger.errors import UndoConflict
from plantui.store.ledger.submission import submission_text
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


@pytest.mark.once
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


def test_a_step_that_comes_in_with_another_departments_submission_is_a_change_though_its_action_was_known(
    tmp_path: Path,
) -> None:
    """One action closes notes of two departments; each department's submission brings its own half of it."""
    clock, names, period = (
        Clock(DAYS[0]),
        ("市水利局", "市教育局"),
        Period(DAYS[0], DAYS[-1], PeriodKind.MONTH),
    )
    with Ledger(tmp_path / "source.db", "b", clock=clock) as source:
        notes = [
            source.add(key(number), name, said("一", as_of=DAYS[0])) for number, name in enumerate(names)
        ]
        source.record(
            [NewEvent(Stage(note.id, StageKind.CLOSED), DAYS[0], note.key, note.department) for note in notes]
        )
        for name in names:
            rows, head = source.pack([name], period)
            (tmp_path / f"{name}.txt").write_text(submission_text(head, rows), encoding="utf-8")
    with Ledger(tmp_path / "ledger.db", "a", clock=clock) as ledger:
        ledger.receive(tmp_path / f"{names[0]}.txt")
        between = ledger.cut()
        ledger.receive(tmp_path / f"{names[1]}.txt")
        assert between is not None
        _, events = ledger.changes_since(between)
        assert [(event.key, event.department) for event in events] == [(key(1), names[1])]
        assert ledger.changed_tasks(between) == {key(1)}
        assert ledger.reports_at(between, [key(0), key(1)])[1].keys() == {key(0)}


def _actions(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM action")]


STEPS = st.tuples(
    st.integers(1, 3),
    st.sampled_from(["add", "edit", "retract", "undo", "redo", "close", "extend", "elsewhere", "receive"]),
)


@pytest.mark.once
@given(st.lists(STEPS, min_size=1, max_size=12), st.data())
def test_what_was_said_then_is_what_the_ledger_said_when_it_ended_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str]], data: st.DataObject
) -> None:
    """Of each state by its last action, whatever was written, taken back, brought back or merged after it."""
    folder = tmp_path_factory.mktemp("then")
    clock, keys = Clock(DAYS[0]), [key(number) for number in (1, 2, 3)]
    states: list[tuple[str, Mapping[TaskKey, TaskReports]]] = []
    with (
        Ledger(folder / "other.db", "b", clock=clock) as other,
        Ledger(folder / "own.db", "a", clock=clock) as ledger,
    ):
        other.add(key(1), BUREAU, said("外来", as_of=DAYS[0]))
        for number, step in steps:
            if step == "receive":
                ledger.receive(folder / "other.db")
            elif step == "elsewhere":
                if ledger.exists():
                    other.receive(folder / "own.db")
                _take(other, key(number), "edit", f"外来{len(states)}")
            else:
                _take(ledger, key(number), step, f"第{len(states)}次")
            if cut := ledger.cut():
                states.append((cut, ledger.latest(DAYS[0])))
        if states:
            cut, then = data.draw(st.sampled_from(states))
            with patch.object(changed, "_FEW", data.draw(st.sampled_from([0, 50_000]))):
                day, found = ledger.reports_at(cut, keys)
            assert day == DAYS[0]
            assert {
                one: reports for one, reports in found.items() if reports.notes or reports.extensions
            } == then


def _take(ledger: Ledger, task: TaskKey, step: str, text: str) -> None:
    """Take a step with the newest note of a task; where there is none, write one."""
    notes = ledger.notes(key=task)
    if step == "undo":
        with suppress(UndoConflict):  # somebody else has changed the note meanwhile
            ledger.undo()
    elif step == "redo":
        with suppress(UndoConflict):
            ledger.redo()
    elif step == "extend":
        ledger.record([NewEvent(Extension(OLD, date(2025, 6, 30), text, "市政府"), DAYS[0], task, BUREAU)])
    elif step == "add" or not notes:
        ledger.add(task, BUREAU, said(text, as_of=DAYS[0]))
    elif step == "edit":
        ledger.edit(notes[-1].id, said(text, 50, as_of=DAYS[0]))
    elif step == "close":
        ledger.record([NewEvent(Stage(notes[-1].id, StageKind.CLOSED), DAYS[0], task, BUREAU)])
    else:
        ledger.retract(notes[-1].id)
