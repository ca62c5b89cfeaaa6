"""Progress against elapsed time (序时进度): a reported percent beside the share of its time that has passed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .dates import RequirementDate
    from .plan import Deadline


class Span(NamedTuple):
    """A span of whole days, both ends included."""

    first: date
    last: date

    def elapsed(self, today: date) -> int | None:
        """Return the percent of the span that has passed by the end of `today`, rounded down; None for an empty span."""
        total = (self.last - self.first).days + 1
        if total < 1:
            return None
        passed = min(max((today - self.first).days + 1, 0), total)
        return 100 * passed // total


class Pace(NamedTuple):
    """A reported percent with the time that it is held against: a requirement's own, or the whole plan's for the task."""

    percent: int
    span: Span | None
    """Its time, None where the plan gives no years."""
    requirement: Deadline | None = None
    """The requirement that the percent speaks of, None for the whole task."""
    percent_from: int = 0
    """Number of departments that a requirement's percent is the mean of."""
    accountable: int = 0
    """Number of departments that decide whether the requirement is done."""

    def elapsed(self, today: date) -> int | None:
        """Return the percent of its time that has passed by the end of `today`; None where that is not known."""
        return self.span.elapsed(today) if self.span else None


@lru_cache(1024)
def plan_span(start_year: int | None, end_year: int | None) -> Span | None:
    """Return the time of a plan: from 1 January of its first year to 31 December of its last one; None without both.

    The day of issue does not begin it: offices hold a year's work against the calendar year, also where the plan
    of that year was issued in March.
    """
    if start_year is None or end_year is None:
        return None
    return Span(date(start_year, 1, 1), date(end_year, 12, 31))


def requirement_span(dates: RequirementDate, firsts: Iterable[date], plan: Span | None) -> Span | None:
    """Return the time of a requirement: from the day after the last date before it, else from the plan's beginning.

    None where that is not known either.

    `firsts` are the dates of all requirements of the task in the plan. An extension gives more time, from the same
    beginning.
    """
    before = max((day for day in firsts if day < dates.first), default=None)
    if before:
        return Span(before + timedelta(days=1), dates.current)
    return Span(plan.first, dates.current) if plan else None
