"""The choice of columns: which, in which order, sorted by which; and what the list shows after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from plantui.query.columns import DEFAULT_COLUMNS, Column, Sorting
from plantui.ui.dialogs.columns import ColumnsDialog, PreviewLines
from plantui.ui.widgets.head_line import HeadLine
from tests.support.main_host import app_in, screen_of, settle

LIGHT, STATUS, PERCENT, TASK = Column.LIGHT, Column.STATUS, Column.PERCENT, Column.TASK
REST = DEFAULT_COLUMNS[3:]


async def choose(pilot: Pilot[None], *keys: str) -> None:
    """Open the choice of columns and press keys."""
    await settle(pilot)
    await pilot.press("ctrl+k")
    await settle(pilot)
    assert isinstance(pilot.app.screen, ColumnsDialog)
    await pilot.press(*keys)
    await settle(pilot)


@pytest.mark.parametrize(
    ("keys", "columns", "sorting"),
    [
        (["enter"], DEFAULT_COLUMNS, None),
        (["space", "enter"], DEFAULT_COLUMNS[1:], None),
        (["space", "space", "enter"], DEFAULT_COLUMNS, None),
        (["right", "enter"], (STATUS, LIGHT, PERCENT, *REST), None),
        (["ctrl+down", "ctrl+down", "enter"], (STATUS, PERCENT, LIGHT, *REST), None),
        (["down", "left", "left", "enter"], (STATUS, LIGHT, PERCENT, *REST), None),
        (["down", "ctrl+up", "enter"], (STATUS, LIGHT, PERCENT, *REST), None),
        (["end", "space", "enter"], (*DEFAULT_COLUMNS, [*Column][-1]), None),
        (["ctrl+k", "enter"], DEFAULT_COLUMNS, Sorting(LIGHT)),
        (["ctrl+k", "ctrl+k", "enter"], DEFAULT_COLUMNS, Sorting(LIGHT, descending=True)),
        (["ctrl+k", "ctrl+k", "ctrl+k", "enter"], DEFAULT_COLUMNS, None),
        (["ctrl+k", "down", "ctrl+k", "enter"], DEFAULT_COLUMNS, Sorting(STATUS)),
        (["right", "space", "ctrl+k", "0", "enter"], DEFAULT_COLUMNS, None),
        (["right", "space", "ctrl+k", "escape"], DEFAULT_COLUMNS, None),
    ],
)
async def test_keys_choose_order_and_sort(
    tmp_path: Path, keys: list[str], columns: tuple[Column, ...], sorting: Sorting | None
) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await choose(pilot, *keys)

        session = screen_of(pilot).session
        assert pilot.app.screen is screen_of(pilot)
        assert (session.columns, session.sorting) == (columns, sorting)


async def test_the_list_shows_what_was_chosen(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await choose(pilot, "space", "down", "ctrl+k", "enter")

        assert screen_of(pilot).query_one(HeadLine).render_line(0).text.split()[:2] == ["状态▲", "%"]


async def test_the_list_as_it_would_be_stands_above_the_choice(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await choose(pilot, "right")
        preview = pilot.app.screen.query_one(PreviewLines)

        assert preview.render_line(0).text.split()[:2] == ["状态", "预警"]
        assert "三门峡市生态环境三年行动计划" in preview.render_line(1).text


async def test_number_and_title_cannot_be_left_out(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await choose(pilot, *["down"] * DEFAULT_COLUMNS.index(TASK), "space")
        said = str(pilot.app.screen.query_one("#status", Static).content)
        await pilot.press("enter")
        await settle(pilot)

        assert said == "序号和任务总是显示"
        assert screen_of(pilot).session.columns == DEFAULT_COLUMNS


async def test_a_chosen_column_without_room_is_named(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await choose(pilot)
        rows = pilot.app.screen.query_one("#columns")
        lines = [rows.render_line(y).text for y in range(8)]

        assert [line.split()[1] for line in lines if "放不下" in line] == ["牵头单位", "最近报送"]


async def test_a_click_on_a_mark_takes_the_column_out(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await choose(pilot)
        await pilot.click("#columns", offset=(2, 1))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert screen_of(pilot).session.columns == (LIGHT, *DEFAULT_COLUMNS[2:])
