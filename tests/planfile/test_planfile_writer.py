"""Written plans read back as the same values, whatever the text."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings

from plantui.model.department import Department
from plantui.model.plan import Departments, Plan, PlanInfo, Section, Task
from plantui.planfile.departments import read_departments
from plantui.planfile.jsonform import plan_dict, plan_from_dict, task_dict, task_from_dict
from plantui.planfile.reader import read_plan
from plantui.planfile.writer import departments_toml, plan_toml
from tests.support.plan_strategies import departments, plans

settings.register_profile("planfile", deadline=None, suppress_health_check=[HealthCheck.too_slow])
relaxed = settings(settings.get_profile("planfile"), max_examples=80)

INFO = PlanInfo("plan", "标题", "短", "郑州市", 2023, 2025)


@relaxed
@given(plans())
def test_plan_survives_toml(plan: Plan) -> None:
    """Reading a written plan gives an equal plan without errors, and writing that gives the same text.

    Invisible characters in a department's name are warned of, and kept.
    """
    text = plan_toml(plan)
    read = read_plan(text.encode(), "plan.toml")

    assert read.plan == plan
    assert {problem.message for problem in read.problems} <= {"problems.department_control"}
    assert plan_toml(plan) == text


@relaxed
@given(plans())
def test_plan_survives_json(plan: Plan) -> None:
    """The JSON form loses nothing, as a whole and task by task."""
    assert plan == plan_from_dict(json.loads(json.dumps(plan_dict(plan))))
    for task in plan.tasks:
        assert task == task_from_dict(json.loads(json.dumps(task_dict(task))))


@relaxed
@given(departments)
def test_departments_survive_toml(listed: list[Department]) -> None:
    """Departments that do not contradict each other are read as written."""
    read = read_departments(departments_toml(listed).encode(), "departments.toml")
    duplicates = any(p.message == "problems.department_duplicate" for p in read.problems)

    assert duplicates or tuple(listed) == read.departments


def test_written_form() -> None:
    """Keys in the order of the format, empty ones left out, a long list on several lines."""
    roles = Departments(lead=("市财政局",), support=tuple(f"第{n}个部门名称很长的局" for n in range(6)))
    plan = Plan(
        INFO, (), (Section("1", "（一）", "行动"),), (Task("1", "1", "1", "任务", departments=roles),)
    )
    tasks = plan_toml(plan).partition("[[tasks]]\n")[2]

    assert tasks.startswith('id = "1"\nsection = "1"\nnumber = "1"\ntitle = "任务"\n\n[tasks.departments]\n')
    assert 'lead = ["市财政局"]\nsupport = [\n    "第0个部门名称很长的局",\n' in tasks
    assert "guide" not in tasks
    assert tasks.endswith("]\n")


def test_json_form_of_task() -> None:
    """Every task has all keys and all five roles."""
    empty: dict[str, list[str]] = {"lead": [], "support": [], "shared": [], "responsible": [], "guide": []}
    expected = {
        "id": "7",
        "section": "1",
        "number": "7",
        "title": "任务",
        "text": "",
        "departments": empty,
        "deadlines": [],
        "indicators": [],
    }

    assert expected == task_dict(Task("7", "1", "7", "任务"))


def test_json_form_of_plan() -> None:
    """What the plan does not say is null or empty, the top section's parent too."""
    data = plan_dict(Plan(INFO, (), (Section("1", "（一）", "行动"),)))

    assert list(data) == ["format", "plan", "goals", "sections", "tasks"]
    assert data["plan"]["issued"] is None
    assert data["plan"]["responsible"] == []
    assert data["sections"][0]["parent"] is None
