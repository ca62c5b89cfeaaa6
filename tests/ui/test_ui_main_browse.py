"""Browsing: the tree, its folding, the views, the pane, as seen by pressing keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from plantui.model.terms import Language
from plantui.query.columns import Column, Sorting
from plantui.query.filter import Filter
from plantui.ui.widgets.lines_view import LinesView
from tests.support.index_samples import damage_table
from tests.support.main_host import (
    app_in,
    current_title,
    filter_line,
    footer,
    screen_of,
    seen_rows,
    settle,
    status,
    top,
)

SIZES = [(80, 24), (120, 36), (200, 50)]


async def test_a_first_start_shows_the_first_plan_down_to_its_tasks_and_the_others_below(
    tmp_path: Path,
) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = seen_rows(pilot)

        assert rows[0].endswith("▾ 三门峡市生态环境三年行动计划")
        assert rows[1].endswith("▾ （一）市县空气质量提升进位行动")
        assert rows[2].split() == [
            "黄",
            "未启动",
            "2025-12-31",
            "剩余21天",
            "1",
            "推进空气质量排名进位",
            "市生态环境局",
        ]
        assert [row.split("▸ ")[1] for row in rows if "▸" in row] == [
            "新乡市生态环境三年行动计划",
            "郑州市生态环境三年行动计划",
            "美丽郑州建设规划纲要",
        ]
        assert "140/140 项" in top(pilot)
        assert "截至 2025-12-10" in top(pilot)


async def test_counts_and_lights_are_on_every_branch(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        plan, section = seen_rows(pilot)[0], seen_rows(pilot)[7]

        assert plan.split()[:2] == ["红10", "0/24"]
        assert section.split()[:2] == ["红2", "0/3"]


async def test_enter_folds_and_unfolds_a_branch(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = len(seen_rows(pilot))
        await pilot.press("enter")
        folded = len(seen_rows(pilot))
        await pilot.press("enter")

        assert (before, folded, len(seen_rows(pilot))) == (38, 4, 38)


async def test_left_goes_to_the_heading_and_folds_it_right_unfolds(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "down", "left")
        at_heading = current_title(pilot)
        await pilot.press("left")
        folded = len(seen_rows(pilot))
        await pilot.press("right")

        assert at_heading == "市县空气质量提升进位行动"
        assert (folded, len(seen_rows(pilot))) == (36, 38)


async def test_one_key_unfolds_everything_and_once_more_folds_it(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("9")
        unfolded = len(seen_rows(pilot))
        await pilot.press("9")

        assert unfolded == 4 + 10 + 10 + 10 + 32 + 140
        assert len(seen_rows(pilot)) == 4


async def test_the_open_branches_are_remembered(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter", "down", "down", "enter")
        before = seen_rows(pilot)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert seen_rows(pilot) == before


async def test_columns_and_sorting_are_remembered(tmp_path: Path) -> None:
    columns, sorting = (Column.TASK, Column.DUE), Sorting(Column.DUE, descending=True)
    async with app_in(tmp_path).run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.show(screen.session.with_columns(columns).with_sorting(sorting))
        await pilot.press("9")
        before = seen_rows(pilot)
    async with app_in(tmp_path).run_test(size=(120, 24)) as pilot:
        await settle(pilot)

        assert (screen_of(pilot).session.columns, screen_of(pilot).session.sorting) == (columns, sorting)
        assert seen_rows(pilot) == before


@pytest.mark.parametrize("size", SIZES)
async def test_enter_shows_a_task_beside_the_list_or_in_its_place(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with app_in(tmp_path).run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        screen = screen_of(pilot)
        pane = screen.query_one("#pane", LinesView)

        assert pane.display
        assert screen.rows.display == (size[0] >= 100)
        assert "推进空气质量排名进位" in pane.text
        assert "牵头单位\n  从未报送 市生态环境局" in pane.text
        assert "2025-12-31  还有 21 天  到2025年" in pane.text
        await pilot.press("escape")
        assert screen.rows.display
        assert screen.rows.has_focus


async def test_the_pane_of_a_plan_tells_its_goals(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen_of(pilot).show_in_pane()
        await pilot.pause()
        text = screen_of(pilot).query_one("#pane", LinesView).text

        assert "三政办〔2023〕20号" in text
        assert "主要目标" in text


async def test_the_warnings_view_lists_red_then_yellow_longest_overdue_first(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        rows = [row.split() for row in seen_rows(pilot)]

        assert "预警清单" in top(pilot)
        assert [row[0] for row in rows] == sorted((row[0] for row in rows), key="红黄".index)
        assert rows[0][:4] == ["红", "逾期771天", "牵头", "市生态环境局"]
        assert rows[1][:4] == ["红", "逾期710天", "牵头", "市住房城乡建设局等2家"]
        assert len(rows) == 55


async def test_a_department_of_ones_own_makes_its_tasks_the_start_view_worst_first(tmp_path: Path) -> None:
    async with app_in(tmp_path, department="郑州市/市工信局").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = [row.split() for row in seen_rows(pilot)]

        assert "本单位 郑州市/市工信局" in top(pilot)
        assert [row[0] for row in rows] == sorted((row[0] for row in rows), key="红黄绿无".index)
        assert len(rows) == 7


async def test_my_department_without_one_says_how_to_choose_it(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2")

        assert "F4" in filter_line(pilot)


async def test_full_width_digits_and_marks_do_what_their_twins_do(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("３")
        in_view = top(pilot)
        screen_of(pilot).post_message(events.Key("fullwidth_question_mark", "？"))
        await settle(pilot)

        assert "预警清单" in in_view
        assert pilot.app.screen is not screen_of(pilot)


async def test_the_footer_offers_only_what_applies(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        on_plan = footer(pilot)
        await pilot.press("down", "down")

        assert "填报" not in on_plan
        assert "填报" in footer(pilot)
        assert "清除筛选" not in footer(pilot)


async def test_english_names_everything_in_english(tmp_path: Path) -> None:
    async with app_in(tmp_path, language=Language.EN).run_test(size=(120, 36)) as pilot:
        await settle(pilot)

        assert "as of 2025-12-10" in top(pilot)
        assert "not started" in seen_rows(pilot)[2]
        assert "Search" in footer(pilot)


async def test_a_start_filter_shows_its_hits_with_their_parents(tmp_path: Path) -> None:
    async with app_in(
        tmp_path, filter=Filter(words="锅炉", plans=("zhengzhou-2023-2025",))
    ).run_test() as pilot:
        await settle(pilot)

        assert "1/140 项" in top(pilot)
        assert "优化煤电项目布局" in seen_rows(pilot)[-1]
        assert len(seen_rows(pilot)) == 3


async def test_without_a_hit_the_screen_says_how_to_go_on(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(words="没有这样的词")).run_test() as pilot:
        await settle(pilot)

        assert seen_rows(pilot) == []
        assert "0" in status(pilot)


async def test_a_damaged_index_ends_with_a_sentence_and_is_made_again(tmp_path: Path) -> None:
    """The list stands on sound pages; the damage shows when the pane reads a task."""
    app = app_in(tmp_path)
    index = app.library.path
    assert index is not None
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        damage_table(index, "body")
        for _ in range(8):
            if app.refusal is None:
                await pilot.press("down", "right")

    assert app.refusal is not None
    assert app.refusal.message == "cli.index_damaged"
    assert not index.exists()
