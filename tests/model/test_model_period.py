"""Reporting periods, their closing days, and which period a day and a note belong to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.period import (
    ClosingDay,
    Period,
    PeriodKind,
    ReportingRules,
    YearDay,
    parse_closing,
    parse_dates,
    parse_period,
    parse_reporting,
    period_between,
)

JUNE = Period(date(2024, 6, 1), date(2024, 6, 30), PeriodKind.MONTH)
NEXT_MONTH_5TH = ClosingDay(5)
EVERY_25TH = ClosingDay(25, is_day_of_month=True)
YEAR_DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: YearDay(day.month, day.day))
RULES = st.one_of(
    st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR]).map(ReportingRules),
    st.lists(YEAR_DAYS, min_size=1, max_size=6).map(
        lambda days: ReportingRules(PeriodKind.OWN_DATES, dates=tuple(days))
    ),
)


@given(RULES, st.dates())
def test_every_day_belongs_to_exactly_one_period(rules: ReportingRules, day: date) -> None:
    period = rules.period_of(day)

    assert day in period
    assert rules.period_of(period.first) == rules.period_of(period.last) == period
    if period.first > date.min:
        assert rules.period_of(period.first - timedelta(days=1)).last == period.first - timedelta(days=1)
    if period.last < date.max:
        assert rules.period_of(period.last + timedelta(days=1)).first == period.last + timedelta(days=1)


@given(RULES, st.dates())
def test_a_period_is_read_back_from_its_name(rules: ReportingRules, day: date) -> None:
    period = rules.period_of(day)

    assert parse_period(period.name) == period


@given(RULES, st.integers(-31, 31), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_the_day_to_report_is_today_or_the_end_of_the_period_before(
    rules: ReportingRules, days: int, today: date
) -> None:
    rules = ReportingRules(rules.kind, ClosingDay(days), rules.dates)
    day = rules.day_to_report(today)

    if day != today:
        before = rules.before(rules.period_of(today))
        assert day == before.last
        assert not rules.is_late(day, today)


@pytest.mark.parametrize(
    ("kind", "day", "name", "last"),
    [
        (PeriodKind.MONTH, date(2024, 2, 29), "2024-02", date(2024, 2, 29)),
        (PeriodKind.MONTH, date(2023, 2, 1), "2023-02", date(2023, 2, 28)),
        (PeriodKind.MONTH, date(2024, 12, 31), "2024-12", date(2024, 12, 31)),
        (PeriodKind.QUARTER, date(2024, 3, 31), "2024Q1", date(2024, 3, 31)),
        (PeriodKind.QUARTER, date(2024, 4, 1), "2024Q2", date(2024, 6, 30)),
        (PeriodKind.QUARTER, date(2024, 12, 1), "2024Q4", date(2024, 12, 31)),
        (PeriodKind.HALF_YEAR, date(2024, 6, 30), "2024H1", date(2024, 6, 30)),
        (PeriodKind.HALF_YEAR, date(2024, 7, 1), "2024H2", date(2024, 12, 31)),
    ],
)
def test_periods_have_the_names_and_ends_of_the_calendar(
    kind: PeriodKind, day: date, name: str, last: date
) -> None:
    period = ReportingRules(kind).period_of(day)

    assert (period.name, period.last) == (name, last)


def test_own_dates_go_over_the_end_of_a_year_and_through_leap_years() -> None:
    rules = ReportingRules(PeriodKind.OWN_DATES, dates=(YearDay(2, 29), YearDay(12, 25)))

    assert rules.period_of(date(2023, 12, 26)).name == "2023-12-26..2024-02-29"
    assert rules.period_of(date(2023, 2, 28)).name == "2022-12-26..2023-02-28"
    assert rules.period_of(date(2024, 3, 1)).name == "2024-03-01..2024-12-25"


@pytest.mark.parametrize(
    ("closing", "period", "day"),
    [
        (NEXT_MONTH_5TH, "2024-06", date(2024, 7, 5)),
        (NEXT_MONTH_5TH, "2024-12", date(2025, 1, 5)),
        (NEXT_MONTH_5TH, "2024Q2", date(2024, 7, 5)),
        (EVERY_25TH, "2024-06", date(2024, 6, 25)),
        (EVERY_25TH, "2024Q2", date(2024, 6, 25)),
        (ClosingDay(31, is_day_of_month=True), "2024-02", date(2024, 2, 29)),
        (ClosingDay(-3), "2024-06", date(2024, 6, 27)),
        (ClosingDay(-31), "2024-06", date(2024, 6, 1)),
        (EVERY_25TH, "2024-03-11..2024-06-10", date(2024, 5, 25)),
        (EVERY_25TH, "2024-06-01..2024-06-10", date(2024, 6, 1)),
    ],
)
def test_the_closing_day_lies_before_or_after_the_end_of_the_period(
    closing: ClosingDay, period: str, day: date
) -> None:
    assert closing.of(parse_period(period)) == day


@pytest.mark.parametrize(
    ("closing", "today", "day"),
    [
        (NEXT_MONTH_5TH, date(2024, 6, 30), date(2024, 6, 30)),
        (NEXT_MONTH_5TH, date(2024, 7, 1), date(2024, 6, 30)),
        (NEXT_MONTH_5TH, date(2024, 7, 5), date(2024, 6, 30)),
        (NEXT_MONTH_5TH, date(2024, 7, 6), date(2024, 7, 6)),
        (NEXT_MONTH_5TH, date(2025, 1, 3), date(2024, 12, 31)),
        (EVERY_25TH, date(2024, 7, 1), date(2024, 7, 1)),
        (None, date(2024, 7, 1), date(2024, 7, 1)),
    ],
)
def test_june_written_on_3_july_is_june(closing: ClosingDay | None, today: date, day: date) -> None:
    assert ReportingRules(closing=closing).day_to_report(today) == day


@pytest.mark.parametrize(
    ("closing", "as_of", "written", "is_late"),
    [
        (NEXT_MONTH_5TH, date(2024, 6, 30), date(2024, 7, 5), False),
        (NEXT_MONTH_5TH, date(2024, 6, 30), date(2024, 7, 6), True),
        (NEXT_MONTH_5TH, date(2024, 7, 1), date(2024, 7, 6), False),
        (EVERY_25TH, date(2024, 6, 20), date(2024, 6, 26), True),
        (None, date(2024, 6, 30), date(2025, 1, 1), False),
    ],
)
def test_a_note_written_after_the_closing_day_of_its_period_is_late(
    closing: ClosingDay | None, as_of: date, written: date, is_late: bool
) -> None:
    assert ReportingRules(closing=closing).is_late(as_of, written) is is_late


@pytest.mark.parametrize("text", ["2024-06", " 2024-6 ", "２０２４－０６", "2024年6月"])
def test_a_month_may_be_written_in_several_ways(text: str) -> None:
    assert parse_period(text) == JUNE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "2024-13",
        "2024-00",
        "0000-01",
        "2024Q5",
        "2024H3",
        "June",
        "2024-06-30..2024-06-01",
        "2024-02-30..2024-03-01",
    ],
)
def test_other_texts_are_no_period(text: str) -> None:
    with pytest.raises(ValueError):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("25", EVERY_25TH),
        ("每月25日前", EVERY_25TH),
        ("+5", NEXT_MONTH_5TH),
        ("次月5日前", NEXT_MONTH_5TH),
        ("-3", ClosingDay(-3)),
        ("none", None),
        ("", None),
    ],
)
def test_a_closing_day_is_read_and_written(text: str, closing: ClosingDay | None) -> None:
    assert parse_closing(text) == closing
    assert parse_closing(closing.written if closing else "none") == closing


@pytest.mark.parametrize("text", ["32", "0", "+32", "soon", "5.5", "--3", "次月45日前"])
def test_other_texts_are_no_closing_day(text: str) -> None:
    with pytest.raises(ValueError):
        parse_closing(text)


@pytest.mark.parametrize("text", ["", "13-01", "02-30", "6-31", "06-25;12-25", "25"])
def test_other_texts_are_no_own_dates(text: str) -> None:
    with pytest.raises(ValueError):
        parse_dates(text)


@pytest.mark.parametrize("text", ["week", "month:06-25", "dates", "dates:", "dates:x"])
def test_other_texts_are_no_kind_of_period(text: str) -> None:
    with pytest.raises(ValueError):
        parse_reporting(text)


def test_the_choices_of_an_office_give_its_rules() -> None:
    rules = parse_reporting("dates:12-25,06-25", "+5")

    assert rules == ReportingRules(PeriodKind.OWN_DATES, ClosingDay(5), (YearDay(6, 25), YearDay(12, 25)))


@pytest.mark.parametrize("name", ["2024-02", "2024Q3", "2024H2", "2024-03-26..2024-06-25"])
def test_period_between_its_ends_is_the_same_period(name: str) -> None:
    period = parse_period(name)
    assert period_between(period.first, period.last) == period
