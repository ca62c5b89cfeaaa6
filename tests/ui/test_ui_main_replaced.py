"""Another file in the place of the open ledger: the screen says so, asks once, and never says saved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.store.ledger import LedgerReplaced, ReplacedKind
from plantui.ui.dialogs.replaced import ReplacedAnswer, ReplacedDialog
from plantui.ui.editor import NoteEditor
from plantui.ui.editor.note_text import NoteText
from plantui.ui.widgets.lines_view import LinesView
from plantui.words import Words
from tests.support.dialog_host import Host
from tests.support.main_host import TODAY, app_in, ledger_in, screen_of, seen_rows, settle, status

KEY = TaskKey("sanmenxia-2023-2025", "1")
DONE = NoteContent(Status.COMPLETED, "全部完成", 100, as_of=TODAY)
PARTLY = NoteContent(Status.IN_PROGRESS, "另一本台账", 10, as_of=TODAY)


def filled(folder: Path, content: NoteContent) -> Path:
    """A closed ledger with one note."""
    with ledger_in(folder) as ledger:
        ledger.add(KEY, "市生态环境局", content)
    return folder / "data" / "ledger.db"


def put_another_in_its_place(folder: Path) -> None:
    shutil.copyfile(filled(folder / "elsewhere", PARTLY), folder / "data" / "copy.db")
    (folder / "data" / "copy.db").replace(folder / "data" / "ledger.db")


def saved_copies(folder: Path) -> list[Path]:
    return [*(folder / "data").glob("ledger.saved-*.db")]


def dialog(pilot: Pilot[None]) -> ReplacedDialog:
    assert isinstance(pilot.app.screen, ReplacedDialog)
    return pilot.app.screen


async def test_a_ledger_that_was_replaced_is_told_and_the_file_there_is_used_on_request(
    tmp_path: Path,
) -> None:
    filled(tmp_path, DONE)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        put_another_in_its_place(tmp_path)
        screen_of(pilot).reader.read_if_changed()
        await settle(pilot)
        said = dialog(pilot).query_one(LinesView).text.replace("\n", "")
        before = seen_rows(pilot)[2].split()[1]
        await pilot.press("down", "enter")
        await settle(pilot)

        assert "已被换成另一本台账" in said
        assert before == "已完成"
        assert seen_rows(pilot)[2].split()[1] == "推进中"
        assert status(pilot) == ""
        assert len(saved_copies(tmp_path)) == 1


async def test_no_question_comes_over_the_editor(tmp_path: Path) -> None:
    """The letters that are being typed would answer it and be lost."""
    filled(tmp_path, DONE)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "f2")
        await settle(pilot)
        put_another_in_its_place(tmp_path)
        screen_of(pilot).show_in_pane()
        await settle(pilot)
        await pilot.press(*"正在填写")
        editor = pilot.app.screen
        typed = editor.query_one("#progress", NoteText).value if isinstance(editor, NoteEditor) else ""
        await pilot.press("escape")
        await settle(pilot)

        assert typed == "正在填写"


async def test_a_deleted_ledger_is_made_anew_only_when_asked(tmp_path: Path) -> None:
    path = filled(tmp_path, DONE)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        path.unlink()
        await pilot.press("ctrl+z")
        await settle(pilot)
        asked = dialog(pilot)._answers
        await pilot.press("escape")
        await settle(pilot)
        refused, was_made = status(pilot), path.exists()
        await pilot.press("ctrl+z")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press("down", "down", "f2")
        await settle(pilot)
        await pilot.press(*"重新开始", "ctrl+s")
        await settle(pilot)

        assert asked == (ReplacedAnswer.WAIT, ReplacedAnswer.MAKE_NEW, ReplacedAnswer.LEAVE)
        assert "已不在原处" in refused and "撤销" not in refused
        assert not was_made
        assert "已保存" in status(pilot)
        with ledger_in(tmp_path) as ledger:
            assert [note.content.progress for note in ledger.notes()] == ["重新开始"]


@pytest.mark.parametrize("key", ["f2", "ctrl+z", "ctrl+y"])
async def test_what_writes_refuses_with_the_sentence_and_asks_again(tmp_path: Path, key: str) -> None:
    filled(tmp_path, DONE)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down")
        put_another_in_its_place(tmp_path)
        await pilot.press(key)
        await settle(pilot)
        dialog(pilot)
        await pilot.press("escape")
        await settle(pilot)
        screen_of(pilot).reader.read_if_changed()
        await settle(pilot)
        looked = pilot.app.screen is screen_of(pilot)
        await pilot.press(key)
        await settle(pilot)

        assert looked, "the screen itself asks once"
        dialog(pilot)
        assert "已被换成另一本台账" in status(pilot)
    with ledger_in(tmp_path) as ledger:
        assert [note.content for note in ledger.notes()] == [PARTLY]


async def test_leaving_is_an_answer(tmp_path: Path) -> None:
    filled(tmp_path, DONE)
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        put_another_in_its_place(tmp_path)
        await pilot.press("ctrl+z")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await pilot.pause()

        assert app._exit
    with ledger_in(tmp_path) as ledger:
        assert [note.content for note in ledger.notes()] == [PARTLY]


async def test_the_pane_of_a_replaced_ledger_shows_the_task_without_a_traceback(tmp_path: Path) -> None:
    filled(tmp_path, DONE)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        put_another_in_its_place(tmp_path)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        if pilot.app.screen is not screen_of(
            pilot
        ):  # the dialog opened after the Enter, which else answered it: wait
            await pilot.press("escape")
            await settle(pilot)

        assert "已被换成另一本台账" in status(pilot)
        assert "推进空气质量排名进位" in screen_of(pilot).pane.text


@pytest.mark.parametrize("kind", list(ReplacedKind))
@pytest.mark.parametrize("language", list(Language))
async def test_the_dialog_offers_what_there_is(kind: ReplacedKind, language: Language) -> None:
    words = Words(language)
    error = LedgerReplaced(Path("/x/ledger.db"), kind, Path("/x/ledger.saved-[1].db"))
    app = Host(ReplacedDialog(words, error))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = app.seen
        await pilot.press("down", "enter")
        await pilot.pause()

    is_missing = kind is ReplacedKind.MISSING
    assert words("dialogs.replaced.make_new" if is_missing else "dialogs.replaced.use_file") in seen
    assert words("dialogs.replaced.leave") in seen
    assert "ledger.saved-[1].db" in "".join(seen.split())
    assert app.results == [ReplacedAnswer.MAKE_NEW if is_missing else ReplacedAnswer.USE_FILE]
