"""A user of the command line whose only plan is a small one of the test's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from tests.support.cli_home import Home
from tests.support.index_samples import write_plan

REGION = "示例市"


def small_plan(
    name: str,
    tasks: Iterable[tuple[str, str, str]],
    *,
    title: str = "示例市节水计划",
    short_title: str = "节水",
    department: str = "市水利局",
    deadlines: tuple[Deadline, ...] = (),
) -> Plan:
    """Return a plan of one section; each task is given by its id, its printed number and its title."""
    lead = Departments(lead=(department,))
    return Plan(
        PlanInfo(name, title, short_title, REGION, 2025, 2025),
        sections=(Section("1", "一、", "主要任务"),),
        tasks=tuple(
            Task(task_id, "1", number, task_title, "按方案完成。", lead, deadlines)
            for task_id, number, task_title in tasks
        ),
    )


def home_of(folder: Path, plan: Plan) -> Home:
    """Return a user who reads no plan but this one."""
    plans = folder / "plans"
    write_plan(plans, plan)
    return Home(folder, PLANTUI_LANG="zh", PLANTUI_PLANS=str(plans))
