"""Funding of tasks: in the plan file, shown with its sums, where what is not known is not 0."""

from __future__ import annotations

from pathlib import Path

from plantui.model.funding import FundingSum, FundingSums, funding_sums
from plantui.model.plan import Funding, Plan, PlanInfo, Section, Task
from tests.support.cli_home import Home
from tests.support.index_samples import write_plan

TASKS = (
    Task("1", "1", "1", "治水", funding=(Funding(0.1, "亿元", "中央资金"), Funding(800, "万元"))),
    Task("2", "1", "2", "种树", funding=(Funding(0.2, "亿元"), Funding(source="省级资金"))),
    Task("3", "1", "3", "修路"),
)


def test_only_equal_units_are_added_and_the_unknown_is_counted() -> None:
    sums = (FundingSum("亿元", 0.3, 2), FundingSum("万元", 800, 1))
    said = [task.funding for task in TASKS]
    assert funding_sums(said, 3) == FundingSums(sums, unknown=1, without=1)
    assert funding_sums(said[2:], 1) == FundingSums((), unknown=0, without=1)


def test_a_plan_and_its_tasks_tell_the_money(tmp_path: Path) -> None:
    plan = Plan(PlanInfo("p", "计划", "计划", "甲市"), (), (Section("1", "一", "任务"),), TASKS)
    write_plan(tmp_path / "own", plan)
    home, own = Home(tmp_path, PLANTUI_LANG="zh"), ("--plans", str(tmp_path / "own"))

    whole = home.run("show", "p", *own).out
    assert "资金：0.3亿元（2 项）、800万元（1 项）、1 项金额未定、1 项没有写资金\n" in whole
    assert "资金：0.1亿元（中央资金）、800万元\n" in home.run("show", "p", "1", *own).out
    assert "金额未定（省级资金）" in home.run("show", "p", "2", *own).out
    assert "资金" not in home.run("show", "p", "3", *own).out
    rows = home.run("list", *own, "--plan", "p", "--json").data
    assert rows[1]["funding"][1] == {"amount": None, "unit": None, "source": "省级资金"}
    assert "funding" not in rows[2]


def test_money_is_a_column_with_sums(tmp_path: Path) -> None:
    """Yuan in whatever units stand in one order; what is not known is no nought: it comes last either way."""
    plan = Plan(PlanInfo("p", "计划", "计划", "甲市"), (), (Section("1", "一", "任务"),), TASKS)
    write_plan(tmp_path / "own", plan)
    home, own = Home(tmp_path, PLANTUI_LANG="zh"), ("--plans", str(tmp_path / "own"), "--plan", "p")

    least = home.run("list", *own, "--columns", "序号,资金", "--sort", "funding")
    assert least.rows == [
        ["1", "0.1亿元（中央资金）、800万元"],
        ["2", "0.2亿元、金额未定（省级资金）"],
        ["3", ""],
    ]
    assert "资金：0.3亿元（2 项）、800万元（1 项）、1 项金额未定、1 项没有写资金" in least.err
    most = home.run("list", *own, "--columns", "序号", "--sort", "-资金")
    assert (most.rows, "资金：" in most.err) == ([["2"], ["1"], ["3"]], False)

    assert "资金：0.2亿元（1 项）、1 项金额未定" in home.run("stats", *own, "--find", "种树").err
    counted = home.run("stats", *own, "--json").data["funding"]
    assert counted["sums"][1] == {"unit": "万元", "amount": 800, "tasks": 1}
    assert (counted["unknown"], counted["without"]) == (1, 1)
    assert "\n资金：0.3亿元（2 项）" in home.run("stats", *own, "-f", "md").out
    without = home.run("stats", *own, "--find", "修路", "--json")
    assert ("funding" in without.data, "资金" in without.err) == (False, False)
