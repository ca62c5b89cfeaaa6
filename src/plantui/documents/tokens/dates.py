"""A dated phrase as the rules of a language find it, before it is known whether it is a deadline."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

NO_YEAR = "clauses.no_year"
"""Why a phrase is doubtful whose year nothing tells."""
NO_ISSUE_DATE = "clauses.no_issue_date"
"""Why one is that counts from a day of issue which the document does not give."""
BEFORE_PLAN = "clauses.before_plan"
"""Why one is whose day lies before the plan's first year."""
UNCERTAIN = "documents.doubt.no_certain_date"
"""Why one is that allows several last days, or none that can be told."""


class DatedPhrase(NamedTuple):
    """One dated phrase: its range in the text and the day that it means, the last one that it allows."""

    start: int
    end: int
    due: date | None
    """None where the words name no day that can be known; `doubt` then says why, if the phrase counts at all."""
    first: date | None = None
    """The first day that it means, where that is certain."""
    is_range: bool = False
    """A beginning and an end: from June to August."""
    is_bare: bool = False
    """Only a year or a month: a deadline at the head of a clause, else perhaps a mere mention."""
    doubt: str = ""
    alternatives: tuple[str, ...] = ()
    rule: str = ""
    """Id of the rule that found it, where somebody asks."""

    @classmethod
    def of(
        cls,
        match: re.Match[str],
        due: date | None,
        doubt: str = "",
        *,
        first: date | None = None,
        is_bare: bool = False,
        alternatives: tuple[str, ...] = (),
    ) -> DatedPhrase:
        """A phrase that a pattern found."""
        return cls(match.start(), match.end(), due, first, False, is_bare, doubt, alternatives)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def day_of(year: int, month: int, day: int) -> date | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
