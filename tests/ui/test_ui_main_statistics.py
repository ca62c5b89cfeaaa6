"""The way from the statistics to a department's tasks, to one task, and back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.query.figure_order import FigureColumn, FigureSorting
from plantui.query.filter import Filter
from plantui.query.views import View
from plantui.ui.dialogs.stats import StatsPlace, StatsScreen
from plantui.ui.widgets.row_list import RowList
from tests.support.main_host import app_in, current_title, filter_line, footer, screen_of, settle, status


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each with what follows from it."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def place(pilot: Pilot[None]) -> StatsPlace:
    """Return where the cursor of the open statistics stands."""
    assert isinstance(pilot.app.screen, StatsScreen)
    return pilot.app.screen.place


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_four_keys_lead_to_a_task_of_the_second_department(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Journey 7: the department, its tasks, one task with its text; the cursor stands on a task, not on a heading."""
    async with app_in(tmp_path).run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "6", "down")
        chosen = place(pilot).group
        await press(pilot, "enter")
        assert chosen is not None
        assert screen_of(pilot).session.active_filter == Filter(departments=(chosen.value,))  # type: ignore[arg-type]
        assert screen_of(pilot).session.tasks.bit_count() == chosen.figures.total
        task = screen_of(pilot).current_task
        await press(pilot, "enter")
        assert task is not None
        assert screen_of(pilot).pane.has_focus
        assert task.title in screen_of(pilot).pane.text


async def test_escape_leads_back_to_the_row_and_then_to_the_list_as_it_was(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3", "f6", "down", "enter", "down", "down")
        before, title = screen_of(pilot).session.selection, current_title(pilot)
        await press(pilot, "6", "down", "down", "down")
        at = place(pilot)
        await press(pilot, "enter", "enter", "escape")
        assert "Esc" in footer(pilot)
        await press(pilot, "escape")
        assert place(pilot) == at
        await press(pilot, "escape")

        assert screen_of(pilot).session.selection == before
        assert current_title(pilot) == title
        assert "Esc" not in footer(pilot)


async def test_what_narrows_the_group_keeps_the_way_back(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "enter", "f3", "水", "enter", "escape")

        assert isinstance(pilot.app.screen, StatsScreen)
        assert screen_of(pilot).session.active_filter == Filter()


@pytest.mark.parametrize("keys", [("0",), ("3",), ("backspace",)], ids=" ".join)
async def test_what_shows_something_else_ends_the_way_back(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """Esc never brings up statistics that one has left for good."""
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "enter", *keys, "escape")

        assert not isinstance(pilot.app.screen, StatsScreen)


async def test_the_order_is_remembered_while_plantui_is_open(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "ctrl+k", "down", "down", "enter", "escape", "6")

        assert place(pilot).sorting == FigureSorting(FigureColumn.TASKS, descending=True)


async def test_another_department_s_tasks_are_not_shown_as_one_s_own(tmp_path: Path) -> None:
    """The statistics counted those that both departments have, and the list shows just these."""
    async with app_in(tmp_path, department="郑州市/市水利局").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert screen_of(pilot).session.view is View.MINE
        await press(pilot, "6", "home")
        group = place(pilot).group
        if group is not None and group.value == screen_of(pilot).session.own_department:
            await press(pilot, "down")
            group = place(pilot).group
        await press(pilot, "enter")
        assert group is not None
        assert screen_of(pilot).session.view is View.TREE
        assert "本单位" not in filter_line(pilot)
        shown = screen_of(pilot).session.tasks.bit_count()
        assert shown == group.figures.total
        assert "且单位：" in filter_line(pilot)
        assert status(pilot) == ""
        await press(pilot, "escape", "escape")
        assert screen_of(pilot).session.view is View.MINE


async def test_f8_writes_the_table_as_it_is_sorted_and_stays_in_the_statistics(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name says what it is and the month; the format of the last export is offered where there is such a table."""
    monkeypatch.chdir(tmp_path)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "5", "ctrl+k", "down", "enter", "f8", "2", "enter")
        await settle(pilot)

        assert isinstance(pilot.app.screen, StatsScreen)
        [written] = tmp_path.glob("*.csv")
        assert written.name == "4个计划进展汇总-各计划统计-2025-12.csv"
        strips = pilot.app.screen._compositor.render_strips()
        assert "已导出统计" in "".join(segment.text for strip in strips for segment in strip)
        groups = pilot.app.screen.query_one("#groups", RowList).rows
        titles = [screen_of(pilot).session.library.plan(group.value).short_title for group in groups]  # type: ignore[union-attr]
    rows = list(csv.reader(written.read_text("utf-8-sig").splitlines()))
    assert [row[1] for row in rows[2:]] == titles
