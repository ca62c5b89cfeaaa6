"""`due --since`: dates that have come and reports grown too old since a day, and the exit code that a scheduled run asks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from tests.support.cli_home import Home, Result
from tests.support.index_samples import write_plan

LAST = "2025-04-01"
"""The day that the one report speaks of."""


def home(folder: Path) -> Home:
    """A home with a plan of limit and target, in force since 2025-03-01, of which one task of three was reported."""
    info = PlanInfo(
        "p", "甲市计划", "甲市", "甲市", issued="2025-03", report_target_days=30, report_limit_days=60
    )
    lead = Departments(lead=("市水利局", "市财政局"))
    dated = (Deadline("2025年6月底前", date(2025, 6, 30), "建成"), Deadline("2025年底前", date(2025, 12, 31)))
    tasks = (
        Task("1", "1", "1", "治水", departments=lead, deadlines=dated),
        Task("2", "1", "2", "种树", departments=Departments(lead=("市林业局",))),
        Task("3", "1", "3", "无人负责"),
    )
    write_plan(folder / "own", Plan(info, (), (Section("1", "一", "任务"),), tasks))
    plain = PlanInfo("q", "乙市计划", "乙市", "乙市", issued=date(2025, 6, 1))
    only = (Task("1", "1", "1", "修路", departments=Departments(lead=("市交通局",))),)
    write_plan(folder / "own", Plan(plain, (), (Section("1", "一", "任务"),), only))
    found = Home(folder, PLANTUI_LANG="zh")
    said = ("--department", "市水利局", "--status", "推进中", "--progress", "动工", "--date", LAST)
    assert found.run("note", "add", "p", "1", *said, *own(folder), today="2025-04-02").code == 0
    return found


def own(folder: Path) -> tuple[str, str]:
    return "--plans", str(folder / "own")


def due(
    folder: Path, since: str, today: str, *more: str, plans: tuple[str, ...] = ("p", "q")
) -> list[tuple[str, ...]]:
    """Return kind, day, department and task of what is listed of the own plans."""
    rows = home(folder).run("due", "--since", since, "--json", *own(folder), *more, today=today).data["due"]
    return [(row["kind"], row["day"], row["department"], row["task"]) for row in rows if row["plan"] in plans]


def test_what_was_never_reported_comes_first(tmp_path: Path) -> None:
    """From the plan's issue on, by target and limit; the day on which a mark is passed is the day after its last one."""
    assert due(tmp_path, "2025-06-30", "2025-06-30", plans=("p",)) == [
        ("date", "2025-06-30", "市水利局", "1"),
        ("date", "2025-06-30", "市财政局", "1"),
    ]
    found = due(tmp_path, "2025-05-01", "2025-06-30", plans=("p",))
    assert [one[0] for one in found] == ["never_reported"] * 3 + ["too_old"] + ["date"] * 2
    assert found[:4] == [
        ("never_reported", "2025-05-01", None, "3"),
        ("never_reported", "2025-05-01", "市林业局", "2"),
        ("never_reported", "2025-05-01", "市财政局", "1"),
        ("too_old", "2025-06-01", "市水利局", "1"),
    ]


@pytest.mark.parametrize(
    ("since", "today", "kinds"),
    [
        ("2025-05-01", "2025-05-01", []),
        ("2025-05-02", "2025-05-02", ["over_target"]),
        ("2025-05-03", "2025-05-31", []),
        ("2025-05-03", "2025-06-01", ["too_old"]),
        ("2025-06-02", "2025-06-29", []),
    ],
)
def test_a_report_is_listed_on_the_day_that_it_passes_a_mark(
    tmp_path: Path, since: str, today: str, kinds: list[str]
) -> None:
    assert [one[0] for one in due(tmp_path, since, today, "--department", "甲市/市水利局")] == kinds


def test_without_a_limit_the_first_list_is_that_of_the_plans_first_day(tmp_path: Path) -> None:
    assert due(tmp_path, "2025-05-20", "2025-05-31", plans=("q",)) == []
    assert due(tmp_path, "2025-06-01", "2025-06-01", plans=("q",)) == [
        ("never_reported", "2025-06-01", "市交通局", "1")
    ]
    assert due(tmp_path, "2025-06-02", "2025-06-30", plans=("q",)) == []


def test_who_has_settled_its_part_is_not_asked(tmp_path: Path) -> None:
    done = ("--department", "市水利局", "--status", "已完成", "--progress", "建成", "--date", "2025-04-03")
    assert home(tmp_path).run("note", "add", "p", "1", *done, *own(tmp_path), today="2025-04-03").code == 0

    found = due(tmp_path, "2025-05-01", "2025-06-30", plans=("p",))
    assert "市水利局" not in {one[2] for one in found}
    assert ("date", "2025-06-30", "市财政局", "1") in found


