"""The years that a document is about: what its dates without a year and its plan periods are measured by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """First and last year of a plan, and the day it was issued where the document says."""

    start_year: int
    end_year: int
    issued: date | None = None

    @classmethod
    def of(cls, start_year: int, end_year: int, issued: date | str | None) -> Period:
        """The years and day as a plan has them: an issue of which only the month is known counts no days."""
        return cls(start_year, end_year, issued if isinstance(issued, date) else None)

    @property
    def only_year(self) -> int | None:
        """The year of a document about one year; None of a plan over several."""
        return self.end_year if self.start_year == self.end_year else None
