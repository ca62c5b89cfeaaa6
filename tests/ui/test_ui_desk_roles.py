"""The roles of a desk in the note editor: what a clerk is told, what is refused, and who writes nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from plantui.model.event import Stage, StageKind
from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.store.ledger import NewEvent
from plantui.ui.dialogs.stages import StageDialog
from plantui.ui.editor import NoteEditor
from plantui.ui.editor.status_line import EditorStatus
from plantui.ui.widgets.chooser import Chooser
from tests.support.main_host import (
    FIRST_TASK,
    TODAY,
    app_in,
    go_to_task,
    ledger_in,
    settle,
    status,
)

OWN = "三门峡市/市生态环境局"


def said(pilot: Pilot[None]) -> str:
    """Return the status line of the open editor."""
    assert isinstance(pilot.app.screen, NoteEditor)
    return pilot.app.screen.query_one(EditorStatus).text


async def open_editor(pilot: Pilot[None]) -> None:
    """Open the editor on the first task."""
    await go_to_task(pilot)
    await pilot.press("f2")
    await settle(pilot)


@pytest.mark.parametrize(
    ("language", "way"),
    [
        (Language.ZH, "审核后由督查销号（plantui note close，界面中为 F7）"),
        (Language.EN, "in the interface F7"),
    ],
)
async def test_a_clerk_is_refused_closed_with_the_way_that_works(
    tmp_path: Path, language: Language, way: str
) -> None:
    async with app_in(tmp_path, role="clerk", language=language).run_test(size=(120, 36)) as pilot:
        await open_editor(pilot)
        chooser = pilot.app.screen.query_one("#status", Chooser)
        chooser.focus()
        await pilot.press("4")
        await pilot.pause()
        assert list(Status)[chooser.chosen] is Status.IN_PROGRESS
        assert way in said(pilot)
        await pilot.press("right", "right")
        await pilot.pause()
        assert list(Status)[chooser.chosen] is Status.DEFERRED
        await pilot.press("left")
        await pilot.pause()
        assert list(Status)[chooser.chosen] is Status.COMPLETED


@pytest.mark.parametrize("role", [None, "supervision"])
async def test_others_may_set_closed(tmp_path: Path, role: str | None) -> None:
    async with app_in(tmp_path, role=role).run_test(size=(120, 36)) as pilot:
        await open_editor(pilot)
        chooser = pilot.app.screen.query_one("#status", Chooser)
        chooser.focus()
        await pilot.press("4")
        await pilot.pause()
        assert list(Status)[chooser.chosen] is Status.CLOSED


async def test_a_form_that_says_closed_is_not_saved_by_a_clerk(tmp_path: Path) -> None:
    """A form may have said so before the role was set: it is held back at the save, and nothing typed is lost."""
    async with app_in(tmp_path, role="clerk").run_test(size=(120, 36)) as pilot:
        await open_editor(pilot)
        pilot.app.screen.query_one("#status", Chooser).chosen = list(Status).index(Status.CLOSED)
        await pilot.press(*"done")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "已销号不由填报设定" in said(pilot)
    assert ledger_in(tmp_path).notes(key=FIRST_TASK) == []
    assert [draft.content.progress for draft in ledger_in(tmp_path).drafts()] == ["done"]


@pytest.mark.parametrize("role", [None, "supervision"])
async def test_closed_takes_evidence_before_it_is_saved(tmp_path: Path, role: str | None) -> None:
    """The same check as that of the command line and of closing: refused with the key, and what was typed stays."""
    async with app_in(tmp_path, role=role).run_test(size=(120, 36)) as pilot:
        await open_editor(pilot)
        pilot.app.screen.query_one("#status", Chooser).chosen = list(Status).index(Status.CLOSED)
        await pilot.press(*"done", "ctrl+s")
        await settle(pilot)
        assert "须附佐证材料" in said(pilot) and "F4" in said(pilot)
        editor = pilot.app.screen
        assert isinstance(editor, NoteEditor)
        editor._form.details.add_evidence(Evidence(EvidenceKind.LINK, "https://example.org/1", "1", TODAY))
        await pilot.press("ctrl+s")
        await settle(pilot)
    (note,) = ledger_in(tmp_path).notes(key=FIRST_TASK)
    assert (note.content.status, len(note.content.evidence)) == (Status.CLOSED, 1)


async def test_the_editor_says_that_a_change_takes_the_stage_back(tmp_path: Path) -> None:
    """Said when the form opens, behind the draft, and once more after saving; a retraction says it too."""
    with ledger_in(tmp_path) as ledger:
        content = NoteContent(Status.COMPLETED, "完成", as_of=TODAY)
        note = ledger.add(FIRST_TASK, "市生态环境局", content)
        ledger.record([NewEvent(Stage(note.id, StageKind.SUBMITTED), TODAY, note.key, note.department)])
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        await pilot.press("8")
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert "退出“已报送”，须重新报送" in said(pilot)
        await pilot.press(*"done", "ctrl+s")
        await settle(pilot)
        assert "退出“已报送”" in status(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        await pilot.press("8")
        await settle(pilot)
        await pilot.press("delete")
        await settle(pilot)
        assert "撤回的是一条“已报送”的进展" in pilot.app.screen.query_one(EditorStatus).text


@pytest.mark.parametrize(
    ("role", "own", "is_told"),
    [("clerk", "三门峡市/市水利局", True), ("clerk", OWN, False), ("checker", "三门峡市/市水利局", False)],
)
async def test_a_clerk_is_told_of_another_departments_note_and_may_save_it(
    tmp_path: Path, role: str, own: str, is_told: bool
) -> None:
    async with app_in(tmp_path, role=role, department=own).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("1")
        await open_editor(pilot)
        assert ("不是本单位" in said(pilot)) is is_told
        await pilot.press(*"done")
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert len(ledger_in(tmp_path).notes(key=FIRST_TASK)) == 1


async def test_a_readers_desk_opens_no_form_and_says_why(tmp_path: Path) -> None:
    async with app_in(tmp_path, role="reader").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await open_editor(pilot)
        assert not isinstance(pilot.app.screen, NoteEditor)
        assert "席位角色为“只读”，不填报" in status(pilot)


@pytest.mark.parametrize("digit", ["4", "7"])
async def test_a_readers_desk_extends_nothing_and_says_why(tmp_path: Path, digit: str) -> None:
    async with app_in(tmp_path, role="reader").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "f7", digit)
        await settle(pilot)
        assert isinstance(pilot.app.screen, StageDialog)
        said = str(pilot.app.screen.query_one("#status", Static).content)
        assert "席位角色为“只读”，不填报" in said


@pytest.mark.parametrize("key", ["ctrl+z", "ctrl+y"])
async def test_a_readers_desk_takes_nothing_back_and_says_why(tmp_path: Path, key: str) -> None:
    ledger = ledger_in(tmp_path)
    for text in ("一", "二"):
        ledger.add(FIRST_TASK, "市生态环境局", NoteContent(Status.IN_PROGRESS, progress=text, as_of=TODAY))
    ledger.undo()
    async with app_in(tmp_path, role="reader").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert "席位角色为“只读”，不填报" in status(pilot)
    assert len(ledger.notes(key=FIRST_TASK)) == 1
