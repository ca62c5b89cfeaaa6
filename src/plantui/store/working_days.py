"""Working days of China, make-up days on weekends included, as announced by the State Council year by year."""

from __future__ import annotations

import importlib
from datetime import date, timedelta
from functools import cache

from plantui.model.light_rules import DayCount

_MONDAY_TO_FRIDAY = 5


class ChineseWorkingDays:
    """Counts working days by the library chinesecalendar, loaded when first asked.

    A year that it does not know, or any year where it is not installed, is counted from Monday to Friday and named.
    """

    @property
    def edition(self) -> str:
        """The edition of the library, which says what it knows; empty where it is not installed."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("chinesecalendar")
        except PackageNotFoundError:
            return ""

    def between(self, first: date, last: date) -> DayCount:
        """Return the working days after `first` up to `last`, negative where `last` is the earlier one."""
        if last < first:
            count = self.between(last, first)
            return DayCount(-count.days, count.unknown_years)
        days = 0
        unknown: set[int] = set()
        for year in range(first.year, last.year + 1):
            begin, end = max(first + timedelta(1), date(year, 1, 1)), min(last, date(year, 12, 31))
            working = _working_days(year)
            if working is None:
                unknown.add(year)
                days += _weekdays(begin, end)
            else:
                days += sum(begin <= day <= end for day in working)
        return DayCount(days, tuple(sorted(unknown)))


def _days_of(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def _weekdays(first: date, last: date) -> int:
    """Return the days from Monday to Friday among those from `first` to `last`, by their number alone."""
    weeks, rest = divmod((last - first).days + 1, 7)
    begun = (first.weekday() + day for day in range(rest))
    return weeks * _MONDAY_TO_FRIDAY + sum(weekday % 7 < _MONDAY_TO_FRIDAY for weekday in begun)


@cache
def _working_days(year: int) -> frozenset[date] | None:
    """Return the working days of a year, None where they are not announced or the library is not there."""
    try:
        calendar = importlib.import_module("chinese_calendar")
    except ImportError:
        return None
    try:
        return frozenset(
            day for day in _days_of(date(year, 1, 1), date(year, 12, 31)) if calendar.is_workday(day)
        )
    except NotImplementedError:
        return None
