"""The indicators from the palette: worst first, the way to a task, the export."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.terms import Language
from plantui.planfile.search_path import bundled_plans
from plantui.query.demo import open_demo
from plantui.query.outline import Leaf
from plantui.store.index.opening import open_library
from plantui.ui.app import PlantuiApp
from plantui.ui.commands import by_id
from plantui.ui.dialogs.indicators import IndicatorsScreen
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from tests.support.main_host import app_in, options_in, screen_of
from tests.support.settling import settle


async def test_the_worst_first_and_enter_shows_the_task(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"量化指标", "enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, IndicatorsScreen)
        rows = screen.query_one("#indicators", RowList)
        assert len(rows.rows) > 10
        await pilot.press("down", "down")
        chosen = rows.current
        assert chosen is not None
        await pilot.press("enter")
        await settle(pilot)
        current = screen_of(pilot).rows.current
        assert isinstance(current, Leaf)
        assert current.task.pk == chosen.task.pk


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
async def test_targets_and_latest_values_are_whole_at_every_width(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    """A figure that is cut says another number: 不低于 40 for 不低于 4000万平方米."""
    library = open_library([bundled_plans()], tmp_path / "cache")
    app = PlantuiApp(open_demo(options_in(tmp_path, language=language), library), library)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await app.main_screen.runner.run(by_id("indicators"))
        await settle(pilot)
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        words = Words(language)
        for figure in ("50%", "13%", "4000万", "15.5%", "100万", "10个百分点"):
            assert f" {figure}" in shown
        for name in ("state", "indicator", "target", "latest.short", "task"):
            assert words(f"notes.column.{name}") in shown
        assert words("notes.indicator.not_comparable") in shown
        assert words("notes.key.task") in shown
