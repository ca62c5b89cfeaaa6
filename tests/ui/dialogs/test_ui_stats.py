"""The statistics: figures in columns, groupings, and the way down to a group's tasks."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Status
from plantui.query.filter import Filter
from plantui.query.stats import By, grouped
from plantui.ui.dialogs.stats import StatsScreen
from tests.support.dialog_host import WORDS, ZHENGZHOU, Host, fixed_workspace


def screen(wanted: Filter | None = None) -> StatsScreen:
    wanted = wanted or Filter()
    return StatsScreen(WORDS, fixed_workspace(), fixed_workspace().matching(wanted), wanted)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["2", "enter"], Filter(years=(2023,))),
        (["２", "down", "enter"], Filter(years=(2024,))),
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
        expected = Filter(plans=(fixed_workspace().library.plans[0].id,))
    assert host.results == [expected]


async def test_the_rest_of_the_filter_stays() -> None:
    wanted = Filter(years=(2025,))
    first = grouped(fixed_workspace(), fixed_workspace().matching(wanted), By.DEPARTMENT)[0].value
    host = Host(screen(wanted))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()

    assert host.results == [Filter(years=(2025,), departments=(first,))]  # type: ignore[arg-type]


async def test_figures() -> None:
    """The overall line has every task shown; done, rate and lights follow."""
    host = Host(screen())
    async with host.run_test() as pilot:
        await pilot.pause()
        total = fixed_workspace().library.live.bit_count()
        order = (Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE, Light.GREY, Light.NONE)
        lights = [fixed_workspace().lights[light].bit_count() for light in order]
        expected = [str(total), "1", "0.7%", *(str(n) for n in lights), "合计"]
        assert host.line_with("合计").split() == expected
        head, first = host.line_with("名称"), host.line_with("合计")
        assert cell_len(head.partition("名称")[0]) == cell_len(first.partition("合计")[0])


async def test_own_department_is_under_the_cursor() -> None:
    own = DepartmentRef(ZHENGZHOU, "市水利局")
    host = Host(StatsScreen(WORDS, fixed_workspace(), fixed_workspace().library.live, Filter(), own))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert "市水利局（本单位）" in host.seen
        await pilot.press("enter")
        await pilot.pause()

    assert host.results == [Filter(departments=(own,))]


async def test_no_tasks() -> None:
    host = Host(StatsScreen(WORDS, fixed_workspace(), 0, Filter()))
    async with host.run_test() as pilot:
        await pilot.press("enter", "2")
        await pilot.pause()
        assert "当前没有显示任何任务" in host.seen
