"""A sound plan file to spoil, and how its problems are compared."""

from __future__ import annotations

from plantui.model.department import Department, DepartmentRegistry
from plantui.model.plan import Plan
from plantui.model.problem import Problem
from plantui.planfile.reader import PlanFile, read_plan

SOUND = """\
format = 1
[plan]
id = "demo"
title = "示范计划"
short_title = "示范"
region = "郑州市"
issued = "2025-10"
start_year = 2023
end_year = 2025
status = "in_force"
responsible = ["市政府"]

[[goals]]
text = "目标"
op = ">="
value = 1.5

[[sections]]
id = "1"
number = "（一）"
title = "行动"
[[sections]]
id = "1.1"
number = ""
title = "分行动"
parent = "1"

[[tasks]]
id = "1"
section = "1"
number = 1
title = "任务一"
text = '''
第一行
[[tasks]]
'''
[tasks.departments]
lead = ["市财政局", "市发改委"]
[[tasks.deadlines]]
phrase = "2025年底前"
due = 2025-12-31

[[tasks]]
id = "2"
section = "1.1"
number = "2"
title = "任务二"
[[tasks.indicators]]
indicator = "浓度"
op = "<="
value = 40
due = 2025-12-31
baseline_year = 2020
"""

REGISTRY = DepartmentRegistry(
    [Department("郑州市", "市发展改革委", ("市发改委",)), Department("郑州市", "市政府")]
)


def read(text: str, registry: DepartmentRegistry | None = None) -> PlanFile:
    """The text as the file demo.toml."""
    return read_plan(text.encode(), "plans/demo.toml", registry)


def found(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str]]:
    """Message, line and key of each problem."""
    assert all(problem.file == "plans/demo.toml" for problem in problems)
    return [(problem.message.removeprefix("problems."), problem.line, problem.key) for problem in problems]


def sound_plan() -> Plan:
    """The plan of SOUND."""
    plan = read(SOUND).plan
    assert plan
    return plan
