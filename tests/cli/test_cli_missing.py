"""`missing`, `due` and `list --not-reported`: who has yet to report in a period."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from plantui.model.department import Department
from plantui.model.plan import Departments, Plan, PlanInfo, Section, Task
from tests.support.cli_home import Home
from tests.support.index_samples import write_departments, write_plan

BUREAU = "郑州市/市工信局"


def owed(home: Home, *options: str, today: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the missing reports of the plan of Zhengzhou, by department and task."""
    rows = home.run("missing", "--plan", "zhengzhou", "--json", *options, today=today).data["missing"]
    return {(row["department"], row["task"]): row for row in rows}


def task_id(home: Home) -> str:
    """Return the id of the task that notes are added to."""
    saved: str = home.run("note", "list", "zhengzhou", "2", "--json").data[0]["task"]
    return saved


def test_a_report_counts_for_the_period_of_its_as_of_day(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.add(today := "--date", "2025-05-20")
    task = task_id(home)

    may, june = owed(home, "--period", "2025-05", today="2025-06-30"), owed(home, today="2025-06-30")

    assert today and ("市工信局", task) not in may
    row = june["市工信局", task]
    assert (row["never_reported"], row["last_as_of"]) == (False, "2025-05-20")
    assert row["age"] == 41
    assert {other["age"] for other in june.values() if other["never_reported"]} == {None}


def test_what_was_reported_late_counts_for_its_period(tmp_path: Path) -> None:
    """June written in August is June; July is still missing then."""
    home = Home(tmp_path)
    home.run(
        "note",
        "add",
        "zhengzhou",
        "2",
        "--department",
        "市工信局",
        "--progress",
        "x",
        "--date",
        "2025-06-30",
        today="2025-08-10",
    )
    task = (
        task_id(home) if home.run("note", "list", "zhengzhou", "2", "--json", today="2025-08-10").data else ""
    )

    assert ("市工信局", task) not in owed(home, "--period", "2025-06", today="2025-08-10")
    assert ("市工信局", task) in owed(home, "--period", "2025-07", today="2025-08-10")
    assert ("市工信局", task) in owed(home, "--period", "2025-05", today="2025-08-10")


@pytest.mark.parametrize(
    ("status", "is_owed"),
    [("in_progress", True), ("standing", True), ("completed", False), ("stopped", False)],
)
def test_the_completed_owes_nothing_more_and_a_standing_duty_is_owed_each_period(
    tmp_path: Path, status: str, is_owed: bool
) -> None:
    home = Home(tmp_path)
    home.add("--date", "2025-05-20", "--status", status, "--reason", "市政府常务会议")
    task = task_id(home)

    assert (("市工信局", task) in owed(home, today="2025-06-30")) is is_owed


def test_until_the_closing_day_the_ended_period_is_reported(tmp_path: Path) -> None:
    """On 3 July a note without a date speaks of 30 June, which is said; on 6 July July has begun."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    home.run("office", "set", "closing_day", "+5", today="2025-06-01")
    words = ["note", "add", "zhengzhou", "2", "--department", "市工信局", "--progress", "x", "--json"]
    before = owed(home, today="2025-07-03")
    saved = home.run(*words, today="2025-07-03")
    task = saved.data["task"]

    assert ("市工信局", task) in before
    assert saved.data["as_of"] == "2025-06-30"
    assert "2025年6月" in saved.err and "2025-06-30" in saved.err
    assert ("市工信局", task) not in owed(home, today="2025-07-03")
    assert ("市工信局", task) in owed(home, today="2025-07-06")
    assert home.run(*words, today="2025-07-06").data["as_of"] == "2025-07-06"


def test_july_written_early_is_not_june(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.run("office", "set", "closing_day", "+5", today="2025-06-01")
    words = ["note", "add", "zhengzhou", "2", "--department", "市工信局", "--progress", "x", "--json"]
    task = home.run(*words, "--date", "2025-07-02", today="2025-07-03").data["task"]

    assert ("市工信局", task) in owed(home, today="2025-07-03")


def test_due_is_what_one_department_owes(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.run("config", "set", "department", BUREAU)
    before = home.run("due", "--json").data
    home.add(task="2")
    after = home.run("due", "--json").data
    named = home.run("due", "--department", BUREAU, "--json").data

    assert before["department"] == BUREAU and before["reported"] == []
    assert len(after["due"]) == len(before["due"]) - 1
    assert [one["plan"] for one in after["reported"]] == ["zhengzhou-2023-2025"]
    assert named == after
    lights = [row["light"] for row in before["due"]]
    assert lights == sorted(lights, key=["red", "yellow", "green", "grey", "none", "blue"].index)


def test_due_asks_which_department(tmp_path: Path) -> None:
    refused = Home(tmp_path).run("due")

    assert (refused.code, refused.out) == (2, "")
    assert "--department" in refused.err


def test_list_has_the_tasks_of_missing(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.add(task="2")
    tasks = {row["task"] for row in home.run("missing", "--plan", "zhengzhou", "--json").data["missing"]}
    listed = home.run("list", "--plan", "zhengzhou", "--not-reported", "--json").data
    of_one = home.run("list", "--not-reported", "--department", BUREAU, "--json").data

    assert {row["id"] for row in listed} == tasks
    assert len(of_one) == len(home.run("due", "--department", BUREAU, "--json").data["due"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing", "--period", "June"],
        ["missing", "--period", "2025-07"],
        ["due", "--period", "2025Q5", "--department", BUREAU],
        ["list", "--period", "2025-06"],
    ],
)
def test_a_bad_period_is_refused(tmp_path: Path, arguments: list[str]) -> None:
    refused = Home(tmp_path).run(*arguments)

    assert (refused.code, refused.out) == (2, "")
    assert "period" in refused.err


@pytest.mark.parametrize("today", ["2025-06-30", "2020-01-15"])
def test_a_plan_that_was_not_issued_yet_owes_nothing_and_that_is_said(tmp_path: Path, today: str) -> None:
    """In a period that is over and in the current one; nothing missing of nothing would read as all done."""
    home = Home(tmp_path)
    options = ("--plan", "zhengzhou", "--period", "2020-01")
    found = home.run("missing", *options, "--json", "--lang", "en", today=today)
    assert found.data["missing"] == []
    (plan,) = found.data["not_in_force"]
    assert plan["issued"] == "2023-10-16"
    assert "was not yet in force in 2020-01" in found.err
    due = home.run("due", "--department", BUREAU, "--period", "2020-01", "--lang", "zh", today=today)
    assert due.err.count("尚未印发") == 1, "of the plan that names the department"
    listed = home.run("list", *options, "--not-reported", "--lang", "zh", today=today)
    assert "2020年1月时《" in listed.err and listed.err.count("尚未印发") == 1
    now = home.run("missing", *options[:2], "--json", today="2025-06-30")
    assert now.data["not_in_force"] == []
    assert "尚未印发" not in now.err


def test_a_pipe_gets_the_same_rows(tmp_path: Path) -> None:
    home = Home(tmp_path)
    rows = home.run("missing", "--plan", "zhengzhou")
    data = home.run("missing", "--plan", "zhengzhou", "--json").data

    assert data["period"]["name"] == "2025-06"
    assert [row[0] for row in rows.rows] == [row["department"] or "(nobody named)" for row in data["missing"]]
    assert rows.code == 0


def test_every_form_means_the_current_period_and_tells_the_never_reported_apart(tmp_path: Path) -> None:
    """A department that reported last month owes this month again; it is not one that never reported."""
    home = Home(tmp_path)
    home.add("--date", "2025-05-20")
    shown = {
        today: home.run("show", "zhengzhou", "2", "--json", today=today).data
        for today in ("2025-05-30", "2025-06-30")
    }
    told = "--plan", "zhengzhou", "--text", shown["2025-06-30"]["title"]
    cells = home.run("list", *told, "--columns", "missing", "--json", today="2025-06-30").data
    table = home.run("--lang", "en", "export", *told, "--format", "csv", today="2025-06-30").out
    [row] = [
        one for one in csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))) if one["task"] == told[-1]
    ]
    markdown = home.run("--lang", "zh", "export", *told, "--format", "md", today="2025-06-30").out

    assert "市工信局" not in shown["2025-05-30"]["missing"]
    assert "市工信局" in shown["2025-06-30"]["missing"]
    assert "市工信局" not in shown["2025-06-30"]["never_reported"]
    assert cells
    assert row["not reported in this period"] == ", ".join(shown["2025-06-30"]["missing"])
    assert row["never reported"] == ", ".join(shown["2025-06-30"]["never_reported"])
    assert "未报送单位" in markdown


def test_a_member_owes_what_its_group_was_given(tmp_path: Path) -> None:
    """Until a member has reported the group owes the report, and no member has reported it."""
    east, west, group = "东县政府", "西县政府", "各县区"
    registry = (
        *(Department("甲市", one) for one in (east, west)),
        Department("甲市", group, members=(east, west)),
    )
    tasks = (
        Task("1", "1", "1", "县区任务", "", Departments(lead=(group,))),
        Task("2", "1", "2", "东县任务", "", Departments(lead=(east,))),
    )
    info = PlanInfo("groups", "县区计划", "县区", "甲市", 2024, 2028)
    folder = tmp_path / "plans"
    folder.mkdir()
    write_plan(folder, Plan(info, sections=(Section("1", "一", "水"),), tasks=tasks))
    write_departments(folder, registry)
    home = Home(tmp_path, PLANTUI_PLANS=str(folder))

    def of(department: str) -> tuple[list[str], list[str]]:
        data = home.run("due", "--department", f"甲市/{department}", "--json").data
        return [row["task"] for row in data["due"]], [row["task"] for row in data["reported"]]

    assert (of(east), of(west)) == ((["1", "2"], []), (["1"], []))
    home.run("note", "add", "groups", "1", "--department", west, "--progress", "x")
    assert (of(east), of(west)) == ((["1", "2"], []), ([], ["1"]))
