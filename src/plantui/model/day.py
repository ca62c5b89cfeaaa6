"""Days as people write them: with or without a year, with separators or without, half-width or full-width."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from .text import half_width

_SEPARATORS = str.maketrans(dict.fromkeys("-‐‑‒–—―−./。、年月日号", " "))
_YEAR_FIRST = 4
"""Digits of a year: with fewer nobody could tell it from a month or a day."""
_COMPACT = {4: (2,), 8: (4, 6)}
"""Ends of the parts of a day written without separators, by its length."""


_LONG_AGO_MONTHS = 6
_SOON = timedelta(days=31)
"""A day without its year that comes so soon is meant: who reports on 28 June writes 6月30日 for that month's end."""


class WrittenDay(NamedTuple):
    """A day that was read from a text."""

    day: date
    has_year: bool
    """True where the text named the year; else the last such day, or the coming one if at most a month away."""


def read_day(text: str, today: date) -> WrittenDay | None:
    """Read a day: `2025-09-30`, `2025/9/30`, `2025年9月30日`, `20250930`, `9-30`, `0930`, `9月30日`.

    Full-width digits and signs count as half-width ones. None where the text is no day.
    """
    parts = _parts(half_width(text).strip())
    if not all(part.isdecimal() for part in parts):
        return None
    if len(parts) == 3 and len(parts[0]) == _YEAR_FIRST:
        day = _date(*map(int, parts))
        return WrittenDay(day, has_year=True) if day else None
    if len(parts) == 2 and len(parts[0]) < _YEAR_FIRST:
        found = [day for year in (today.year, today.year - 1) if (day := _date(year, *map(int, parts)))]
        day = next((day for day in found if day - today <= _SOON), found[0] if found else None)
        return WrittenDay(day, has_year=False) if day else None
    return None


def day_of(text: str, today: date) -> date | None:
    """Return the day that a text names, as `read_day` takes it; None where the text is no day."""
    read = read_day(text, today)
    return read.day if read else None


def is_long_ago(day: date, today: date) -> bool:
    """Return whether a day is more than six months before `today`: a note seldom speaks of one, a slip often does."""
    from calendar import monthrange

    year, month = divmod(today.year * 12 + today.month - 1 - _LONG_AGO_MONTHS, 12)
    if year < 1:
        return False
    return day < date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def moved_day(day: date, days: int) -> date:
    """Return a day so many days later, or the end of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def days_since(day: date | None, today: date) -> int | None:
    """Return how many days ago a day was; None for an unknown one."""
    return None if day is None else (today - day).days


def _parts(text: str) -> list[str]:
    if text.isdecimal() and len(text) in _COMPACT:
        ends = (0, *_COMPACT[len(text)], len(text))
        return [text[start:end] for start, end in pairwise(ends)]
    return text.translate(_SEPARATORS).split()


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
