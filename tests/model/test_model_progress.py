"""A task's progress from its departments' latest reports."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.plan import Departments
from plantui.model.progress import Report, TaskProgress, accountable, status_of, task_progress
from plantui.model.terms import DONE, Role, Status

NOT_STARTED, IN_PROGRESS, COMPLETED = Status.NOT_STARTED, Status.IN_PROGRESS, Status.COMPLETED
CLOSED, DEFERRED, STOPPED, ONGOING = Status.CLOSED, Status.DEFERRED, Status.STOPPED, Status.ONGOING

GROUPS = {
    "各县区": ("东县", "西区", "开发区"),
    "开发区": ("高新区", "经开区"),
    "甲": ("乙",),
    "乙": ("甲", "丙"),
}
NAMES = {"市发改委": "市发展改革委", "东县人民政府": "东县"}


def progress(names: Sequence[str], reports: Mapping[str, Report]) -> TaskProgress:
    """The progress where every report is one note."""
    return task_progress(
        names, reports, len(reports), lambda name: NAMES.get(name, name), lambda name: GROUPS.get(name, ())
    )


def reported(*statuses: Status | None) -> list[Report | None]:
    return [Report(status) if status else None for status in statuses]


@pytest.mark.parametrize(
    ("departments", "plan", "expected"),
    [
        (Departments(lead=("甲", "乙"), support=("丙",), shared=("丁",)), (), ("甲", "乙")),
        (Departments(support=("丙",), shared=("丁",), responsible=("戊",)), (), ("丁",)),
        (Departments(support=("丙",), responsible=("戊",)), ("己",), ("戊",)),
        (Departments(support=("丙",), guide=("庚",)), ("己",), ("己",)),
        (Departments(), ["己", "辛"], ("己", "辛")),
        (Departments(support=("丙",), guide=("庚",)), (), ()),
    ],
)
def test_accountable(departments: Departments, plan: Sequence[str], expected: tuple[str, ...]) -> None:
    """Lead, else shared, else responsible, else those who carry the whole plan; support and guide never."""
    assert accountable(departments, plan) == expected


def test_pairs_stand_lead_first() -> None:
    departments = Departments(("甲",), ("乙",), ("丙",), ("丁",), ("戊",))

    assert [role for role, _ in departments.pairs()] == list(Role)
    assert [name for _, name in departments.pairs()] == ["甲", "乙", "丙", "丁", "戊"]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), NOT_STARTED),
        ((None,), NOT_STARTED),
        ((None, None), NOT_STARTED),
        ((NOT_STARTED, None), NOT_STARTED),
        ((IN_PROGRESS,), IN_PROGRESS),
        ((IN_PROGRESS, None), IN_PROGRESS),
        ((IN_PROGRESS, COMPLETED), IN_PROGRESS),
        ((COMPLETED,), COMPLETED),
        ((COMPLETED, COMPLETED), COMPLETED),
        ((COMPLETED, None), IN_PROGRESS),
        ((COMPLETED, NOT_STARTED), IN_PROGRESS),
        ((CLOSED, CLOSED), CLOSED),
        ((CLOSED, COMPLETED), COMPLETED),
        ((CLOSED, None), IN_PROGRESS),
        ((ONGOING,), ONGOING),
        ((ONGOING, ONGOING), ONGOING),
        ((ONGOING, None), IN_PROGRESS),
        ((ONGOING, IN_PROGRESS), IN_PROGRESS),
        ((DEFERRED, DEFERRED), DEFERRED),
        ((STOPPED,), STOPPED),
        ((DEFERRED, IN_PROGRESS), IN_PROGRESS),
        ((DEFERRED, COMPLETED), IN_PROGRESS),
        ((DEFERRED, None), NOT_STARTED),
        ((STOPPED, NOT_STARTED), NOT_STARTED),
        ((DEFERRED, STOPPED), DEFERRED),
    ],
)
def test_status_of(statuses: tuple[Status | None, ...], expected: Status) -> None:
    """Completed when all are, in progress when any has begun; who waits or has stopped by decision has not begun."""
    assert status_of(reported(*statuses)) is expected
    assert status_of(reported(*reversed(statuses))) is expected


@given(st.lists(st.none() | st.sampled_from(Status), min_size=1))
def test_a_task_is_done_when_all_are_and_only_then(statuses: list[Status | None]) -> None:
    found = status_of(reported(*statuses))

    assert (found in DONE) == all(status in DONE for status in statuses)
    assert (found is CLOSED) == (set(statuses) == {CLOSED})


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (Report(IN_PROGRESS), None),
        (Report(IN_PROGRESS, 0), 0),
        (Report(IN_PROGRESS, 40), 40),
        (Report(NOT_STARTED, 0), 0),
        (Report(COMPLETED), 100),
        (Report(COMPLETED, 90), 100),
        (Report(CLOSED), 100),
        (Report(NOT_STARTED), None),
        (Report(ONGOING), None),
        (Report(ONGOING, 5), 5),
    ],
)
def test_percent_done(report: Report, expected: int | None) -> None:
    """Done is 100; anything else without a figure is unknown, not nothing."""
    assert report.percent_done == expected


A, B = Report(IN_PROGRESS, 50), Report(COMPLETED)


@pytest.mark.parametrize(
    ("names", "reports", "expected"),
    [
        (["甲局"], {}, TaskProgress(missing=("甲局",))),
        ([], {}, TaskProgress()),
        (["甲局"], {"甲局": A}, TaskProgress(IN_PROGRESS, 50, 1, 1, ("甲局",))),
        (["甲局", "乙局"], {"甲局": B}, TaskProgress(IN_PROGRESS, 100, 1, 1, ("甲局",), ("乙局",))),
        (["甲局", "乙局"], {"乙局": B, "甲局": B}, TaskProgress(COMPLETED, 100, 2, 2, ("甲局", "乙局"))),
        (
            ["甲局", "乙局", "丙局"],
            {"甲局": A, "乙局": Report(IN_PROGRESS, 25)},
            TaskProgress(IN_PROGRESS, 37, 2, 2, ("甲局", "乙局"), ("丙局",)),
        ),
        (["甲局"], {"配合局": B}, TaskProgress(NOT_STARTED, None, 0, 1, (), ("甲局",), ("配合局",))),
        ([], {"乙局": B, "丙局": A}, TaskProgress(IN_PROGRESS, 75, 2, 2, ("乙局", "丙局"))),
        (["市发改委"], {"市发展改革委": B}, TaskProgress(COMPLETED, 100, 1, 1, ("市发展改革委",))),
        (["市发改委", "市发展改革委"], {}, TaskProgress(missing=("市发展改革委",))),
    ],
    ids=["nobody", "no names", "one", "one of two", "order", "floor", "support", "unnamed", "alias", "twice"],
)
def test_task_progress(names: list[str], reports: dict[str, Report], expected: TaskProgress) -> None:
    """The accountable departments in the document's order, each once under its own name."""
    assert progress(names, reports) == expected


