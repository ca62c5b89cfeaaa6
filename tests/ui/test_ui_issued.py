"""The list of issued reports: writing one again, verifying its file, and what an empty list says."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.ui.dialogs.export import ExportDialog
from plantui.ui.dialogs.issued import IssuedDialog
from plantui.ui.dialogs.received import ReceivedDialog
from tests.support.main_host import (
    FIRST_TASK,
    TODAY,
    app_in,
    choose_command,
    ledger_in,
    settle,
    with_notes,
)

from .test_ui_journeys import on_screen, press

SIZES = [(80, 24), (120, 36), (200, 50)]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


async def export(pilot: Pilot[None], path: Path, form: str) -> None:
    """Write a form of the tasks shown to a file."""
    await press(pilot, "f8", *form)
    pilot.app.screen.query_one("#path", Input).value = str(path)
    await press(pilot, "enter")


def note_later(folder: Path) -> None:
    """Write a note after what was issued."""
    content = NoteContent(Status.COMPLETED, "后来完成", 100, as_of=TODAY)
    ledger_in(folder).add(FIRST_TASK, "市生态环境局", content)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", Language)
async def test_an_issued_report_is_written_again_in_three_keys(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    """F8 F8 Enter: letter by letter as it was, though notes came later."""
    with_notes(tmp_path)
    first = tmp_path / "here" / "汇总.md"
    async with app_in(tmp_path, language=language).run_test(size=size) as pilot:
        await settle(pilot)
        await export(pilot, first, "summary")
        text = first.read_bytes()
        first.unlink()
        note_later(tmp_path)
        keys = await press(pilot, "f8", "f8")
        assert isinstance(pilot.app.screen, IssuedDialog)
        seen = on_screen(pilot)
        (entry,) = ledger_in(tmp_path).issued()
        file = entry.file
        for said in (file.as_of.isoformat(), "汇总.md", file.cut, file.sha256, entry.author, str(file.rows)):
            assert said in seen
        assert ("筛选条件：" if language is Language.ZH else "Filter:") in seen
        keys += await press(pilot, "enter")
        same = "与当时写出的逐字节相同" if language is Language.ZH else "itwasissued."
        assert same in on_screen(pilot)
        assert [one.file.sha256 for one in ledger_in(tmp_path).issued()] == [file.sha256] * 2
        assert len(pilot.app.screen.query_one("#issued").rows) == 2  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ExportDialog)

    assert keys == 3
    assert first.read_bytes() == text


async def test_a_file_that_is_there_is_asked_about_once(tmp_path: Path) -> None:
    with_notes(tmp_path)
    first = tmp_path / "here" / "a.csv"
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await export(pilot, first, "summary")
        text = first.read_bytes()
        first.write_bytes(b"mine")
        await press(pilot, "f8", "f8", "enter")
        assert "再按一次Enter替换" in on_screen(pilot)
        assert first.read_bytes() == b"mine"
        await press(pilot, "tab")
        pilot.app.screen.query_one("#path", Input).value = str(tmp_path / "here" / "b.csv")
        await press(pilot, "enter")
        assert (tmp_path / "here" / "b.csv").read_bytes() == text
        pilot.app.screen.query_one("#path", Input).value = str(first)
        await press(pilot, "enter", "enter")

    assert first.read_bytes() == text


async def test_an_empty_list_says_how_one_comes_about(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await choose_command(pilot, "导出记录")
        assert isinstance(pilot.app.screen, IssuedDialog)
        assert "关闭后按F8导出" in on_screen(pilot)
        await press(pilot, "enter", "f7")
        assert "关闭后按F8导出" in on_screen(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, IssuedDialog)


def edit(path: Path) -> None:
    """Change the first figure with a bookmark in a document, as by hand."""
    with zipfile.ZipFile(path) as package:
        parts = [(part, package.read(part)) for part in package.infolist()]
    with zipfile.ZipFile(path, "w") as package:
        for part, content in parts:
            if part.filename == "word/document.xml":
                text = content.decode()
                content = re.sub(
                    r"(w:name=\"pt_[^>]*>.*?<w:t[^>]*>)[^<]*", r"\g<1>987", text, count=1
                ).encode()
            package.writestr(part, content)


async def test_a_file_is_verified_with_the_tasks_behind_what_no_longer_agrees(tmp_path: Path) -> None:
    """Four keys from the list: F8 F8 F7; a form without figures is held against its checksum."""
    with_notes(tmp_path)
    report, table = tmp_path / "here" / "汇报.docx", tmp_path / "here" / "a.csv"
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await export(pilot, table, "summary")
        await export(pilot, report, "report")
        await press(pilot, "f8", "f8", "f7")
        assert isinstance(pilot.app.screen, ReceivedDialog)
        assert "写出后没有改动过" in on_screen(pilot)
        await press(pilot, "escape")
        edit(report)
        await press(pilot, "f7")
        seen = on_screen(pilot)
        assert "写出后改动过" in seen
        assert "987" in seen
        await press(pilot, "escape", "down", "f7")
        assert "只核对了校验值" in on_screen(pilot)
        await press(pilot, "escape")
        table.unlink()
        await press(pilot, "f7")
        assert "读不到" in on_screen(pilot)


@pytest.mark.parametrize("language", Language)
async def test_the_keys_of_both_dialogs_are_whole_on_a_small_screen(
    tmp_path: Path, language: Language
) -> None:
    with_notes(tmp_path)
    last = "Esc取消" if language is Language.ZH else "Esccancel"
    close = "Esc关闭" if language is Language.ZH else "Escclose"
    async with app_in(tmp_path, language=language).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await export(pilot, tmp_path / "here" / "a.md", "summary")
        await press(pilot, "f8")
        assert "F8" in on_screen(pilot)
        assert on_screen(pilot).endswith(last)
        await press(pilot, "f8")
        assert on_screen(pilot).endswith(close)


async def test_the_files_of_a_month_are_found_in_their_folder(tmp_path: Path) -> None:
    """The file of the month goes into a folder of its own: there its reports are verified and written again."""
    with_notes(tmp_path)
    folder = tmp_path / "here" / "六月"
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await export(pilot, folder, "month")
        await press(pilot, "f8", "f8")
        path = Path(pilot.app.screen.query_one("#path", Input).value)
        assert path.parent == folder
        await press(pilot, "f7")
        assert "写出后没有改动过" in on_screen(pilot)
