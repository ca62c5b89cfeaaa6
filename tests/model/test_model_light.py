"""The light of a task: which rule decides, on which side of each edge."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.light import NOTICE_DAYS, LightReason, LightRule, first_due, light_of
from plantui.model.terms import DONE, LIGHTS_OF_FIGURES, NEVER_LATE, Light, Status

TODAY = date(2025, 12, 10)


@pytest.mark.parametrize("status", [Status.NOT_STARTED, Status.IN_PROGRESS])
@pytest.mark.parametrize(
    ("days", "light", "rule"),
    [
        (-3650, Light.RED, LightRule.OVERDUE),
        (-1, Light.RED, LightRule.OVERDUE),
        (0, Light.YELLOW, LightRule.DUE_SOON),
        (1, Light.YELLOW, LightRule.DUE_SOON),
        (29, Light.YELLOW, LightRule.DUE_SOON),
        (30, Light.YELLOW, LightRule.DUE_SOON),
        (31, Light.GREEN, LightRule.ON_SCHEDULE),
        (3650, Light.GREEN, LightRule.ON_SCHEDULE),
    ],
)
def test_an_open_task_goes_by_its_date(status: Status, days: int, light: Light, rule: LightRule) -> None:
    """The day itself is not late yet; the notice period is 30 days, its last one included."""
    due = TODAY + timedelta(days)

    assert light_of(status, due, TODAY) == LightReason(light, rule, status, due, days)


@pytest.mark.parametrize("status", [Status.ONGOING, Status.DEFERRED, Status.STOPPED])
@pytest.mark.parametrize("days", [-400, -1, 0, 30, 31, None])
def test_standing_and_decided_tasks_stand_apart(status: Status, days: int | None) -> None:
    """Whatever the date: neither late nor on schedule, and the date stays known."""
    due = None if days is None else TODAY + timedelta(days)

    assert light_of(status, due, TODAY) == LightReason(Light.GREY, LightRule.NEVER_LATE, status, due, days)


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.CLOSED])
@pytest.mark.parametrize("due", [None, date(1999, 1, 1), TODAY, date(2099, 12, 31)])
def test_a_completed_task_is_blue_whatever_its_date(status: Status, due: date | None) -> None:
    """How many days are left says nothing any more."""
    assert light_of(status, due, TODAY) == LightReason(Light.BLUE, LightRule.COMPLETED, status, due, None)


@pytest.mark.parametrize("status", sorted(set(Status) - DONE - NEVER_LATE))
def test_a_task_without_dates_has_no_light(status: Status) -> None:
    assert light_of(status, None, TODAY) == LightReason(Light.NONE, LightRule.NO_DATE, status)


def test_the_notice_period_passes_over_the_end_of_february() -> None:
    leap, common = date(2024, 1, 31), date(2025, 1, 31)
    march = (date(2024, 3, 1), date(2025, 3, 1), date(2025, 3, 3))

    assert light_of(Status.IN_PROGRESS, march[0], leap).days == 30
    assert light_of(Status.IN_PROGRESS, march[1], common).days == 29
    assert light_of(Status.IN_PROGRESS, march[2], common).light is Light.GREEN


@given(st.sampled_from(Status), st.none() | st.dates(), st.dates())
def test_every_case_has_one_light_with_what_it_rests_on(
    status: Status, due: date | None, today: date
) -> None:
    found = light_of(status, due, today)

    assert (found.light is Light.BLUE) == (status in DONE)
    assert found.due == due
    assert (found.light is Light.GREY) == (status in NEVER_LATE)
    assert (found.light is Light.NONE) == (status not in DONE | NEVER_LATE and due is None)
    if found.light in (Light.RED, Light.YELLOW):
        assert status not in NEVER_LATE
        assert due is not None
        assert (found.light is Light.RED) == (due < today)
        assert due <= today + timedelta(NOTICE_DAYS)
    if found.days is not None:
        assert due is not None
        assert found.days == (due - today).days


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], None),
        ([date(2025, 12, 31)], date(2025, 12, 31)),
        ([date(2025, 12, 31), date(2023, 6, 30), date(2024, 12, 31)], date(2023, 6, 30)),
    ],
)
def test_the_earliest_date_decides(dates: list[date], expected: date | None) -> None:
    assert first_due(dates) == expected


def test_lights_stand_worst_first() -> None:
    assert list(Light) == [Light.RED, Light.YELLOW, Light.GREEN, Light.GREY, Light.NONE, Light.BLUE]
    assert set(LIGHTS_OF_FIGURES) == set(Light)
