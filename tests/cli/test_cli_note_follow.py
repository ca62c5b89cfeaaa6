"""`plantui note follow`: notes on tasks that were superseded or merged go on on the tasks in their place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from plantui.planfile.writer import plan_toml
from tests.support.cli_home import TODAY, Home

FIRST, SECOND = "市水利局", "市林业局"
DAM = Deadline("2025年底前", date(2025, 12, 31), "建成堤防")


def task(ident: str, title: str, **more: Any) -> Task:
    return Task(ident, "1", ident, title, departments=Departments(lead=(FIRST, SECOND)), **more)


def plan(name: str, *tasks: Task) -> Plan:
    return Plan(
        PlanInfo(name, f"{name}计划", name, "甲市", 2024, 2026),
        sections=(Section("1", "一", "水"),),
        tasks=tasks,
    )


OLD = plan(
    "old",
    task("1", "治理河道", superseded_by="new/a"),
    task("2", "修建堤防", merged_into="new/b", deadlines=(DAM,)),
    task("3", "植树护岸", merged_into="new/b"),
    task("4", "节约用水"),
)
NEW = plan("new", task("a", "河道治理"), task("b", "河湖工程", deadlines=(DAM,)))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    write(tmp_path, OLD, NEW)
    return Home(tmp_path, PLANTUI_PLANS=str(tmp_path / "plans"))


def write(folder: Path, *plans: Plan) -> None:
    (folder / "plans").mkdir(exist_ok=True)
    for one in plans:
        (folder / "plans" / f"{one.info.id}.toml").write_text(plan_toml(one), "utf-8")


def add(
    home: Home, ident: str, department: str, percent: int, progress: str, *more: str, day: str = TODAY
) -> None:
    words = ("--department", department, "--percent", str(percent), "--progress", progress)
    added = home.run("note", "add", "old", ident, *words, "--status", "in_progress", *more, today=day)
    assert added.code == 0


def notes(home: Home, name: str, *more: str) -> list[tuple[str, str, int | None, str]]:
    """Return the notes on a plan: task, department, percent, progress."""
    found = home.run("note", "list", name, "--json", *more).data
    return [(one["task"], one["department"], one["percent"], one["progress"]) for one in found]


def test_the_latest_note_of_each_department_goes_on_and_the_old_ones_stay(home: Home) -> None:
    add(home, "1", FIRST, 20, "开工", day="2025-04-30")
    add(home, "1", FIRST, 60, "过半")
    add(home, "1", SECOND, 30, "选苗")
    add(home, "4", FIRST, 10, "未被取代")
    before = notes(home, "old")

    found = home.run("note", "follow", "old")
    assert found.code == 0
    assert len(found.out.split()) == 2
    assert sorted(notes(home, "new")) == [("a", SECOND, 30, "选苗"), ("a", FIRST, 60, "过半")]
    assert notes(home, "old") == before

    again = home.run("note", "follow", "old")
    assert (again.code, again.out) == (0, "")
    assert "2 notes on the new tasks already" in again.err

    assert home.run("note", "undo").code == 0
    assert notes(home, "new") == []


def test_several_tasks_become_one_note(home: Home) -> None:
    add(home, "2", FIRST, 40, "浇筑", "--done", "1=2025-06-01")
    add(home, "3", FIRST, 80, "栽植", day="2025-06-20")
    assert home.run("note", "follow", "old").code == 0
    (note,) = home.run("note", "list", "new", "--json").data
    assert (note["task"], note["status"], note["percent"]) == ("b", "in_progress", None)
    assert note["progress"] == "植树护岸\n栽植\n修建堤防\n浇筑"
    assert [one["clause"] for one in note["requirements"]] == ["建成堤防"]


def test_what_the_new_task_has_no_place_for_is_said(home: Home) -> None:
    write(home.folder, OLD, NEW._replace(tasks=(NEW.tasks[0], NEW.tasks[1]._replace(deadlines=()))))
    add(home, "2", FIRST, 40, "浇筑", "--done", "1=2025-06-01")
    found = home.run("note", "follow", "old", "--json")
    assert [one["requirements"] for one in found.data["notes"]] == [[]]
    assert "1 word on a date or value" in found.err


def test_a_later_word_on_the_new_task_stands(home: Home) -> None:
    add(home, "1", FIRST, 60, "过半", day="2025-05-31")
    words = ("--department", FIRST, "--percent", "70", "--progress", "新报", "--status", "in_progress")
    assert home.run("note", "add", "new", "a", *words).code == 0
    assert home.run("note", "follow", "old").code == 0
    assert notes(home, "new") == [("a", FIRST, 70, "新报")]


def test_a_successor_that_is_nowhere_is_a_data_problem(home: Home) -> None:
    write(home.folder, OLD._replace(tasks=(OLD.tasks[0]._replace(superseded_by="gone/1"), *OLD.tasks[1:])))
    add(home, "1", FIRST, 60, "过半")
    found = home.run("note", "follow", "old")
    assert (found.code, found.out) == (1, "")
    assert "gone/1, in the place of old/1, is nowhere" in found.err


@pytest.mark.parametrize(
    ("superseded_by", "merged_into", "said"),
    [
        ("9", None, "no other task with the id 9"),
        ("1", None, "no other task with the id 1"),
        (None, "old/9", "no other task with the id 9"),
        (None, "new/", "no PLAN/TASK"),
        ("2", "3", "do not go together"),
    ],
)
def test_the_check_of_a_plan_file_refuses(
    home: Home, superseded_by: str | None, merged_into: str | None, said: str
) -> None:
    first = OLD.tasks[0]._replace(superseded_by=superseded_by, merged_into=merged_into)
    write(home.folder, OLD._replace(tasks=(first, *OLD.tasks[1:])))
    found = home.run("--lang", "en", "check", str(home.folder / "plans" / "old.toml"))
    assert found.code == 1
    assert said in found.out + found.err


def test_json_names_the_successor(home: Home) -> None:
    tasks = {one["id"]: one for one in home.run("show", "old", "--json").data["tasks"]}
    assert (tasks["1"]["superseded_by"], tasks["2"]["merged_into"]) == ("new/a", "new/b")
    assert "superseded_by" not in tasks["4"]
