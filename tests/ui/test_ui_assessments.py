"""An independent assessment from the main screen: F7 and 9, who, the status and the finding."""

from __future__ import annotations

from pathlib import Path

from plantui.model.assessment import Assessment, Assessor
from plantui.model.terms import Status
from plantui.query.cells import cells_of
from plantui.query.columns import Column
from tests.support.main_host import app_in, go_to_task, ledger_in, pane_text, screen_of, settle, status


async def test_assessment_is_recorded_and_shown(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path)
    async with app_in(tmp_path, role="supervision").run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        for keys in (("f7", "9"), ("2",), ("2", *"只完成一半", "enter")):
            await pilot.press(*keys)
            await settle(pilot)
        (event,) = ledger.events("assessment")
        assert event.content == Assessment(Assessor.THIRD_PARTY, Status.IN_PROGRESS, "只完成一半")
        assert "第三方评估 推进中" in status(pilot)
        screen = screen_of(pilot)
        assert screen.current_task is not None
        cells = cells_of(screen.session.workspace, screen.current_task)
        assert (cells.value(Column.ASSESSMENT), cells.progress.notes) == ("agrees", 0)
        assert "市生态环境局 自报 未报送；第三方评估 推进中，只完成一半" in pane_text(pilot)
