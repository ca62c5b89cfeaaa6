"""What two cities say otherwise of the same task."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.model.department import Department, DepartmentRegistry
from plantui.model.plan import Deadline, Departments, Indicator, Plan, PlanInfo, Section, Task
from plantui.model.terms import Force, Op
from plantui.query.comparing.comparison import PlanComparison, compare_plans
from plantui.query.comparing.differences import (
    DateDifference,
    DepartmentDifference,
    Difference,
    SectionDifference,
    TargetDifference,
    Verdict,
    task_differences,
)
from tests.support.compared_plans import compared_plan

RATE = Indicator("秸秆综合利用率", Op.AT_LEAST, 90, "%")
LOSS = Indicator("平均降尘量", Op.AT_MOST, 7, "吨")
TASK = Task("1", "1", "1", "秸秆综合利用", "秸秆综合利用率达到90%以上。")
SPRING, AUTUMN = date(2025, 4, 30), date(2025, 10, 31)


@pytest.mark.parametrize(
    ("base", "here", "expected"),
    [
        (RATE, RATE, None),
        (RATE, RATE._replace(value=95), Verdict.STRICTER),
        (RATE, RATE._replace(value=85.5), Verdict.LOOSER),
        (LOSS, LOSS._replace(value=6), Verdict.STRICTER),
        (LOSS, LOSS._replace(value=9), Verdict.LOOSER),
        (RATE._replace(op=None), RATE._replace(value=95), Verdict.STRICTER),
        (RATE._replace(op=None), RATE._replace(op=None, value=95), Verdict.OTHER),
        (RATE, RATE._replace(op=Op.MORE), Verdict.STRICTER),
        (RATE, RATE._replace(op=Op.ABOUT), Verdict.LOOSER),
        (RATE, RATE._replace(op=Op.AT_MOST), Verdict.OTHER),
        (RATE._replace(force=Force.BINDING), RATE._replace(force=Force.EXPECTED), Verdict.LOOSER),
        (RATE._replace(due=AUTUMN), RATE._replace(due=SPRING), Verdict.STRICTER),
        (RATE._replace(due=SPRING), RATE._replace(due=AUTUMN, value=95), Verdict.OTHER),
        (RATE._replace(baseline_year=2020), RATE._replace(baseline_year=2022), Verdict.OTHER),
        (RATE._replace(grade="Ⅱ类", value=None), RATE._replace(grade="Ⅲ类", value=None), Verdict.OTHER),
        (RATE._replace(value=2.45, unit="万亩"), RATE._replace(value=6600, unit="亩"), Verdict.LOOSER),
        (RATE._replace(value=0.66, unit="万亩"), RATE._replace(value=6600, unit="亩"), None),
        (RATE, RATE._replace(unit="个"), (Verdict.MISSING, Verdict.ONLY_HERE)),
        (
            RATE._replace(indicator="新能源汽车年产量"),
            RATE._replace(indicator="新能源汽车保有量"),
            (Verdict.MISSING, Verdict.ONLY_HERE),
        ),
        (RATE, RATE._replace(indicator="农作物秸秆综合利用率", value=95), Verdict.STRICTER),
    ],
)
def test_targets(base: Indicator, here: Indicator, expected: Verdict | tuple[Verdict, ...] | None) -> None:
    found = differences(TASK._replace(indicators=(base,)), TASK._replace(indicators=(here,)))
    wanted = expected if isinstance(expected, tuple) else (expected,) if expected else ()
    assert tuple(one.verdict for one in found) == wanted
    assert all(isinstance(one, TargetDifference) for one in found)


def deadline(day: date, clause: str = "") -> Deadline:
    return Deadline(f"{day:%Y年%m月}底前", day, clause)


@pytest.mark.parametrize(
    ("base", "here", "expected"),
    [
        ([deadline(SPRING, "完成改造")], [deadline(SPRING, "完成改造")], []),
        ([deadline(SPRING, "完成改造")], [deadline(AUTUMN, "完成改造")], [Verdict.LATER]),
        ([deadline(AUTUMN, "完成改造")], [deadline(SPRING, "基本完成改造")], [Verdict.EARLIER]),
        ([deadline(SPRING, "编制方案"), deadline(AUTUMN, "建成平台")], [deadline(AUTUMN, "投入使用")], []),
        ([deadline(SPRING, "建成")], [deadline(AUTUMN, "投用")], [Verdict.LATER]),
        ([deadline(SPRING)], [], [Verdict.MISSING]),
        ([], [deadline(SPRING)], [Verdict.ONLY_HERE]),
    ],
)
def test_dates(base: list[Deadline], here: list[Deadline], expected: list[Verdict]) -> None:
    found = differences(TASK._replace(deadlines=tuple(base)), TASK._replace(deadlines=tuple(here)))
    assert [one.verdict for one in found] == expected
    assert all(isinstance(one, DateDifference) for one in found)


@pytest.mark.parametrize(
    ("base", "here", "expected"),
    [
        (("市工信局",), ("市工业和信息化局",), []),
        (("甲市工信局",), ("市工信局",), []),
        (("市水利局",), ("市生态环境局",), [("only_here", "市生态环境局"), ("missing", "市水利局")]),
        (("市市场监管局",), ("市场监管局",), []),
        (("省农业农村厅",), ("市农业农村厅",), []),
    ],
)
def test_kinds_of_departments(
    base: tuple[str, ...], here: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    registry = DepartmentRegistry([Department("丙市", "市工信局", ("市工业和信息化局", "工业和信息化局"))])
    one, other = (TASK._replace(departments=Departments(lead=names)) for names in (base, here))
    (row,) = compared(one, other, registry).rows
    found = [one for one in row.cells["b"].differences if isinstance(one, DepartmentDifference)]
    assert [(one.verdict.value, one.name) for one in found] == expected


def test_a_department_that_supports_there_is_no_difference() -> None:
    base = TASK._replace(departments=Departments(lead=("市水利局",), support=("市财政局",)))
    here = TASK._replace(departments=Departments(shared=("市水利局", "市财政局")))
    assert not compared(base, here).rows[0].has_differences


def test_a_task_under_another_heading_is_told() -> None:
    """新乡市 has the mines under the problems to be put right, the other two under rivers and lakes."""
    found = compare_plans(
        [compared_plan("zhengzhou-2023-2025"), compared_plan("xinxiang-2023-2025")], DepartmentRegistry()
    )
    moved = {
        row.first.task.id: one
        for row in found.rows
        for cell in row.cells.values()
        for one in cell.differences
        if isinstance(one, SectionDifference)
    }
    assert {task: (one.base, one.here) for task, one in moved.items()} == {
        "14": ("美丽幸福河湖建设行动", "生态环境突出问题整治行动")
    }


def test_rows_follow_the_plan_held_against_then_what_only_others_have() -> None:
    plans = [compared_plan(f"{city}-2023-2025") for city in ("xinxiang", "zhengzhou")]
    found = compare_plans(plans, DepartmentRegistry())
    own = [row.first.task.id for row in found.rows if row.base == "xinxiang-2023-2025"]
    assert own == [task.id for task in plans[0].tasks]
    assert [row.first.task.id for row in found.rows[len(own) :]] == ["18", "19", "20", "21"]
    missing = {(row.base, row.first.task.id) for row in found.missing}
    assert missing == {("xinxiang-2023-2025", "8")} | {
        ("zhengzhou-2023-2025", f"{at}") for at in range(18, 22)
    }


def differences(base: Task, here: Task) -> list[Difference]:
    return [*task_differences(base, here)]


def compared(base: Task, here: Task, registry: DepartmentRegistry | None = None) -> PlanComparison:
    plans = [
        Plan(PlanInfo(name, name, name, region), (), (Section("1", "一", "任务"),), (task,))
        for name, region, task in (("a", "甲市", base), ("b", "乙市", here))
    ]
    return compare_plans(plans, registry or DepartmentRegistry())
