"""The comparison of plans on the screen: journey 9, the sentences, alignments put right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Static

from plantui.model.alignment import AlignmentChoice
from plantui.model.key import TaskKey
from plantui.model.terms import Language
from plantui.query.comparing.comparison import ComparedRow
from plantui.query.filter import Filter
from plantui.query.outline import Leaf
from plantui.ui.comparing.matrix import ComparedMatrix
from plantui.ui.comparing.other_task import OtherTask
from plantui.ui.comparing.plan_choice import PlanChoice
from plantui.ui.comparing.sentences import Sentences
from plantui.ui.dialogs.base import Dialog
from plantui.ui.dialogs.export import ExportDialog
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from tests.support.main_host import app_in, choose_command, ledger_in, screen_of, settle

THREE = ("sanmenxia-2023-2025", "xinxiang-2023-2025", "zhengzhou-2023-2025")
TWO = Filter(plans=("xinxiang-2023-2025", "zhengzhou-2023-2025"))


async def compared(pilot: Pilot[None]) -> ComparedMatrix:
    """Open the matrix of the plans of the filter."""
    await choose_command(pilot, "对比")
    assert isinstance(pilot.app.screen, PlanChoice)
    await pilot.press("enter")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ComparedMatrix)
    return screen


def rows_of(matrix: ComparedMatrix) -> RowList[ComparedRow]:
    return matrix.query_one("#compared", RowList)


def put_cursor(matrix: ComparedMatrix, base: str, task: str) -> None:
    """Put the cursor on the row of a task of the plan that the others are held against there."""
    rows = rows_of(matrix)
    rows.cursor = next(
        at for at, row in enumerate(rows.rows) if (row.base, row.first.task.id) == (base, task)
    )


def said(matrix: ComparedMatrix) -> str:
    return str(matrix.query_one("#status", Static).render())


def cell(matrix: ComparedMatrix, plan: str) -> str | None:
    """Return the id of a plan's task in the row under the cursor."""
    row = rows_of(matrix).current
    found = row.cells.get(plan) if row else None
    return found.task.id if found else None


async def test_journey_9_three_cities_to_a_workbook_in_ten_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        keys = 0

        async def press(*pressed: str) -> None:
            nonlocal keys
            keys += len(pressed)
            await pilot.press(*pressed)
            await settle(pilot)

        await press("ctrl+p")
        await pilot.press(*"db")
        await settle(pilot)
        await press("enter")
        choice = pilot.app.screen
        assert isinstance(choice, PlanChoice)
        plans = [plan.id for plan in choice.query_one("#plans", RowList).rows]
        assert plans == [*THREE, "beautiful-zhengzhou-2025-2035"]
        await press("space", "space", "space", "enter")
        matrix = pilot.app.screen
        assert isinstance(matrix, ComparedMatrix)
        assert len(rows_of(matrix).rows) == 29
        assert "29" in said(matrix)
        await press("f8")
        dialog: object = pilot.app.screen
        assert isinstance(dialog, ExportDialog)
        await press("enter")
        assert keys <= 10

        (file,) = tmp_path.glob("*.xlsx")
        assert file.name in said(matrix).replace("\n", "")
        sheet = openpyxl.load_workbook(file).worksheets[0]
        heads = next(row for row in sheet.iter_rows(values_only=True) if all(row))
        assert heads == ("章节", "三门峡市", "新乡市", "郑州市")


async def test_fewer_than_two_plans_are_refused(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await choose_command(pilot, "对比")
        await pilot.press("space", "enter")
        await settle(pilot)
        choice = pilot.app.screen
        assert isinstance(choice, PlanChoice)
        assert "两个" in str(choice.query_one("#status", Static).render())


async def test_enter_shows_the_sentences_and_leads_to_the_task(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=TWO).run_test(size=(100, 30)) as pilot:
        matrix = await compared(pilot)
        put_cursor(matrix, "xinxiang-2023-2025", "17")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Sentences)
        text = pilot.app.screen.query_one(LinesView).text.replace("\n", "").replace(" ", "")
        assert "农村生活污水治理率达到58%" in text
        assert "农村生活污水治理率达到70" in text
        assert "目标较严" in text
        await pilot.press("enter")
        await settle(pilot)
        row = screen_of(pilot).rows.current
        assert isinstance(row, Leaf)
        assert screen_of(pilot).session.key_of(row.task) == TaskKey("zhengzhou-2023-2025", "17")


async def test_what_is_put_together_and_taken_apart_is_kept_and_undone(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=TWO).run_test(size=(100, 30)) as pilot:
        matrix = await compared(pilot)
        base, other = TWO.plans
        put_cursor(matrix, base, "17")
        assert cell(matrix, other) == "17"
        await pilot.press("f7")
        await settle(pilot)
        assert cell(matrix, other) is None
        assert "不是同一任务" in said(matrix)

        await pilot.press("f2")
        await settle(pilot)
        assert isinstance(pilot.app.screen, OtherTask)
        nearest = [task.id for task, _ in pilot.app.screen.query_one("#tasks", RowList).rows]
        assert (nearest[0], len(nearest)) == ("17", 26)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert cell(matrix, other) == nearest[1]
        words = [event.content for event in ledger_in(tmp_path).events("alignment")]
        key = TaskKey(base, "17")
        assert words == [
            AlignmentChoice(key, TaskKey(other, "17"), is_same=False),
            AlignmentChoice(key, TaskKey(other, nearest[1]), is_same=True),
        ]

        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert len(ledger_in(tmp_path).events("alignment")) == 1


async def test_a_reader_only_looks(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=TWO, role="reader").run_test(size=(100, 30)) as pilot:
        matrix = await compared(pilot)
        for key in ("f7", "f2"):
            await pilot.press(key)
            await settle(pilot)
            assert pilot.app.screen is matrix
            assert "只读" in said(matrix)
        assert not ledger_in(tmp_path).exists()


async def test_another_plan_is_held_against_and_the_rows_are_narrowed(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=TWO).run_test(size=(100, 30)) as pilot:
        matrix = await compared(pilot)
        assert rows_of(matrix).rows[0].base == TWO.plans[0]
        await pilot.press("f4")
        await settle(pilot)
        assert rows_of(matrix).rows[0].base == TWO.plans[1]
        everything = len(rows_of(matrix).rows)
        await pilot.press("f5")
        await settle(pilot)
        assert all(row.has_differences for row in rows_of(matrix).rows)
        await pilot.press("f5")
        await settle(pilot)
        assert {len(row.cells) for row in rows_of(matrix).rows} == {1}
        await pilot.press("f5")
        await settle(pilot)
        assert len(rows_of(matrix).rows) == everything


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_plans_that_have_no_room_are_reached_sideways(tmp_path: Path, size: tuple[int, int]) -> None:
    async with app_in(tmp_path, filter=Filter(plans=THREE)).run_test(size=size) as pilot:
        matrix = await compared(pilot)
        for _ in range(4):
            await pilot.press("right")
        head = str(matrix.query_one("#head", Static).render())
        assert "[郑州市]" in head
        for _ in range(4):
            await pilot.press("left")
        assert "[三门峡市]" in str(matrix.query_one("#head", Static).render())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("dialog", [ComparedMatrix, Sentences, OtherTask, PlanChoice])
def test_keys_have_room_on_the_narrowest_screen(language: Language, dialog: type[Dialog[Any]]) -> None:
    line = "  ".join(hint.text(Words(language)) for hint in dialog.HINTS)
    assert cell_len(line) <= 80 - 2, line
