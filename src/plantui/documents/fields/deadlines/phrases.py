"""The forms of dated phrases. Each rule finds its form in a folded text; a longer phrase wins over one inside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from plantui.documents.fields.deadlines.days import (
    FIVE_YEAR_END,
    after_days,
    assumed_year,
    at_year_end,
    before_month,
    end_of,
    in_month,
    in_part,
    in_range,
    in_term,
    may_lack_year,
    of_calendar,
    on_day,
    this_year,
    without_year,
    year_of,
)
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.dates import NO_YEAR, DatedPhrase, day_of, month_end
from plantui.documents.tokens.numerals import whole_number

_FEASTS = {"元旦": (1, 1), "五一": (5, 1), "七一": (7, 1), "八一": (8, 1), "国庆": (10, 1), "十一": (10, 1)}
Finder = Callable[[str, Period], Iterator[DatedPhrase]]


@rule(Stage.DEADLINES)
def end_of_year(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2025年底前, 2025年年底前, 到2025年末, 2025年内, 2025年度内, 今年年底前: 31 December. 年底前 alone takes its year as a
    month does, 年内 is the year of issue."""
    for match in ZH.DATES_END_OF_YEAR.finditer(text):
        yield at_year_end(match, year_of(match["y"]))
    for match in ZH.DATES_END_OF_THIS_YEAR.finditer(text):
        yield at_year_end(match, this_year(match["t"], period))
    for match in ZH.DATES_END_OF_NO_YEAR.finditer(text):
        if match.group().endswith("年内") and period.only_year is None and period.issued is not None:
            yield at_year_end(match, period.issued.year)
        elif match.group().endswith(("前", "内")) or may_lack_year(text, match.start(), period):
            yield without_year(text, match.start(), period, partial(at_year_end, match))


@rule(Stage.DEADLINES)
def whole_year(text: str, period: Period) -> Iterator[DatedPhrase]:
    """全年, 全年完成, 其余全年完成 in a document about one year: 31 December of that year. 全年新增 only says how much."""
    if period.only_year is None:
        return
    for match in compiled(
        r"(?<![\d年每])(?:全年|年度内|本年度)(?=\s*$|(?:内|前)?(?:全部|全面|基本)?(?:完成|建成|实现|办结)\s*$)"
    ).finditer(text):
        yield DatedPhrase.of(match, end_of(period.only_year))


@rule(Stage.DEADLINES)
def until_year(text: str, period: Period) -> Iterator[DatedPhrase]:
    """到2025年, 至2025年, 截至2025年: 31 December of that year. 2025年前 is read as the end of that year, with a doubt."""
    for match in ZH.DATES_UNTIL_YEAR.finditer(text):
        yield at_year_end(match, year_of(match["y"]))
    for match in ZH.DATES_BEFORE_YEAR.finditer(text):
        year = year_of(match["y"])
        other = (f"{year - 1}-12-31",) if year else ()
        yield at_year_end(match, year, doubt="clauses.before_year", alternatives=other)