def test_mean_leaves_out_who_gave_no_figure() -> None:
    """40, 5, done and none are 48% over three of four, not 36%."""
    reports = {
        "甲局": Report(IN_PROGRESS, 40),
        "乙局": Report(IN_PROGRESS, 5),
        "丙局": B,
        "丁局": Report(IN_PROGRESS),
    }
    found = progress(list(reports), reports)

    assert (found.percent, found.percent_from, found.accountable) == (48, 3, 4)


@pytest.mark.parametrize(
    ("reports", "status", "reporters", "missing"),
    [
        ({}, NOT_STARTED, (), ("各县区",)),
        ({"各县区": B}, COMPLETED, ("各县区",), ()),
        ({"东县": B}, IN_PROGRESS, ("东县",), ("西区", "开发区")),
        ({"各县区": B, "东县": A}, COMPLETED, ("各县区",), ()),
        ({"东县": B, "西区": B, "开发区": B}, COMPLETED, ("东县", "西区", "开发区"), ()),
        ({"高新区": B}, IN_PROGRESS, ("高新区",), ("东县", "西区", "经开区")),
        (
            {"东县": B, "西区": B, "高新区": B, "经开区": B},
            COMPLETED,
            ("东县", "西区", "高新区", "经开区"),
            (),
        ),
    ],
)
def test_a_group_counts_as_its_members_do(
    reports: dict[str, Report], status: Status, reporters: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    """Once a member has reported, also one of a group inside the group; the group's own word comes first."""
    found = progress(["各县区"], reports)

    assert (found.status, found.reported, found.missing) == (status, reporters, missing)


def test_a_member_named_beside_its_group_counts_once() -> None:
    found = progress(["东县人民政府", "各县区"], {"东县": B})

    assert (found.reported, found.missing, found.percent) == (("东县",), ("西区", "开发区"), 100)


def test_groups_that_contain_each_other_do_no_harm() -> None:
    """Such a file has an error, and its departments are used nevertheless."""
    assert progress(["甲"], {}).missing == ("甲",)
    assert progress(["甲"], {"丙": B}).reported == ("丙",)


@given(
    st.lists(st.sampled_from(["甲局", "乙局", "丙局"]), unique=True),
    st.dictionaries(
        st.sampled_from(["甲局", "乙局", "丙局", "丁局"]),
        st.builds(Report, st.sampled_from(Status), st.none() | st.integers(0, 100)),
    ),
)
def test_everybody_expected_has_reported_or_is_missing(names: list[str], reports: dict[str, Report]) -> None:
    found = progress(names, reports)

    assert {*found.reported, *found.missing} == set(names or reports)
    assert not {*found.reported} & {*found.missing}
    assert {*found.others} == reports.keys() - {*found.reported}
    given = [one.percent_done for name in found.reported if (one := reports[name]).percent_done is not None]
    assert (found.percent is None) == (not given)
    assert found.percent_from == len(given) <= found.accountable
    assert found.percent is None or min(given) <= found.percent <= max(given)
    assert (found.percent == 100 and not found.missing) or found.status not in DONE


def test_working_progress_out_leaves_no_garbage() -> None:
    """A command runs without the garbage collector: what holds itself would stay, once for each task of a large ledger."""
    gc.collect()
    gc.disable()
    try:
        progress(["各县区", "甲"], {"东县": Report(IN_PROGRESS)})
        assert gc.collect() == 0
    finally:
        gc.enable()
