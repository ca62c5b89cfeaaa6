"""Left open past midnight: without `--today` the day goes on by itself, in lights, days late and dates of notes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from plantui.cli import browse, context
from plantui.cli.browse import startup_options
from plantui.cli.context import CommandContext
from plantui.cli.startup import startup_of
from plantui.cli.values import Values
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.planfile.search_path import bundled_plans
from plantui.store.index.opening import open_library
from tests.support.main_host import app_in, ledger_in, screen_of, seen_rows, settle, top

KEY = TaskKey("sanmenxia-2023-2025", "1")
EVE, NEW_YEAR = date(2025, 12, 31), date(2026, 1, 1)


class Clock:
    """A day that goes on when the test says so."""

    def __init__(self) -> None:
        self.day = EVE

    def __call__(self) -> date:
        return self.day


async def test_lights_days_late_and_the_head_go_on(tmp_path: Path) -> None:
    clock = Clock()
    async with app_in(tmp_path, clock=clock).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        before = seen_rows(pilot)[2].split()[0], "今天到期" in screen_of(pilot).pane.text
        clock.day = NEW_YEAR
        screen_of(pilot).follow_day()
        await settle(pilot)
        screen_of(pilot).show_in_pane()
        await pilot.pause()

        assert before == ("黄", True)
        assert seen_rows(pilot)[2].split()[0] == "红"
        assert "截至 2026-01-01" in top(pilot)
        assert "2025-12-31  已过 1 天" in screen_of(pilot).pane.text
        assert not (tmp_path / "data").exists()


async def test_notes_that_are_dated_ahead_count_from_their_day_on(tmp_path: Path) -> None:
    ahead = NoteContent(Status.COMPLETED, "元旦完成", 100, as_of=NEW_YEAR)
    with ledger_in(tmp_path) as ledger:
        ledger.add(KEY, "市生态环境局", ahead)
    clock = Clock()
    async with app_in(tmp_path, clock=clock).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = seen_rows(pilot)[2].split()[:2]
        clock.day = NEW_YEAR
        screen_of(pilot).follow_day()
        await settle(pilot)

        assert before == ["黄", "未启动"]
        assert seen_rows(pilot)[2].split()[:2] == ["蓝", "已完成"]


async def test_a_note_written_right_after_midnight_is_of_the_new_day(tmp_path: Path) -> None:
    """Also before the screen has looked at the clock again."""
    clock = Clock()
    async with app_in(tmp_path, clock=clock).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down")
        clock.day = NEW_YEAR
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press(*"已启动", "ctrl+s")
        await settle(pilot)

        with ledger_in(tmp_path) as ledger:
            assert [note.as_of for note in ledger.notes()] == [NEW_YEAR]
        assert "截至 2026-01-01" in top(pilot)


async def test_an_editor_open_over_midnight_takes_the_new_day(tmp_path: Path) -> None:
    """The date of the moment is never refused as later than today; on the way back the list has gone on too."""
    clock = Clock()
    async with app_in(tmp_path, clock=clock).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "f2")
        await settle(pilot)
        await pilot.press(*"已启动")
        clock.day = NEW_YEAR
        shown = pilot.app.screen.query_one("#as_of", Input)
        opened_with, shown.value = shown.value, "2026-01-01"
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert opened_with == "2025-12-31"
        with ledger_in(tmp_path) as ledger:
            assert [note.as_of for note in ledger.notes()] == [NEW_YEAR]
        assert seen_rows(pilot)[2].split()[1] == "推进中"
        assert "截至 2026-01-01" in top(pilot)


@pytest.mark.parametrize(("given", "expected"), [(None, NEW_YEAR), ("2025-12-31", EVE)])
def test_only_a_day_that_was_asked_for_stands_still(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str | None, expected: date
) -> None:
    days = [EVE]
    for module in (context, browse):
        monkeypatch.setattr(module, "system_today", lambda: days[-1])
    values = Values({"today": given})
    library = open_library([bundled_plans()], tmp_path / "cache")
    options = startup_options(CommandContext.of(startup_of([], {}), values), library, values)
    first = options.clock()
    days.append(NEW_YEAR)

    assert first == EVE
    assert options.clock() == expected
    library.close()
