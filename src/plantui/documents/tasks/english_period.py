"""What an English document says about its dates, from its front matter and its words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plantui.documents.fields.deadlines.english_terms import issue_day
from plantui.documents.metadata.front import Front, year_of
from plantui.documents.period import Period
from plantui.documents.source import Source
from plantui.documents.tokens.english_dates import day_order
from plantui.model.plan import PlanInfo


def english_period(
    front: Front | PlanInfo, source: Source, terms: Mapping[str, date], year: int | None = None
) -> Period:
    """Return the years of a document; nothing before its issue is a deadline either. `year` is that of dates without one."""
    years = [one for one in (front.start_year, year_of(front.issued)) if one is not None]
    return Period(
        min(years, default=None),
        front.end_year,
        issue_day(front.issued),
        Period(front.start_year, front.end_year, given=year).only_year,
        of_month=isinstance(front.issued, str),
        day_first=day_order(source.text),
        terms=terms,
    )
