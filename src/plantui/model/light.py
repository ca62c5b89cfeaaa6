"""The warning light of a task, and its reason as data: the words are made where they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .terms import DONE, NEVER_LATE, Light, Status

NOTICE_DAYS = 30
"""Days before a date from which it counts as due soon (临期)."""


class LightRule(StrEnum):
    """Rule that gave the light."""

    COMPLETED = "completed"
    NO_DATE = "no_date"
    NEVER_LATE = "never_late"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    ON_SCHEDULE = "on_schedule"


@dataclass(frozen=True, slots=True)
class LightReason:
    """A light with the facts that it rests on."""

    light: Light
    rule: LightRule
    status: Status
    due: date | None = None
    """The date that decided."""
    days: int | None = None
    """Days from the as-of day to `due`; negative when it has passed."""


def light_of(status: Status, first_due: date | None, today: date) -> LightReason:
    """Return the light of a task with this status whose earliest dated requirement is `first_due`.

    The earliest date decides: as long as the task is not completed, a date that has passed is overdue
    even where a later one is still open, because a note speaks of the whole task.
    """
    if status in DONE:
        return LightReason(Light.BLUE, LightRule.COMPLETED, status, first_due)
    days = None if first_due is None else (first_due - today).days
    if status in NEVER_LATE:
        return LightReason(Light.GREY, LightRule.NEVER_LATE, status, first_due, days)
    if days is None:
        return LightReason(Light.NONE, LightRule.NO_DATE, status)
    if days < 0:
        return LightReason(Light.RED, LightRule.OVERDUE, status, first_due, days)
    if days <= NOTICE_DAYS:
        return LightReason(Light.YELLOW, LightRule.DUE_SOON, status, first_due, days)
    return LightReason(Light.GREEN, LightRule.ON_SCHEDULE, status, first_due, days)


def first_due(dates: Iterable[date]) -> date | None:
    """Return the earliest of a task's dates, None without any."""
    return min(dates, default=None)
