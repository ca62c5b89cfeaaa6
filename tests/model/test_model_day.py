"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.model.day import WrittenDay, read_day

TODAY = date(2025, 10, 8)
DAY = WrittenDay(date(2025, 9, 30), has_year=True)
NO_YEAR = WrittenDay(date(2025, 9, 30), has_year=False)


@pytest.mark.parametrize(
    "text",
    [
        "2025-09-30",
        "2025-9-30",
        "2025/9/30",
        "2025.9.30",
        "20250930",
        "2025年9月30日",
        "2025年9月30号",
        "2025 年 9 月 30 日",
        "２０２５－０９－３０",
        "２０２５０９３０",
        "２０２５．９．３０",
        "2025。9。30",
        "2025—09—30",
        " 2025-09-30　",
    ],
)
def test_day_with_its_year(text: str) -> None:
    assert read_day(text, TODAY) == DAY


@pytest.mark.parametrize("text", ["9-30", "9/30", "9.30", "0930", "９月３０日", "9月30", "０９３０", "9－30"])
def test_day_without_its_year_is_the_last_one(text: str) -> None:
    assert read_day(text, TODAY) == NO_YEAR


def test_day_without_its_year_may_be_last_years() -> None:
    assert read_day("1231", TODAY) == WrittenDay(date(2024, 12, 31), has_year=False)


@pytest.mark.parametrize(
    ("text", "day"), [("10-31", date(2025, 10, 31)), ("11-8", date(2025, 11, 8)), ("11-9", date(2024, 11, 9))]
)
def test_day_without_its_year_may_be_about_to_come(text: str, day: date) -> None:
    """A month's end written some days before it is this year's: a year ago nobody would have meant."""
    assert read_day(text, TODAY) == WrittenDay(day, has_year=False)


@pytest.mark.parametrize("today", [date(2024, 1, 10), date(2024, 3, 1)])
def test_day_that_only_this_year_has(today: date) -> None:
    assert read_day("2-29", today) == WrittenDay(date(2024, 2, 29), has_year=False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2-30",
        "13-1",
        "25-9-30",
        "2025-09",
        "2025",
        "930",
        "今天",
        "9²30",
        "2025-09-30T10",
        "1-2-3-4",
        "-",
    ],
)
def test_anything_else_is_no_day(text: str) -> None:
    assert read_day(text, TODAY) is None
