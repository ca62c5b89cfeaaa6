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
from plantui.ui.hits import HIT
from plantui.ui.widgets.painted import Painted
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


def found_words(painted: Painted) -> list[str]:
    return [text for text, look in painted if look == HIT]


async def test_found_words_are_marked_in_list_and_pane(tmp_path: Path) -> None:
    add(tmp_path, "3", "已完成独角兽ＡＢ招标")
    async with app_in(tmp_path, filter=Filter(words="独角兽ab")).run_test(size=(140, 20)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        await pilot.press("end")
        screen.show_in_pane()
        row = screen.rows.painter(screen.rows.rows[screen.rows.cursor], 80)
        assert "[记录]" in "".join(text for text, _ in row)
        lines = screen.pane.lines
        assert [found_words(line) for line in lines if found_words(line)] == [["独角兽ＡＢ"]]


async def test_a_title_that_holds_the_words_is_marked_without_the_sign(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(words="扬尘综合 市")).run_test(size=(140, 20)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        rows = [screen.rows.painter(row, 140) for row in screen.rows.rows if isinstance(row, Leaf)]
        assert any("扬尘综合" in found_words(row) for row in rows)
        assert any("市" in found_words(row) for row in rows)
        assert not any("[记录]" in text for row in rows for text, _ in row)


@pytest.mark.parametrize("size", [(140, 16), (80, 16)])
async def test_the_pane_scrolls_to_the_first_found_word(tmp_path: Path, size: tuple[int, int]) -> None:
    long = "。".join(f"第{number}段没有什么" for number in range(80))
    add(tmp_path, "3", f"{long}。独角兽招标")
    add(tmp_path, "4", f"独角兽。{long}")
    async with app_in(tmp_path, filter=Filter(words="独角兽")).run_test(size=size) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        for task in ("3", "4"):
            screen.reader.go_to(TaskKey(PLAN, task))
            if size[0] == 80:
                await pilot.press("enter")
            else:
                screen.show_in_pane()
            await settle(pilot)
            top = screen.pane.scroll_offset.y
            height = screen.pane.scrollable_content_region.height
            assert any(found_words(line) for line in screen.pane.lines[top : top + height]), task
            if size[0] == 80:
                await pilot.press("escape")
        await pilot.press("f3", *"招标")
        await settle(pilot)
        assert shown(pilot) == ["3"]
