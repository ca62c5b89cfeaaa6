"""A document in which no task is found: a person marks its tasks with Space or Enter, and a plan is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from plantui.model.terms import Language
from plantui.ui.review.app import ReviewApp
from plantui.ui.review.commands import OUTLINE_COMMANDS
from plantui.words import Words
from tests.support.review_host import seen
from tests.support.unread_documents import SUMMARY, TABLE, unread

SIZES = [(80, 24), (120, 36)]


def outline_of(
    folder: Path, text: str = SUMMARY, name: str = "总结.txt", language: Language = Language.ZH
) -> ReviewApp:
    return ReviewApp(Words(language), unread(text, name), state=folder / "review.json")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["space", "enter"])
async def test_marked_lines_become_a_plan(tmp_path: Path, size: tuple[int, int], key: str) -> None:
    """Down to each first line, one key, on to the fields, and the plan is written."""
    app = outline_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        assert "日期 清河县2025年垃圾分类工作总结" in seen(pilot)
        await pilot.press(*["down"] * 3, key)
        assert "任务     5 标题 （一）建设分拣中心" in seen(pilot)
        assert "牵头 县城管局  时限 2025-09-30 2025年9月底前" in seen(pilot)
        await pilot.press(*["down"] * 3, key, "ctrl+s")
        assert "待核" in seen(pilot)
        await pilot.press("ctrl+s")
    assert app.return_value is not None
    assert [task.title for task in app.return_value.tasks] == ["建设分拣中心", "配备分类桶"]


async def test_the_wide_blank_of_an_input_method_marks_too(tmp_path: Path) -> None:
    """Whoever has an input method on gets a full-width blank from the same key."""
    app = outline_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.outline_screen.pieces.post_message(Key("ideographic_space", "\u3000"))
        await pilot.pause()
        assert len(app.review.marks) == 1


@pytest.mark.parametrize("language", Language)
async def test_all_lines_numbered_alike(tmp_path: Path, language: Language) -> None:
    """F4 marks every （一） （二）, and again takes the marks away; Ctrl+Z brings them back as one step."""
    app = outline_of(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 3, "f4")
        assert len(app.review.marks) == 2
        await pilot.press("f4")
        assert app.review.marks == []
        await pilot.press("ctrl+z")
        assert len(app.review.marks) == 2
        shown = seen(pilot)
    words = Words(language)
    assert words("review.outline.counts", tasks=2, sections=0) in shown
    assert words("review.said.undone") in shown


async def test_nothing_goes_on_without_a_task(tmp_path: Path) -> None:
    """A section alone is no plan; the sentence says which key marks a task."""
    app = outline_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "f9", "ctrl+s")
        assert "还没有标出任务" in seen(pilot)
        assert "章节     3 标题 一、总体要求" in seen(pilot)
        assert app.screen is app.outline_screen


async def test_marks_are_there_again(tmp_path: Path) -> None:
    """Leaving keeps the marks; from the fields Esc comes back to the outline."""
    app = outline_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 3, "space", "f2")
        assert app.screen is not app.outline_screen
        await pilot.press("escape")
        assert app.screen is app.outline_screen
        await pilot.press("escape")
    assert app.return_value is None
    again = outline_of(tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        assert "任务     5 标题 （一）建设分拣中心" in seen(pilot)


async def test_the_next_line_that_looks_like_something(tmp_path: Path) -> None:
    """F3 passes lines that say nothing and those that are marked."""
    app = outline_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "f3")
        assert app.outline_screen.pieces.cursor == 0
        await pilot.press("down", "space", "up", "f3")
        assert app.outline_screen.pieces.cursor == 2


async def test_a_row_of_a_table_is_one_line(tmp_path: Path) -> None:
    """The cells stand side by side; the task takes its number from the first one."""
    app = outline_of(tmp_path, TABLE, "表.csv")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "甲 | 名称 | 说明" in seen(pilot)
        await pilot.press("down", "f4")
        assert "1 | 修路 | 2025年9月底前" in seen(pilot)
    (task,) = app.review.plan().tasks
    assert (task.number, task.title, task.deadlines[0].due.isoformat()) == ("1", "修路", "2025-09-30")


@pytest.mark.parametrize("language", Language)
async def test_no_sentence_is_cut(tmp_path: Path, language: Language) -> None:
    """The hint and the keys that lead to a plan fit on 80 columns."""
    app = outline_of(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = seen(pilot)
    words = Words(language)
    assert words("review.outline.hint") in shown
    for command in OUTLINE_COMMANDS:
        if 0 < command.footer <= 5:
            assert f"{command.key_names[0]} {words(command.title_key)}" in shown


async def test_a_review_goes_on_where_it_stood(tmp_path: Path) -> None:
    """Marks alone are marks, not fields that were reviewed; with fields decided the review opens at the fields."""
    app = outline_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 3, "space", "ctrl+s")
        assert "接着上次校对" not in seen(pilot)
    app = outline_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "接着上次校对：已标 1 处" in seen(pilot)
        assert "任务     5 标题 （一）建设分拣中心" in seen(pilot)
        await pilot.press("ctrl+s", "enter", "enter")
    app = outline_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "接着上次校对：已核 2 项" in seen(pilot)
        assert app.screen is not app.outline_screen
