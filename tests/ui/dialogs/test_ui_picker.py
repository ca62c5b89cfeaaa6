"""The picker of a filter: keys pressed, and what comes back."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len

from plantui.model.department import DepartmentRef
from plantui.model.terms import Language, Light, Role
from plantui.query.choices import CountedChoice
from plantui.query.filter import Facet
from plantui.ui.dialogs.choice_rows import ChoiceRows, Entry, Everything, Region, best_row
from plantui.ui.dialogs.picker import ChoiceList, FacetPicker, PickerResult
from plantui.words import Words
from tests.support.dialog_host import WORDS, XINXIANG, ZHENGZHOU, Host, department, years

YEARS = years(y2023=16, y2024=0, y2025=49, none=85)
DEPARTMENTS = [
    department(ZHENGZHOU, "市发展改革委", 11, "市发改委", "发展和改革委员会"),
    department(ZHENGZHOU, "市[2023]局[/]", 0, "[bold]别名"),
    department(ZHENGZHOU, "市“引号”Ⅱ局", 5),
    department(XINXIANG, "市发改委", 10),
    department(XINXIANG, "Data ＡＢ中心", 2, "数据中心"),
]
GAIGE, QUOTED, XIN, DATA = (DEPARTMENTS[i].value for i in (0, 2, 3, 4))


def year_picker(*chosen: int | None) -> FacetPicker:
    return FacetPicker(WORDS, Facet.YEAR, YEARS, chosen, {}, total=140)


def department_picker(**more: Any) -> FacetPicker:
    return FacetPicker(WORDS, Facet.DEPARTMENT, DEPARTMENTS, (), {}, **more)


@pytest.mark.parametrize(
    ("keys", "values"),
    [
        (["enter"], (2023,)),
        (["down", "enter"], (2025,)),
        (["end", "enter"], (2024,)),
        (["up", "enter"], ()),
        (["2", "0", "2", "5", "enter"], (2025,)),
        (["２", "５", "enter"], (2025,)),
        (["tab", "tab", "enter"], (2023, 2025)),
        (["tab", "up", "tab", "enter"], ()),
        (["tab", "home", "tab", "enter"], ()),
        ([["no", "date"][0][0], "backspace", "pagedown", "enter"], (2024,)),
    ],
)
async def test_keys_give_the_values(keys: list[str], values: tuple[int, ...]) -> None:
    """Enter takes the marked years, or the one under the cursor; years without tasks come last."""
    host = Host(year_picker())
    async with host.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()

    assert host.results == [PickerResult(values)]


async def test_escape_changes_nothing() -> None:
    host = Host(year_picker(2025))
    async with host.run_test() as pilot:
        await pilot.press("tab", "escape")
        await pilot.pause()

    assert host.results == [None]


async def test_what_was_chosen_is_marked_and_under_the_cursor() -> None:
    host = Host(year_picker(None, 2025))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert "[x]  49  2025" in host.seen
        assert "[x]  85  无期限" in host.seen
        assert "[ ]  16  2023" in host.seen
        assert host.screen.query_one(ChoiceList).cursor == 2
        await pilot.press("tab", "enter")
        await pilot.pause()

    assert host.results == [PickerResult((None,))]


async def test_a_filter_has_one_role() -> None:
    roles = [CountedChoice(Facet.ROLE, role, 3) for role in Role]
    host = Host(FacetPicker(WORDS, Facet.ROLE, roles, (), {}))
    async with host.run_test() as pilot:
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()

    assert host.results == [PickerResult((Role.SUPPORT,))]


async def test_an_alias_finds_and_is_named() -> None:
    """The alias that matched stands behind the department's own name."""
    host = Host(department_picker())
    async with host.run_test() as pilot:
        await pilot.press(*"发改委")
        await pilot.pause()
        assert "市发展改革委（匹配：市发改委）" in host.seen
        assert "新乡市" in host.seen
        await pilot.press("enter")
        await pilot.pause()

    assert host.results == [PickerResult((GAIGE,))]


@pytest.mark.parametrize("typed", ["ab", "ＡＢ", "data ab", "DATA", "数据"])
async def test_width_and_case_do_not_count(typed: str) -> None:
    host = Host(department_picker())
    async with host.run_test() as pilot:
        await pilot.press(*(("space" if char == " " else char) for char in typed))
        await pilot.press("enter")
        await pilot.pause()

    assert host.results == [PickerResult((DATA,))]


async def test_the_cursor_passes_over_headings() -> None:
    host = Host(department_picker())
    async with host.run_test() as pilot:
        await pilot.pause()
        rows = host.screen.query_one(ChoiceList)
        seen = []
        for _ in range(6):
            seen.append(rows.current)
            await pilot.press("down")
        assert [type(row) for row in seen] == [Entry] * 6
        assert len(set(seen)) == 5
        await pilot.press("home")
        assert rows.current == Everything()


