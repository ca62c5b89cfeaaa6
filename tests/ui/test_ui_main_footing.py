"""Promises of the bars around the list: keys, filter choices, messages."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.note import Draft, NoteContent
from plantui.model.terms import Language, Light, Role, Status
from plantui.query.filter import Filter
from plantui.ui.widgets.bars import FilterBar
from tests.support.main_host import (
    TODAY,
    app_in,
    current_title,
    filter_line,
    footer,
    ledger_in,
    screen_of,
    seen_rows,
    settle,
    status,
    top,
)

KEY = TaskKey("sanmenxia-2023-2025", "3")
MANY = Filter(
    plans=("sanmenxia-2023-2025", "xinxiang-2023-2025"),
    departments=(DepartmentRef("三门峡市", "市工业和信息化局"), DepartmentRef("新乡市", "市工信局")),
    role=Role.SHARED,
    years=(2023, 2024),
    statuses=(Status.NOT_STARTED,),
)


def bar_lines(bar: FilterBar) -> list[str]:
    """The filter bar as painted."""
    return ["".join(segment.text for segment in bar.render_line(y)) for y in range(bar.size.height)]


async def test_every_choice_of_a_long_filter_is_seen_and_can_be_clicked_away(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=MANY).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bar = screen_of(pilot).query_one(FilterBar)
        lines = bar_lines(bar)

        assert len(lines) == 3
        assert all(cell_len(line) == 78 for line in lines)
        assert "状态：未启动 x" in lines[2]

        at = cell_len(lines[2][: lines[2].index("状态")]) + 1
        await pilot.click(bar, offset=(at + 1, 2))
        await settle(pilot)
        assert "状态" not in filter_line(pilot)

        await pilot.press("0")
        await settle(pilot)
        assert bar.size.height == 1


async def test_what_does_not_fit_in_three_lines_is_counted(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=MANY).run_test(size=(40, 15)) as pilot:
        await settle(pilot)
        lines = bar_lines(screen_of(pilot).query_one(FilterBar))

        assert len(lines) == 3
        assert lines[2].endswith("…+5")


async def test_backspace_takes_out_what_was_chosen_last(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.show(screen.session.narrowed(Filter(years=(2025,))))
        screen.show(screen.session.narrowed(Filter(years=(2025,), plans=("xinxiang-2023-2025",))))
        await pilot.press("backspace")
        await settle(pilot)

        assert filter_line(pilot) == "年度：2025"


async def test_the_footer_of_the_search_line_names_no_key_that_types(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"大气")
        await settle(pilot)
        typing = footer(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert "0 清除筛选" not in typing and "Esc 返回" in typing
        assert "0 清除筛选" in footer(pilot) and "Esc 返回" not in footer(pilot)


async def test_lights_and_statuses_never_touch_in_english(tmp_path: Path) -> None:
    async with app_in(tmp_path, language=Language.EN).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        rows = seen_rows(pilot)

        assert any(row.split()[:3] == ["none", "not", "started"] for row in rows)
        assert "no date 85" in top(pilot)


async def test_a_message_goes_when_the_cursor_moves_on(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await pilot.pause()
        assert status(pilot) == "请先选中一项任务"
        await pilot.press("down")
        await pilot.pause()

        assert status(pilot) == ""


async def test_a_draft_is_offered_where_the_cursor_stands(tmp_path: Path) -> None:
    content = NoteContent(Status.IN_PROGRESS, "写到一半", as_of=TODAY)
    with ledger_in(tmp_path) as ledger:
        ledger.save_draft(Draft(KEY, "市生态环境局", "张三", content, ""))
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert current_title(pilot) == "加快新能源汽车推广应用"
        assert "1 份尚未保存的填报" in status(pilot)
        await pilot.press("down", "up")
        await pilot.pause()
        assert "1 份尚未保存的填报" in status(pilot)
        await pilot.press("f2", "f9", "escape")
        await settle(pilot)
        assert status(pilot) == ""


async def test_an_empty_view_without_a_filter_does_not_blame_the_filter(tmp_path: Path) -> None:
    async with app_in(tmp_path, clock=lambda: TODAY.replace(year=2021)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)

        assert seen_rows(pilot) == []
        assert status(pilot) == "此处没有任务，按 1 回到计划树"


async def test_my_department_without_one_says_how_to_set_it_under_a_filter_too(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(years=(2025,))).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)

        assert "按 F4 选单位，再按 F5" in status(pilot)


async def test_the_light_of_a_choice_is_written_out(tmp_path: Path) -> None:
    wanted = Filter(lights=(Light.YELLOW,))
    async with app_in(tmp_path, filter=wanted, language=Language.EN).run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert filter_line(pilot) == "light: yellow (behind, due soon)"


async def test_a_list_of_one_plan_does_not_repeat_its_name(tmp_path: Path) -> None:
    app = app_in(tmp_path, department="郑州市/市工信局")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        mine = seen_rows(pilot)
        await pilot.press("5")
        await settle(pilot)

        assert mine and not any(" · " in row for row in mine)
        assert any(" · 三门峡市" in row for row in seen_rows(pilot))


@pytest.mark.parametrize("keys", [("3",), ("0",), ("9",), ("left",), ("7",), ("tab",), ("escape",)], ids=str)
async def test_a_narrow_pane_gives_way_to_what_changes_the_list(tmp_path: Path, keys: tuple[str]) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert screen_of(pilot).has_class("only-pane")
        await pilot.press(*keys)
        await settle(pilot)

        assert not screen_of(pilot).has_class("only-pane")
        assert screen_of(pilot).rows.has_focus


async def test_on_a_narrow_screen_7_opens_the_plans_page(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("7")
        await settle(pilot)

        assert "主要目标" in screen_of(pilot).pane.text
        assert "Enter" not in footer(pilot)
