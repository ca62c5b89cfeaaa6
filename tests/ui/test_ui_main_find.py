"""Typed terms in the search line: they become choices that can be taken out, and what is not understood is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantui.model.bound import Bound
from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Measure, Op, Role, TaskState
from plantui.query.filter import Filter
from plantui.query.outline import Leaf
from plantui.ui.hits import HIT
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.painted import Painted
from tests.support.main_host import app_in, filter_line, screen_of, settle, status, top

DAY = date(2026, 6, 20)
WATER = DepartmentRef("郑州市", "市水利局")


async def test_a_line_becomes_choices_and_keeps_its_words(tmp_path: Path) -> None:
    """Journey 5: one department and one year in at most ten keys."""
    async with app_in(tmp_path, clock=lambda: DAY).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"slj 2024 ", *"红")
        await settle(pilot)
        typed, line = top(pilot), screen_of(pilot).query_one("#search", LineInput)
        assert line.value == "slj 2024 红"
        await pilot.press("enter")
        await settle(pilot)

        assert screen_of(pilot).session.active_filter == Filter(
            years=(2024,), lights=(Light.RED,), words="slj"
        )
        assert top(pilot) == typed
        for chip in ("年度：2024", "预警：红", "文字：slj"):
            assert chip in filter_line(pilot)
        assert line.value == "slj"
        await pilot.press("backspace")
        assert screen_of(pilot).session.active_filter == Filter(years=(2024,), words="slj")
        await pilot.press("backspace", "backspace")
        assert screen_of(pilot).session.active_filter == Filter()


async def test_escape_takes_back_all_that_was_typed_and_nothing_else(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(years=(2025,))).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"2024 ", *"红 水", "escape")
        await pilot.pause()
        assert screen_of(pilot).session.active_filter == Filter(years=(2025,))


async def test_deleting_a_term_takes_its_choice_out(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"逾期>30")
        assert screen_of(pilot).session.active_filter == Filter(bounds=(Bound(Measure.OVERDUE, Op.MORE, 30),))
        assert "逾期 > 30 天" in filter_line(pilot)
        await pilot.press(*["backspace"] * 3)
        assert screen_of(pilot).session.active_filter == Filter(states=(TaskState.OVERDUE,))
        await pilot.press(*["backspace"] * 2)
        assert screen_of(pilot).session.active_filter == Filter()


async def test_what_is_not_understood_is_said(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"治理 牵头:没有的局")
        assert status(pilot) == ""
        await pilot.press("enter")
        await pilot.pause()
        assert status(pilot) == "“牵头:没有的局”：没有这样的单位。"
        assert screen_of(pilot).session.active_filter == Filter(words="治理")


async def test_a_word_like_a_term_stays_a_word(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(words="2024")).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", "enter")
        await pilot.pause()
        assert screen_of(pilot).query_one("#search", LineInput).value == '"2024"'
        assert screen_of(pilot).session.active_filter == Filter(words="2024")
        await pilot.press("f3", "end", *" 水")
        assert screen_of(pilot).session.active_filter == Filter(words="2024 水")


async def test_a_choice_that_is_taken_out_while_the_line_is_open_stays_out(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"2024 水")
        await pilot.click("#filter", offset=(3, 0))
        await pilot.pause()
        assert screen_of(pilot).session.active_filter == Filter(words="水")
        await pilot.press(*"利")
        assert screen_of(pilot).session.active_filter == Filter(words="水利")


@pytest.mark.parametrize("line", ["牵头:郑州市/市水利局", "lead:郑州市/slj"])
async def test_a_department_in_a_role(tmp_path: Path, line: str) -> None:
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *line.replace("郑州市/slj", "slj"), "enter")
        await pilot.pause()
        chosen = screen_of(pilot).session.active_filter
        assert chosen.role is Role.LEAD
        assert WATER in chosen.departments


def found_words(painted: Painted) -> list[str]:
    return [text for text, look in painted if look == HIT]


async def test_what_letters_find_is_marked_in_list_and_pane(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(words="slj hhly")).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        await pilot.press("end")
        screen.show_in_pane()
        row = screen.rows.painter(screen.rows.rows[screen.rows.cursor], 140)
        assert "黄河流域" in found_words(row)
        lines = [found_words(line) for line in screen.pane.lines if found_words(line)]
        assert any("市水利局" in line for line in lines)


async def test_enter_goes_to_the_best_match(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"清洁", "enter")
        await settle(pilot)
        task = screen_of(pilot).current_task
        first = next(row.task for row in screen_of(pilot).rows.rows if isinstance(row, Leaf))
        assert task is not None
        assert "清洁" in task.title
        assert "清洁" not in first.title


async def test_a_department_is_picked_by_letters(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(plans=("zhengzhou-2023-2025",))).run_test(
        size=(100, 24)
    ) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"slj", "enter")
        await pilot.pause()
        assert screen_of(pilot).session.active_filter.departments == (WATER,)
