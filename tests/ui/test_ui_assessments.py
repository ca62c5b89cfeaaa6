"""An independent assessment from the main screen: F7 and 9, who, then status, finding, score and evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from plantui.model.assessment import Assessment, Assessor
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.query.cells import cells_of
from plantui.query.columns import Column
from plantui.store.evidence import take_evidence
from plantui.ui.editor.assessment_dialog import AssessmentDialog
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
)

LINK = "https://example.org/xianchang"


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what follows from them."""
    await pilot.press(*keys)
    await settle(pilot)


async def ask(pilot: Pilot[None]) -> AssessmentDialog:
    """Open the dialog of a third party's assessment of the first task's department."""
    await go_to_task(pilot)
    await press(pilot, "f7", "9")
    await press(pilot, "2")
    dialog = pilot.app.screen
    assert isinstance(dialog, AssessmentDialog)
    return dialog


async def test_assessment_is_recorded_shown_and_undone(tmp_path: Path) -> None:
    """Ctrl+S records it where no score is known: the score is then none, not nought."""
    ledger = ledger_in(tmp_path)
    async with app_in(tmp_path, role="supervision").run_test(size=(120, 36)) as pilot:
        await ask(pilot)
        await press(pilot, "2", *"只完成一半[/]", "ctrl+s")
        (event,) = ledger.events("assessment")
        assert event.content == Assessment(Assessor.THIRD_PARTY, Status.IN_PROGRESS, "只完成一半[/]")
        assert "第三方评估 推进中" in status(pilot)
        screen = screen_of(pilot)
        assert screen.current_task is not None
        cells = cells_of(screen.session.workspace, screen.current_task)
        assert (cells.value(Column.ASSESSMENT), cells.progress.notes) == ("agrees", 0)
        assert "市生态环境局 自报 未报送；第三方评估 推进中，只完成一半[/]" in pane_text(pilot)
        await press(pilot, "ctrl+z")
        assert ledger.events("assessment") == []
        assert "第三方评估" not in pane_text(pilot)


async def test_score_and_evidence_are_given(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path)
    async with app_in(tmp_path, role="supervision").run_test(size=(120, 36)) as pilot:
        await ask(pilot)
        await press(pilot, "3", *"查过", "f4")
        await press(pilot, *LINK, "enter")
        await press(pilot, "tab", *"８０", "enter")
        (event,) = ledger.events("assessment")
        evidence = (take_evidence(LINK, TODAY),)
        assert event.content == Assessment(Assessor.THIRD_PARTY, Status.COMPLETED, "查过", 80, evidence)
        assert "第三方评估 已完成，80 分，查过，xianchang" in pane_text(pilot)


@pytest.mark.parametrize(
    ("typed", "score", "said", "field"),
    [("", "", "须写明结论", "finding"), ("查过", "101", "分数 101 不对", "score")],
)
async def test_what_lacks_is_said_and_nothing_is_lost(
    tmp_path: Path, typed: str, score: str, said: str, field: str
) -> None:
    ledger = ledger_in(tmp_path)
    async with app_in(tmp_path, role="supervision").run_test(size=(80, 24)) as pilot:
        dialog = await ask(pilot)
        await press(pilot, "2", *typed, "tab", *score, "ctrl+s")
        assert pilot.app.screen is dialog
        assert said in str(dialog.query_one("#status", Static).content)
        assert dialog.focused is not None
        assert dialog.focused.id == field
        assert ledger.events("assessment") == []


async def test_cursor_begins_at_what_the_department_reports(tmp_path: Path) -> None:
    """The dialog names the assessments that there are, and Enter goes on to the finding."""
    ledger = ledger_in(tmp_path)
    said = NoteContent(Status.COMPLETED, "完成", 100, as_of=TODAY)
    ledger.add(FIRST_TASK, "市生态环境局", said)
    async with app_in(tmp_path, role="supervision").run_test(size=(80, 24)) as pilot:
        await ask(pilot)
        await press(pilot, "enter", *"属实", "ctrl+s")
        (event,) = ledger.events("assessment")
        assert event.content == Assessment(Assessor.THIRD_PARTY, Status.COMPLETED, "属实")
