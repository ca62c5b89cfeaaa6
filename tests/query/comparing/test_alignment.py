"""Which tasks of several plans are the same: as a reader found, and whatever the order in which they come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.model.alignment import AlignmentChoice
from plantui.model.key import TaskKey
from plantui.model.plan import Indicator, Plan, PlanInfo, Section, Task
from plantui.query.comparing.alignment import Alignment, Group, Reason, align
from tests.support.compared_plans import Annotated, annotated, compared_plan

THREE = ("zhengzhou-2023-2025", "sanmenxia-2023-2025", "xinxiang-2023-2025")
UNRELATED = ("beautiful-zhengzhou-2025-2035", "zhengzhou-2023-2025", "nanping", "baisha", "songyang")
"""Plans of five subjects; the first two have places and some words in common."""


@pytest.mark.parametrize("pair", annotated(), ids=str)
def test_tasks_and_headings_are_aligned_as_a_reader_did(pair: Annotated) -> None:
    found = align(map(compared_plan, pair.plans))
    assert f1(pairs_of(found.tasks, *pair.plans), pair.tasks) >= 0.97
    if pair.sections:
        assert f1(pairs_of(found.sections, *pair.plans), pair.sections) >= 0.97


def test_three_plans_at_once_are_aligned_as_pair_by_pair() -> None:
    found = align(map(compared_plan, THREE))
    for pair in annotated()[:3]:
        assert f1(pairs_of(found.tasks, *pair.plans), pair.tasks) >= 0.97


@pytest.mark.parametrize("plans", combinations(UNRELATED, 2), ids=" ".join)
def test_plans_without_a_common_source_hardly_meet(plans: tuple[str, str]) -> None:
    one, other = map(compared_plan, plans)
    met = pairs_of(align([one, other]).tasks, *plans)
    assert len(met) <= max(len(one.tasks), len(other.tasks)) / 50


def test_a_number_says_nothing() -> None:
    """Two agencies published one list with 2.2.1 and 2.2.2 swapped."""
    bus = Task("2.2.1", "1", "2.2.1", "更新公交车", "更新新能源公交车200辆。")
    port = Task("2.2.2", "1", "2.2.2", "建设充电桩", "建成公共充电桩1000个。")
    swapped = (port._replace(id="2.2.1", number="2.2.1"), bus._replace(id="2.2.2", number="2.2.2"))
    found = align([plan("a", bus, port), plan("b", *swapped)])
    assert pairs_of(found.tasks, "a", "b") == {("2.2.1", "2.2.2"), ("2.2.2", "2.2.1")}


def test_why_two_tasks_belong_together_is_said() -> None:
    target = (Indicator("秸秆综合利用率", value=90, unit="%"),)
    one = Task("1", "1", "1", "秸秆综合利用", "秸秆综合利用率达到90%以上。", indicators=target)
    other = Task(
        "7", "1", "7", "秸秆综合利用", "提高农作物秸秆离田水平，秸秆综合利用率不低于90%。", indicators=target
    )
    twin = Task("8", "1", "8", "防汛抗旱", "修订应急预案。")
    found = align([plan("a", one, twin), plan("b", other, twin)])
    link = found.link(TaskKey("a", "1"), TaskKey("b", "7"))
    assert link.reasons == (Reason.TITLE, Reason.WORDING, Reason.TARGETS)
    assert 0.5 < link.score < 1
    same = found.link(TaskKey("a", "8"), TaskKey("b", "8"))
    assert (same.score, same.reasons) == (1.0, (Reason.SAME_WORDS,))


class TestByHand:
    one, two = (
        Task("1", "1", "1", "治理河道", "清淤河道。"),
        Task("2", "1", "2", "更新公交车", "更新公交车。"),
    )
    plans = (plan_a, plan_b) = (
        Plan(PlanInfo("a", "a", "a", "甲市"), (), (Section("1", "一", "任务"),), (one, two)),
        Plan(PlanInfo("b", "b", "b", "乙市"), (), (Section("1", "一", "任务"),), (one, two)),
    )

    def choice(self, one: str, other: str, *, is_same: bool) -> AlignmentChoice:
        return AlignmentChoice(TaskKey(*one.split("/")), TaskKey(*other.split("/")), is_same)

    def pairs(self, *choices: AlignmentChoice) -> set[tuple[str, str]]:
        return pairs_of(align(self.plans, choices).tasks, "a", "b")

    def test_what_is_put_together_stays_and_what_it_had_goes_on_alone(self) -> None:
        same = self.choice("a/1", "b/2", is_same=True)
        assert self.pairs(same) == {("1", "2")}
        assert align(self.plans, [same]).link(same.other, same.one).reasons == (Reason.BY_HAND,)

    def test_what_is_taken_apart_stays_apart(self) -> None:
        assert self.pairs(self.choice("b/1", "a/1", is_same=False)) == {("2", "2")}

    def test_the_newest_word_on_a_pair_counts(self) -> None:
        apart, same = (self.choice("a/1", "b/1", is_same=said) for said in (False, True))
        assert self.pairs(apart, same) == {("1", "1"), ("2", "2")}
        assert self.pairs(same, apart) == {("2", "2")}

    def test_of_two_that_cannot_both_hold_the_later_one_does(self) -> None:
        first, second = (self.choice("a/1", f"b/{other}", is_same=True) for other in "12")
        assert ("1", "2") in self.pairs(first, second)
        assert ("1", "1") in self.pairs(second, first)

    def test_a_word_on_a_task_that_is_not_compared_changes_nothing(self) -> None:
        assert self.pairs(self.choice("a/1", "c/1", is_same=True)) == {("1", "1"), ("2", "2")}


WORDS = (
    "推进",
    "治理",
    "河道",
    "公交车",
    "更新",
    "秸秆",
    "利用率",
    "学校",
    "建成",
    "养老",
    "床位",
    "road",
    "7",
)


@st.composite
def some_plan(draw: st.DrawFn, name: str) -> Plan:
    wording = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
    tasks = draw(st.lists(st.tuples(wording, wording), min_size=1, max_size=7))
    return plan(name, *(Task(str(at), "1", str(at), *said) for at, said in enumerate(tasks, 1)))


@settings(max_examples=60, deadline=None)
@given(st.tuples(*(some_plan(name) for name in "abc")), st.randoms(use_true_random=False))
def test_the_order_of_plans_and_tasks_makes_no_difference(plans: Sequence[Plan], random: object) -> None:
    found = as_sets(align(plans))
    for order in permutations(plans):
        turned = [one._replace(tasks=one.tasks[::-1], sections=one.sections[::-1]) for one in order]
        assert as_sets(align(turned)) == found


@settings(max_examples=60, deadline=None)
@given(some_plan("a"))
def test_a_plan_aligned_with_itself_is_itself(one: Plan) -> None:
    again = one._replace(info=one.info._replace(id="b"))
    found = align([one, again])
    wording = {task.id: (task.title, task.text) for task in one.tasks}
    pairs = pairs_of(found.tasks, "a", "b")
    assert len(pairs) == len(one.tasks)
    assert all(wording[mine] == wording[other] for mine, other in pairs)
    assert pairs_of(found.sections, "a", "b") == {("1", "1")}


@settings(max_examples=60, deadline=None)
@given(st.tuples(*(some_plan(name) for name in "abc")))
def test_every_task_is_in_one_group_with_at_most_one_of_each_plan(plans: Sequence[Plan]) -> None:
    found = align(plans)
    members = [(plan, task) for group in found.tasks for plan, task in group.items()]
    assert sorted(members) == sorted((one.info.id, task.id) for one in plans for task in one.tasks)


def plan(name: str, *tasks: Task) -> Plan:
    return Plan(PlanInfo(name, name, name, "某市"), (), (Section("1", "一", "重点任务"),), tasks)


def pairs_of(groups: Sequence[Group], one: str, other: str) -> set[tuple[str, str]]:
    return {(group[one], group[other]) for group in groups if one in group and other in group}


def f1(found: set[tuple[str, str]], right: frozenset[tuple[str, str]]) -> float:
    return 2 * len(found & right) / (len(found) + len(right))


def as_sets(found: Alignment) -> tuple[set[frozenset[tuple[str, str]]], ...]:
    return tuple({frozenset(group.items()) for group in groups} for groups in (found.tasks, found.sections))
