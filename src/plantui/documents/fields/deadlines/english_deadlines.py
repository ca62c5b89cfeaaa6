"""Which of a plan's dates are deadlines, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.rule import Stage, id_of, rule
from plantui.documents.tokens.dates import BEFORE_PLAN, UNCERTAIN, DatedPhrase
from plantui.documents.tokens.english_dates import dates_in
from plantui.documents.traced import TracedText

from .dated import Dated, dated
from .english_terms import last_days, legend_of, plain_term, within_months, yearless_dates

_SHORT = 60
_DAY = timedelta(days=1)


@rule(Stage.ENGLISH)
def english_deadlines(text: TracedText, period: Period, *, labelled: bool = False) -> Dated:
    """`by 2030`, `no later than Q2 2027`, `by the 2030 goal`, `before June 2026` (the day before) are deadlines; a year
    that names a level, a baseline or a report is none, nor is what was done before the plan; another day before its first
    year is one with a doubt. In a line labelled as a date every date is
    one but a start (`from April 2023`, `2024 onwards`). `in Q1 2026`, `in summer 2025` and `between November 2025 and
    March 2026` are deadlines too, but not of what the sentence says was done."""
    return dated(
        (one, text[one.start : one.end], _clause(text.text, one.start, one.end))
        for one in deadlines_in(text.text, period, labelled=labelled)
    )


def deadlines_in(text: str, period: Period, *, labelled: bool = False) -> Iterator[DatedPhrase]:
    """The dated phrases of a text that are deadlines, with the words that make them so."""
    dates = dates_in(text, period.day_first)
    dates += yearless_dates(text, dates, period.only_year)
    for one in sorted(dates, key=lambda one: one.start):
        by = EN.DEADLINES_BY.search(text[: one.start])
        if not _is_deadline(text, one, by, labelled=labelled):
            continue
        goal = EN.DEADLINES_GOAL.match(text[one.end :])
        start, end = by.start() if by else one.start, one.end + (goal.end() if goal else 0)
        due, doubt, others = one.due, one.doubt, one.alternatives
        if by and by["strict"] and one.first and one.first != due:
            due = one.first - _DAY
        if due is None and not doubt:
            doubt, others = UNCERTAIN, tuple(map(str, last_days(text[start:end])))
        if due is not None and period.is_before(due.year):
            if not labelled and (by is None or EN.DEADLINES_DONE.search(_clause(text, one.start, end))):
                continue
            doubt = BEFORE_PLAN
        rule = one.rule or id_of(english_deadlines)
        yield DatedPhrase(start, end, due, doubt=doubt, alternatives=others, rule=rule)
    yield from within_months(text, period)


@rule(Stage.ENGLISH)
def undated(value: TracedText, found: Dated, period: Period) -> Dated:
    """A short value of a date's label that has no date (Year 2, 3–5 years) leaves a doubt, but for a term that the
    document's legend explains, and one that says that the task has none: Ongoing, Annually, Every May, Immediate, TBC."""
    if not found.deadlines and (day := period.terms.get(plain_term(value.text))):
        return dated([(DatedPhrase(0, len(value), day, rule=id_of(legend_of)), value, "")])
    if found.deadlines or found.doubts or dates_in(value.text) or len(value.text) > _SHORT:
        return found
    if not compiled(r"[A-Za-z]{3}").search(value.text) or EN.DEADLINES_NO_TIME.fullmatch(
        value.text.strip(" .")
    ):
        return found
    return dated([(DatedPhrase(0, len(value), None, doubt=UNCERTAIN), value, "")])


def _is_deadline(text: str, one: DatedPhrase, by: re.Match[str] | None, *, labelled: bool) -> bool:
    before, after = text[: one.start], text[one.end :]
    if EN.DEADLINES_EVENT.match(after) and not EN.DEADLINES_GOAL.match(after):
        return False
    if by is not None:
        return True
    within = text[one.start : one.end]
    is_future = not EN.DEADLINES_DONE.search(_clause(text, one.start, one.end))
    if one.is_range:
        return (
            labelled
            or bool(EN.DATES_BETWEEN.search(before) and is_future)
            or bool(EN.DEADLINES_THROUGH.search(within))
        )
    if not labelled and EN.DEADLINES_IN.search(before) and EN.DEADLINES_PART.search(within):
        return is_future
    return labelled and not EN.DEADLINES_START.search(before) and not EN.DEADLINES_OPEN.match(after)


def _clause(text: str, start: int, end: int) -> str:
    """The sentence around a date."""
    before = [m.end() for m in EN.DEADLINES_SENTENCE.finditer(text, 0, start)]
    after = EN.DEADLINES_SENTENCE.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)].strip()
