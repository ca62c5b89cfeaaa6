"""The screens of a first start as one sees them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from plantui.model.terms import Language
from plantui.planfile.search_path import bundled_plans
from plantui.store.index.opening import open_library
from plantui.store.locations import cache_folder
from plantui.ui.app import PlantuiApp
from plantui.ui.commands import by_id
from tests.support.main_host import app_in, options_in, screen_of, settle


def test_first_window(tmp_path: Path, snap_compare: Any) -> None:
    """Labels under each other, the chosen answers in brackets, the whole list of the city's departments below."""

    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("tab", "3", "tab", *"水")

    assert snap_compare(app_in(tmp_path, is_first_start=True), run_before=before, terminal_size=(80, 24))


def test_choosing_a_file(tmp_path: Path, snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way up first, folders before files, the cursor on the first that can be chosen."""
    folder = tmp_path / "文件"
    (folder / "2025年").mkdir(parents=True)
    for name in ("行动计划[终稿].docx", "行动计划.pdf", "通知.txt", "照片.png"):
        (folder / name).write_text("")
    monkeypatch.chdir(folder)
    options = options_in(tmp_path, language=Language.EN, theme="textual-light", folders=(bundled_plans(),))

    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await screen_of(pilot).runner.run(by_id("import"))
        await settle(pilot)
        await pilot.press("down", "down", "tab")
        await settle(pilot)

    app = PlantuiApp(options, open_library(options.folders, cache_folder()))
    assert snap_compare(app, run_before=before, terminal_size=(120, 20))
