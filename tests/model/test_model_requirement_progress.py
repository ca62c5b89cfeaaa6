"""Standing of dated requirements: who has to say what, and what follows for the task."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.model.event import Extension
from plantui.model.light import judge, light_case
from plantui.model.pace import plan_span
from plantui.model.plan import Deadline
from plantui.model.progress import Report, task_progress
from plantui.model.requirement import RequirementReport
from plantui.model.requirement_progress import former_words, requirement_progress
from plantui.model.terms import Light, Status, TaskState

FIRST = Deadline("2023年底前", date(2023, 12, 31), "建成1座")
SECOND = Deadline("2024年底前", date(2024, 12, 31), "建成2座")
THIRD = Deadline("2025年底前", date(2025, 12, 31), "建成3座")
ALL = (FIRST, SECOND, THIRD)
JUNE = date(2024, 6, 28)
PLAN = plan_span(2023, 2025)


def said(
    *words: RequirementReport, status: Status = Status.IN_PROGRESS, percent: int | None = None
) -> Report:
    """A department's report with its standing words."""
    return Report(status, percent, words)


def done(requirement: Deadline, day: date | None = None) -> RequirementReport:
    """A tick."""
    return RequirementReport(requirement, True, day)


NOTHING = said()
FIRST_DONE = said(done(FIRST))
REOPENED = said(RequirementReport(FIRST, False))
TASK_DONE = said(status=Status.COMPLETED)
ALL_DONE = said(*map(done, ALL))
REVISED = said(done(FIRST._replace(clause="建成2座")))


@pytest.mark.parametrize(
    ("reports", "open_dates", "status", "state"),
    [
        ({"甲局": None}, [2023, 2024, 2025], Status.NOT_STARTED, TaskState.OVERDUE),
        ({"甲局": NOTHING}, [2023, 2024, 2025], Status.IN_PROGRESS, TaskState.OVERDUE),
        ({"甲局": FIRST_DONE}, [2024, 2025], Status.IN_PROGRESS, TaskState.ON_SCHEDULE),
        ({"甲局": REOPENED}, [2023, 2024, 2025], Status.IN_PROGRESS, TaskState.OVERDUE),
        ({"甲局": REVISED}, [2023, 2024, 2025], Status.IN_PROGRESS, TaskState.OVERDUE),  # another wording
        ({"甲局": said(done(SECOND))}, [2023, 2025], Status.IN_PROGRESS, TaskState.OVERDUE),
        ({"甲局": ALL_DONE}, [], Status.COMPLETED, TaskState.COMPLETED),
        ({"甲局": TASK_DONE}, [], Status.COMPLETED, TaskState.COMPLETED),
        ({"甲局": said(status=Status.CLOSED)}, [], Status.CLOSED, TaskState.CLOSED),
        # Joint leads: a requirement is done when all say so.
        ({"甲局": FIRST_DONE, "乙局": NOTHING}, [2023, 2024, 2025], Status.IN_PROGRESS, TaskState.OVERDUE),
        ({"甲局": FIRST_DONE, "乙局": None}, [2023, 2024, 2025], Status.IN_PROGRESS, TaskState.OVERDUE),
        ({"甲局": FIRST_DONE, "乙局": FIRST_DONE}, [2024, 2025], Status.IN_PROGRESS, TaskState.ON_SCHEDULE),
        ({"甲局": FIRST_DONE, "乙局": TASK_DONE}, [2024, 2025], Status.IN_PROGRESS, TaskState.ON_SCHEDULE),
        ({"甲局": ALL_DONE, "乙局": TASK_DONE}, [], Status.COMPLETED, TaskState.COMPLETED),
        ({"甲局": ALL_DONE, "乙局": FIRST_DONE}, [2024, 2025], Status.IN_PROGRESS, TaskState.ON_SCHEDULE),
        # What was decided for the whole task stands beside the ticks.
        ({"甲局": said(*map(done, ALL), status=Status.STOPPED)}, [], Status.STOPPED, TaskState.STOPPED),
        (
            {"甲局": said(done(FIRST), status=Status.ONGOING)},
            [2024, 2025],
            Status.ONGOING,
            TaskState.STANDING,
        ),
    ],
)
def test_the_earliest_open_requirement_decides(
    reports: dict[str, Report | None], open_dates: list[int], status: Status, state: TaskState
) -> None:
    """A requirement is done when all accountable departments say so, or that the task is; then the next one counts."""
    given = {name: report for name, report in reports.items() if report}
    progress = task_progress(reports, given, len(given), str, lambda _: (), ALL)
    standing = requirement_progress(ALL, (), reports)
    found = judge(light_case(progress.status, progress.percent, FIRST.due, PLAN, standing), JUNE)
    assert [one.requirement.due.year for one in standing if not one.is_done] == open_dates
    assert (progress.status, found.state) == (status, state)
    if open_dates:
        assert found.due == date(open_dates[0], 12, 31)


def test_an_extended_date_decides_and_the_first_one_stays() -> None:
    """The requirement that is now due later comes behind the next one, and says which date the plan has."""
    later = Extension(FIRST, date(2025, 3, 31), "汛期停工", "市政府")
    standing = requirement_progress(ALL, (later,), {"甲局": NOTHING})
    found = judge(light_case(Status.IN_PROGRESS, None, FIRST.due, PLAN, standing), JUNE)
    assert (found.due, found.first, found.light) == (SECOND.due, None, Light.GREEN)
    standing = requirement_progress((FIRST,), (later,), {"甲局": NOTHING})
    found = judge(light_case(Status.IN_PROGRESS, None, FIRST.due, PLAN, standing), date(2025, 4, 1))
    assert (found.due, found.first, found.state) == (later.new_due, FIRST.due, TaskState.OVERDUE)


def test_a_percent_of_a_requirement_is_held_against_its_own_time() -> None:
    """Of the second requirement 179 of 366 days have passed, 49 percent: the plan's years do not count for it."""
    report = said(done(FIRST), RequirementReport(SECOND, percent=38), RequirementReport(THIRD, percent=0))
    standing = requirement_progress(ALL, (), {"甲局": report})
    found = judge(light_case(Status.IN_PROGRESS, None, FIRST.due, PLAN, standing), JUNE)
    assert found.pace is not None
    assert (found.pace.requirement, found.elapsed, found.points_behind) == (SECOND, 49, 11)
    assert (found.state, found.light) == (TaskState.BEHIND, Light.YELLOW)


def test_percents_and_days_of_joint_leads() -> None:
    """The mean is over those that gave a percent, done counting as 100; done is the day by which all had done it."""
    first, second = date(2023, 11, 30), date(2024, 1, 8)
    ahead = said(done(FIRST, first), RequirementReport(SECOND, percent=60))
    late = said(done(FIRST, second))
    found = requirement_progress(ALL, (), {"甲局": ahead, "乙局": late, "丙局": TASK_DONE})
    assert [(one.percent, one.percent_from) for one in found] == [(100, 3), (80, 2), (100, 1)]
    assert (found[0].is_done, found[0].done_on) == (True, None)  # one gives no day
    assert requirement_progress(ALL, (), {"甲局": ahead, "乙局": late})[0].done_on == second
    assert found[1].missing == ("甲局", "乙局")


def test_words_on_a_former_wording_are_told() -> None:
    """A tick of a wording that the plan no longer has changes nothing and is not lost."""
    ((department, word),) = former_words(ALL, {"甲局": REVISED, "乙局": FIRST_DONE})
    assert (department, word) == ("甲局", REVISED.requirements[0])
