"""The day that a dated phrase means, once its year is known or can be taken from the day of issue."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from plantui.documents.fields.deadlines.found import (
    NO_YEAR,
    QUARTER_END,
    Found,
    assumed_year,
    day_of,
    month_end,
    workdays_after,
)
from plantui.documents.period import Period
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numerals import value_of, whole_number


@rule(Stage.DEADLINES)
def without_year(text: str, at: int, period: Period, found: Callable[[int | None], Found]) -> Found:
    """年底前, 10月底前 or 上半年 in a document about several years or none, in a sentence that names no year: that day of the
    year of issue, or of the next where it was over by then; with a doubt, since the year is not written."""
    year = assumed_year(text, at, period)
    if year is not None or period.issued is None:
        return found(year)
    meant = found(period.issued.year)
    if meant.due and meant.due < period.issued:
        meant = found(period.issued.year + 1)
    return replace(meant, doubt=meant.doubt or NO_YEAR)


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
) -> Found:
    """The last day of a year."""
    due = end_of(year)
    return Found(match.start(), match.end(), due, doubt=doubt if due else NO_YEAR, alternatives=alternatives)


def in_month(match: re.Match[str], year: int | None, bare: bool) -> Found:
    """The last day of a month, or of its first or second ten days; before a month is read as its end, with a doubt."""
    month = whole_number(match["m"])
    if year is None:
        return Found(match.start(), match.end(), None, is_bare=bare, doubt=NO_YEAR)
    due = month_end(year, month)
    if match["x"] in ("上旬", "中旬"):
        due = date(year, month, 10 if match["x"] == "上旬" else 20)
    if match.group().endswith(("月前", "月以前", "月之前")):
        return before_month(match, year, month)
    return Found(match.start(), match.end(), due, is_bare=bare)


def before_month(match: re.Match[str], year: int, month: int) -> Found:
    """The end of a month before which something is due; the month before may be meant, which is a doubt."""
    other = date(year, month, 1) - timedelta(days=1)
    due = month_end(year, month)
    return Found(match.start(), match.end(), due, doubt="clauses.before_month", alternatives=(str(other),))


def on_day(match: re.Match[str], year: int | None, bare: bool) -> Found:
    """A day of the calendar."""
    if year is None:
        return Found(match.start(), match.end(), None, is_bare=bare, doubt=NO_YEAR)
    due = day_of(year, whole_number(match["m"]), whole_number(match["d"]))
    return Found(match.start(), match.end(), due, is_bare=bare, doubt="" if due else "clauses.no_such_day")


def in_part(match: re.Match[str], year: int | None, bare: bool = False) -> Found:
    """The last day of a quarter or of half a year."""
    if year is None:
        return Found(match.start(), match.end(), None, is_bare=bare, doubt=NO_YEAR)
    part = match["p"]
    return Found(match.start(), match.end(), month_end(year, _last_month(part)), is_bare=bare)


def in_term(match: re.Match[str], year: int | None) -> Found:
    """The end of the holidays before a term, with a doubt."""
    due = month_end(year, 8 if match["t"] == "秋" else 2) if year else None
    return Found(match.start(), match.end(), due, doubt="clauses.season")


def _last_month(part: str) -> int:
    if "季" in part or "Q" in part:
        return QUARTER_END[whole_number(part.strip("第季度Q"), 4)]
    return 12 if part.startswith("下") else 6


def in_range(match: re.Match[str], year: int | None) -> Found:
    """The end of a range of months or days."""
    if year is None:
        return Found(match.start(), match.end(), None, doubt=NO_YEAR)
    month = whole_number(match["m2"], 12) if match["m2"] else 12
    due = day_of(year, month, whole_number(match["d2"])) if match["d2"] else month_end(year, month)
    return Found(match.start(), match.end(), due, doubt="" if due else "clauses.no_such_day")


def after_days(match: re.Match[str], issued: date | None) -> Found:
    """So many days, months or years after the day of issue."""
    start = match.start()
    while match.group()[start - match.start() : start - match.start() + 1] in ("自", "从"):
        start += 1
    if issued is None:
        return Found(start, match.end(), None, doubt="clauses.no_issue_date")
    count = 0.5 if match["n"] == "半" else float(value_of(match["n"]) or 0)
    unit = match["u"].lstrip("个")
    if unit == "工作日":
        due = workdays_after(issued, int(count))
        return Found(start, match.end(), due, doubt="clauses.workdays")
    if unit in ("日", "天", "周"):
        return Found(start, match.end(), issued + timedelta(days=int(count * (7 if unit == "周" else 1))))
    months = issued.month - 1 + int(count * (12 if unit == "年" else 1))
    year, month = issued.year + months // 12, months % 12 + 1
    day = min(issued.day, month_end(year, month).day)
    return Found(start, match.end(), date(year, month, day))
