"""Acknowledging an assignment from the main screen: F7 and 8, a word with its reason, and what the column shows then."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Static

from plantui.model.assignment import Assignment, AssignmentState, AssignmentWord
from plantui.query.cells import cells_of
from plantui.query.columns import Column
from plantui.ui.dialogs.stages import StageDialog
from tests.support.main_host import app_in, go_to_task, ledger_in, pane_text, screen_of, settle, status


async def test_appeal_is_recorded_shown_and_undone(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path)
    async with app_in(tmp_path, role="clerk").run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        assert "任务认领" not in pane_text(pilot)
        await pilot.press("f7", "8")
        await settle(pilot)
        await pilot.press("2", *"无此职责[/]", "enter")
        await settle(pilot)
        screen = screen_of(pilot)
        assert screen.current_task is not None
        (event,) = ledger.events("assignment")
        assert event.content == Assignment(AssignmentWord.APPEALED, "无此职责[/]")
        assert "异议" in status(pilot)
        cells = cells_of(screen.session.workspace, screen.current_task)
        assert cells.value(Column.ASSIGNMENT) is AssignmentState.APPEALED
        assert "市生态环境局 异议（2025-12-10 异议：无此职责[/]，张三）" in pane_text(pilot)

        await pilot.press("ctrl+z")
        await settle(pilot)
        assert ledger.events("assignment") == []
        assert "任务认领" not in pane_text(pilot)
        cells = cells_of(screen.session.workspace, screen.current_task)
        assert cells.value(Column.ASSIGNMENT) is AssignmentState.TO_CONFIRM


async def test_answer_without_an_appeal_says_why_not(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        await pilot.press("f7", "8")
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        assert isinstance(pilot.app.screen, StageDialog)
        assert "现为“待确认”" in str(pilot.app.screen.query_one("#status", Static).content)
