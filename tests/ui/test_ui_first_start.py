"""The first window: who the user is, in either language, by keys alone; and the demonstration from inside."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.model.terms import Language
from plantui.planfile.search_path import bundled_plans
from plantui.query.views import View
from plantui.store.demo import demo_path
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger
from plantui.store.settings import read_settings
from plantui.ui.app import PlantuiApp
from plantui.ui.commands import by_id
from plantui.ui.dialogs.welcome import WelcomeDialog
from tests.support.main_host import (
    app_in,
    current_title,
    options_in,
    screen_of,
    seen_rows,
    settle,
    status,
    top,
)

WATER = "三门峡市/市水利局"


def first_app(folder: Path, language: Language = Language.ZH, **changes: object) -> PlantuiApp:
    """Plantui as a new user starts it."""
    return app_in(folder, is_first_start=True, language=language, **changes)


def shown(pilot: Pilot[None]) -> str:
    """The window as painted."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join(line.text for line in lines)


async def begin(pilot: Pilot[None], *keys: str) -> None:
    """Wait for the window and press these keys."""
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)


async def run(command: str, pilot: Pilot[None]) -> None:
    """Do what the palette does for a command."""
    await screen_of(pilot).runner.run(by_id(command))
    await settle(pilot)


async def test_first_minute(tmp_path: Path) -> None:
    """From the first start to a saved note on the own department's worst task: six keys and what is typed."""
    app = first_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        assert isinstance(app.screen, WelcomeDialog)
        assert seen_rows(pilot), "the list is ready behind the window"

        assert not any(
            f"[{number} " in shown(pilot).split("本单位")[0].split("城市")[1] for number in (1, 2, 3)
        )
        await pilot.press("enter", "1", "enter", *"水利", "enter")
        await settle(pilot)
        worst = current_title(pilot)
        assert WATER in top(pilot)
        assert worst == "建设黄河流域美丽幸福河湖示范段"
        assert "F2" in status(pilot)

        await pilot.press("f2", *"已完成摸底", "ctrl+s")
        await settle(pilot)
        assert "已保存" in status(pilot)

    with Ledger(options_in(tmp_path).ledger_path, "") as ledger:
        notes = [(note.department, note.content.progress) for note in ledger.notes()]
    assert notes == [("市水利局", "已完成摸底")]
    settings = read_settings(options_in(tmp_path).config_path)
    assert (settings.language, settings.department) == (Language.ZH, WATER)


@pytest.mark.parametrize(
    ("keys", "own"),
    [
        (("enter", "right", "enter", *"水利", "enter"), WATER),
        (("enter", "left", "enter", *"水利", "enter"), "郑州市/市水利局"),
        (("enter", "2", "enter", *"水利", "enter"), "新乡市/市水利局"),
        ((*"水利", "down", "enter"), "新乡市/市水利局"),
        (("enter", "1", "enter", *"slj", "enter"), WATER),
        ((*"水利", "enter", "enter"), WATER),
        ((*"新乡 水利", "enter"), "新乡市/市水利局"),
        ((*"金水区", "enter"), "郑州市/金水区人民政府"),
        (("tab", "３", "tab", *"市工业和信息化局", "enter"), "郑州市/市工信局"),
        (("enter", "1", "enter", "down", "down", "enter"), "三门峡市/卢氏县政府"),
        (("enter", "enter", "enter"), None),
    ],
    ids=[
        "typed",
        "last-city",
        "another-city",
        "all-cities",
        "letters",
        "all-cities-twice-enter",
        "city-typed",
        "one-city-has-it",
        "full-width-digit-and-alias",
        "arrows",
        "none",
    ],
)
async def test_the_choice_shows_at_once_and_is_remembered(
    tmp_path: Path, keys: Sequence[str], own: str | None
) -> None:
    async with first_app(tmp_path).run_test(size=(120, 36)) as pilot:
        await begin(pilot, *keys)

        session = screen_of(pilot).session
        assert session.view is (View.MINE if own else View.TREE)
        assert (str(session.own_department) if session.own_department else None) == own
    settings = read_settings(options_in(tmp_path).config_path)
    assert (settings.department, settings.language) == (own, Language.ZH)


async def test_esc_ends_it_for_good(tmp_path: Path) -> None:
    async with first_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot, "escape")

        assert "语言和本单位" in status(pilot)
        assert screen_of(pilot).is_active
    assert options_in(tmp_path).config_path.exists()


@pytest.mark.parametrize("end", ["escape", "enter"])
async def test_another_language_is_spoken_at_once(tmp_path: Path, end: str) -> None:
    app = first_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "2")
        assert "Welcome" in shown(pilot)
        assert "欢迎" not in shown(pilot)

        await begin(pilot, *([end] if end == "escape" else ["enter", "1", "enter", *"水利", "enter"]))
        assert "as of" in top(pilot)
        assert ("Later" in status(pilot)) == (end == "escape")
        assert (WATER in top(pilot)) == (end == "enter")

        await pilot.press("f2" if end == "enter" else "f1")
        await settle(pilot)
        await pilot.press("escape")
    assert read_settings(options_in(tmp_path).config_path).language is Language.EN


