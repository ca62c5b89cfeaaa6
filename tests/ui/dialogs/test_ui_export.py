"""The export dialog: what it asks the writer for, and what it says when that fails."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event as ThreadEvent

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from plantui.export.formats import TEXT_FORMATS, ExportFile, Format
from plantui.export.progress import Progress
from plantui.model.problem import DataError, UsageError
from plantui.ui.dialogs.export import ExportDialog, Write
from plantui.ui.dialogs.export_offers import ExportRequest, FormOffer, Offer
from plantui.ui.widgets.chooser import Chooser
from tests.support.dialog_host import WORDS, Host

WHAT = "当前显示的 12 / 140 项任务 [/]"


def dialog(folder: Path, write: list[ExportRequest] | None = None) -> ExportDialog:
    asked = write if write is not None else []

    def written(request: ExportRequest) -> None:
        asked.append(request)
        for _, path in request.files:
            path.write_text("x")

    return ExportDialog(WORDS, folder, [offer("计划")], writer(written))


def offer(name: str, statement: str = WHAT) -> Offer:
    """Return an offer of files of one name in every format."""
    return Offer(name, statement, {form: f"{name}.{form.value}" for form in TEXT_FORMATS})


def request(form: Format, path: Path, offer: int = 0, *, force: bool = False) -> ExportRequest:
    """Return the request for one file."""
    return ExportRequest((ExportFile(form, path),), offer, force=force)


def writer(write: Callable[[ExportRequest], None]) -> Write:
    """Return a writer of the dialog that tells no progress."""
    return lambda request, _progress: write(request)


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

    assert host.results == [request(Format.MARKDOWN, tmp_path / "计划.md")]
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

    assert host.results == [request(Format.CSV, tmp_path / "计划.csv")]


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
        assert "“.json2”不是可用的格式" in host.seen
        await pilot.press("backspace", "enter")
        await settle(pilot)

    assert host.results == [request(Format.JSON, tmp_path / "我的.json")]


@pytest.mark.parametrize(
    ("typed", "form", "name"),
    [
        ("报告.csv", Format.CSV, "报告.csv"),
        ("报告.JSON", Format.JSON, "报告.JSON"),
        ("报告", Format.MARKDOWN, "报告.md"),
    ],
)
async def test_the_ending_chooses_the_format(tmp_path: Path, typed: str, form: Format, name: str) -> None:
    """Format and ending never disagree; a name without one gets that of the format."""
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        host.screen.query_one(Input).value = typed
        await pilot.pause()
        assert host.screen.query_one("#format", Chooser).chosen == TEXT_FORMATS.index(form)
        await pilot.press("enter")
        await settle(pilot)

    assert host.results == [request(form, tmp_path / name)]


@pytest.mark.parametrize("typed", ["a.txt", "a.md.txt", "2024.06"])
async def test_another_ending_is_refused_and_named(tmp_path: Path, typed: str) -> None:
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        host.screen.query_one(Input).value = typed
        await pilot.press("enter")
        await settle(pilot)
        assert f"“{Path(typed).suffix}”不是可用的格式" in host.seen
        assert not list(tmp_path.iterdir())
        await pilot.press("right")
        await pilot.pause()
        assert host.screen.query_one(Input).value == f"{typed}.csv"


@pytest.mark.parametrize("typed", ["..", ".", "报告/", "报告.md/", "报告/..", ".md", "报告/.CSV"])
async def test_a_path_that_names_no_file_is_refused(tmp_path: Path, typed: str) -> None:
    """A folder, and an ending without a name, get no file like `...csv` or `.md.md`."""
    (tmp_path / "报告").mkdir()
    host = Host(dialog(tmp_path))
    async with host.run_test() as pilot:
        host.screen.query_one(Input).value = typed
        await pilot.press("enter")
        await settle(pilot)
        assert f"{typed} 不能用作文件路径" in host.seen

    assert [path.name for path in tmp_path.rglob("*")] == ["报告"]


async def test_the_marked_rows_are_a_choice_of_their_own(tmp_path: Path) -> None:
    """They have a sentence and a name of their own, and what was typed stays."""
    asked: list[ExportRequest] = []
    offers = [offer("全部", "当前显示的 12 项"), offer("标记", "已选的 3 项")]
    host = Host(ExportDialog(WORDS, tmp_path, offers, writer(asked.append), Format.CSV))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert host.screen.query_one(Input).value == str(tmp_path / "全部.csv")
        await pilot.press("2")
        await pilot.pause()
        assert "已选的 3 项" in host.seen
        await pilot.press("enter")
        await settle(pilot)

    assert asked == host.results == [request(Format.CSV, tmp_path / "标记.csv", 1)]


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

    assert asked == host.results == [request(Format.MARKDOWN, tmp_path / "计划.md", force=True)]


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

    host = Host(ExportDialog(WORDS, tmp_path, [offer("a")], writer(refuse)))
    async with host.run_test() as pilot:
        await pilot.press("tab", "end", *["left"] * 3, "b", "enter")
        await settle(pilot)
        assert "[/] 不能用作文件路径" in host.seen
        assert host.screen.query_one(Input).value == str(tmp_path / "ab.md")
        await pilot.press("escape")
        await pilot.pause()

    assert host.results == [None]


async def test_the_writer_may_find_the_file_first(tmp_path: Path) -> None:
    """A file that appears between the look and the writing is asked about, too."""
    forced: list[bool] = []

    def write(request: ExportRequest) -> None:
        forced.append(request.force)
        if not request.force:
            raise UsageError("export.exists", path=request.files[0].path)

    host = Host(ExportDialog(WORDS, tmp_path, [offer("a")], writer(write)))
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
        assert host.results == [request(Format.MARKDOWN, path)]


def forms(name: str) -> Offer:
    """Return an offer of two forms, of which one is several files."""
    ledger = FormOffer(
        "ledger", "工作台账", {Format.XLSX: f"{name}.xlsx", Format.HTML: f"{name}.html"}, "工作台账 gztz"
    )
    letters = FormOffer("reminder", "催办通知", {Format.DOCX: name}, "催办通知 cbtz", has_several_files=True)
    return Offer(name, WHAT, {}, [ledger, letters])


@pytest.mark.parametrize("keys", ["cb", "催办", "2"])
async def test_letters_find_a_form(tmp_path: Path, keys: str) -> None:
    """By its initials, by its characters where an input method is on, or by its digit."""
    asked: list[ExportRequest] = []
    host = Host(ExportDialog(WORDS, tmp_path, [forms("计划")], writer(asked.append)))
    async with host.run_test() as pilot:
        await pilot.press(*keys, "enter")
        await settle(pilot)

    (request,) = asked
    assert (request.form, request.files) == ("reminder", (ExportFile(Format.DOCX, tmp_path / "计划"),))


async def test_escape_ends_a_long_export_and_the_dialog_stays(tmp_path: Path) -> None:
    """The writer is told at its next step; how far it is stands in the dialog meanwhile."""
    begun, go_on = ThreadEvent(), ThreadEvent()

    def write(request: ExportRequest, progress: Progress) -> None:
        progress(30, 100)
        begun.set()
        go_on.wait(10)
        progress(31, 100)
        raise AssertionError("it was to end")

    host = Host(ExportDialog(WORDS, tmp_path, [forms("计划")], write))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        await asyncio.to_thread(begun.wait, 10)
        await pilot.pause()
        assert "30%" in host.seen
        await pilot.press("escape")
        go_on.set()
        await settle(pilot)
        assert "已停止，没有写出任何文件" in host.seen
        assert not host.results
        await pilot.press("escape")

    assert host.results == [None]
    assert not list(tmp_path.iterdir())


async def test_first_lines_follow_what_is_chosen(tmp_path: Path) -> None:
    def preview(request: ExportRequest) -> list[str]:
        return [f"{request.form} {request.files[0].form.value} [/]"]

    dialog = ExportDialog(WORDS, tmp_path, [forms("计划")], writer(lambda _: None), preview=preview)
    host = Host(dialog)
    async with host.run_test() as pilot:
        await settle(pilot)
        assert "ledger xlsx [/]" in host.seen
        await pilot.press("tab", "right")
        await settle(pilot)
        assert "ledger html [/]" in host.seen


async def test_the_ending_of_a_path_chooses_the_form_that_has_it(tmp_path: Path) -> None:
    asked: list[ExportRequest] = []
    summary = FormOffer("summary", "进展汇总", {Format.CSV: "计划.csv"}, "summary")
    offered = forms("计划")
    several = Offer("", WHAT, {}, [*offered.forms, summary])
    host = Host(ExportDialog(WORDS, tmp_path, [several], writer(asked.append)))
    async with host.run_test() as pilot:
        host.screen.query_one(Input).value = str(tmp_path / "我的.csv")
        await pilot.press("enter")
        await settle(pilot)

    (request,) = asked
    assert (request.form, request.files[0].form) == ("summary", Format.CSV)
