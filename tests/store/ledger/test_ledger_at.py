"""`Ledger.at`: the ledger as it was with an action, whatever came later."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from plantui.model.event import Choice
from plantui.model.key import TaskKey
from plantui.model.note import Draft, NoteContent
from plantui.model.problem import UsageError
from plantui.model.terms import Status
from plantui.store.ledger import Ledger
from plantui.store.ledger.writing import NewEvent

DAY = date(2025, 6, 30)
KEY = TaskKey("p", "1")


def content(text: str) -> NoteContent:
    """Return the content of a note."""
    return NoteContent(Status.IN_PROGRESS, text, 10, as_of=DAY)


def said(ledger: Ledger) -> object:
    """Return all that a ledger says on the day, in every way that forms ask for it."""
    return (
        ledger.notes(today=DAY),
        ledger.notes(all_revisions=True),
        ledger.events("choice"),
        dict(ledger.latest(DAY)),
        ledger.stages(today=DAY),
        ledger.receipts(),
        ledger.conflicts(),
        ledger.cut(),
        ledger.zone_name(),
        ledger.demo_day(),
        ledger.differences(),
    )


def test_each_state_is_as_it_was(tmp_path: Path) -> None:
    """New notes, edits, retractions, undo, redo, events and merges: none of them changes an earlier state."""
    with Ledger(tmp_path / "other.db", "乙") as other:
        other.add(KEY, "乙局", content("乙的进展"))
    states: dict[str, object] = {}
    with Ledger(tmp_path / "ledger.db", "甲") as ledger:

        def remember() -> None:
            states[ledger.cut() or ""] = said(ledger)

        first = ledger.add(KEY, "甲局", content("一"))
        remember()
        second = ledger.edit(first.id, content("二")._replace(problems="难"))
        remember()
        ledger.add(TaskKey("p", "2"), "甲局", content("三"))
        remember()
        ledger.undo()
        remember()
        ledger.redo()
        remember()
        ledger.record([NewEvent(Choice("period", "quarter"), DAY, None, "")])
        remember()
        ledger.receive(tmp_path / "other.db")
        ledger.catch_up()
        remember()
        ledger.retract(second.id)
        remember()
        assert len(states) == 8
        for cut, expected in states.items():
            with ledger.at(cut) as then:
                assert said(then) == expected
                assert not then.is_writable()
        assert said(ledger) == states[ledger.cut() or ""]


def test_nothing_stays_behind(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db", "甲") as ledger:
        ledger.add(KEY, "甲局", content("一"))
        with pytest.raises(KeyboardInterrupt), ledger.at(ledger.cut() or "") as then:
            place = then.path
            assert place.exists()
            assert place.parent.stat().st_mode & 0o077 == 0
            raise KeyboardInterrupt
    assert not place.parent.exists()


def test_a_state_that_never_was_is_refused(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db", "甲") as ledger:
        with pytest.raises(UsageError), ledger.at("0" * 32):
            pass
        ledger.add(KEY, "甲局", content("一"))
        with pytest.raises(UsageError), ledger.at("0" * 32):
            pass


def test_a_draft_is_not_in_it(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db", "甲") as ledger:
        ledger.add(KEY, "甲局", content("一"))
        ledger.save_draft(Draft(KEY, "甲局", "甲", content("半句")))
        with ledger.at(ledger.cut() or "") as then, closing(sqlite3.connect(then.path)) as copy:
            assert copy.execute("SELECT count(*) FROM draft").fetchone() == (0,)
        assert len(ledger.drafts()) == 1
