"""The statistics: figures in columns, groupings, and the way down to a group's tasks."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from plantui.export.summary import summary
from plantui.model.department import DepartmentRef
from plantui.model.terms import Language, Light, Status
from plantui.query.figure_order import FigureColumn, FigureSorting, in_order
from plantui.query.filter import Filter
from plantui.query.stats import By, Figures, grouped
from plantui.query.views import View, view_filter, view_tasks
from plantui.store.ledger import Ledger
from plantui.ui.dialogs.figure_columns import FigureColumns
from plantui.ui.dialogs.stats import StatsScreen
from plantui.ui.widgets.chooser import Chooser
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import term
from tests.support.burst import send
from tests.support.dialog_host import WORDS, ZHENGZHOU, Host, fixed_workspace

ENGLISH = Words(Language.EN)


def screen(wanted: Filter | None = None) -> StatsScreen:
    wanted = wanted or Filter()
    return StatsScreen(WORDS, fixed_workspace(), fixed_workspace().matching(wanted), wanted)


def filters(host: Host) -> list[Filter | None]:
    """Return what the dialog gave back."""
    return [result.filter for result in host.results]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["2", "enter"], Filter(years=(2025,))),
        (["２", "down", "enter"], Filter(years=(2023,))),
        (["right", "end", "enter"], Filter(years=(None,))),
        (["tab", "tab", "enter"], Filter(statuses=(Status.NOT_STARTED,))),
        (["4", "enter"], Filter(lights=(Light.RED,))),
        (["left", "enter"], Filter(plans=("beautiful-zhengzhou-2025-2035",))),
        (["escape"], None),
    ],
)
async def test_keys_give_the_narrowed_filter(keys: list[str], expected: Filter | None) -> None:
    host = Host(screen())
    async with host.run_test() as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    if expected is not None and expected.plans:
        expected = Filter(plans=("xinxiang-2023-2025",))
    assert filters(host) == [expected]


async def test_the_rest_of_the_filter_stays() -> None:
    wanted = Filter(years=(2025,))
    first = in_order(grouped(fixed_workspace(), fixed_workspace().matching(wanted), By.DEPARTMENT))[0].value
    host = Host(screen(wanted))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()

    assert filters(host) == [Filter(years=(2025,), departments=(first,))]  # type: ignore[arg-type]


async def test_figures() -> None:
    """The overall line has every task shown; done, rate and lights follow."""
    host = Host(screen())
    async with host.run_test(size=(160, 36)) as pilot:
        await pilot.pause()
        total = fixed_workspace().library.live.bit_count()
        order = (Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE, Light.GREY, Light.NONE)
        lights = [fixed_workspace().lights[light].bit_count() for light in order]
        counts = ["1", str(lights[0]), str(total - 2), "·"]  # behind: nobody gave a percent
        expected = [
            str(total),
            "1",
            "0.7%",
            "[|",
            "]",
            *counts,
            *(str(n) if n else "·" for n in lights),
            "合计",
        ]
        assert host.line_with("合计").split() == expected
        head, first = host.line_with("名称"), host.line_with("合计")
        assert cell_len(head.partition("名称")[0]) == cell_len(first.partition("合计")[0])


async def test_groups_that_share_tasks_are_said_to() -> None:
    """The numbers of years add up to more than the tasks; those of plans do not."""
    host = Host(screen())
    async with host.run_test() as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "一项任务可以计入几组" in host.seen
        await pilot.press("5")
        await pilot.pause()
        assert "一项任务" not in host.seen


async def test_own_department_is_under_the_cursor() -> None:
    own = DepartmentRef(ZHENGZHOU, "市水利局")
    host = Host(StatsScreen(WORDS, fixed_workspace(), fixed_workspace().library.live, Filter(), own))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert "市水利局（本单位）" in host.seen
        await pilot.press("enter")
        await pilot.pause()

    assert filters(host) == [Filter(departments=(own,))]


async def test_no_tasks() -> None:
    host = Host(StatsScreen(WORDS, fixed_workspace(), 0, Filter()))
    async with host.run_test() as pilot:
        await pilot.press("enter", "2")
        await pilot.pause()
        assert "当前没有显示任何任务" in host.seen


@pytest.mark.parametrize(
    ("view", "said", "has_rate"),
    [
        (View.TREE, "统计范围：完成年度：2025", True),
        (View.MINE, "统计范围：本单位；单位：市水利局；完成年度：2025", True),
        (View.WARNINGS, "统计范围：预警清单；完成年度：2025", False),
        (View.UNREPORTED, "统计范围：未报送；完成年度：2025", False),
    ],
)
async def test_dialog_and_export_count_the_rows_on_the_screen(
    tmp_path: Path, view: View, said: str, has_rate: bool
) -> None:
    """The same groups and the same rule on the rate; the heading names view and filter."""
    workspace, own = fixed_workspace(), DepartmentRef(ZHENGZHOU, "市水利局")
    active = Filter(years=(2025,))
    wanted = view_filter(view, active, own)
    tasks = view_tasks(workspace, view, active, own)
    made = summary(workspace, workspace.rows(tasks), wanted, Ledger(tmp_path / "none.db", "x"), view)
    host = Host(StatsScreen(WORDS, workspace, tasks, wanted, own, view))
    async with host.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        shown = host.screen.query_one("#groups", RowList).rows
        assert tuple(shown) == made.departments
        assert len(shown) > 5
        assert said in host.seen
        assert ("不计完成率" in host.seen) is not has_rate
        assert ("[" in host.line_with("合计")) is has_rate  # the bar of a rate, which may be zero
        assert (made.overall.rate is not None) is has_rate


async def test_a_grouping_and_a_choice_in_one_read() -> None:
    """The choice is of the grouping that was asked for before it."""
    host = Host(screen())
    async with host.run_test() as pilot:
        await pilot.pause()
        send(host, "3", "enter")
        await pilot.pause()

    assert filters(host) == [Filter(statuses=(Status.NOT_STARTED,))]


async def test_a_choice_while_the_line_of_groupings_is_ahead() -> None:
    """A click on another grouping reaches the list a moment later: what is chosen is what the list shows."""
    host = Host(screen())
    async with host.run_test() as pilot:
        await pilot.press("2")
        dialog = host.screen
        assert isinstance(dialog, StatsScreen)
        dialog.query_one(Chooser).choose(2)
        dialog.action_drill()
        await pilot.pause()

    assert filters(host) == [Filter(years=(2025,))]


def names(host: Host) -> list[str]:
    """Return the first words of the names, as listed."""
    dialog = host.screen
    assert isinstance(dialog, StatsScreen)
    return [str(group.value) for group in dialog.query_one("#groups", RowList).rows]


async def test_the_worst_come_first_and_a_zero_is_a_point() -> None:
    host = Host(screen())
    async with host.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        dialog = host.screen
        assert isinstance(dialog, StatsScreen)
        groups = dialog.query_one("#groups", RowList).rows
        lights = [(group.figures.lights[Light.RED], group.figures.lights[Light.YELLOW]) for group in groups]
        assert lights == sorted(lights, reverse=True)
        painted = [[text.strip() for text, _ in dialog._paint(group, 80)] for group in groups]
        assert not any("0" in row for row in painted)
        assert any("·" in row for row in painted)


async def test_a_click_on_a_heading_sorts_and_a_second_one_turns_round() -> None:
    """The cursor stays on its group; the arrow says which column and which way."""
    own = DepartmentRef(ZHENGZHOU, "市水利局")
    host = Host(StatsScreen(WORDS, fixed_workspace(), fixed_workspace().library.live, Filter(), own))
    async with host.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        dialog = host.screen
        assert isinstance(dialog, StatsScreen)
        head = host.line_with("名称")
        left = dialog.query_one("#head").region.x
        at = cell_len(head.partition("任务")[0]) - left
        await pilot.click("#head", offset=(at, 0))
        await pilot.pause()
        assert "↓任务" in host.line_with("名称")
        totals = [group.figures.total for group in dialog.query_one("#groups", RowList).rows]
        assert totals == sorted(totals, reverse=True)
        assert dialog.place.group is not None
        assert dialog.place.group.value == own
        await pilot.click("#head", offset=(at, 0))
        await pilot.pause()
        assert "↑任务" in host.line_with("名称")
        assert [group.figures.total for group in dialog.query_one("#groups", RowList).rows] == totals[::-1]


async def test_the_menu_sorts_by_any_column() -> None:
    """Years come in their order by name; the order stays for the next grouping."""
    host = Host(screen())
    async with host.run_test(size=(140, 40)) as pilot:
        await pilot.press("2", "ctrl+k")
        await pilot.pause()
        assert "最差在前" in host.seen
        await pilot.press("down", "enter")
        await pilot.pause()
        assert names(host) == ["2023", "2024", "2025", "None"]
        await pilot.press("ctrl+k", "enter", "3", "escape")
        await pilot.pause()

    [result] = host.results
    assert result.place.sorting == FigureSorting(FigureColumn.NAME, descending=True)
    assert result.place.by is By.STATUS


@pytest.mark.parametrize(("size", "language"), [((80, 24), WORDS), ((80, 24), ENGLISH), ((200, 50), WORDS)])
async def test_what_has_no_room_is_named(size: tuple[int, int], language: Words) -> None:
    """Columns leave by importance and are named; what is overdue, the rate, what is not reported and the name stay."""
    host = Host(StatsScreen(language, fixed_workspace(), fixed_workspace().library.live, Filter()))
    async with host.run_test(size=size) as pilot:
        await pilot.pause()
        dialog = host.screen
        assert isinstance(dialog, StatsScreen)
        hidden = dialog._columns.hidden
        head = host.line_with(language("dialogs.stats.column.name"))
        for name in hidden:
            assert "".join(name.split()) in "".join(host.seen.split())
        for column in ("overdue", "rate", "not_reported"):
            assert language(f"dialogs.stats.column.{column}") in head
        assert (term(language, Light.RED) in head) == (term(language, Light.RED) not in hidden)
        assert (not hidden) == (size[0] == 200)
        assert all(cell_len(line) <= size[0] for line in host.seen.splitlines())
        assert host.seen.rstrip().endswith(language("dialogs.key.close")), "the way back is never cut"


@pytest.mark.parametrize(
    ("rate", "filled"), [(None, None), (0.0, 0), (0.004, 1), (0.5, 5), (0.999, 9), (1.0, 10)]
)
def test_a_bar_is_full_only_when_all_is_done(rate: float | None, filled: int | None) -> None:
    """A rate that nobody knows has no bar; it is not zero."""
    done = 0 if rate is None else round(rate * 1000)
    statuses = {**dict.fromkeys(Status, 0), Status.COMPLETED: done}
    found = Figures(1000, statuses, dict.fromkeys(Light, 0), has_rate=rate is not None)
    columns = FigureColumns(WORDS, 1000, 10)
    columns.fit(100)
    line = "".join(text for text, _ in columns.line(found, "名"))

    assert line.count("|") == (filled or 0)
    assert ("[" in line) == (filled is not None)
