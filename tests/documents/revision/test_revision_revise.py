"""Two versions of a plan: tasks found again whatever their numbers, and what was changed about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.documents.revision.change import Change, ChangeKind, Revision
from plantui.documents.revision.revise import revision_of, with_old_ids
from plantui.model.plan import Deadline, Departments, Goal, Indicator, Plan, Section, Task
from plantui.model.terms import Op
from plantui.planfile.reader import read_plan
from tests.support.paths import PLANS


def _plan(name: str) -> Plan:
    plan = read_plan(PLANS / f"{name}.toml").plan
    assert plan is not None
    return plan


ZHENGZHOU = _plan("zhengzhou-2023-2025")


def _numbered(plan: Plan, tasks: list[Task]) -> Plan:
    """The plan with these tasks, numbered through as a revision would."""
    return plan._replace(
        tasks=tuple(task._replace(id=str(at), number=str(at)) for at, task in enumerate(tasks, 1)),
    )


def _with_first(task: Task) -> Plan:
    return ZHENGZHOU._replace(tasks=(task, *ZHENGZHOU.tasks[1:]))


def _changes(old: Task, new: Task) -> list[Change]:
    revision = revision_of(_with_first(old), _with_first(new))
    assert (revision.added, revision.dropped) == ((), ())
    return [change for task in revision.tasks for change in task.changes]


@pytest.mark.parametrize("path", sorted(PLANS.glob("*-20*.toml")), ids=lambda path: path.stem)
def test_same_plan(path: Path) -> None:
    """Nothing is changed in a plan compared with itself."""
    plan = _plan(path.stem)

    revision = revision_of(plan, plan)

    assert revision.is_empty
    assert revision.ids == {task.id: task.id for task in plan.tasks}


def test_renumbering() -> None:
    """With a task dropped in the middle all others are found under their new numbers."""
    tasks = list(ZHENGZHOU.tasks)
    dropped = tasks.pop(3)

    revision = revision_of(ZHENGZHOU, _numbered(ZHENGZHOU, tasks))

    assert revision.dropped == (dropped,)
    assert revision.ids == {str(at): str(at if at < 4 else at - 1) for at in range(1, 27) if at != 4}
    assert {change.kind for task in revision.tasks for change in task.changes} == {ChangeKind.RENUMBERED}


def test_added_and_reordered() -> None:
    """A new task is new wherever it stands, and moved ones are the same."""
    tasks = list(ZHENGZHOU.tasks)
    tasks.reverse()
    new = Task("x", tasks[0].section, "1", "建设数字档案馆", "2025年底前，建成数字档案馆。")

    revision = revision_of(ZHENGZHOU, _numbered(ZHENGZHOU, [new, *tasks]))

    assert [task.title for task in revision.added] == ["建设数字档案馆"]
    assert revision.dropped == ()
    assert revision.ids == {str(at): str(28 - at) for at in range(1, 27)}


def test_reworded_everywhere() -> None:
    """Another city's plan of the same kind: tasks with the same titles are matched, whatever their texts."""
    other = _plan("xinxiang-2023-2025")

    revision = revision_of(ZHENGZHOU, other)

    titles = {task.id: task.title for task in ZHENGZHOU.tasks}
    new_titles = {task.id: task.title for task in other.tasks}
    same = {title for title in titles.values() if title in new_titles.values()}
    matched = {titles[was] for was, now in revision.ids.items() if titles[was] == new_titles[now]}
    assert matched == same


BASE = Task(
    "1",
    "1",
    "1",
    "建设充电设施",
    "2024年底前，建成充电桩1000个。到2025年，覆盖率达到80%以上。",
    Departments(lead=("市城管局",), support=("市财政局", "市公安局")),
    (Deadline("2024年底前", date(2024, 12, 31), "建成充电桩1000个"), Deadline("到2025年", date(2025, 12, 31), "覆盖率达到80%以上")),
    (Indicator("充电桩", Op.AT_LEAST, 1000, "个"), Indicator("覆盖率", Op.AT_LEAST, 80, "%")),
)  # fmt: skip


def test_nothing_changed() -> None:
    """Blanks and width are no rewording."""
    assert (
        _changes(BASE, BASE._replace(text="2024 年底前,建成充电桩1000个。到2025年,覆盖率达到80％以上。"))
        == []
    )


def test_dates() -> None:
    """Moved, added, dropped."""
    first, second = BASE.deadlines
    moved = BASE._replace(deadlines=(first._replace(due=date(2025, 6, 30)), second))
    third = Deadline("2025年6月底前", date(2025, 6, 30), "完成验收")

    assert _changes(BASE, moved) == [
        Change(ChangeKind.DATE_MOVED, "建成充电桩1000个", "2024-12-31", "2025-06-30")
    ]
    assert _changes(BASE, BASE._replace(deadlines=(first, second, third))) == [
        Change(ChangeKind.DATE_ADDED, "完成验收", new="2025-06-30")
    ]
    assert _changes(BASE, BASE._replace(deadlines=(second,))) == [
        Change(ChangeKind.DATE_DROPPED, "建成充电桩1000个", old="2024-12-31")
    ]


