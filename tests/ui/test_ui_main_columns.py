"""The columns of the list under their headings: what stands where, at which width, and what a click on a heading does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.query.columns import DEFAULT_COLUMNS, Column, Sorting
from plantui.query.filter import Filter
from plantui.query.outline import DepartmentBranch, Leaf
from plantui.query.views import View
from plantui.ui.column_layout import ColumnLayout
from plantui.ui.row_painter import RowPainter
from plantui.ui.widgets.head_line import HeadLine
from plantui.ui.widgets.lines_view import LinesView
from tests.support.main_host import (
    TODAY,
    app_in,
    current_title,
    ledger_in,
    screen_of,
    seen_rows,
    settle,
    top,
)

KEY = TaskKey("sanmenxia-2023-2025", "1")
SIZES = [(80, 24), (120, 36), (200, 50)]


def headings(pilot: Pilot[None]) -> str:
    """Return the line of headings as painted."""
    return screen_of(pilot).query_one(HeadLine).render_line(0).text


def layout(pilot: Pilot[None]) -> ColumnLayout:
    """Return the places of the columns on the screen."""
    rows = screen_of(pilot).rows
    assert isinstance(rows.painter, RowPainter)
    return rows.painter.layout(rows.text_width)


def cell_text(line: str, start: int, width: int) -> str:
    """Return what stands in some cells of a line."""
    found, at = "", 0
    for character in line:
        if start <= at < start + width:
            found += character
        at += cell_len(character)
    return found


def column_texts(pilot: Pilot[None], column: Column) -> list[str]:
    """Return what stands in a column on each line of the list that is on the screen."""
    rows = screen_of(pilot).rows
    place = next(one for one in layout(pilot).placed if one.column is column)
    lines = (rows.render_line(y).text for y in range(min(len(rows.rows), rows.size.height)))
    return [cell_text(line, place.start, place.width) for line in lines]


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((80, 24), "light status percent due days task"),
        ((120, 36), "light status due days task"),
        ((200, 50), "light status percent due days task lead reported"),
    ],
    ids=str,
)
async def test_a_wider_list_shows_more_columns(tmp_path: Path, size: tuple[int, int], shown: str) -> None:
    """At 120 and 200 columns the pane takes 40 % of the width."""
    async with app_in(tmp_path).run_test(size=size) as pilot:
        await settle(pilot)

        assert [one.column for one in layout(pilot).placed] == shown.split()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_headings_stand_over_their_columns(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    ledger_in(tmp_path).add(KEY, "市生态环境局", NoteContent(Status.IN_PROGRESS, "推进", 40, as_of=TODAY))
    async with app_in(tmp_path, language=language).run_test(size=size) as pilot:
        await settle(pilot)
        line = headings(pilot)
        words = screen_of(pilot).words

        for column, start, width in layout(pilot).placed:
            assert words(f"columns.{column.value}") in cell_text(line, start, width)
        dates = column_texts(pilot, Column.DUE) if Column.DUE in screen_of(pilot).session.columns else []
        assert dates[2] == "2025-12-31"


async def test_all_titles_start_in_one_column_whatever_the_number(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        rows = screen_of(pilot).rows
        starts = set()
        for y, row in enumerate(rows.rows[: rows.size.height]):
            if isinstance(row, Leaf):
                line = rows.render_line(y).text
                starts.add(cell_len(line[: line.index(row.task.title[:6])]))
                assert f" {row.task.number} {row.task.title[:6]}" in line

    assert len(starts) == 1


async def test_what_is_not_known_is_blank(tmp_path: Path) -> None:
    """A percent that nobody gave, and the days and the report of a task without any, are no zeros."""
    ledger_in(tmp_path).add(KEY, "市生态环境局", NoteContent(Status.IN_PROGRESS, "推进", 5, as_of=TODAY))
    async with app_in(tmp_path, filter=Filter(plans=("sanmenxia-2023-2025",))).run_test(
        size=(200, 50)
    ) as pilot:
        await settle(pilot)

        for column, told in (
            (Column.PERCENT, "  5%"),
            (Column.REPORTED, TODAY.isoformat()),
        ):
            texts = column_texts(pilot, column)
            assert texts[2] == told
            assert not any(text.strip() for text in [*texts[:2], *texts[3:]])


async def test_figures_of_a_branch_end_where_the_column_of_statuses_does(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert column_texts(pilot, Column.STATUS)[0].endswith(" 0/24")
        assert column_texts(pilot, Column.LIGHT)[0] == "红10"


async def test_a_click_on_a_heading_sorts_turns_and_goes_back(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        place = next(one for one in layout(pilot).placed if one.column is Column.DUE)
        seen: list[tuple[Sorting | None, str]] = []
        for _ in range(3):
            await pilot.click("#headings", offset=(place.start + 1, 0))
            await settle(pilot)
            seen.append((screen_of(pilot).session.sorting, headings(pilot)))

        assert [sorting for sorting, _ in seen] == [
            Sorting(Column.DUE),
            Sorting(Column.DUE, descending=True),
            None,
        ]
        assert ["时限▲" in line for _, line in seen] == [True, False, False]
        assert ["时限▼" in line for _, line in seen] == [False, True, False]


@pytest.mark.parametrize("key", ["2", "5"])
async def test_a_heading_sorts_the_rows_under_it(tmp_path: Path, key: str) -> None:
    """In a list all of them, grouped by departments those of each; rows without a value come last."""
    async with app_in(tmp_path, department="三门峡市/市生态环境局").run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        place = next(one for one in layout(pilot).placed if one.column is Column.DUE)
        dates: list[list[str]] = []
        for _ in range(2):
            await pilot.click("#headings", offset=(place.start + 1, 0))
            await settle(pilot)
            dates.append([])
            for row in screen_of(pilot).rows.rows:
                if isinstance(row, Leaf):
                    dates[-1].append(row.task.due)
                elif dates[-1]:
                    break  # the first department is over

        rising = sorted(filter(None, dates[0]))
        assert [day for day in dates[0] if day] == rising
        assert [day for day in dates[1] if day] == rising[::-1]
        assert dates[0][len(rising) :] == dates[1][len(rising) :] == [""] * (len(dates[0]) - len(rising))
        assert "" in dates[0]


@pytest.mark.parametrize(("width", "is_behind"), [(80, True), (200, False)])
async def test_a_plan_stands_behind_the_title_where_its_column_has_no_room(
    tmp_path: Path, width: int, is_behind: bool
) -> None:
    async with app_in(tmp_path).run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.show(screen.session.with_view(View.WARNINGS).with_columns((*DEFAULT_COLUMNS, Column.PLAN)))
        if width > 100:
            await pilot.press("7")  # without the pane
        await settle(pilot)
        lines = "".join(screen.rows.render_line(y).text for y in range(8))

        assert layout(pilot).shows(Column.PLAN) != is_behind
        assert (" · " in lines) == is_behind
        assert (" · 新" if is_behind else "新乡") in lines


@pytest.mark.parametrize("size", [(120, 36), (200, 50)], ids=str)
async def test_titles_can_be_read_beside_the_pane(tmp_path: Path, size: tuple[int, int]) -> None:
    """Titles of twelve characters are whole in a department's list; the warnings keep eight before a plan's name."""
    async with app_in(tmp_path, department="郑州市/市工信局").run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        own = "".join(screen_of(pilot).rows.render_line(y).text for y in range(7))
        await pilot.press("3")
        await settle(pilot)
        warned = "".join(screen_of(pilot).rows.render_line(y).text for y in range(20))

        assert "实施工业炉窑清洁能源替代 " in own and "开展传统产业集群升级改造 " in own
        assert "建设黄河流域美丽" in warned


async def test_a_move_of_the_cursor_paints_two_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = screen_of(pilot).rows
        painted: list[Any] = []
        paint: Callable[[Any, int], Any] = rows.painter

        def counted(row: Any, width: int) -> Any:
            painted.append(row)
            return paint(row, width)

        monkeypatch.setattr(rows, "painter", counted)
        await pilot.press("down")
        await settle(pilot)

        assert painted == [rows.rows[0], rows.rows[1]]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_warnings_say_who_and_how_long(tmp_path: Path, size: tuple[int, int]) -> None:
    async with app_in(tmp_path).run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        rows = screen_of(pilot).rows
        lines = [" ".join(rows.render_line(y).text.split()) for y in range(6)]

        assert lines[0].startswith("红 逾期771天 牵头 市生态环境局 ")
        assert lines[1].startswith("红 逾期710天 牵头 市住房城乡建设局等2家 ")
        assert lines[2].startswith("红 逾期710天 牵头 市水利局等2家 ")
        assert "推进矿山生态" in lines[3]


async def test_unreported_tasks_stand_under_each_department_that_is_missing(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("5")
        await settle(pilot)
        screen = screen_of(pilot)
        first = screen.rows.rows[0]
        assert isinstance(first, DepartmentBranch)
        all_rows = len(seen_rows(pilot))
        screen.show_in_pane()
        await settle(pilot)
        pane = screen.query_one("#pane", LinesView).text
        await pilot.press("enter")
        await settle(pilot)
        folded = len(seen_rows(pilot))
        await pilot.press("9")
        await settle(pilot)
        after_fold_all = len(seen_rows(pilot))

        assert seen_rows(pilot)[0].endswith("▾ 三门峡市/市生态环境局")
        assert "140/140 项" in top(pilot)
        assert all_rows > 140 + 40
        assert "市生态环境局" in pane
        assert f"未报送的任务 {first.total} 项" in pane
        assert folded == all_rows - first.total
        assert after_fold_all == all_rows


async def test_left_goes_to_the_department_and_the_sentence_key_says_nothing_there(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("5", "down", "down", "left")
        await settle(pilot)
        row = screen_of(pilot).rows.current
        await pilot.press("ctrl+g")
        await settle(pilot)

        assert isinstance(row, DepartmentBranch)
        assert current_title(pilot) == ""
        assert not screen_of(pilot).pane.quotes_source
