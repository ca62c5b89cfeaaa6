"""补报: notes that came after their period was closed, wherever the command line and the files show them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from plantui.model.event import Choice
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.store.ledger import Ledger, NewEvent
from tests.support.cli_home import Home

PLAN = "zhengzhou-2023-2025"
DEPARTMENT = "市工信局"
LATE, IN_TIME, OF_JUNE = "1", "2", "3"


def written(path: Path, day: date) -> Ledger:
    """Return a ledger whose clock stands at noon of a day, in the zone of the tests."""
    return Ledger(path, "王芳", clock=lambda: datetime(day.year, day.month, day.day, 4, tzinfo=UTC))


def said(day: date, text: str = "开工") -> NoteContent:
    """Return a note of a day."""
    return NoteContent(Status.IN_PROGRESS, text, 30, as_of=day)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A ledger whose May was closed on 5 June: one note of May came later, one was only corrected later."""
    path, may = tmp_path / "ledger.db", date(2025, 5, 31)
    written(path, date(2025, 5, 1)).record([NewEvent(Choice("closing_day", "+5"), date(2025, 5, 1))])
    corrected = written(path, date(2025, 6, 5)).add(TaskKey(PLAN, IN_TIME), DEPARTMENT, said(may))
    written(path, date(2025, 6, 6)).add(TaskKey(PLAN, LATE), DEPARTMENT, said(may))
    written(path, date(2025, 6, 20)).edit(corrected.id, said(may, "已开工"))
    written(path, date(2025, 6, 20)).add(TaskKey(PLAN, OF_JUNE), DEPARTMENT, said(date(2025, 6, 20)))
    return Home(tmp_path)


def late_by_task(notes: list[Any]) -> dict[str, Any]:
    """Return what is said of each task's note."""
    return {note["task"]: note["late"] for note in notes}


def test_a_note_is_late_by_its_first_writing_and_not_by_a_correction(home: Home) -> None:
    notes = home.run("note", "list", "--json").data

    assert late_by_task(notes) == {LATE: True, IN_TIME: False, OF_JUNE: False}
    every = home.run("note", "list", "--all", "--json").data
    assert {note["late"] for note in every if note["task"] == IN_TIME} == {False}


def test_lists_show_and_exports_mark_it(home: Home) -> None:
    shown = {task: home.run("show", PLAN, task, "--lang", "zh").out for task in (LATE, IN_TIME)}
    listed = home.run("note", "list", "--lang", "zh").out
    exported = home.run("export", "--lang", "zh", "--plan", PLAN).out
    table = home.run("export", "-f", "csv", "--lang", "zh", "--plan", PLAN).out
    data = home.run("export", "-f", "json", "--plan", PLAN).data

    assert ["补报" in shown[task] for task in (LATE, IN_TIME)] == [True, False]
    assert listed.count("补报") == 1
    assert exported.count("补报") == 1
    assert "补报单位" in table.splitlines()[0]
    notes = [note for task in data for note in task["latest_notes"]]
    assert late_by_task(notes) == {LATE: True, IN_TIME: False, OF_JUNE: False}
    assert late_by_task(home.run("show", PLAN, LATE, "--json").data["note_list"]) == {LATE: True}


def test_without_a_closing_day_nothing_is_said(home: Home) -> None:
    home.run("note", "undo")
    home.run("office", "set", "closing_day", "none")

    assert "补报" not in home.run("note", "list", "--lang", "zh").out
    assert {note["late"] for note in home.run("note", "list", "--json").data} == {None}


def test_show_tells_who_reported_earlier_and_not_in_this_period(home: Home) -> None:
    lead, path = "市环委攻坚办", home.folder / "ledger.db"
    assert "本期未报送" not in home.run("show", PLAN, LATE, "--lang", "zh").out
    written(path, date(2025, 5, 31)).add(TaskKey(PLAN, LATE), lead, said(date(2025, 5, 31)))
    assert f"本期未报送：{lead}" in home.run("show", PLAN, LATE, "--lang", "zh").out
    written(path, date(2025, 6, 20)).add(TaskKey(PLAN, LATE), lead, said(date(2025, 6, 20)))
    assert "本期未报送" not in home.run("show", PLAN, LATE, "--lang", "zh").out
