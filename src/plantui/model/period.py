"""Reporting periods: month, quarter, half-year or own dates, and by when a period has to be reported."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .day import moved_day
from .text import half_width


class PeriodKind(StrEnum):
    """Length of a reporting period."""

    MONTH = "month"  # 月报
    QUARTER = "quarter"  # 季报
    HALF_YEAR = "half_year"  # 半年报
    OWN_DATES = "dates"  # 自定日期: periods that end on days of the office's own


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6}


class Period(NamedTuple):
    """A span of days that is reported on at once, both ends included. Periods are ordered by their first days."""

    first: date
    last: date
    kind: PeriodKind

    @property
    def name(self) -> str:
        """Its name as commands take it: `2024-06`, `2024Q2`, `2024H1`, `2024-03-26..2024-06-25`."""
        year, month = f"{self.first.year:04}", self.first.month
        match self.kind:
            case PeriodKind.MONTH:
                return f"{year}-{month:02}"
            case PeriodKind.QUARTER:
                return f"{year}Q{(month + 2) // 3}"
            case PeriodKind.HALF_YEAR:
                return f"{year}H{(month + 5) // 6}"
        return f"{self.first.isoformat()}..{self.last.isoformat()}"

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


class YearDay(NamedTuple):
    """A day of every year. One that a month does not have is the month's last: 29 February in common years."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """Return the day in a year."""
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))

    @property
    def written(self) -> str:
        """Its form in settings: `06-25`."""
        return f"{self.month:02}-{self.day:02}"


class ClosingDay(NamedTuple):
    """Day by which a period has to be reported: days from its last day, or a day of the month in which that one lies."""

    days: int
    """Days after the period's last day, negative for days before it; with `is_day_of_month` a day of the month."""
    is_day_of_month: bool = False
    """True for a fixed day in the last month of the period (每月25日前); false for 次月5日前, which is 5 days after it."""

    def of(self, period: Period) -> date:
        """Return the closing day of a period, never before its first day."""
        last = period.last
        if not self.is_day_of_month:
            closing = moved_day(last, self.days)
        else:
            closing = YearDay(last.month, self.days).in_year(last.year)
            if closing > last:  # of own dates that end early in a month: the day in the month before
                before = moved_day(last.replace(day=1), -1)
                closing = YearDay(before.month, self.days).in_year(before.year)
        return max(closing, period.first)

    @property
    def written(self) -> str:
        """Its form in settings: `25` for a day of the month, `+5` and `-3` for days from the period's end."""
        return str(self.days) if self.is_day_of_month else f"{self.days:+}"


class ReportingRules(NamedTuple):
    """The way in which an office reports: periods of which kind, and by when each has to be in."""

    kind: PeriodKind = PeriodKind.MONTH
    closing: ClosingDay | None = None
    """Closing day of each period; None where the office has chosen none: then no note is late."""
    dates: tuple[YearDay, ...] = ()
    """The last days of the periods of every year, for own dates only; at least one there."""

    @property
    def period_written(self) -> str:
        """The kind of period in its form in settings: `month`, `dates:06-25,12-25`."""
        dates = ",".join(one.written for one in self.dates)
        return f"{self.kind.value}:{dates}" if dates else self.kind.value

    def period_of(self, day: date) -> Period:
        """Return the one period that a day belongs to. Periods at the ends of the calendar are cut there."""
        if self.kind is PeriodKind.OWN_DATES:
            return self._own_period(day)
        months = _MONTHS[self.kind]
        begins = (day.month - 1) // months * months + 1
        ends = begins + months - 1
        last = date(day.year, ends, monthrange(day.year, ends)[1])
        return Period(date(day.year, begins, 1), last, self.kind)

    def _own_period(self, day: date) -> Period:
        years = [year for year in range(day.year - 1, day.year + 2) if date.min.year <= year <= date.max.year]
        ends = sorted({one.in_year(year) for year in years for one in self.dates})
        last = next((end for end in ends if end >= day), date.max)
        before = max((end for end in ends if end < day), default=None)
        return Period(moved_day(before, 1) if before else date.min, last, self.kind)

    def before(self, period: Period) -> Period:
        """Return the period before another; itself where there is none."""
        return self.period_of(moved_day(period.first, -1))

    def closing_day(self, period: Period) -> date | None:
        """Return the last day on which a report of the period is in time, None where the office has chosen none."""
        return self.closing.of(period) if self.closing else None

    def day_to_report(self, today: date) -> date:
        """Return the day that a report written today speaks of.

        From the end of a period to its closing day that is the period's last day, so that June written on 3 July is
        June; else it is today.
        """
        ended = self.before(self.period_of(today))
        closing = self.closing_day(ended)
        return ended.last if closing and ended.last < today <= closing else today

    def period_to_report(self, today: date) -> Period:
        """Return the period that is being reported today: the one that has ended until its closing day is over."""
        return self.period_of(self.day_to_report(today))

    def is_late(self, as_of: date, written: date) -> bool:
        """Return whether a note of that as-of day, written on that day, came after its period was closed (补报)."""
        closing = self.closing_day(self.period_of(as_of))
        return closing is not None and written > closing


