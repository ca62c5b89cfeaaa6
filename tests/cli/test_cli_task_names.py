"""A task by its id, its printed number or its title: what could mean two tasks is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home
from tests.support.index_samples import write_plan
from tests.support.planned_home import home_of, small_plan

# As `diff --keep-ids` leaves a plan into which a task was put before the others: (id, printed number, title).
RENUMBERED = [
    ("1-2", "1", "开展测试"),
    ("1", "2", "修订定额"),
    ("2", "3", "改造管网"),
    ("9", "4", "关停水井"),
    ("b", "一", "宣传节水"),
    ("c", "一", "表彰节水"),
    ("id:x", "5", "id"),
    ("no", "６", "建设水厂"),
    ("6", "7", "检查水厂"),
]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_of(tmp_path, small_plan("renumbered", RENUMBERED))


@pytest.mark.parametrize(
    ("written", "task"),
    [
        *(
            ("id:2", "2"),
            ("no:2", "1"),
            ("ID：2", "2"),
            ("no: 2", "1"),
            ("no：２", "1"),
            ("3", "2"),
            ("4", "9"),
        ),
        *(
            ("9", "9"),
            ("1-2", "1-2"),
            ("改造管网", "2"),
            ("b", "b"),
            ("id:b", "b"),
            ("id:id:x", "id:x"),
            ("no:5", "id:x"),
        ),
        *(("id", "id:x"), ("no", "no"), ("no:6", "no"), ("7", "6")),
    ],
)
def test_task_is_found(home: Home, written: str, task: str) -> None:
    assert home.run("show", "renumbered", written, "--json").data["id"] == task


@pytest.mark.parametrize("command", [["show"], ["note", "list"], ["note", "add"]], ids=" ".join)
def test_id_that_is_another_tasks_number_is_refused(home: Home, command: list[str]) -> None:
    """Both tasks are named, each by the form that means it."""
    more = ["--progress", "定额已印发"] if "add" in command else []
    refused = home.run(*command, "renumbered", "2", *more)

    assert (refused.code, refused.out) == (2, "")
    assert "编号 id:2 (3 改造管网)" in refused.err
    assert "序号 no:2 (2 修订定额)" in refused.err
    assert home.run("note", "list", "--json").data == []


def test_full_width_number_counts_as_the_same(home: Home) -> None:
    refused = home.run("show", "renumbered", "6")

    assert refused.code == 2
    assert "id:6 (7 检查水厂)" in refused.err
    assert "no:6 (６ 建设水厂)" in refused.err


@pytest.mark.parametrize("written", ["一", "no:一"])
def test_number_of_two_tasks_is_refused(home: Home, written: str) -> None:
    refused = home.run("show", "renumbered", written)

    assert refused.code == 2
    assert f"“{written}”指哪项任务：b (一 宣传节水) | c (一 表彰节水)" in refused.err


@pytest.mark.parametrize("written", ["", " ", "id:", "no:", "id:7", "no:8", "8", "id:改造管网"])
def test_unknown_name_is_refused(home: Home, written: str) -> None:
    refused = home.run("show", "renumbered", written)

    assert refused.code == 2
    assert "没有任务" in refused.err


def test_id_whose_own_number_others_share_is_refused(home: Home, tmp_path: Path) -> None:
    """Numbers that start again in each section: 1 may be meant of either."""
    tasks = [(task_id, "1", f"任务{task_id}") for task_id in ("1", "2")]
    write_plan(tmp_path / "plans", small_plan("again", tasks))
    refused = home.run("show", "again", "1")

    assert refused.code == 2
    assert "编号 id:1 (1 任务1)；序号 2 (1 任务2)" in refused.err
    assert home.run("show", "again", "id:1", "--json").data["id"] == "1"


def test_saved_message_calls_the_task_by_its_printed_number(home: Home) -> None:
    saved = home.run("note", "add", "renumbered", "id:2", "--progress", "开工")

    assert saved.err == "已保存：节水 第3项 市水利局 2025年6月进展（推进中）\n"
