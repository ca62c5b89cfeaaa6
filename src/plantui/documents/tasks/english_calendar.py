"""What an English document says about its dates, from its front matter and its lines."""

from __future__ import annotations

from plantui.documents.fields.deadlines.english_deadlines import Calendar
from plantui.documents.fields.deadlines.english_legends import legend_of
from plantui.documents.fields.deadlines.english_spans import issue_day
from plantui.documents.metadata.front import Front, year_of
from plantui.documents.normalize.normalize import Normalized
from plantui.documents.period import Period
from plantui.documents.source import Source
from plantui.documents.tokens.english_dates import day_order
from plantui.model.plan import PlanInfo


def calendar_of(
    front: Front | PlanInfo, source: Source, lines: Normalized, year: int | None = None
) -> Calendar:
    """Return the calendar of a document; `year` is that of dates without one."""
    years = [one for one in (front.start_year, year_of(front.issued)) if one is not None]
    return Calendar(
        min(years, default=None),
        day_order(source.text),
        issue_day(front.issued),
        is_month=isinstance(front.issued, str),
        only_year=Period(front.start_year, front.end_year, given=year).only_year,
        legend=legend_of(line.text for line in lines.kept),
    )
