"""The day that a dated phrase means, once its year is known or can be taken from the day of issue."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from plantui.documents.period import FIRST_YEAR, LAST_YEAR, Period
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.dates import NO_ISSUE_DATE, NO_YEAR, DatedPhrase, day_of, month_end
from plantui.documents.tokens.numerals import value_of, whole_number

_QUARTER_END = {1: 3, 2: 6, 3: 9, 4: 12}
FIVE_YEAR_END = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
"""The last year of each five-year plan: 十一五, 十二五 …"""
_PAST = ("以前", "之前", "以来", "前建", "前的")


def year_of(printed: str) -> int | None:
    """A year in digits or in words (二〇二五); None where it is no year of our time."""
    value = value_of(printed)
    return int(value) if value is not None and FIRST_YEAR <= value <= LAST_YEAR else None


def assumed_year(text: str, at: int, period: Period) -> int | None:
    """The year of a date that names none: that of a document about one year, else the one named last before it in the
    same sentence, unless that says what was there before (2000年以前建成的) or lies before the plan."""
    if period.only_year is not None:
        return period.only_year
    sentence = text[max(text.rfind("。", max(0, at - 400), at), at - 400, 0) : at]
    for place in range(len(sentence) - 5, -1, -1):
        if sentence[place : place + 4].isdigit() and sentence[place + 4] == "年":
            year = year_of(sentence[place : place + 4])
            is_past = sentence.startswith(_PAST, place + 5) or (year is not None and period.is_before(year))
            if not is_past:
                return year
    return None


def may_lack_year(text: str, at: int, period: Period) -> bool:
    """Return whether a bare month or 年底 without a year counts: its year is known, or no date of the document has one."""
    return period.is_unknown or assumed_year(text, at, period) is not None


def _workdays_after(start: date, count: int) -> date:
    """So many days from Monday to Friday later; public holidays are not known here."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5:
            count -= 1
    return day


@rule(Stage.DEADLINES)
def without_year(
    text: str, at: int, period: Period, found: Callable[[int | None], DatedPhrase]
) -> DatedPhrase:
    """年底前, 10月底前 or 上半年 in a document about several years or none, in a sentence that names no year: that day of the
    year of issue, or of the next where it was over by then; with a doubt, since the year is not written."""
    year = assumed_year(text, at, period)
    if year is not None or period.issued is None:
        return found(year)
    meant = found(period.issued.year)
    if meant.due and meant.due < period.issued:
        meant = found(period.issued.year + 1)
    return meant._replace(doubt=meant.doubt or NO_YEAR)


def end_of(year: int | None) -> date | None:
    """The last day of a year."""
    return date(year, 12, 31) if year else None


def this_year(said: str, period: Period) -> int | None:
    """今年 is the year of issue, 明年 the next."""
    year = period.issued.year if period.issued else period.only_year
    if year is None:
        return None
    return year + 1 if said.startswith("明年") else year


def at_year_end(
    match: re.Match[str], year: int | None, *, doubt: str = "", alternatives: tuple[str, ...] = ()
) -> DatedPhrase:
    """The last day of a year."""
    due = end_of(year)
    return DatedPhrase.of(match, due, doubt if due else NO_YEAR, alternatives=alternatives)


def in_month(match: re.Match[str], year: int | None, bare: bool) -> DatedPhrase:
    """The last day of a month, or of its first or second ten days; before a month is read as its end, with a doubt."""
    month = whole_number(match["m"])
    if year is None:
        return DatedPhrase.of(match, None, NO_YEAR, is_bare=bare)
    due = month_end(year, month)
    if match["x"] in ("上旬", "中旬"):
        due = date(year, month, 10 if match["x"] == "上旬" else 20)
    if match.group().endswith(("月前", "月以前", "月之前")):
        return before_month(match, year, month)
    return DatedPhrase.of(match, due, is_bare=bare)


def before_month(match: re.Match[str], year: int, month: int) -> DatedPhrase:
    """The end of a month before which something is due; the month before may be meant, which is a doubt."""
    other = date(year, month, 1) - timedelta(days=1)
    due = month_end(year, month)
    return DatedPhrase.of(match, due, "clauses.before_month", alternatives=(str(other),))


def of_calendar(match: re.Match[str], due: date | None, *, is_bare: bool = False) -> DatedPhrase:
    """A day as it is printed, which the calendar may not have."""
    return DatedPhrase.of(match, due, "" if due else "clauses.no_such_day", is_bare=is_bare)


def on_day(match: re.Match[str], year: int | None, bare: bool) -> DatedPhrase:
    """A day of the calendar."""
    if year is None:
        return DatedPhrase.of(match, None, NO_YEAR, is_bare=bare)
    due = day_of(year, whole_number(match["m"]), whole_number(match["d"]))
    return of_calendar(match, due, is_bare=bare)


def in_part(match: re.Match[str], year: int | None, bare: bool = False) -> DatedPhrase:
    """The last day of a quarter or of half a year."""
    if year is None:
        return DatedPhrase.of(match, None, NO_YEAR, is_bare=bare)
    part = match["p"]
    return DatedPhrase.of(match, month_end(year, _last_month(part)), is_bare=bare)


def in_term(match: re.Match[str], year: int | None) -> DatedPhrase:
    """The end of the holidays before a term, with a doubt."""
    due = month_end(year, 8 if match["t"] == "秋" else 2) if year else None
    return DatedPhrase.of(match, due, "clauses.season")


def _last_month(part: str) -> int:
    if "季" in part or "Q" in part:
        return _QUARTER_END[whole_number(part.strip("第季度Q"), 4)]
    return 12 if part.startswith("下") else 6


def in_range(match: re.Match[str], year: int | None) -> DatedPhrase:
    """The end of a range of months or days."""
    if year is None:
        return DatedPhrase.of(match, None, NO_YEAR)
    month = whole_number(match["m2"], 12) if match["m2"] else 12
    due = day_of(year, month, whole_number(match["d2"])) if match["d2"] else month_end(year, month)
    return of_calendar(match, due)


def after_days(match: re.Match[str], issued: date | None) -> DatedPhrase:
    """So many days, months or years after the day of issue."""
    start = match.start()
    while match.group()[start - match.start() : start - match.start() + 1] in ("自", "从"):
        start += 1
    if issued is None:
        return DatedPhrase(start, match.end(), None, doubt=NO_ISSUE_DATE)
    count = 0.5 if match["n"] == "半" else float(value_of(match["n"]) or 0)
    unit = match["u"].lstrip("个")
    if unit == "工作日":
        due = _workdays_after(issued, int(count))
        return DatedPhrase(start, match.end(), due, doubt="clauses.workdays")
    if unit in ("日", "天", "周"):
        return DatedPhrase(
            start, match.end(), issued + timedelta(days=int(count * (7 if unit == "周" else 1)))
        )
    months = issued.month - 1 + int(count * (12 if unit == "年" else 1))
    year, month = issued.year + months // 12, months % 12 + 1
    day = min(issued.day, month_end(year, month).day)
    return DatedPhrase(start, match.end(), date(year, month, day))