USUAL_REPORTING = ReportingRules()
"""The rules where an office has chosen none: by month, without a closing day."""


def parse_period(text: str) -> Period:
    """Return the period of a name: `2024-06`, `2024Q2`, `2024H1`, `2024-03-26..2024-06-25`, `2024年6月`.

    Full-width characters count as half-width ones. Raises ValueError for anything else.
    """
    written = half_width(text).strip().upper()
    for pattern, read in _PERIOD_NAMES:
        if found := re.fullmatch(pattern, written):
            return read(*found.groups())
    raise ValueError(text)


def period_between(first: date, last: date) -> Period:
    """Return the period of these ends: a month, a quarter or a half-year where it is one, else one of own dates."""
    usual = (ReportingRules(kind).period_of(first) for kind in PeriodKind if kind is not PeriodKind.OWN_DATES)
    return next(
        (period for period in usual if (period.first, period.last) == (first, last)),
        Period(first, last, PeriodKind.OWN_DATES),
    )


def parse_reporting(period: str, closing_day: str = "") -> ReportingRules:
    """Return the rules in the office-wide choices `period` and `closing_day`; see `parse_dates` and `parse_closing`.

    Raises ValueError with the text that is none.
    """
    kind, _, dates = period.strip().partition(":")
    if kind not in set(PeriodKind) or bool(dates) != (kind == PeriodKind.OWN_DATES):
        raise ValueError(period)
    return ReportingRules(PeriodKind(kind), parse_closing(closing_day), parse_dates(dates) if dates else ())


def parse_dates(text: str) -> tuple[YearDay, ...]:
    """Return the last days of own periods: `03-25,06-25,09-25,12-25`. Raises ValueError for anything else."""
    days = []
    for part in half_width(text).replace("、", ",").split(","):
        found = re.fullmatch(r"\s*(\d{1,2})-(\d{1,2})\s*", part)
        month, day = map(int, found.groups()) if found else (0, 0)
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(2024, month)[1]:
            raise ValueError(text)
        days.append(YearDay(month, day))
    return tuple(sorted(set(days), key=lambda one: (one.month, one.day)))


def parse_closing(text: str) -> ClosingDay | None:
    """Return the closing day: `25` or 每月25日前, `+5` or 次月5日前, `-3`; None for nothing and `none`.

    Raises ValueError for anything else.
    """
    written = half_width(text).strip().lower()
    if written in ("", "none"):
        return None
    if found := re.fullmatch(r"([+-])(\d{1,2})", written):
        days = int(found[1] + found[2])
    elif found := re.fullmatch(r"次月(\d{1,2})日前?", written):
        days = int(found[1])
    elif found := re.fullmatch(r"(?:每月)?(\d{1,2})(?:日前?)?", written):
        day = int(found[1])
        if 1 <= day <= 31:
            return ClosingDay(day, is_day_of_month=True)
        raise ValueError(text)
    else:
        raise ValueError(text)
    if abs(days) > 31:
        raise ValueError(text)
    return ClosingDay(days)


def _of_kind(kind: PeriodKind) -> Callable[[str, str], Period]:
    """Return the reader of a period of a kind from its year and its number in the year."""

    def read(year: str, number: str) -> Period:
        month = (int(number) - 1) * _MONTHS[kind] + 1
        return ReportingRules(kind).period_of(date(int(year), month, 1))

    return read


def _between(first: str, last: str) -> Period:
    period = Period(date.fromisoformat(first), date.fromisoformat(last), PeriodKind.OWN_DATES)
    if period.last < period.first:
        raise ValueError(f"{first}..{last}")
    return period


_DAY = r"(\d{4}-\d{2}-\d{2})"
_PERIOD_NAMES: tuple[tuple[str, Callable[[str, str], Period]], ...] = (
    (r"(\d{4})(?:-|年)(\d{1,2})月?", _of_kind(PeriodKind.MONTH)),
    (r"(\d{4})-?Q([1-4])", _of_kind(PeriodKind.QUARTER)),
    (r"(\d{4})-?H([12])", _of_kind(PeriodKind.HALF_YEAR)),
    (rf"{_DAY}\.\.{_DAY}", _between),
)
