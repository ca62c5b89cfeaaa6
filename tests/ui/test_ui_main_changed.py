"""F5: only what changed since the last report, since a day, since a state of the ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.model.event import Choice
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.query.filter import Filter
from plantui.query.outline import Leaf
from plantui.query.views import View
from plantui.store.ledger import Ledger, NewEvent
from plantui.ui.dialogs.since import SinceDialog
from tests.support.main_host import (
    MOMENT,
    TODAY,
    app_in,
    filter_line,
    ledger_in,
    screen_of,
    settle,
    status,
    top,
)

PLAN = "sanmenxia-2023-2025"
OWN = "三门峡市/市生态环境局"


def note_on(folder: Path, task: str, written: date) -> None:
    """Write a note on a task at noon of a day."""
    moment = datetime(written.year, written.month, written.day, 4, tzinfo=UTC)
    ledger = Ledger(folder / "data" / "ledger.db", "张三", clock=lambda: moment)
    ledger.add(
        TaskKey(PLAN, task), "市生态环境局", NoteContent(Status.IN_PROGRESS, "已推进", 30, as_of=written)
    )
    ledger.close()


def shown(pilot: Pilot[None]) -> list[str]:
    """Return the ids of the tasks in the list."""
    return [row.task.id for row in screen_of(pilot).rows.rows if isinstance(row, Leaf)]


async def test_f5_enter_shows_what_changed_since_the_last_period_ended(tmp_path: Path) -> None:
    note_on(tmp_path, "1", date(2025, 11, 30))
    note_on(tmp_path, "2", date(2025, 12, 3))
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5", "enter")
        await settle(pilot)

        assert shown(pilot) == ["2"]
        assert "变化：2025-12-01 以来" in filter_line(pilot)
        assert "1/140" in top(pilot)

        await pilot.press("backspace")
        assert screen_of(pilot).session.active_filter == Filter()


@pytest.mark.parametrize("view", [*View])
async def test_it_narrows_every_view_and_the_count_is_that_of_the_rows(tmp_path: Path, view: View) -> None:
    for task, day in (("1", date(2025, 10, 30)), ("2", date(2025, 12, 3)), ("3", date(2025, 12, 4))):
        note_on(tmp_path, task, day)
    async with app_in(tmp_path, department=OWN).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.controls.filters.show_view(view)
        before = screen.session.tasks
        await pilot.press("f5", "enter")
        await settle(pilot)
        changed = screen.session.library.task_set([TaskKey(PLAN, "2"), TaskKey(PLAN, "3")])

        assert screen.session.view is view
        assert screen.session.tasks == before & changed
        assert {*shown(pilot)} == {
            t.id for t in screen.session.library.tasks(list(screen.session.task_rows()))
        }


async def test_a_typed_day_goes_before_the_row_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    note_on(tmp_path, "1", date(2025, 10, 30))
    note_on(tmp_path, "2", date(2025, 12, 3))
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5", *"soon", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, SinceDialog)
        assert "soon" in str(dialog.query_one("#status").render())
        await pilot.press(*["backspace"] * 4, *"2030-01-01", "enter")
        assert f"2030-01-01 晚于截至日期 {TODAY}" in str(dialog.query_one("#status").render())
        await pilot.press(*["backspace"] * 10, *"2025-10-01", "enter")
        await settle(pilot)

        assert shown(pilot) == ["1", "2"]


async def test_a_state_of_the_ledger_can_be_typed_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    note_on(tmp_path, "1", date(2025, 10, 30))
    cut = ledger_in(tmp_path).cut()
    assert cut is not None
    note_on(tmp_path, "2", date(2025, 12, 3))
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5", *cut, "enter")
        await settle(pilot)
        assert shown(pilot) == ["2"]
        assert f"{cut[:8]}…" in filter_line(pilot)

        await pilot.press("0", "f5", *("f" * 32), "enter")
        await settle(pilot)
        assert "f" * 32 in status(pilot)
        assert screen_of(pilot).session.active_filter == Filter()


async def test_what_is_said_now_joins_the_rows_at_once_and_another_window_too(tmp_path: Path) -> None:
    note_on(tmp_path, "2", date(2025, 12, 3))
    async with app_in(tmp_path, department=OWN).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        await pilot.press("1", "f5", "enter")
        await settle(pilot)
        assert shown(pilot) == ["2"]

        note_on(tmp_path, "5", date(2025, 12, 9))
        screen.reader.read_if_changed()
        await settle(pilot)
        assert shown(pilot) == ["2", "5"]

        key = TaskKey(PLAN, "7")
        screen.ledger.add(key, "市生态环境局", NoteContent(Status.IN_PROGRESS, "新", as_of=TODAY))
        screen.reader.in_thread(lambda: screen.reader.tell_reports([key], "已保存"), "tell")
        await settle(pilot)
        assert shown(pilot) == ["2", "5", "7"]


async def test_the_closing_day_of_the_last_period_is_offered_once_it_is_over(tmp_path: Path) -> None:
    ledger_in(tmp_path).record([NewEvent(Choice("closing_day", "+5"), TODAY)])
    note_on(tmp_path, "1", date(2025, 12, 3))
    note_on(tmp_path, "2", date(2025, 12, 8))
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5", "down", "enter")
        await settle(pilot)

        assert shown(pilot) == ["2"]
        assert "2025-12-06 以来" in filter_line(pilot)

        await pilot.press("f5", "end", "enter")  # the last row lets everything pass again
        await settle(pilot)
        assert screen_of(pilot).session.active_filter == Filter()


async def test_a_start_under_the_filter_finds_the_tasks_itself(tmp_path: Path) -> None:
    note_on(tmp_path, "1", date(2025, 10, 30))
    note_on(tmp_path, "2", date(2025, 12, 3))
    chosen = Filter(changed_since=date(2025, 12, 1))
    async with app_in(tmp_path, filter=chosen).run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert shown(pilot) == ["2"]
        assert MOMENT.date() == TODAY
