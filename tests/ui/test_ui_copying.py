"""Copying tasks as a table, and what is said where the terminal does not take it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.terms import Language
from plantui.ui.screens import copying
from plantui.ui.widgets.bars import TextBar
from tests.support.main_host import app_in, screen_of, settle, status


@pytest.fixture(autouse=True)
def bare_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A terminal of its own, in an empty folder."""
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)


async def test_marked_tasks_are_copied_as_a_table(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "space", "space", "home", "ctrl+c")
        head, *rows = (line.split("\t") for line in pilot.app.clipboard.splitlines())
        assert head[:5] == ["序号", "计划", "行动", "任务编号", "任务"]
        assert [row[3] for row in rows] == ["'1", "'2"]
        assert {len(row) for row in rows} == {len(head)}
        assert status(pilot) == "已复制 2 项，可粘贴到 WPS 表格"


async def test_without_marks_the_row_is_copied(tmp_path: Path) -> None:
    """A task, or all tasks under a branch; on an empty list it says what it needs."""
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "ctrl+c")
        assert len(pilot.app.clipboard.splitlines()) == 3
        await pilot.press("down", "ctrl+c")
        assert len(pilot.app.clipboard.splitlines()) == 2
        await pilot.press("f3", *"没有这样的任务", "enter", "ctrl+c")
        assert status(pilot) == "请先选中一项任务"


@pytest.mark.parametrize(
    ("name", "value"), [("TMUX", "/run/tmux"), ("STY", "1.tty"), ("TERM", "screen.xterm")]
)
async def test_inside_tmux_and_screen_no_success_is_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """The same key again writes a file, of another name where there is one already."""
    monkeypatch.setenv(name, value)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "ctrl+c")
        assert "set -g set-clipboard on" in status(pilot)
        assert "已复制" not in status(pilot)
        assert not list(tmp_path.glob("*.tsv"))
        await pilot.press("ctrl+c")
        (written,) = tmp_path.glob("*.tsv")
        assert str(written) in status(pilot)
        assert written.read_text("utf-8") == pilot.app.clipboard
        await pilot.press("ctrl+c", "ctrl+c")
        assert len(list(tmp_path.glob("*.tsv"))) == 2


@pytest.mark.parametrize("longest", [1_000_000, 100], ids=["held-back", "too-long"])
@pytest.mark.parametrize("language", list(Language))
async def test_the_way_out_fits_on_80_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language, longest: int
) -> None:
    """With as many tasks as there are in four plans; what is cut helps nobody."""
    monkeypatch.setenv("TMUX", "/run/tmux")
    monkeypatch.setattr("plantui.ui.clipboard.LONGEST", longest)
    async with app_in(tmp_path, language=language).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+a", "ctrl+c")
        await settle(pilot)
        bar = screen_of(pilot).query_one("#status", TextBar)

        painted = "".join(segment.text for segment in bar.render_line(0))
        assert "Ctrl+C" in status(pilot)
        assert painted.strip() == status(pilot).strip()


async def test_what_is_too_long_is_not_said_to_be_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plantui.ui.clipboard.LONGEST", 100)
    monkeypatch.setattr(copying, "MOST_ROWS", 3)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "ctrl+c")
        assert "没有复制" in status(pilot)
        assert pilot.app.clipboard == ""
        await pilot.press("ctrl+c")
        assert len(list(tmp_path.glob("*.tsv"))) == 1
        await pilot.press("ctrl+a", "ctrl+c")
        marked = len(screen_of(pilot).session.marked)
        assert f"现有 {marked} 项；请按 F8 导出" in status(pilot)