def test_figures() -> None:
    """Changed, added, dropped."""
    piles, share = BASE.indicators
    assert _changes(BASE, BASE._replace(indicators=(piles._replace(value=1500), share))) == [
        Change(ChangeKind.FIGURE_CHANGED, "充电桩", ">= 1000 个", ">= 1500 个")
    ]
    assert _changes(BASE, BASE._replace(indicators=(piles,))) == [
        Change(ChangeKind.FIGURE_DROPPED, "覆盖率", old=">= 80 %")
    ]
    assert _changes(BASE._replace(indicators=(piles,)), BASE) == [
        Change(ChangeKind.FIGURE_ADDED, "覆盖率", new=">= 80 %")
    ]


def test_departments() -> None:
    """Come, gone, in another role."""
    departments = Departments(lead=("市公安局",), support=("市城管局", "市教育局"))

    assert _changes(BASE, BASE._replace(departments=departments)) == [
        Change(ChangeKind.DEPARTMENT_ROLE, "市城管局", "lead", "support"),
        Change(ChangeKind.DEPARTMENT_DROPPED, "市财政局", old="support"),
        Change(ChangeKind.DEPARTMENT_ROLE, "市公安局", "support", "lead"),
        Change(ChangeKind.DEPARTMENT_ADDED, "市教育局", new="support"),
    ]


def test_wording() -> None:
    """The pieces of text that differ, title and section."""
    new = BASE._replace(title="加快建设充电设施", section="2", text=BASE.text.replace("覆盖率", "车位覆盖率"))

    assert _changes(BASE, new) == [
        Change(ChangeKind.MOVED, old=ZHENGZHOU.sections[0].title, new=ZHENGZHOU.sections[1].title),
        Change(ChangeKind.TITLE, old="建设充电设施", new="加快建设充电设施"),
        Change(ChangeKind.TEXT, "。到2025年，", "", "车位"),
    ]


def test_plan_itself() -> None:
    """Front matter, goals, sections."""
    first, *others = ZHENGZHOU.sections
    new = ZHENGZHOU._replace(
        info=ZHENGZHOU.info._replace(end_year=2026),
        goals=(*ZHENGZHOU.goals[1:], Goal("新目标")),
        sections=(
            first._replace(title=f"{first.title}方案"),
            *others,
            Section("99", "（十一）", "数字化治理"),
        ),
    )

    kinds = [change.kind for change in revision_of(ZHENGZHOU, new).plan]

    assert kinds == [
        ChangeKind.PLAN,
        ChangeKind.GOAL_DROPPED,
        ChangeKind.GOAL_ADDED,
        ChangeKind.SECTION_TITLE,
        ChangeKind.SECTION_ADDED,
    ]
    assert revision_of(ZHENGZHOU, new).tasks == ()


def test_old_ids_stay() -> None:
    """A renumbered plan keeps its ids; a new task never takes one that was used."""
    tasks = list(ZHENGZHOU.tasks)
    del tasks[3]
    new_task = Task("x", tasks[0].section, "1", "建设数字档案馆", "2025年底前，建成数字档案馆。")
    new = _numbered(ZHENGZHOU, [new_task, *tasks])

    kept = with_old_ids(ZHENGZHOU, new, revision_of(ZHENGZHOU, new))

    assert [task.id for task in kept.tasks] == ["1-2", *(str(at) for at in range(1, 27) if at != 4)]
    assert [task.number for task in kept.tasks] == [str(at) for at in range(1, 27)]
    assert not any(
        change.kind is ChangeKind.RENUMBERED
        for task in revision_of(ZHENGZHOU, kept).tasks
        for change in task.changes
    )


@given(st.permutations(range(12)), st.sets(st.integers(0, 11), max_size=5))
@settings(deadline=None, max_examples=50)
def test_any_order_with_any_gaps(order: list[int], dropped: set[int]) -> None:
    """Every task that is left is found, and no other is taken for it."""
    old = ZHENGZHOU._replace(tasks=ZHENGZHOU.tasks[:12])
    kept = [at for at in order if at not in dropped]
    new = _numbered(old, [old.tasks[at] for at in kept])

    revision: Revision = revision_of(old, new)

    assert revision.ids == {str(at + 1): str(kept.index(at) + 1) for at in sorted(kept)}
    assert {task.id for task in revision.dropped} == {str(at + 1) for at in dropped}
