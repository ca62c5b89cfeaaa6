"""Standing duties (长期坚持) on the bundled plans: owed each period, never overdue by date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.cli_home import Home

PLANS = ["zhengzhou-2023-2025", "xinxiang-2023-2025", "sanmenxia-2023-2025"]
NAMELESS = "beautiful-zhengzhou-2025-2035"
"""The bundled plan whose tasks name neither departments nor dates."""


def passed_task(home: Home, plan: str, today: str) -> tuple[str, list[str]]:
    """Return a task of the plan that is overdue, and its accountable departments."""
    rows = home.run("missing", "--plan", plan, "--light", "red", "--json", today=today).data["missing"]
    task: str = next(row["task"] for row in rows if row["department"])
    named = [f"{row['region']}/{row['department']}" for row in rows if row["task"] == task]
    return task, named


def report(home: Home, plan: str, task: str, departments: list[str], day: str) -> None:
    """Save notes that call the task a standing duty."""
    for department in departments:
        saved = home.run(
            *("note", "add", plan, f"id:{task}", "--department", department, "--progress", "已巡查"),
            *("--status", "standing", "--reason", "每年", "--date", day),
            today=day,
        )
        assert saved.code == 0, saved.err


def owed(home: Home, plan: str, department: str, today: str) -> list[set[Any]]:
    """Return the tasks of the plan that a department owes, as each command lists them."""
    missing = home.run("missing", "--plan", plan, "--department", department, "--json", today=today)
    due = home.run("due", "--department", department, "--json", today=today)
    listed = home.run(
        "list", "--plan", plan, "--not-reported", "--department", department, "--json", today=today
    )
    return [
        {row["task"] for row in missing.data["missing"]},
        {row["task"] for row in due.data["due"] if row["plan"] == plan},
        {row["id"] for row in listed.data},
    ]


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("period", ["month", "quarter"])
def test_a_standing_duty_is_owed_each_period_and_never_overdue(
    tmp_path: Path, plan: str, period: str
) -> None:
    home = Home(tmp_path)
    last, now = "2036-03-20", "2036-06-30"
    home.run("office", "set", "period", period, today="2036-01-01")
    task, departments = passed_task(home, plan, last)
    report(home, plan, task, departments, last)
    (shown,) = [
        row for row in home.run("list", "--plan", plan, "--json", today=now).data if row["id"] == task
    ]

    assert [task in tasks for tasks in owed(home, plan, departments[0], last)] == [False] * 3
    assert [task in tasks for tasks in owed(home, plan, departments[0], now)] == [True] * 3
    assert (shown["status"], shown["state"], shown["light"]) == ("standing", "standing", "grey")
    assert shown["deadlines"][0]["due"] < now
    report(home, plan, task, departments, "2036-06-10")
    assert [task in tasks for tasks in owed(home, plan, departments[0], now)] == [False] * 3


def test_of_a_task_that_names_nobody_who_reported_owes_the_next_report(tmp_path: Path) -> None:
    home, department = Home(tmp_path), "郑州市/市生态环境局"
    report(home, NAMELESS, "2.1.1", [department], "2036-05-20")
    (shown,) = [
        row
        for row in home.run("list", "--plan", NAMELESS, "--json", today="2036-06-30").data
        if row["id"] == "2.1.1"
    ]

    assert (shown["state"], shown["light"]) == ("standing", "grey")
    rows = home.run("missing", "--plan", NAMELESS, "--json", today="2036-06-30").data["missing"]
    owing = [(row["department"], row["last_as_of"]) for row in rows if row["task"] == "2.1.1"]
    assert owing == [("市生态环境局", "2036-05-20")]


@pytest.mark.parametrize("rules", ["blue-near-limit", "working-days"])
def test_steps_of_escalation_do_not_reach_a_standing_duty(tmp_path: Path, rules: str) -> None:
    home = Home(tmp_path)
    task, departments = passed_task(home, PLANS[0], "2026-03-20")
    report(home, PLANS[0], task, departments, "2026-03-20")
    rows = home.run("list", "--plan", PLANS[0], "--rules", rules, "--json", today="2026-06-30").data

    (shown,) = [row for row in rows if row["id"] == task]
    assert shown["state"] == "standing"
    assert shown["light"] not in ("red", "yellow")
    figures = home.run("stats", "--plan", PLANS[0], "--json", today="2026-06-30").data
    assert figures["overall"]["statuses"]["standing"] == 1
