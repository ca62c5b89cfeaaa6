"""Tests of the search line over the notes: what is shown at once, what comes later, and what follows a new note."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.query.filter import Filter
from plantui.query.outline import Leaf
from plantui.query.views import View
from plantui.store.ledger import Ledger
from tests.support.main_host import app_in, ledger_in, screen_of, settle, status

PLAN = "zhengzhou-2023-2025"


def add(folder: Path, task: str, progress: str) -> None:
    with ledger_in(folder) as ledger:
        ledger.add(
            TaskKey(PLAN, task),
            "市水利局",
            NoteContent(Status.IN_PROGRESS, progress, as_of=date(2025, 6, 30)),
        )


def shown(pilot: Pilot[None]) -> list[str]:
    rows = screen_of(pilot).rows.rows
    return [row.task.id for row in rows if isinstance(row, Leaf)]


async def test_a_word_of_a_note_is_found_while_it_is_typed(tmp_path: Path) -> None:
    add(tmp_path, "3", "独角兽ＡＢ已招标")
    async with app_in(tmp_path).run_test() as pilot:
        await settle(pilot)
        await pilot.press("f3", *"独角兽ab")
        await settle(pilot)
        assert shown(pilot) == ["3"]
        await pilot.press(*"x")
        await settle(pilot)
        assert shown(pilot) == []
        assert "没有" in status(pilot)


async def test_a_filter_given_at_the_start_looks_in_notes(tmp_path: Path) -> None:
    add(tmp_path, "3", "独角兽")
    async with app_in(tmp_path, filter=Filter(words="独角兽")).run_test() as pilot:
        await settle(pilot)
        assert shown(pilot) == ["3"]
        assert status(pilot) == ""


async def test_a_new_note_of_another_window_is_found(tmp_path: Path) -> None:
    add(tmp_path, "3", "独角兽")
    async with app_in(tmp_path, filter=Filter(words="独角兽")).run_test() as pilot:
        await settle(pilot)
        add(tmp_path, "4", "又一独角兽")
        screen_of(pilot).reader.read_if_changed()
        await settle(pilot)
        assert shown(pilot) == ["3", "4"]
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert shown(pilot) == ["3"]


class SlowLedger:
    """Has the search in notes wait until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.let_go, self.begun = Event(), Event()
        find = Ledger.tasks_with

        def tasks_with(ledger: Ledger, term: str, today: date, goes_on: Callable[[], bool]) -> object:
            self.begun.set()
            self.let_go.wait(30)
            return find(ledger, term, today, goes_on)

        monkeypatch.setattr(Ledger, "tasks_with", tasks_with)


async def test_titles_are_shown_before_the_notes_are_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, "3", "独角兽")
    slow = SlowLedger(monkeypatch)
    async with app_in(tmp_path).run_test() as pilot:
        await settle(pilot)
        await pilot.press("f3", *"独角兽")
        assert slow.begun.wait(30)
        await pilot.pause()
        screen = screen_of(pilot)
        assert shown(pilot) == []
        assert status(pilot) == "正在查找填报记录……"
        await pilot.press("enter")
        for key in ("f8", "6"):
            await pilot.press(key)
            assert status(pilot) == "填报记录还没有查找完，请稍候再试"
            assert pilot.app.screen is screen
        slow.let_go.set()
        await settle(pilot)
        assert shown(pilot) == ["3"]
        assert screen.session.view is View.TREE


async def test_the_answer_to_an_older_word_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, "3", "独角兽")
    add(tmp_path, "4", "独轮车")
    slow = SlowLedger(monkeypatch)
    async with app_in(tmp_path).run_test() as pilot:
        await settle(pilot)
        await pilot.press("f3", *"独")
        assert slow.begun.wait(30)
        await pilot.press(*"轮")
        slow.let_go.set()
        await settle(pilot)
        assert shown(pilot) == ["4"]
        await pilot.press("backspace")
        await settle(pilot)
        assert {"3", "4"} <= set(shown(pilot))
