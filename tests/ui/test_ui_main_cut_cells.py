"""The export names the cells that a spreadsheet will cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from tests.support.main_host import TODAY, app_in, ledger_in, settle, status


@pytest.mark.parametrize(("form", "is_named"), [("2", True), ("1", False)], ids=["csv", "md"])
async def test_cells_that_a_spreadsheet_cuts_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, is_named: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    content = NoteContent(Status.IN_PROGRESS, "进" * 40_000, as_of=TODAY)
    ledger_in(tmp_path).add(TaskKey("zhengzhou-2023-2025", "1"), "市环委攻坚办", content)
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f8", *"summary", "tab", form, "enter")
        await settle(pilot)

        assert ("1 格会被截断" in status(pilot)) is is_named
        assert "已导出" in status(pilot)
