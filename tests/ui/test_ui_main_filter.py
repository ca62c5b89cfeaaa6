"""Filtering from the keyboard: search line, pickers, the bar, clearing."""

from __future__ import annotations

from pathlib import Path

from plantui.model.department import DepartmentRef
from plantui.query.filter import Facet, Filter
from plantui.query.views import View
from plantui.store.settings import read_settings
from tests.support.main_host import app_in, filter_line, options_in, screen_of, seen_rows, settle, status, top


async def test_words_narrow_while_they_are_typed_and_enter_goes_to_the_hits(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", "煤", "电")
        narrowed = top(pilot)
        await pilot.press("enter")

        assert "4/140" in narrowed
        assert screen_of(pilot).rows.has_focus
        assert "文字：煤电" in filter_line(pilot)


async def test_escape_drops_the_words_and_goes_back(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", "煤", "escape")
        await pilot.pause()

        assert "140/140" in top(pilot)
        assert screen_of(pilot).rows.has_focus


async def test_digits_in_the_search_line_only_type(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", "3", "０", "/")

        assert screen_of(pilot).session.active_filter.words == "3０/"
        assert screen_of(pilot).session.view is View.TREE


async def test_a_department_is_found_by_another_name_of_it(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"郑州市发改委", "enter")
        await pilot.pause()

        assert screen_of(pilot).session.active_filter.departments == (
            DepartmentRef("郑州市", "市发展改革委"),
        )
        assert "单位：郑州市/市发展改革委" in filter_line(pilot)


async def test_years_several_at_once_then_one_key_clears_all(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f6", "tab", "tab", "enter")
        await pilot.pause()
        chosen = screen_of(pilot).session.active_filter.years
        shown = top(pilot)
        await pilot.press("0")

        assert chosen == (2023, 2024)
        assert "25/140" in shown
        assert screen_of(pilot).session.active_filter == Filter()


async def test_backspace_takes_the_last_choice_out(tmp_path: Path) -> None:
    wanted = Filter(words="治理", years=(2025,))
    async with app_in(tmp_path, filter=wanted).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("backspace")

        assert screen_of(pilot).session.active_filter == Filter(years=(2025,))


async def test_a_click_on_a_choice_takes_it_out(tmp_path: Path) -> None:
    wanted = Filter(words="治理", years=(2025,))
    async with app_in(tmp_path, filter=wanted).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#filter", offset=(3, 0))

        assert screen_of(pilot).session.active_filter == Filter(words="治理")


async def test_f5_in_the_picker_makes_a_department_ones_own_and_remembers_it(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"郑州市工信局", "f5")
        await pilot.pause()

        assert screen_of(pilot).session.view is View.MINE
        assert "郑州市/市工信局" in status(pilot)
        assert read_settings(options_in(tmp_path).config_path).department == "郑州市/市工信局"


async def test_a_filter_opens_the_branches_of_its_hits_and_leaves_the_memory_alone(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = screen_of(pilot).session.folding
        screen_of(pilot).palette_host.apply_choice(Facet.YEAR, 2023)
        await pilot.pause()
        hits = [row for row in seen_rows(pilot) if "2023-" in row]
        await pilot.press("9", "0")

        assert len(hits) == 16
        assert screen_of(pilot).session.folding == before


async def test_the_cursor_stays_on_its_task_when_the_filter_changes(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "down")
        task = screen_of(pilot).current_task
        screen_of(pilot).palette_host.apply_choice(Facet.WORDS, "二级达标")
        await pilot.pause()

        assert task is not None
        assert screen_of(pilot).current_task == task