@rule(Stage.DEADLINES)
def end_of_month(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2025年9月底前, 到2025年6月月底, 2025年6月, 9月底前, 2024年5月中旬: the last day of the month (of the ten days). A month
    without a year takes the year of a document about one year, else the one named before it in the sentence."""
    for match in ZH.DATES_MONTH_OF_YEAR.finditer(text):
        year = year_of(match["y"]) or this_year(match["y"], period)
        bare = match.group().endswith(("月", "份")) and not match.group().startswith(("到", "至", "截"))
        yield in_month(match, year, bare)
    for match in ZH.DATES_MONTH_ALONE.finditer(text):
        said = match.group()
        bare = said.endswith(("月", "份")) or said[-2:] in ("上旬", "中旬", "下旬")
        if not bare or may_lack_year(text, match.start(), period):
            yield without_year(text, match.start(), period, partial(in_month, match, bare=bare))


@rule(Stage.DEADLINES)
def exact_day(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2025年6月30日前, 2025年3月15日, 延续至2025年6月30日, 期限截至2025年6月30日: that day; 9月30日前 as for months."""
    for match in ZH.DATES_EXACT_DAY.finditer(text):
        bare = match.group()[-1] in "日号" and not _lasts_until(text, match)
        yield on_day(match, year_of(match["y"]), bare)
    for match in ZH.DATES_EXACT_DAY_ALONE.finditer(text):
        yield without_year(text, match.start(), period, partial(on_day, match, bare=False))


@rule(Stage.DEADLINES)
def numeric_day(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2025.12.31前, 2025/12/31前, 2025-12-31日前, 2025.12底前: that day, or the end of that month; 2025.6前 and 6.30前 as in
    words; 25年底前, 25年6月底前: of a year that the plan is about."""
    for match in ZH.DATES_NUMERIC_DAY.finditer(text):
        yield of_calendar(match, day_of(int(match["y"]), int(match["m"]), int(match["d"])))
    for match in ZH.DATES_NUMERIC_MONTH.finditer(text):
        if day_of(int(match["y"]), int(match["m"]), 1):
            yield before_month(match, int(match["y"]), int(match["m"]))
    for match in ZH.DATES_DAY_IN_FIGURES.finditer(text):
        yield without_year(text, match.start(), period, partial(on_day, match, bare=False))
    for match in ZH.DATES_END_OF_NUMERIC_MONTH.finditer(text):
        is_month = day_of(int(match["y"]), int(match["m"]), 1) is not None
        yield of_calendar(match, month_end(int(match["y"]), int(match["m"])) if is_month else None)
    for match in ZH.DATES_SHORT_YEAR.finditer(text):
        year = 2000 + int(match["y"])
        if period.covers(year):
            yield of_calendar(match, month_end(year, int(match["m"] or 12)))


@rule(Stage.DEADLINES)
def quarter_and_half(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2025年第三季度, 2025年第三季, 三季度末前, 2025年Q3, 2025年上半年, 下半年, 2025年年中: the last day of that part of the
    year."""
    for match in ZH.DATES_PART_OF_YEAR.finditer(text):
        yield in_part(match, year_of(match["y"]) or this_year(match["y"], period))
    for match in ZH.DATES_PART_ALONE.finditer(text):
        bare = not match.group().endswith(("前", "末", "底", "内")) and not match.group().startswith(
            ("到", "至")
        )
        yield without_year(text, match.start(), period, partial(in_part, match, bare=bare))


@rule(Stage.DEADLINES)
def from_until(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2025年7月至12月, 2025年6—9月, 2019年1月1日至12月31日, 2024—2026年, 7月至10月底, 6—9月: the end of the range; one
    without a year takes its year as a month does."""
    for match in ZH.DATES_FROM_UNTIL.finditer(text):
        if match["y2"] or match["m2"]:
            yield in_range(match, year_of(match["y2"] or match["y"]))
    for match in ZH.DATES_FROM_UNTIL_ALONE.finditer(text):
        yield without_year(text, match.start(), period, partial(in_range, match))
    for match in ZH.DATES_FROM_YEAR_UNTIL.finditer(text):
        yield DatedPhrase.of(match, end_of(year_of(match["y"])), is_bare=True)


@rule(Stage.DEADLINES)
def five_year_plan(text: str, period: Period) -> Iterator[DatedPhrase]:
    """“十四五”期间, “十四五”时期, 到“十四五”末: the last day of that five-year plan. “十四五”规划 and “十四五”以来 are
    names and no dates."""
    del period
    for match in ZH.DATES_FIVE_YEAR_PLAN.finditer(text):
        yield DatedPhrase.of(match, date(FIVE_YEAR_END[match["n"]], 12, 31))


@rule(Stage.DEADLINES)
def after_issue(text: str, period: Period) -> Iterator[DatedPhrase]:
    """本意见印发之日起30日内, 方案印发后3个月内: counted from the day of issue; without such a day there is a doubt and no
    date. Working days are counted from Monday to Friday, with a doubt."""
    for match in ZH.DATES_AFTER_ISSUE.finditer(text):
        yield after_days(match, period.issued)


@rule(Stage.DEADLINES)
def before_term(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2025年秋季学期前, 秋季开学前: the last day of August; 2025年春季学期前: of February. 采暖季前, 主汛期前 and 汛前 name
    no day that can be known: a doubt."""
    for match in ZH.DATES_TERM_OF_YEAR.finditer(text):
        yield in_term(match, year_of(match["y"]))
    for match in ZH.DATES_TERM_ALONE.finditer(text):
        yield without_year(text, match.start(), period, partial(in_term, match))
    for match in ZH.DATES_SEASON.finditer(text):
        yield DatedPhrase.of(match, None, "clauses.season")


@rule(Stage.DEADLINES)
def within_years(text: str, period: Period) -> Iterator[DatedPhrase]:
    """三年内发布标准40项, at the head of a clause in a plan for three years or more: the end of its third year."""
    for match in ZH.DATES_WITHIN_YEARS.finditer(text):
        if period.start_year is None:
            continue
        last = period.start_year + whole_number(match["n"]) - 1
        if period.start_year < last and period.covers(last):
            yield DatedPhrase.of(match, end_of(last), is_bare=True)


@rule(Stage.DEADLINES)
def before_feast(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2024年国庆节前, “五一”前, 元旦前: the day of the feast. Without a year it is that of a month without one, or the
    next where the document was issued after that day; in a document about several years with a doubt.
    春节前, 端午节前, 中秋节前 move with the moon: a doubt."""
    for match in ZH.HOLIDAYS_FEAST.finditer(text):
        if match["fixed"] is None:
            yield DatedPhrase.of(match, None, "clauses.season")
            continue
        year = year_of(match["y"]) if match["y"] else assumed_year(text, match.start(), period)
        doubt = "" if year else NO_YEAR
        year = year or (period.issued.year if period.issued else None)
        due = date(year, *_FEASTS[match["fixed"]]) if year else None
        if not match["y"] and due and period.issued and due < period.issued:
            due = due.replace(year=due.year + 1)
        yield DatedPhrase.of(match, due, doubt)


@rule(Stage.DEADLINES)
def bare_year(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2025年 at the head of a clause (2025年，完成…; 2025年火电…比例达到80%), or straight before 完成, 实现, 达到:
    31 December; so is a year of the plan straight before a figure (其中2024年800亩). Elsewhere a year alone is a mention."""
    for match in ZH.DATES_BARE_YEAR.finditer(text):
        yield DatedPhrase.of(match, end_of(year_of(match["y"])), is_bare=True)
    for match in ZH.DATES_YEAR_OF_FIGURE.finditer(text):
        year = year_of(match["y"])
        if year is not None and period.covers(year):
            yield DatedPhrase.of(match, end_of(year), is_bare=True)


@rule(Stage.DEADLINES)
def date_alone(text: str, period: Period) -> Iterator[DatedPhrase]:
    """2024.12, 2024-06-30, 2024/6/30 or 6月30日 as all that a table cell holds."""
    match = ZH.DATES_NUMERIC_ALONE.fullmatch(text)
    if match and 1 <= int(match["m"]) <= 12:
        year, month = int(match["y"]), int(match["m"])
        due = day_of(year, month, int(match["d"])) if match["d"] else month_end(year, month)
        yield of_calendar(match, due)
    match = ZH.DATES_DAY_OF_MONTH_ALONE.fullmatch(text)
    if match:
        yield without_year(text, 0, period, partial(on_day, match, bare=False))


FINDERS: tuple[Finder, ...] = (
    after_issue,
    from_until,
    five_year_plan,
    exact_day,
    numeric_day,
    quarter_and_half,
    end_of_month,
    end_of_year,
    whole_year,
    until_year,
    before_term,
    within_years,
    before_feast,
    bare_year,
    date_alone,
)


def _lasts_until(text: str, match: re.Match[str]) -> bool:
    """A day until which something lasts; 截至 alone begins a report."""
    said = match.group()
    if said.startswith("截"):
        return ZH.DATES_TERM.search(text[: match.start()]) is not None
    return said.startswith(("到", "至"))
