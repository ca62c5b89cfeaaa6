"""A plan with dated requirements and indicators of every kind, for tests of what notes say of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plantui.model.plan import Deadline, Departments, Indicator, Plan
from plantui.model.terms import Force, Op
from tests.support.cli_home import Home
from tests.support.planned_home import home_of, small_plan

FIRST = Deadline("2024年底前", date(2024, 12, 31), "改造管网40公里")
SECOND = Deadline("2025年底前", date(2025, 12, 31), "改造管网[/]80公里")
PIPES = Indicator(
    "改造管网", Op.AT_LEAST, 80, "公里", date(2025, 12, 31), clause="改造管网80公里", force=Force.BINDING
)
LOSSES = Indicator("漏损率", Op.AT_MOST, 8.5, "%", date(2024, 12, 31), force=Force.EXPECTED)
WATER = Indicator("水质", due=date(2025, 12, 31), grade="Ⅱ类")
PLACES = Indicator("全省位次", Op.AT_MOST, 3, None)
MEASURES = (PIPES, LOSSES, WATER, PLACES)


def measured_plan() -> Plan:
    """Return a plan of two tasks of one department, and one of two; only the first and the last have figures."""
    plan = small_plan(
        "water",
        [("pipes", "1", "改造管网"), ("rules", "2", "修订定额"), ("joint", "3", "治理水体")],
        deadlines=(FIRST, SECOND),
    )
    pipes, rules, joint = plan.tasks
    return plan._replace(
        info=plan.info._replace(start_year=2024),
        tasks=(
            pipes._replace(indicators=MEASURES),
            rules._replace(deadlines=()),
            joint._replace(
                departments=Departments(lead=("市水利局", "市林业局")),
                indicators=(WATER._replace(due=date(2024, 12, 31)),),
            ),
        ),
    )


def measured_home(folder: Path) -> Home:
    """Return a user who reads no plan but this one."""
    return home_of(folder, measured_plan())
