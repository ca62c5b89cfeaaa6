"""A dated phrase as the rules find it, before it is known whether it is a deadline."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from plantui.documents.period import FIRST_YEAR, LAST_YEAR, Period
from plantui.documents.tokens.numerals import value_of

QUARTER_END = {1: 3, 2: 6, 3: 9, 4: 12}
FIVE_YEAR_END = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
"""The last year of each five-year plan: 十一五, 十二五 …"""


NO_YEAR = "clauses.no_year"
"""Why a phrase is doubtful whose year nothing tells."""


@dataclass(frozen=True, slots=True)
class Found:
    """One dated phrase: its range in the text and the day that it means."""

    start: int
    end: int
    due: date | None
    """None where the words name no day that can be known; `doubt` then says why."""
    is_bare: bool = False
    """Only a year or a month: a deadline at the head of a clause, else perhaps a mere mention."""
    doubt: str = ""
    alternatives: tuple[str, ...] = ()
    rule: str = ""
    """Id of the rule that found it, where somebody asks."""


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def day_of(year: int, month: int, day: int) -> date | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(printed: str) -> int | None:
    """A year in digits or in words (二〇二五); None where it is no year of our time."""
    value = value_of(printed)
    return int(value) if value is not None and FIRST_YEAR <= value <= LAST_YEAR else None


def assumed_year(text: str, at: int, period: Period) -> int | None:
    """The year of a date that names none: that of a document about one year, else the one named last before it in the
    same sentence."""
    if period.only_year is not None:
        return period.only_year
    sentence = text[max(text.rfind("。", max(0, at - 400), at), at - 400, 0) : at]
    for place in range(len(sentence) - 5, -1, -1):
        if sentence[place : place + 4].isdigit() and sentence[place + 4] == "年":
            return year_of(sentence[place : place + 4])
    return None


def may_lack_year(text: str, at: int, period: Period) -> bool:
    """Return whether a bare month or 年底 without a year counts: its year is known, or no date of the document has one."""
    return period.is_unknown or assumed_year(text, at, period) is not None


def workdays_after(start: date, count: int) -> date:
    """So many days from Monday to Friday later; public holidays are not known here."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5:
            count -= 1
    return day
