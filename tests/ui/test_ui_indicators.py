"""The indicators from the palette: worst first, the way to a task, the export."""

from __future__ import annotations

from pathlib import Path

from plantui.query.outline import Leaf
from plantui.ui.dialogs.indicators import IndicatorsScreen
from plantui.ui.widgets.row_list import RowList
from tests.support.main_host import app_in, screen_of
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