async def test_own_department() -> None:
    """F5 makes the highlighted department one's own and leaves the filter as it is."""
    host = Host(department_picker(own=XIN))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert "市发改委（本单位）" in host.seen
        await pilot.press("down", "f5")
        await pilot.pause()

    assert host.results == [PickerResult((), own=DepartmentRef(ZHENGZHOU, "市“引号”Ⅱ局"))]


async def test_names_are_shown_as_they_are() -> None:
    host = Host(department_picker())
    async with host.run_test() as pilot:
        await pilot.pause()
        assert "市[2023]局[/]" in host.seen
        await pilot.press("[", "b")
        await pilot.pause()
        assert "（匹配：[bold]别名）" in host.seen


async def test_counts_stand_in_one_column_left_of_the_names() -> None:
    host = Host(department_picker())
    async with host.run_test() as pilot:
        await pilot.pause()
        names = ("市发展改革委", "市“引号”Ⅱ局", "Data ＡＢ中心")
        places = {cell_len(host.line_with(name).partition(name)[0]) for name in names}

    assert len(places) == 1


async def test_nothing_matches() -> None:
    host = Host(department_picker())
    async with host.run_test() as pilot:
        await pilot.press("z", "z", "enter")
        await pilot.pause()
        assert "没有匹配" in host.seen
        assert host.results == []


async def test_clicks() -> None:
    """One click on a name chooses the row, the second applies; a click on the mark marks."""
    host = Host(year_picker())
    async with host.run_test() as pilot:
        await pilot.click(ChoiceList, offset=(12, 2))
        assert host.results == []
        await pilot.click(ChoiceList, offset=(2, 3))
        await pilot.pause()
        assert "[x]  85  无期限" in host.seen
        await pilot.click(ChoiceList, offset=(12, 3))
        await pilot.pause()

    assert host.results == [PickerResult((None,))]


async def test_no_choices() -> None:
    host = Host(FacetPicker(WORDS, Facet.PLAN, [], (), {}))
    async with host.run_test() as pilot:
        await pilot.press("down", "tab", "enter", "pageup")
        await pilot.pause()
        assert "没有可选的项目" in host.seen


def test_names_of_both_languages_find_a_term() -> None:
    choices = [CountedChoice(Facet.LIGHT, light, 1) for light in Light]
    rows = ChoiceRows(Words(Language.ZH), choices, {}).rows("yellow")

    assert [row.value for row in rows if isinstance(row, Entry)] == [Light.YELLOW]


def test_plans_are_found_by_title_and_id() -> None:
    choices = [CountedChoice(Facet.PLAN, "xinxiang-2023", 23)]
    rows = ChoiceRows(Words(Language.ZH), choices, {"xinxiang-2023": "新乡市行动计划"})

    assert [row.name for row in rows.rows("行动") if isinstance(row, Entry)] == ["新乡市行动计划"]
    assert [row.matched for row in rows.rows("xin") if isinstance(row, Entry)] == ["xinxiang-2023"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("新乡 发改", [("市发改委", "")]),
        ("郑州　发改", [("市发展改革委", "市发改委")]),
        ("发展 郑州", [("市发展改革委", "")]),
        ("新乡市/市发改委", [("市发改委", "")]),
        ("新乡 水利", []),
    ],
)
def test_a_department_is_found_by_its_region_and_any_name(typed: str, found: list[tuple[str, str]]) -> None:
    rows = ChoiceRows(Words(Language.ZH), DEPARTMENTS, {}).rows(typed)

    assert [(row.name, row.matched) for row in rows if isinstance(row, Entry)] == found


def test_the_cursor_goes_to_the_name_typed() -> None:
    choices = [department(ZHENGZHOU, "市水利局二处", 9), department(ZHENGZHOU, "市水利局", 3)]
    rows = ChoiceRows(Words(Language.ZH), choices, {}).rows("市水利局")

    assert best_row(rows, "市水利局") == 1


def test_five_thousand_departments() -> None:
    """Regions keep their order, each under one heading, the departments without tasks last in each."""
    choices = [department(f"城市{i // 100}", f"单位{i}", i % 7, f"别名{i}") for i in range(5000)]
    rows = ChoiceRows(Words(Language.ZH), choices, {}).rows()

    assert sum(isinstance(row, Region) for row in rows) == 50
    assert isinstance(rows[101], Entry)
    assert rows[101].choice.count == 0


def test_the_region_of_which_tasks_are_shown_comes_first() -> None:
    choices = [
        department(region, name, count)
        for region, name, count in (("甲市", "一局", 0), ("乙市", "二局", 0), ("乙市", "三局", 2))
    ]
    rows = ChoiceRows(Words(Language.ZH), choices, {}).rows()

    assert [row.name for row in rows if isinstance(row, Region)] == ["乙市", "甲市"]
