"""Evidence is opened from the list and from the history, and what became of it since it was named is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.store.evidence import take_evidence
from plantui.ui.dialogs.evidence import EvidencePage
from plantui.ui.editor import NoteHistory
from plantui.ui.editor.status_line import EditorStatus
from plantui.ui.widgets.bars import KeyBar
from plantui.ui.widgets.row_list import RowList
from tests.support.main_host import (
    FIRST_TASK,
    TODAY,
    app_in,
    go_to_task,
    ledger_in,
    settle,
    status,
)
from tests.ui.test_ui_journeys import on_screen

BUREAU = "市生态环境局"
CONTENT = NoteContent(Status.IN_PROGRESS, "推进", as_of=TODAY)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that the system's program was asked to open."""
    found: list[str] = []
    monkeypatch.setattr("plantui.store.opening_files._start", found.append)
    return found


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Evidence]:
    """Evidence named by the notes: left as it was, changed since, gone, and an address."""
    taken: dict[str, Evidence] = {}
    for name in ("原样[1]", "改动", "不在"):
        path = tmp_path / f"{name}.txt"
        path.write_text("旧", "utf-8")
        taken[name] = take_evidence(str(path), TODAY)
    (tmp_path / "改动.txt").write_text("新的内容", "utf-8")
    (tmp_path / "不在.txt").unlink()
    return {**taken, "链接": Evidence(EvidenceKind.LINK, "https://example.org/1", "批复", TODAY)}


def keys_of(pilot: Pilot[None]) -> list[str]:
    """Return the keys that the last line offers."""
    return ["".join(one.split()) for one in pilot.app.screen.query_one(KeyBar).offered.split("  ")]


@pytest.mark.parametrize("key", ["ctrl+t", "e"])
async def test_evidence_of_a_task_is_listed_with_what_became_of_it_and_opened(
    tmp_path: Path, opened: list[str], files: dict[str, Evidence], key: str
) -> None:
    with ledger_in(tmp_path) as ledger:
        ledger.add(FIRST_TASK, BUREAU, CONTENT._replace(evidence=(files["链接"],)))
        ledger.add(
            FIRST_TASK,
            BUREAU,
            CONTENT._replace(evidence=tuple(files[one] for one in ("不在", "改动", "原样[1]"))),
        )
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        await pilot.press(key)
        await settle(pilot)
        page = pilot.app.screen
        assert isinstance(page, EvidencePage)
        lines = [
            line.text.split()
            for line in page.query_one("#pieces", RowList).render_lines(
                page.query_one("#pieces").region.reset_offset
            )[:4]
        ]
        assert [line[:2] for line in lines] == [
            ["未变", "原样[1].txt"],
            ["已改动", "改动.txt"],
            ["已不在", "不在.txt"],
            ["链接（不访问）", "批复"],
        ]
        said = []
        for _ in files:
            await pilot.press("enter")
            await settle(pilot)
            said.append(str(page.query_one("#status").render()))
            await pilot.press("down")
        assert opened == [files["原样[1]"].place, files["改动"].place, "https://example.org/1"]
        assert "已交给系统打开：" in said[0]
        assert f"{TODAY} 登记之后改动过" in said[1]
        assert "已不在" in said[2]
        assert "已交给系统打开：" in said[3]
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, EvidencePage)


async def test_a_task_without_evidence_says_so(tmp_path: Path, opened: list[str]) -> None:
    ledger_in(tmp_path).add(FIRST_TASK, BUREAU, CONTENT)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert status(pilot) == "这项任务的进展没有附佐证材料。"
    assert opened == []


@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=str)
async def test_evidence_of_a_revision_is_opened_from_the_history(
    tmp_path: Path, opened: list[str], files: dict[str, Evidence], size: tuple[int, int]
) -> None:
    """That of the revision under the cursor, also one that a later revision has taken the place of."""
    with ledger_in(tmp_path) as ledger:
        first = ledger.add(FIRST_TASK, BUREAU, CONTENT._replace(evidence=(files["改动"],)))
        ledger.edit(first.id, CONTENT)
    async with app_in(tmp_path, language=Language.EN).run_test(size=size) as pilot:
        await go_to_task(pilot)
        await pilot.press("8")
        await settle(pilot)
        history = pilot.app.screen
        assert isinstance(history, NoteHistory)
        assert {"Ctrl+TEvidence", "DelRetract", "Escback"} <= set(keys_of(pilot))
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert history.query_one(EditorStatus).text == "This revision names no evidence."
        await pilot.press("up", "ctrl+t")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EvidencePage)
        await pilot.press("enter")
        await settle(pilot)
        assert "changedsinceitwasnamed" in on_screen(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, NoteHistory)
    assert opened == [files["改动"].place]
