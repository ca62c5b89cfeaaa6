"""The years that a document is about: what its dates without a year and its plan periods are measured by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

FIRST_YEAR, LAST_YEAR = 1949, 2100
"""Years of our time: another number is no year of a plan."""


@dataclass(frozen=True, slots=True)
class Period:
    """First and last year of a plan, None where the document names no year, and the day of its issue where it has one."""

    start_year: int | None
    end_year: int | None
    issued: date | None = None
    given: int | None = None
    """The year that the user gives to dates without one."""
    of_month: bool = False
    """Of the day of issue only the month is known, whose last day it is: what is counted from it is no certain day."""
    day_first: bool | None = None
    """Whether 03/04/2026 is a day in April; None where nothing tells it."""
    terms: Mapping[str, date] = field(default_factory=dict, hash=False)
    """The last days of short-term and the like, where the document has a legend of them."""

    @classmethod
    def of(
        cls,
        start_year: int | None,
        end_year: int | None,
        issued: date | str | None,
        given: int | None = None,
    ) -> Period:
        """The years and day as a plan has them: an issue of which only the month is known counts no days."""
        return cls(start_year, end_year, issued if isinstance(issued, date) else None, given)

    @property
    def only_year(self) -> int | None:
        """The year that the user gives, else that of a document about one year; None of one about several or unknown ones."""
        return self.given or (self.end_year if self.start_year == self.end_year else None)

    @property
    def is_unknown(self) -> bool:
        """True where neither the document nor the user names a year."""
        return self.start_year is None and self.given is None

    def covers(self, year: int) -> bool:
        """Return whether the plan is about a year, as far as its years are known."""
        return (self.start_year or year) <= year <= (self.end_year or year)

    def is_before(self, year: int) -> bool:
        """Return whether a year lies before the plan's first one; where that is not known, none does."""
        return self.start_year is not None and year < self.start_year
