"""The task pane shows the document's sentences on one key."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.planfile.reader import read_plan
from plantui.planfile.writer import plan_toml
from plantui.store.index.opening import open_library
from plantui.ui.app import PlantuiApp
from tests.support.main_host import app_in, ledger_in, options_in, settle

DOCUMENT = """临江市人民政府办公室
临江市河湖治理三年行动计划（2023—2025年）
2023年3月5日
一、重点任务
1.整治入河排污口。2025年底前，完成全市120个入河排污口整治。（市生态环境局牵头，市水利局配合）
2.修复[b]河岸林带。到2024年底，建成河岸林带30公里。（市林业局负责）
"""


def imported_app(folder: Path, *, with_document: bool = True) -> PlantuiApp:
    """plantui on one plan that was imported, its document beside it."""
    plans = folder / "plans"
    plans.mkdir()
    (plans / "临江.txt").write_text(DOCUMENT, "utf-8")
    plan = import_document(read_source(plans / "临江.txt"), "linjiang").plan
    plan = plan._replace(info=plan.info._replace(region="临江市"))
    (plans / "linjiang.toml").write_text(plan_toml(plan), "utf-8")
    if not with_document:
        (plans / "临江.txt").unlink()
    return PlantuiApp(options_in(folder), open_library([plans], folder / "cache"), ledger_in(folder))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_ctrl_g_shows_the_sentences_and_the_task_again(tmp_path: Path, size: tuple[int, int]) -> None:
    app = imported_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "ctrl+g")
        await settle(pilot)
        shown = app.main_screen.pane.text
        assert "出处 临江.txt 第5行" in shown
        assert "（市生态环境局牵头，市水利局配合）" in shown
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert "市水利局" in app.main_screen.pane.text
        assert "临江.txt" not in app.main_screen.pane.text


async def test_the_sentences_follow_the_cursor_and_esc_ends_it(tmp_path: Path) -> None:
    app = imported_app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "ctrl+g", "down")
        await pilot.pause(0.1)
        await settle(pilot)
        assert "修复[b]河岸林带" in app.main_screen.pane.text
        assert "第6行" in app.main_screen.pane.text
        await pilot.press("escape")
        await settle(pilot)
        assert "临江.txt" not in app.main_screen.pane.text


async def test_without_the_document_the_places_are_listed(tmp_path: Path) -> None:
    app = imported_app(tmp_path, with_document=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "ctrl+g")
        await settle(pilot)
        assert "找不到原文件 临江.txt" in app.main_screen.pane.text


async def test_on_a_plan_and_a_section(tmp_path: Path) -> None:
    """The title, who issued it and when, the goals; the heading."""
    app = imported_app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("home", "ctrl+g")
        await settle(pilot)
        shown = app.main_screen.pane.text
        assert "出处 临江.txt" in shown
        assert "第2行  标题\n临江市河湖治理三年行动计划（2023—2025年）" in shown
        assert "第3行  印发日期" in shown
        await pilot.press("down")
        await pilot.pause(0.1)
        await settle(pilot)
        assert "第4行  章节" in app.main_screen.pane.text
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert "临江.txt" not in app.main_screen.pane.text


async def test_the_bundled_plans_have_their_sentences(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("home", "ctrl+g")
        await settle(pilot)
        shown = app.main_screen.pane.text
        assert "出处 sanmenxia-2023-2025.txt" in shown
        assert "第24行  印发日期" in shown
        assert "空气质量优良天数比率争取达到 76%" in "".join(shown.split("\n"))


async def test_a_plan_written_by_hand_has_no_sentences(tmp_path: Path) -> None:
    app = imported_app(tmp_path)
    path = tmp_path / "plans" / "linjiang.toml"
    plan = read_plan(path).plan
    assert plan is not None
    bare = plan._replace(info=plan.info._replace(source=None), goals=())
    path.write_text(plan_toml(bare), "utf-8")
    app = PlantuiApp(
        options_in(tmp_path), open_library([tmp_path / "plans"], tmp_path / "cache"), ledger_in(tmp_path)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("home", "ctrl+g")
        await settle(pilot)
        assert "这里没有出处记录" in app.main_screen.pane.text
