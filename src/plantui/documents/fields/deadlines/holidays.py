"""Dated phrases that name a feast: 国庆节前, “五一”前."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantui.documents.fields.deadlines.found import NO_YEAR, Found, assumed_year, year_of
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.rule import Stage, rule

_DAYS = {"元旦": (1, 1), "五一": (5, 1), "七一": (7, 1), "八一": (8, 1), "国庆": (10, 1), "十一": (10, 1)}


@rule(Stage.DEADLINES)
def before_feast(text: str, period: Period) -> Iterator[Found]:
    """2024年国庆节前, “五一”前, 元旦前: the day of the feast. Without a year it is that of a month without one, or the
    next where the document was issued after that day; in a document about several years with a doubt.
    春节前, 端午节前, 中秋节前 move with the moon: a doubt."""
    for match in ZH.HOLIDAYS_FEAST.finditer(text):
        if match["fixed"] is None:
            yield Found(match.start(), match.end(), None, doubt="clauses.season")
            continue
        year = year_of(match["y"]) if match["y"] else assumed_year(text, match.start(), period)
        doubt = "" if year else NO_YEAR
        year = year or (period.issued.year if period.issued else None)
        due = date(year, *_DAYS[match["fixed"]]) if year else None
        if not match["y"] and due and period.issued and due < period.issued:
            due = due.replace(year=due.year + 1)
        yield Found(match.start(), match.end(), due, doubt=doubt)
