"""Acknowledging an assignment from the main screen: F7 and 8, a word with its reason, and what the column shows then."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from plantui.model.assignment import Assignment, AssignmentState, AssignmentWord
from plantui.query.cells import cells_of
from plantui.query.columns import Column
from plantui.store.ledger import NewEvent
from plantui.ui.dialogs.stages import StageDialog
from plantui.ui.widgets.row_list import RowList
from tests.support.main_host import (
    FIRST_TASK,
    TODAY,
    app_in,
    go_to_task,
    ledger_in,
    pane_text,
    screen_of,
    settle,
    status,
    with_notes,
)


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


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ((), ["确认", "异议"]),
        ((AssignmentWord.CONFIRMED,), ["异议"]),
        ((AssignmentWord.APPEALED,), ["确认", "维持", "同意调整"]),
        ((AssignmentWord.APPEALED, AssignmentWord.ADJUSTED), ["确认", "异议"]),
    ],
)
async def test_only_words_that_are_possible_are_offered(
    tmp_path: Path, said: tuple[AssignmentWord, ...], offered: list[str]
) -> None:
    events = [NewEvent(Assignment(word, "理由"), TODAY, FIRST_TASK, "市生态环境局") for word in said]
    ledger_in(tmp_path).record(events)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        await pilot.press("f7", "8")
        await settle(pilot)
        assert isinstance(pilot.app.screen, StageDialog)
        rows = pilot.app.screen.query_one(RowList).rows
        assert [row.name for row in rows] == [f"{word} · 市生态环境局" for word in offered]


@pytest.mark.parametrize(
    ("role", "said"), [(None, "已报送，不再确认"), ("supervision", "现为“已报送”，不能“维持”")]
)
async def test_dialog_says_why_no_word_is_possible(tmp_path: Path, role: str | None, said: str) -> None:
    with_notes(tmp_path)
    async with app_in(tmp_path, role=role).run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        await pilot.press("f7", "8")
        await settle(pilot)
        assert isinstance(pilot.app.screen, StageDialog)
        assert said in str(pilot.app.screen.query_one("#status", Static).content)
