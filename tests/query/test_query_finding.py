"""Search lines over the bundled plans: which filter they become, what is refused, and filters that are written as lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.bound import Bound
from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.period import parse_period
from plantui.model.progress import Report, TaskReports
from plantui.model.terms import Language, Light, Measure, Op, Role, Status, TaskState, Waiting
from plantui.query.filter import Facet, Filter
from plantui.query.finding import LineReader, can_be_written, line_of, words_line
from plantui.query.plan_sets import PlanSets
from plantui.words.find_phrases import find_vocabulary
from tests.support.naive_library import Bundled, filters, opened_once, workspace_of

bundled = opened_once
ZH, EN = map(find_vocabulary, (Language.ZH, Language.EN))
WATER = [DepartmentRef(f"{city}市", "市水利局") for city in ("三门峡", "新乡", "郑州")]


def reader(bundled: Bundled) -> LineReader:
    return LineReader(bundled.library, PlanSets(bundled.library), ZH)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Filter()),
        ("slj 2024 红", Filter(words="slj", years=(2024,), lights=(Light.RED,))),
        ("zmx 未报送", Filter(words="zmx", waiting=(Waiting.UNREPORTED,))),
        ("治理 黄河 治理", Filter(words="治理 黄河")),
        ("2024 2025 无期限", Filter(years=(2024, 2025, None))),
        ("2024Q2 逾期 已完成", Filter(periods=(parse_period("2024Q2"),), states=(TaskState.OVERDUE,), statuses=(Status.COMPLETED,))),
        ("逾期>30 逾期<90", Filter(bounds=(Bound(Measure.OVERDUE, Op.MORE, 30), Bound(Measure.OVERDUE, Op.LESS, 90)))),
        ("牵头:郑州市/市水利局", Filter(departments=(WATER[2],), role=Role.LEAD)),
        ("单位:郑州市/郑州市水利局", Filter(departments=(WATER[2],))),
        ("计划:zhengzhou 牵头", Filter(plans=("zhengzhou-2023-2025",), role=Role.LEAD)),
    ],
)  # fmt: skip
def test_a_line_is_a_filter(bundled: Bundled, line: str, expected: Filter) -> None:
    assert reader(bundled).understood(line, Filter()) == (expected, ())


@pytest.mark.parametrize("line", ["牵头:slj", "牵头:市水利局", "牵头:shuilij", "lead:水利局"])
def test_a_department_is_called_by_name_or_letters(bundled: Bundled, line: str) -> None:
    found = reader(bundled).understood(line, Filter()).filter
    assert {*WATER} <= {*found.departments}
    assert {ref.name for ref in found.departments} == {"市水利局"}
    assert found.role is Role.LEAD


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("治理 逾期>x", [("find.wrong", "逾期>x")]),
        (
            "治理 牵头:没有的局 计划:没有",
            [("find.no_department", "牵头:没有的局"), ("find.no_plan", "计划:没有")],
        ),
        ("治理 牵头 role:support", [("find.second_role", "role:support")]),
        ("牵头:市水利局 配合:市水利局", [("find.second_role", "配合:市水利局")]),
    ],
)
def test_what_is_not_understood_changes_nothing_and_is_told(
    bundled: Bundled, line: str, refused: list[tuple[str, str]]
) -> None:
    found = reader(bundled).understood(line, Filter())
    assert [(error.message, error.facts["text"]) for error in found.refused] == refused
    kept = " ".join(part for part in line.split() if part not in [text for _, text in refused])
    assert found.filter == reader(bundled).understood(kept, Filter()).filter


def test_a_line_adds_to_the_filter_before(bundled: Bundled) -> None:
    before = Filter(years=(2024,), words="治理", role=Role.LEAD)
    found = reader(bundled).understood("2025 黄河 牵头", before).filter
    assert found == Filter(years=(2024, 2025), words="治理 黄河", role=Role.LEAD)


@given(data=st.data())
def test_a_filter_is_written_as_a_line_that_means_it(bundled: Bundled, data: st.DataObject) -> None:
    refs = [ref for ref in bundled.refs if ref in bundled.library.names_by_department]
    wanted = data.draw(filters(bundled)).with_choices(Facet.PLAN, ()).with_choices(Facet.DEPARTMENT, ())
    wanted = wanted.with_choices(
        Facet.DEPARTMENT, tuple(data.draw(st.lists(st.sampled_from(refs), max_size=2)))
    )
    wanted = wanted.with_choices(
        Facet.PLAN, tuple(data.draw(st.lists(st.sampled_from([*bundled.plans]), max_size=2)))
    )
    wanted = wanted.with_choices(
        Facet.STATE, data.draw(st.sampled_from([(), (TaskState.OVERDUE, TaskState.DUE_SOON)]))
    )
    wanted = wanted.with_choices(Facet.WORDS, wanted.chosen(Facet.WORDS))
    assert can_be_written(wanted)
    for vocabulary in (ZH, EN):
        assert reader(bundled).understood(line_of(wanted, vocabulary), Filter()) == (wanted, ())
        words = wanted.with_choices(Facet.WORDS, ())
        assert reader(bundled).understood(words_line(wanted, vocabulary), words) == (wanted, ())


def test_a_filter_around_another_cannot_be_written() -> None:
    assert not can_be_written(Filter(within=Filter(years=(2024,))))


SHUILI = "市水利局"
TODAY = date(2025, 6, 20)


def test_a_department_that_is_sought_is_the_one_that_has_not_reported(bundled: Bundled) -> None:
    """`slj 未报送` is not what others have yet to report on a task of the department."""
    shared = next(
        one
        for one in bundled.tasks
        if len(one.task.departments.lead) > 1
        and SHUILI in one.task.departments.lead
        and one.plan.info.region == "郑州市"
    )
    other = next(name for name in shared.task.departments.lead if name != SHUILI)

    def is_found(line: str, department: str) -> bool:
        by_day: Mapping[TaskKey, TaskReports] = {
            shared.key: TaskReports({department: Report(Status.IN_PROGRESS, as_of=TODAY)}, 1, TODAY)
        }
        workspace = workspace_of(bundled, TODAY, by_day)
        wanted = LineReader(bundled.library, workspace.plan_sets, ZH).understood(line, Filter()).filter
        return bool(workspace.matching(wanted) >> shared.pk & 1)

    for line in ("slj 未报送", "市水利局 未报送", "水利局 未报送", "单位:郑州市/市水利局 未报送"):
        assert not is_found(line, SHUILI), line
        assert is_found(line, other), line
    assert is_found("未报送", SHUILI)
    assert is_found("市水 未报送", SHUILI)  # a part of a name is a word like any other
