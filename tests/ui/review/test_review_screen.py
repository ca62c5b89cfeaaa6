"""The review as it is used: keys pressed, what is seen, what is written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from plantui.model.plan import Plan
from plantui.model.terms import Language
from plantui.ui.review.app import ReviewApp
from plantui.words import Words
from tests.support.burst import send
from tests.support.review_host import app_in, go_to, imported, seen

SIZES = [(80, 24), (120, 36), (200, 50)]


def type_in(app: ReviewApp, text: str) -> None:
    """What an input method hands over."""
    app.review_screen.correction.insert_text_at_cursor(text)


def plan_of(app: ReviewApp) -> Plan:
    assert app.return_value is not None
    return app.return_value


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_doubtful_field_comes_first_with_its_sentence(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = seen(pilot)

        assert app.review_screen.current is not None
        assert app.review_screen.current.key == "task/1/deadline/0"
        assert app.review_screen.source_view.marked == ("2025年前",)
        assert "▸" in next(line for line in shown.splitlines() if "1.整治入河排污口" in line)
        assert "按当年年底计" in shown
        assert "2024-12-31 2025年前" in shown
        assert "存疑 1  待核 27/27" in shown


async def test_the_document_follows_the_cursor(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await go_to(pilot, app, "task/3/responsible")

        assert app.review_screen.source_view.marked == ("市生态环境局",)
        assert any("▸" in line and "3.划定水源保护区" in line for line in seen(pilot).splitlines())


async def test_enter_accepts_and_goes_on(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")

        assert app.review_screen.current is not None
        assert app.review_screen.current.key == "plan/title"
        assert app.review.left().doubtful == 0
        assert "待核 26/27" in seen(pilot)
        kept = json.loads((tmp_path / "review.json").read_text("utf-8"))
        assert kept["fields"] == {"task/1/deadline/0": {"was": "2025-12-31 2025年前"}}


async def test_f2_corrects_and_the_result_is_written(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "task/1/support")
        await pilot.press("f2")
        assert "单位之间用、分开" in seen(pilot)
        type_in(app, "、市财政局")
        await pilot.press("enter")
        assert "已改" in seen(pilot)
        await pilot.press("ctrl+s")

    assert plan_of(app).tasks[0].departments.support == ("市水利局", "市财政局")


async def test_the_other_reading_is_one_key_away(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", "down", "enter", "ctrl+s")

    assert plan_of(app).tasks[0].deadlines[0].due == date(2024, 12, 31)


async def test_a_line_that_is_no_value_stays_open(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", "home", "9", "9", "enter")

        assert app.review_screen.correction.is_open
        assert "[" not in app.review_screen.status_bar.text
        await pilot.press("escape")
        assert not app.review_screen.correction.is_open
        assert app.review.decisions == {}
        assert app.is_running


async def test_f4_accepts_the_task(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "task/1/title")
        await pilot.press("f4")
        assert "存疑 1 处要逐项核对" in seen(pilot)
        assert app.review_screen.current is not None
        assert app.review_screen.current.key == "task/2/title"
        await pilot.press("f4")
        assert app.review_screen.current.key == "task/3/title"


async def test_everything_by_f4_then_esc_writes(tmp_path: Path) -> None:
    """The plan, the goals, the sections, three tasks; when nothing is open, leaving writes the plan."""
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *["f4"] * 6)
        assert app.review.left().open == 0
        assert "全部核对完毕" in seen(pilot)
        await pilot.press("escape")

    assert plan_of(app) == imported().plan


async def test_esc_keeps_everything_and_the_review_goes_on(tmp_path: Path) -> None:
    first = app_in(tmp_path)
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f4")
        await go_to(pilot, first, "task/2/title")
        await pilot.press("f2", "home")
        type_in(first, "全面")
        await pilot.press("enter", "escape")
    assert first.return_value is None

    again = app_in(tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "接着上次校对：已核 11 项" in seen(pilot)
        assert again.review.left() == first.review.left()
        await pilot.press("ctrl+s")
    assert plan_of(again).tasks[1].title == "全面修复河岸[林带]"


async def test_backspace_takes_a_decision_back(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", "down", "enter", "home", "down", "backspace")

        assert app.review.decisions == {}
        assert app.review_screen.current is not None
        assert app.review.line(app.review_screen.current) == "2025-12-31 2025年前"


async def test_f7_shows_what_was_not_found(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        await go_to(pilot, app, "task/3/indicator/0")
        await pilot.press("f2")
        type_in(app, "水源保护区 ≥ 3 个")
        await pilot.press("enter", "f7", "ctrl+s")

    assert plan_of(app).tasks[2].indicators[0].value == 3


async def test_the_status_has_its_name(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "plan/status")
        await pilot.press("f2")
        assert app.review_screen.correction.value == "现行"
        await pilot.press("ctrl+u")
        type_in(app, "征求意见稿")
        await pilot.press("enter")
        assert app.review.plan().info.status.value == "draft"


async def test_the_document_takes_the_whole_width(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        assert "加强组织领导" in seen(pilot)
        assert not app.review_screen.fields.is_on_screen
        await pilot.press("escape")
        assert app.review_screen.fields.has_focus
        await pilot.press("tab")
        assert app.review_screen.source_view.has_focus


async def test_a_plan_that_could_not_be_read_again_is_told(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "plan/start_year")
        await pilot.press("f2", "ctrl+u", *"2030", "enter", "ctrl+s")
        assert app.is_running
        assert "仍要写出就再按 Ctrl+S" in seen(pilot)
        await pilot.press("ctrl+s")
    assert plan_of(app).info.start_year == 2030


async def test_a_foreign_file_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "review.json").write_text("not ours", "utf-8")
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "escape")

    assert (tmp_path / "review.json.set-aside").read_text("utf-8") == "not ours"


async def test_a_place_that_cannot_be_written_is_told_and_not_left(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (tmp_path / "review.json").mkdir()
        await pilot.press("enter")
        assert "校对进度存不下" in seen(pilot)
        await pilot.press("escape")
        assert app.is_running


async def test_help_and_english(tmp_path: Path) -> None:
    app = app_in(tmp_path, Words(Language.EN))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        assert "The field was read right" in seen(pilot)
        await pilot.press("escape")
        assert "doubtful 1  open 27/27" in seen(pilot)


async def test_enter_twice_in_one_read_corrects_one_field(tmp_path: Path) -> None:
    """The second Enter does not put the line into the next field as well."""
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "task/1/support")
        await pilot.press("f2")
        type_in(app, "、市财政局")
        send(app, "enter", "enter")
        await pilot.pause()

    corrected = [field.key for field in app.review.fields if app.review.is_corrected(field)]
    assert corrected == ["task/1/support"]
