"""Whole tasks and sections in the review: dropped with one key, added from the lines of the document, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.documents.traced import Span
from plantui.model.plan import Plan
from plantui.model.terms import Language
from plantui.ui.review.app import ReviewApp
from plantui.words import Words
from tests.support.review_host import DOCUMENT, app_in, go_to, seen

SIZES = [(80, 24), (120, 36)]
LINES = DOCUMENT.splitlines()


def plan_of(app: ReviewApp) -> Plan:
    assert app.return_value is not None
    return app.return_value


def ids(app: ReviewApp) -> list[str]:
    return [task.id for task in app.review.plan().tasks]


def span_of_line(words: str) -> Span:
    """The range of the line that begins with these words."""
    line = next(line for line in LINES if line.startswith(words))
    start = DOCUMENT.index(f"\n{line}\n") + 1
    return Span(start, start + len(line))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_del_drops_a_task_and_backspace_brings_it_back(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=size) as pilot:
        await go_to(pilot, app, "task/2/title")
        await pilot.press("delete")

        assert ids(app) == ["1", "3"]
        shown = seen(pilot)
        assert "已删去“修复河岸[林带]”，退格恢复" in shown
        assert any("已删" in line and "修复河岸[林带]" in line for line in shown.splitlines())
        await pilot.press("backspace")
        assert ids(app) == ["1", "2", "3"]
        assert app.is_running


async def test_del_on_a_doubtful_field_and_on_a_heading(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("delete")
        assert ids(app) == ["2", "3"]
        assert app.review.left().doubtful == 0
        await go_to(pilot, app, "task/3/title")
        await pilot.press("up", "delete")
        assert ids(app) == ["2"]
        await go_to(pilot, app, "plan/title")
        await pilot.press("delete")
        assert "没有可删的任务" in seen(pilot)


async def test_a_section_goes_with_its_tasks(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to(pilot, app, "section/1/title")
        await pilot.press("delete")
        assert "和其中 2 项任务" in seen(pilot)
        assert ids(app) == ["3"]
        await pilot.press("ctrl+z")
        assert ids(app) == ["1", "2", "3"]
        assert app.review_screen.current is not None
        assert app.review_screen.current.key == "section/1/title"
        await pilot.press("ctrl+y", "ctrl+s")
    assert [section.id for section in plan_of(app).sections] == ["2"]


async def test_undo_takes_any_step_back(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "ctrl+z")
        assert app.review.decisions == {}
        assert app.review_screen.current is not None
        assert app.review_screen.current.key == "task/1/deadline/0"
        await pilot.press("ctrl+z")
        assert "没有可撤销的步骤" in seen(pilot)
        await pilot.press("ctrl+y")
        assert len(app.review.decisions) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_f8_adds_the_line_under_the_cursor(tmp_path: Path, size: tuple[int, int]) -> None:
    """From the fields the key goes to the document first; there it adds."""
    app = app_in(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f8")
        assert app.review_screen.source_view.has_focus
        assert "F8 添加" in seen(pilot).splitlines()[-1]
        await pilot.press("end")
        assert app.review_screen.source_view.chosen == span_of_line("（一）加强组织领导")
        await pilot.press("f8")
        await pilot.pause()

        assert app.review_screen.current is not None
        assert app.review_screen.current.key == "task/2.1/title"
        assert app.review_screen.fields.has_focus
        assert app.review_screen.source_view.marked == ("加强组织领导",)
        shown = seen(pilot)
        assert "已把任务“加强组织领导”添加到“水源保护行动”" in shown
        assert "加强组织领导（添加）" in shown
        await pilot.press("ctrl+s")
    task = plan_of(app).tasks[-1]
    assert (task.section, task.title, task.text) == ("2", "加强组织领导", "各部门要高度重视。")


async def test_space_begins_a_range(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.review_screen.source_view
        await pilot.press("tab", "end", "space")
        assert "起点在第17行" in seen(pilot)
        await pilot.press("up")
        assert view.chosen == Span(span_of_line("三、保障措施").start, span_of_line("（一）加强").end)
        assert sum("┃" in line for line in seen(pilot).splitlines()) == 2
        await pilot.press("space")
        assert view.chosen == span_of_line("三、保障措施")
        await pilot.press("shift+down")
        assert view.chosen == Span(span_of_line("三、保障措施").start, span_of_line("（一）加强").end)


async def test_f9_adds_a_heading(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "end", "up", "f9")
        await pilot.pause()
        assert "已添加章节“保障措施”" in seen(pilot)
        assert app.review_screen.current is not None
        assert app.review_screen.current.group == "sections"
        await pilot.press("tab", "end", "f8", "ctrl+s")
    plan = plan_of(app)
    assert [(one.number, one.title) for one in plan.sections][-1] == ("三、", "保障措施")
    assert plan.tasks[-1].section == plan.sections[-1].id


async def test_esc_goes_from_the_document_back_to_the_fields(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", "space", "escape")
        assert app.review_screen.fields.has_focus
        assert app.is_running
        assert app.review.decisions == {}


async def test_in_the_whole_width_too(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6", "end", "f8")
        await pilot.pause()
        assert len(ids(app)) == 4
        assert app.review_screen.fields.is_on_screen


async def test_lines_that_another_task_has_are_told(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to(pilot, app, "task/2/title")
        await pilot.press("tab", "f8")
        assert "这几行也在任务 2 里" in seen(pilot)
        await pilot.press("delete")
        assert ids(app) == ["1", "2", "3"]


async def test_the_same_lines_are_not_added_twice(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", "end", "f8", "f8", "end", "f8")
        assert "已经添加过" in seen(pilot)
        assert len(ids(app)) == 4


async def test_what_was_dropped_and_added_comes_back(tmp_path: Path) -> None:
    first = app_in(tmp_path)
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.press("delete", "f8", "end", "f8", "escape")
    assert first.return_value is None

    again = app_in(tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "接着上次校对" in seen(pilot)
        assert ids(again) == ["2", "3", "2.1"]
        await go_to(pilot, again, "drop/task/1")
        await pilot.press("backspace")
        assert ids(again) == ["1", "2", "3", "2.1"]


async def test_del_while_a_line_is_corrected_deletes_a_character(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "task/2/title")
        await pilot.press("f2", "home", "delete", "f8")
        assert app.review_screen.correction.value == "复河岸[林带]"
        assert len(ids(app)) == 3


async def test_in_english(tmp_path: Path) -> None:
    app = app_in(tmp_path, Words(Language.EN))
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "goal/0")
        await pilot.press("delete")
        assert "is dropped; Backspace brings it back" in seen(pilot)
        await pilot.press("f8")
        assert "F8 adds a task" in seen(pilot)


async def test_in_the_document_no_key_is_about_the_field_beside_it(tmp_path: Path) -> None:
    """Del, Enter, F2 and F4 would change what the user does not look at; the footer does not offer them there."""
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to(pilot, app, "task/2/title")
        await pilot.press("tab", "delete", "enter", "f4", "f2")

        assert ids(app) == ["1", "2", "3"]
        assert app.review.decisions == {}
        footer = seen(pilot).splitlines()[-1]
        assert "F8 添加任务" in footer
        assert "Esc 回到各项" in footer
        assert "Del" not in footer


async def test_the_footer_while_a_line_is_corrected(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "task/2/title")
        await pilot.press("f2")
        await pilot.pause()

        footer = seen(pilot).splitlines()[-1]
        assert footer.split() == ["Enter", "采用", "Esc", "放弃"]
        await pilot.press("escape")
        await pilot.pause()
        assert "核对无误" in seen(pilot).splitlines()[-1]


async def test_what_was_added_and_dropped_comes_back_with_undo(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        app.review_screen.source_view.focus()
        app.review_screen.source_view.choose(span_of_line("（一）加强组织领导"))
        await pilot.press("f8", "delete")

        assert ids(app) == ["1", "2", "3"]
        assert "Ctrl+Z 恢复" in seen(pilot)
        await pilot.press("ctrl+z")
        assert len(ids(app)) == 4
