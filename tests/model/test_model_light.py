"""The light of a task: which rule decides, on which side of each edge."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.dates import RequirementDate
from plantui.model.light import LightCase, LightReason, judge
from plantui.model.light_rules import DEFAULT_RULES, EscalationStep, LightRules
from plantui.model.pace import Pace, Span, plan_span, requirement_span
from plantui.model.plan import Deadline
from plantui.model.terms import DONE, LIGHTS_OF_FIGURES, NEVER_LATE, Light, Status, TaskState

TODAY = date(2025, 12, 10)
YEAR = plan_span(2025, 2025)
"""A plan of one year: 344 of its 365 days have passed by the end of TODAY, 94 percent."""


@pytest.mark.parametrize("status", [Status.NOT_STARTED, Status.IN_PROGRESS])
@pytest.mark.parametrize(
    ("days", "light", "state"),
    [
        (-3650, Light.RED, TaskState.OVERDUE),
        (-1, Light.RED, TaskState.OVERDUE),
        (0, Light.YELLOW, TaskState.DUE_SOON),
        (1, Light.YELLOW, TaskState.DUE_SOON),
        (29, Light.YELLOW, TaskState.DUE_SOON),
        (30, Light.YELLOW, TaskState.DUE_SOON),
        (31, Light.GREEN, TaskState.ON_SCHEDULE),
        (3650, Light.GREEN, TaskState.ON_SCHEDULE),
    ],
)
def test_an_open_task_goes_by_its_date(status: Status, days: int, light: Light, state: TaskState) -> None:
    """The day itself is not late yet; the notice period is 30 days, its last one included."""
    due = TODAY + timedelta(days)
    if state is TaskState.ON_SCHEDULE and status is Status.NOT_STARTED:
        state = TaskState.NOT_STARTED

    assert judge(LightCase(status, due), TODAY) == LightReason(light, state, status, due, days)


@pytest.mark.parametrize("status", [Status.ONGOING, Status.DEFERRED, Status.STOPPED])
@pytest.mark.parametrize("days", [-400, -1, 0, 30, 31, None])
def test_standing_and_decided_tasks_stand_apart(status: Status, days: int | None) -> None:
    """Whatever the date and the percent: neither late nor on schedule, and the date stays known."""
    due = None if days is None else TODAY + timedelta(days)
    found = judge(LightCase(status, due, paces=(Pace(0, YEAR),)), TODAY)

    assert found == LightReason(Light.GREY, TaskState(status.value), status, due, days)


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.CLOSED])
@pytest.mark.parametrize("due", [None, date(1999, 1, 1), TODAY, date(2099, 12, 31)])
def test_a_completed_task_is_blue_whatever_its_date(status: Status, due: date | None) -> None:
    """How many days are left says nothing any more."""
    found = judge(LightCase(status, due), TODAY)
    assert found == LightReason(Light.BLUE, TaskState(status.value), status, due, None)


@pytest.mark.parametrize("status", sorted(set(Status) - DONE - NEVER_LATE))
def test_a_task_without_dates_has_no_light(status: Status) -> None:
    """Without a date nothing is late, also where the percent is small."""
    pace = Pace(0, YEAR)
    found = judge(LightCase(status, paces=(pace,)), TODAY)
    assert found == LightReason(Light.NONE, TaskState.NO_DATE, status, pace=pace, elapsed=94)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-1, TaskState.OVERDUE),
        (30, TaskState.DUE_SOON),
        (31, TaskState.ON_SCHEDULE),
        (None, TaskState.NO_DATE),
    ],
)
def test_a_percent_of_a_plan_without_years_decides_nothing(days: int | None, state: TaskState) -> None:
    """The date alone decides; the percent stays known, and that its time is not."""
    due, pace = None if days is None else TODAY + timedelta(days), Pace(0, plan_span(None, None))
    found = judge(LightCase(Status.IN_PROGRESS, due, paces=(pace,)), TODAY)

    assert (found.state, found.pace, found.elapsed, found.points_behind) == (state, pace, None, None)


def test_a_known_time_goes_before_an_unknown_one() -> None:
    unknown, known = Pace(0, None), Pace(50, YEAR)
    found = judge(LightCase(Status.IN_PROGRESS, date(2026, 12, 31), paces=(unknown, known)), TODAY)

    assert (found.pace, found.elapsed, found.state) == (known, 94, TaskState.FAR_BEHIND)


def test_the_notice_period_passes_over_the_end_of_february() -> None:
    leap, common = date(2024, 1, 31), date(2025, 1, 31)
    march = (date(2024, 3, 1), date(2025, 3, 1), date(2025, 3, 3))

    assert judge(LightCase(Status.IN_PROGRESS, march[0]), leap).days == 30
    assert judge(LightCase(Status.IN_PROGRESS, march[1]), common).days == 29
    assert judge(LightCase(Status.IN_PROGRESS, march[2]), common).light is Light.GREEN


@pytest.mark.parametrize(
    ("percent", "state", "light"),
    [
        (100, TaskState.ON_SCHEDULE, Light.GREEN),
        (94, TaskState.ON_SCHEDULE, Light.GREEN),
        (85, TaskState.ON_SCHEDULE, Light.GREEN),  # 9 points
        (84, TaskState.BEHIND, Light.YELLOW),  # exactly 10
        (64, TaskState.BEHIND, Light.YELLOW),  # exactly 30
        (63, TaskState.FAR_BEHIND, Light.RED),  # 31
        (0, TaskState.FAR_BEHIND, Light.RED),
    ],
)
def test_a_percent_is_held_against_elapsed_time(percent: int, state: TaskState, light: Light) -> None:
    """94 percent of the year have passed: behind from 10 points on, far behind beyond 30."""
    pace = Pace(percent, YEAR)
    found = judge(LightCase(Status.IN_PROGRESS, date(2027, 1, 1), paces=(pace,)), TODAY)
    assert (found.state, found.light, found.pace, found.elapsed) == (state, light, pace, 94)
    assert found.points_behind == 94 - percent


def test_the_pace_farthest_behind_decides_each_in_its_own_time() -> None:
    """A requirement begun this month is not held against the plan's years, nor the task against the requirement's month."""
    requirement = Deadline("12月底前", date(2025, 12, 31))
    own = Pace(30, Span(date(2025, 12, 1), date(2025, 12, 31)), requirement)  # 10 of 31 days: 32 percent
    task = Pace(90, YEAR)
    later = date(2026, 6, 30)
    found = judge(LightCase(Status.IN_PROGRESS, later, paces=(task, own)), TODAY)
    assert (found.pace, found.points_behind, found.state) == (task, 4, TaskState.ON_SCHEDULE)
    found = judge(LightCase(Status.IN_PROGRESS, later, paces=(task, Pace(20, own.span, requirement))), TODAY)
    assert (found.points_behind, found.state) == (12, TaskState.BEHIND)


@pytest.mark.parametrize(
    ("days", "percent", "state"),
    [
        (-1, 0, TaskState.OVERDUE),  # a passed date before lagging progress
        (5, 50, TaskState.FAR_BEHIND),  # lagging progress before a near date
        (5, 80, TaskState.BEHIND),
        (5, 94, TaskState.DUE_SOON),
    ],
)
def test_the_worst_state_decides(days: int, percent: int, state: TaskState) -> None:
    case = LightCase(Status.IN_PROGRESS, TODAY + timedelta(days), paces=(Pace(percent, YEAR),))
    assert judge(case, TODAY).state is state


@pytest.mark.parametrize(
    ("span", "today", "elapsed"),
    [
        (plan_span(2024, 2024), date(2023, 12, 31), 0),
        (plan_span(2024, 2024), date(2024, 1, 1), 0),  # 1 of 366 days
        (plan_span(2024, 2024), date(2024, 2, 29), 16),  # 60 of 366
        (plan_span(2024, 2024), date(2024, 12, 31), 100),
        (plan_span(2024, 2024), date(2025, 1, 1), 100),
        (plan_span(2023, 2025), date(2024, 6, 30), 49),  # 547 of 1096
        (Span(date(2024, 2, 29), date(2024, 2, 29)), date(2024, 2, 28), 0),
        (Span(date(2024, 2, 29), date(2024, 2, 29)), date(2024, 2, 29), 100),
        (Span(date(2024, 3, 1), date(2024, 2, 29)), date(2024, 3, 1), None),  # an empty time judges nothing
    ],
)
def test_elapsed_time(span: Span, today: date, elapsed: int | None) -> None:
    """A day has passed at its end, leap days are days, and what is over is over."""
    assert span.elapsed(today) == elapsed


@pytest.mark.parametrize(
    ("first", "current", "others", "begins"),
    [
        (date(2024, 12, 31), date(2024, 12, 31), (), date(2023, 1, 1)),
        (
            date(2024, 12, 31),
            date(2025, 6, 30),
            (),
            date(2023, 1, 1),
        ),  # extended: more time, the same beginning
        (date(2025, 12, 31), date(2025, 12, 31), (date(2023, 12, 31), date(2024, 12, 31)), date(2025, 1, 1)),
        (date(2024, 12, 31), date(2024, 12, 31), (date(2024, 12, 31), date(2025, 12, 31)), date(2023, 1, 1)),
        (date(2024, 3, 1), date(2024, 3, 1), (date(2024, 2, 28),), date(2024, 2, 29)),
    ],
)
def test_a_requirement_begins_after_the_last_date_before_it(
    first: date, current: date, others: tuple[date, ...], begins: date
) -> None:
    """Else with the plan; a date of the same day does not begin it."""
    dates = RequirementDate(Deadline("", first), first, current)
    assert requirement_span(dates, (first, *others), plan_span(2023, 2025)) == Span(begins, current)


STEPS = LightRules(
    "steps",
    tuple(
        (state, Light.BLUE if state is TaskState.DUE_SOON else light) for state, light in DEFAULT_RULES.lights
    ),
    notice_days=60,
    steps=(
        EscalationStep(-7, Light.YELLOW, "提前提醒"),
        EscalationStep(1, Light.YELLOW, "逾期"),
        EscalationStep(30, Light.RED, "升级督办"),
    ),
)
"""Rules of a place where blue means near the limit and lateness is escalated."""


@pytest.mark.parametrize(
    ("days", "light", "step"),
    [
        (61, Light.GREEN, None),
        (60, Light.BLUE, None),
        (8, Light.BLUE, None),
        (7, Light.YELLOW, "提前提醒"),
        (0, Light.YELLOW, "提前提醒"),
        (-1, Light.YELLOW, "逾期"),
        (-29, Light.YELLOW, "逾期"),
        (-30, Light.RED, "升级督办"),
    ],
)
def test_steps_of_warning(days: int, light: Light, step: str | None) -> None:
    """A step holds from its day on until the next one begins."""
    found = judge(LightCase(Status.IN_PROGRESS, TODAY + timedelta(days)), TODAY, STEPS)
    assert (found.light, found.step.zh if found.step else None) == (light, step)


@given(st.sampled_from(Status), st.none() | st.dates(), st.none() | st.integers(0, 100), st.dates())
def test_every_case_has_one_light_with_what_it_rests_on(
    status: Status, due: date | None, percent: int | None, today: date
) -> None:
    paces = () if percent is None else (Pace(percent, YEAR),)
    found = judge(LightCase(status, due, paces=paces), today)

    assert (found.light is Light.BLUE) == (status in DONE)
    assert found.due == due
    assert (found.light is Light.GREY) == (status in NEVER_LATE)
    assert (found.light is Light.NONE) == (status not in DONE | NEVER_LATE and due is None)
    if found.light in (Light.RED, Light.YELLOW):
        assert status not in NEVER_LATE
        assert due is not None
        behind = found.points_behind or 0
        assert (found.light is Light.RED) == (due < today or behind > DEFAULT_RULES.far_behind_points)
        assert due <= today + timedelta(DEFAULT_RULES.notice_days) or behind >= DEFAULT_RULES.behind_points
    if found.days is not None:
        assert due is not None
        assert found.days == (due - today).days


def test_the_default_rules_colour_every_state() -> None:
    assert [state for state, _ in DEFAULT_RULES.lights] == list(TaskState)


def test_lights_stand_worst_first() -> None:
    assert list(Light) == [Light.RED, Light.YELLOW, Light.GREEN, Light.GREY, Light.NONE, Light.BLUE]
    assert set(LIGHTS_OF_FIGURES) == set(Light)
