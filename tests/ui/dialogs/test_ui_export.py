"""The export dialog: what it asks the writer for, and what it says when that fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from plantui.export.formats import Format
from plantui.model.problem import DataError, UsageError
from plantui.ui.dialogs.export import ExportDialog, ExportRequest
from plantui.ui.widgets.chooser import Chooser
from tests.support.dialog_host import WORDS, Host

WHAT = "当前显示的 12 / 140 项任务 [/]"


def dialog(folder: Path, write: list[ExportRequest] | None = None) -> ExportDialog:
    asked = write if write is not None else []

    def written(request: ExportRequest) -> None:
        asked.append(request)
        request.path.write_text("x")

    return ExportDialog(WORDS, folder, {form: f"计划.{form.value}" for form in Format}, WHAT, written)


async def settle(pilot: Pilot[None]) -> None:
    """Wait for the writing thread and what follows from it."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_enter_writes_the_suggested_file(tmp_path: Path) -> None:
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert WHAT in host.seen
        await pilot.press("enter")
        await settle(pilot)

    assert host.results == [ExportRequest(Format.MARKDOWN, tmp_path / "计划.md")]
    assert (tmp_path / "计划.md").exists()


@pytest.mark.parametrize("keys", [["right"], ["2"], ["２"], ["left", "left"]])
async def test_another_format_names_another_file(tmp_path: Path, keys: list[str]) -> None:
    """Arrows and digits choose, full-width digits too."""
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)

    assert host.results == [ExportRequest(Format.CSV, tmp_path / "计划.csv")]


async def test_a_click_chooses_the_format(tmp_path: Path) -> None:
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        await pilot.click(Chooser, offset=(44, 0))
        await pilot.pause()
        assert host.screen.query_one(Input).value.endswith("计划.json")


async def test_a_name_of_ones_own_stays(tmp_path: Path) -> None:
    """Of an edited path only the suffix follows the format; digits in the field only type."""
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        host.screen.query_one(Input).value = str(tmp_path / "我的.md")
        await pilot.press("tab", "end", "home", "shift+tab", "3")
        assert host.screen.query_one(Input).value == str(tmp_path / "我的.json")
        await pilot.press("tab", "end", "2", "enter")
        await settle(pilot)

    assert host.results == [ExportRequest(Format.JSON, tmp_path / "我的.json2")]


async def test_an_existing_file_is_asked_about_once(tmp_path: Path) -> None:
    (tmp_path / "计划.md").write_text("old")
    asked: list[ExportRequest] = []
    host = Host(dialog(tmp_path, asked))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert "再按一次 Enter 替换" in host.seen
        assert asked == []
        await pilot.press("enter")
        await settle(pilot)

    assert asked == host.results == [ExportRequest(Format.MARKDOWN, tmp_path / "计划.md", force=True)]


async def test_the_question_is_about_one_path(tmp_path: Path) -> None:
    """After the path was changed, the next existing file is asked about again."""
    (tmp_path / "计划.md").write_text("old")
    (tmp_path / "计划.csv").write_text("old")
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("right")
        await pilot.pause()
        assert "再按一次" not in host.seen
        await pilot.press("enter")
        await settle(pilot)
        assert "再按一次" in host.seen
        assert host.results == []


async def test_a_failure_is_told_and_the_path_stays(tmp_path: Path) -> None:
    """Typed text is never lost; a failure names its reason as it is, never as markup."""

    def refuse(request: ExportRequest) -> None:
        raise DataError("dialogs.export.bad_path", path="[/]")

    host = Host(ExportDialog(WORDS, tmp_path, dict.fromkeys(Format, "a"), WHAT, refuse))
    async with host.run_test() as pilot:
        await pilot.press("tab", "end", "b", "enter")
        await settle(pilot)
        assert "[/] 不能用作文件路径" in host.seen
        assert host.screen.query_one(Input).value == str(tmp_path / "ab")
        await pilot.press("escape")
        await pilot.pause()

    assert host.results == [None]


async def test_the_writer_may_find_the_file_first(tmp_path: Path) -> None:
    """A file that appears between the look and the writing is asked about, too."""
    forced: list[bool] = []

    def write(request: ExportRequest) -> None:
        forced.append(request.force)
        if not request.force:
            raise UsageError("export.exists", path=request.path)

    host = Host(ExportDialog(WORDS, tmp_path, dict.fromkeys(Format, "a"), WHAT, write))
    async with host.run_test() as pilot:
        for _ in range(2):
            await pilot.press("enter")
            await settle(pilot)

    assert forced == [False, True]


@pytest.mark.parametrize(("typed", "said"), [("  ", "请填写文件路径"), ("~nobody-here/x", "不能用作")])
async def test_no_path(tmp_path: Path, typed: str, said: str) -> None:
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        host.screen.query_one(Input).value = typed
        await pilot.press("enter")
        await pilot.pause()
        assert said in host.seen


async def test_the_home_folder_and_relative_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for typed, path in (("~/a.md", home / "a.md"), ("b.md", tmp_path / "b.md")):
        host = Host(dialog(tmp_path))
        async with host.run_test() as pilot:
            host.screen.query_one(Input).value = typed
            await pilot.press("enter")
            await settle(pilot)
        assert host.results == [ExportRequest(Format.MARKDOWN, path)]
