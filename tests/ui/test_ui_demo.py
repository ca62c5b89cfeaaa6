"""The interface on the demonstration says so, and keeps it apart from what is in earnest."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from plantui.model.terms import Language
from plantui.planfile.search_path import bundled_plans
from plantui.query.demo import open_demo
from plantui.store.index.opening import open_library
from plantui.ui.app import PlantuiApp
from tests.support.main_host import options_in, settle, top


@pytest.mark.parametrize(("language", "said"), [(Language.ZH, "【演示】"), (Language.EN, "[DEMO]")])
async def test_head_and_export_say_so(tmp_path: Path, language: Language, said: str) -> None:
    library = open_library([bundled_plans()], tmp_path / "cache")
    app = PlantuiApp(open_demo(options_in(tmp_path, language=language), library), library)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        head = top(pilot)
        assert said in head
        assert "2024-12-10" in head
        assert app.main_screen.session.light_counts()

        await pilot.press("f8")
        await settle(pilot)
        assert said.strip("[]") in app.screen.query_one("#path", Input).value

        await pilot.press("escape")


async def test_the_own_department_is_not_remembered(tmp_path: Path) -> None:
    library = open_library([bundled_plans()], tmp_path / "cache")
    options = open_demo(options_in(tmp_path), library)
    app = PlantuiApp(options, library)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"水利", "f5")
        await settle(pilot)

        assert "市水利局" in top(pilot)
    assert not options.config_path.exists()