def run(folder: Path, *options: str) -> Result:
    """The command as a scheduled run gives it, on the day on which the report of the water bureau grows too old."""
    bureau = ("--department", "甲市/市水利局", *own(folder))
    return home(folder).run("due", *bureau, *options, today="2025-06-01")


def test_the_exit_code_says_whether_there_is_something(tmp_path: Path) -> None:
    listed = run(tmp_path, "--since", "2025-06-01")

    assert listed.code == 1
    assert listed.rows == [["报送超限", "2025-06-01", "市水利局", "p", LAST, "1 治水"]]
    quiet = home(tmp_path).run(
        "due", "--since", "2025-05-20", *own(tmp_path), "--department", "甲市/市水利局", today="2025-05-21"
    )
    assert (quiet.code, quiet.out) == (0, "")
    assert "到期 0 项" in quiet.err


@pytest.mark.parametrize(
    "options", [["--since", "2025-06-01", "--period", "2025-05"], ["--since", "2025-06-02"], ["--since", "x"]]
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, options: list[str]) -> None:
    assert run(tmp_path, *options).code == 2


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("report_limit_days = 0", "plan.report_limit_days"),
        ("report_target_days = 9999", "plan.report_target_days"),
        ("report_target_days = 30\nreport_limit_days = 20", "plan.report_limit_days"),
        ('report_limit_days = "20"', "plan.report_limit_days"),
    ],
)
def test_a_mistake_in_the_days_is_told_with_its_key(tmp_path: Path, written: str, line: str) -> None:
    text = f'format = 1\n[plan]\nid = "p"\ntitle = "计划"\nshort_title = "计划"\nregion = "甲市"\n{written}\n'
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    found = Home(tmp_path).run("check", str(tmp_path / "p.toml"))

    assert found.code == 1
    assert f"p.toml:{7 + written.count(chr(10))}: {line}: " in found.out


def test_reports_over_the_limit_are_found_and_shown(tmp_path: Path) -> None:
    """By each department, as `due` does: on the limit's last day nothing, then whoever is asked for."""
    found = home(tmp_path)

    def old(day: str) -> list[str]:
        rows = found.run("list", "--find", "超限", "--json", *own(tmp_path), today=day).data
        return [f"{row['plan']} {row['id']}" for row in rows]

    assert old("2025-04-30") == []
    assert old("2025-05-01") == ["p 1", "p 2", "p 3"]  # since 2025-03-01 nobody else has reported
    english = Home(tmp_path, PLANTUI_LANG="en")
    assert len(english.run("list", "--find", "over-limit", *own(tmp_path), today="2025-05-01").rows) == 3
    shown = found.run("show", "p", "1", *own(tmp_path), today="2025-05-05").out
    assert "报送超限：市财政局 从未报送，已 65 天（上限 60 天）" in shown
    assert "超过目标：市水利局 34 天未更新（目标 30 天）" in shown
    done = ("--department", "市林业局", "--status", "已完成", "--progress", "完成", "--date", "2025-05-01")
    assert found.run("note", "add", "p", "2", *done, *own(tmp_path), today="2025-05-01").code == 0
    assert old("2025-12-01") == ["p 1", "p 3"]
    found.run("note", "undo")
    assert old("2025-12-01") == ["p 1", "p 2", "p 3"]


def test_age_sorts_what_was_never_reported_as_the_oldest(tmp_path: Path) -> None:
    found = home(tmp_path)
    listed = ("list", "--plan", "p", "--columns", "序号,age", *own(tmp_path), "--sort")
    assert found.run(*listed, "-age", today="2025-04-11").rows == [["2", ""], ["3", ""], ["1", "10"]]
    assert found.run(*listed, "age", today="2025-04-11").rows == [["1", "10"], ["2", ""], ["3", ""]]


def test_list_says_to_a_reader_which_marks_were_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words and by colour; what reckons with the figures gets them bare."""
    found = home(tmp_path)
    listed = ("list", "--plan", "p", "--columns", "age", *own(tmp_path))
    assert found.run(*listed, today="2025-05-05").rows == [["34"], [""], [""]]
    for module in ("table", "list_tasks", "chosen_columns"):
        monkeypatch.setattr(f"plantui.cli.{module}.is_terminal", lambda: True)
    shown = found.run(*listed, today="2025-05-05").out
    assert "\x1b[31m34 部分超限\x1b[0m" in shown
    assert shown.count("\x1b[31m       超限\x1b[0m") == 2
