"""Actual values of a task's indicators, as departments report them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .plan import Indicator
from .text import without_blanks


class Actual(NamedTuple):
    """A reported value of one indicator (完成值)."""

    indicator: Indicator
    """The indicator as it stood in the plan when the note was written: a revised plan does not change it."""
    value: float | int | None
    """The number as reported, in `unit`; None where the value is a grade."""
    unit: str | None
    """The unit of measurement as reported; None where the indicator has none."""
    day: date
    """The day on which the value was so."""
    source: str = ""
    """The origin of the value, such as a statistical bulletin; empty where nothing is said."""
    grade: str = ""
    """A value that is a class and not a number, such as Ⅱ类; compared as text only."""


def is_same_unit(one: str | None, other: str | None) -> bool:
    """Return whether two units are written alike, but for blanks and full-width signs. Nothing is converted."""
    return unit_key(one) == unit_key(other)


def unit_key(unit: str | None) -> str:
    """Return a unit of measurement for comparing with others."""
    return without_blanks(unit or "")