async def test_the_demonstration_from_the_window_and_back(tmp_path: Path) -> None:
    async with first_app(tmp_path).run_test(size=(120, 36)) as pilot:
        await begin(pilot, "enter", "enter", "down", "enter")
        assert "演示" in top(pilot)
        assert "2024-12-10" in top(pilot)
        demo = demo_path(options_in(tmp_path).ledger_path)
        assert screen_of(pilot).ledger.path == demo

        await run("leave_demo", pilot)
        assert "演示" not in top(pilot)
        assert screen_of(pilot).ledger.path == options_in(tmp_path).ledger_path
        assert screen_of(pilot).is_active, "the window does not come again"

    assert demo.exists()
    assert not options_in(tmp_path).ledger_path.exists()


async def test_the_demonstration_from_the_palette_keeps_the_own_department(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"三门峡 水利", "f5")
        await settle(pilot)
        await run("demo", pilot)
        assert "演示" in top(pilot)
        await run("leave_demo", pilot)

        assert WATER in top(pilot)


async def test_where_the_demonstration_cannot_be_made_the_screen_stays(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        (tmp_path / "data").write_text("")
        await run("demo", pilot)

        assert "演示" not in top(pilot)
        assert "ledger-demo.db" in status(pilot)


async def test_it_comes_again_from_the_palette_with_what_was_chosen(tmp_path: Path) -> None:
    async with app_in(tmp_path, department="新乡市/市水利局").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await run("setup", pilot)

        assert "[2 新乡市]" in shown(pilot)
        await pilot.press("enter", "enter", "enter")
        await settle(pilot)
        assert "新乡市/市水利局" in top(pilot)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
@pytest.mark.parametrize("language", list(Language))
async def test_every_line_of_it_fits(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    async with first_app(tmp_path, language).run_test(size=size) as pilot:
        await begin(pilot)
        lines = shown(pilot).splitlines()

        assert "…" not in "".join(lines)
        last = "Esc 以后再说" if language is Language.ZH else "Esc later"
        assert any(last in line for line in lines)


async def test_the_city_of_the_own_plans_is_chosen(tmp_path: Path) -> None:
    """Who has added a plan is asked about its city; the bundled plans say nothing of the user."""
    plans = tmp_path / "mine"
    plans.mkdir()
    shutil.copy(bundled_plans() / "xinxiang-2023-2025.toml", plans)
    shutil.copy(bundled_plans() / "departments.toml", plans)
    library = open_library([plans, bundled_plans()], tmp_path / "cache")
    app = PlantuiApp(options_in(tmp_path, is_first_start=True, language=Language.ZH), library)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)

        assert "[1 新乡市]" in shown(pilot)


async def test_a_click_chooses(tmp_path: Path) -> None:
    async with first_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot, "enter", "1")
        await pilot.click("#choices", offset=(5, 3))
        await pilot.click("#choices", offset=(5, 3))
        await settle(pilot)

        assert "义马市政府" in top(pilot)


@pytest.mark.parametrize(
    "keys", [[*"水利"], ["down", "down", *"水利"], ["tab", *"水利"], ["down", "down", "up", *"水利"]]
)
async def test_a_name_may_be_typed_at_once(tmp_path: Path, keys: Sequence[str]) -> None:
    """Arrows go from field to field and change nothing; what is typed on a field of few values is a name."""
    async with first_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot, *keys, "enter")
        assert "几个城市都有" in shown(pilot)
        await begin(pilot, "enter")

        assert WATER in top(pilot)
    assert read_settings(options_in(tmp_path).config_path).language is Language.ZH


async def test_another_language_keeps_the_place(tmp_path: Path) -> None:
    async with app_in(tmp_path, department=WATER).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("1", "down", "down", "down")
        title = current_title(pilot)
        await run("setup", pilot)
        await pilot.press("2", "escape")
        await settle(pilot)

        assert "as of" in top(pilot)
        assert screen_of(pilot).session.view is View.TREE
        assert current_title(pilot) == title


async def test_the_demonstration_chosen_again_inside_it_still_leads_back(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await run("demo", pilot)
        assert "退出演示" in status(pilot)
        await run("setup", pilot)
        await pilot.press("enter", "enter", "home", "down", "enter")
        await settle(pilot)
        await run("leave_demo", pilot)

        assert "演示" not in top(pilot)


async def test_a_name_that_the_city_does_not_have_leads_back_to_the_city(tmp_path: Path) -> None:
    async with first_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot, "enter", "1", *"金水区")
        assert "三门峡市没有" in shown(pilot)
        await begin(pilot, "enter")
        assert isinstance(pilot.app.screen, WelcomeDialog)

        await begin(pilot, "up", "3", "enter", "enter")
        assert "郑州市/金水区人民政府" in top(pilot)


async def test_one_task_is_not_called_tasks(tmp_path: Path) -> None:
    async with first_app(tmp_path, Language.EN).run_test(size=(120, 40)) as pilot:
        await begin(pilot, "enter", "1")
        assert "市公安局  1 task " in shown(pilot)
        assert "24 tasks" in shown(pilot)
