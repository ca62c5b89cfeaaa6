"""The head of the screen: the views by their keys, the as-of day; the footer, whose keys keep their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.terms import Language
from plantui.query.views import View
from plantui.ui.widgets.bars import KeyBar
from tests.support.main_host import app_in, current_title, footer, screen_of, settle, status

SIZES = [(80, 24), (120, 36)]


def line(bar: KeyBar) -> str:
    """Return a bar as it is painted."""
    return bar.render_line(0).text


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("language", "views", "day"),
    [
        (Language.ZH, " 1 计划  2 本单位  3 预警  4 待审核  5 未报送  6 各单位 ", "截至 2025-12-10"),
        (Language.EN, " 1 Plans  2 Mine  3 Warnings  4 Check  5 Missing  6 Depts ", "as of 2025-12-10"),
    ],
)
async def test_views_and_day_fit(
    tmp_path: Path, size: tuple[int, int], language: Language, views: str, day: str
) -> None:
    async with app_in(tmp_path, language=language).run_test(size=size) as pilot:
        await settle(pilot)
        shown = line(screen_of(pilot).session_view.view_strip)
        assert shown.startswith(views)
        assert shown.rstrip().endswith(day)


async def test_the_day_is_never_cut(tmp_path: Path) -> None:
    """Views give way on a terminal that is far too narrow."""
    async with app_in(tmp_path, department="郑州市/市工信局").run_test(size=(30, 20)) as pilot:
        await settle(pilot)
        assert "截至 2025-12-10" in line(screen_of(pilot).session_view.view_strip)


async def test_the_view_that_is_shown_is_marked_and_a_click_shows_another(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        strip = screen_of(pilot).session_view.view_strip
        assert strip.current is not None and strip.current.id == "view_tree"
        await pilot.click(strip, offset=(20, 0))
        await settle(pilot)
        assert screen_of(pilot).session.view is View.WARNINGS
        assert strip.current.id == "view_warnings"
        looks = {piece.text.strip(): piece.style for piece in strip.render_line(0)}
        assert looks["预警"] != looks["计划"] == looks["未报送"]
        await pilot.click(strip, offset=(52, 0))
        await settle(pilot)
        assert len(pilot.app.screen_stack) == 2


async def test_footer_keys_keep_their_places(tmp_path: Path) -> None:
    """A key that does nothing here is dimmed where it stands."""
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bar = screen_of(pilot).key_bar
        before = line(bar)
        assert "F2" in before and "F2" not in footer(pilot)
        await pilot.press("down", "down")
        assert (line(bar), "F2" in footer(pilot)) == (before, True)
        await pilot.press("f3", "x")
        assert line(bar) == before
        await pilot.click(bar, offset=(before.index("F2") + 1, 0))


async def test_a_click_on_a_dimmed_key_says_what_it_needs(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bar = screen_of(pilot).key_bar
        await pilot.click(bar, offset=(34, 0))
        await settle(pilot)
        assert status(pilot) == "请先选中一项任务"


@pytest.mark.parametrize("view", ["3", "5"])
async def test_the_tree_shows_the_task_under_the_cursor(tmp_path: Path, view: str) -> None:
    """Its branches are unfolded, also where everything was folded."""
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("9", "9", view, "end", "up")
        title = current_title(pilot)
        assert title
        await pilot.press("1")
        assert current_title(pilot) == title
        await pilot.press(view)
        assert current_title(pilot) == title


async def test_a_filter_that_goes_leaves_the_cursor_on_the_tasks_branch(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("9", "9", "f3", *"扬尘", "enter", "end")
        row = screen_of(pilot).rows.current
        assert row is not None
        await pilot.press("0")
        assert screen_of(pilot).rows.cursor > 0
