"""Which of a plan's dates are deadlines, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from plantui.documents.fields.deadlines.english_legends import NO_LEGEND, Legend
from plantui.documents.fields.deadlines.english_spans import last_days, within_months
from plantui.documents.fields.deadlines.english_yearless import yearless_dates
from plantui.documents.fields.deadlines.found import NO_YEAR
from plantui.documents.fields.deadlines.standing import BEFORE_PLAN
from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.reading import Doubt, ReadDeadline
from plantui.documents.rule import Stage, rule
from plantui.documents.rule_trace import note
from plantui.documents.tokens.english_dates import PrintedDate, dates_in, day_before
from plantui.documents.traced import TracedText

_UNCERTAIN = "documents.doubt.no_certain_date"
_NO_ISSUE = "clauses.no_issue_date"
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a document says about its dates: nothing before its first year is a deadline; day or month first."""

    first_year: int | None
    day_first: bool | None = None
    issued: date | None = None
    """The day from which months are counted."""
    is_month: bool = False
    """Of the day of issue only the month is known: what is counted from it is no certain day."""

    only_year: int | None = None
    """The year of dates without one, None where nothing tells it."""

    legend: Legend = NO_LEGEND
    """What short-term and the like mean."""

    def is_past(self, day: date) -> bool:
        """Return whether a day lies before the first year, as far as that is known."""
        return self.first_year is not None and day.year < self.first_year


@dataclass(frozen=True, slots=True)
class Dated:
    """The deadlines of a text, and the dates that are not certain."""

    deadlines: tuple[ReadDeadline, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@rule(Stage.ENGLISH)
def english_deadlines(text: TracedText, calendar: Calendar, *, labelled: bool = False) -> Dated:
    """`by 2030`, `no later than Q2 2027`, `by the 2030 goal`, `before June 2026` (the day before) are deadlines; a year
    that names a level, a baseline or a report is none, nor is what was done before the plan; another day before its first
    year is one with a doubt. In a line labelled as a date every date is
    one but a start (`from April 2023`, `2024 onwards`). `in Q1 2026`, `in summer 2025` and `between November 2025 and
    March 2026` are deadlines too, but not of what the sentence says was done."""
    deadlines: list[ReadDeadline] = []
    doubts: list[Doubt] = []
    dated = dates_in(text.text, calendar.day_first)
    yearless = [*yearless_dates(text.text, dated, calendar.only_year)]
    dated += yearless
    for one in sorted(dated, key=lambda one: one.start):
        by = EN.DEADLINES_BY.search(text.text[: one.start])
        if not _is_deadline(text.text, one, by, labelled=labelled):
            continue
        goal = EN.DEADLINES_GOAL.match(text.text[one.end :])
        end = one.end + (goal.end() if goal else 0)
        phrase = text[by.start() if by else one.start : end].strip()
        due = day_before(one.first) if by and by["strict"] and one.first and one.first != one.due else one.due
        if one.lacks_year:
            doubts.append(Doubt(phrase.span, "", NO_YEAR, {"phrase": phrase.text}))
            continue
        if due is None:
            others = tuple(str(day) for day in last_days(phrase.text))
            doubts.append(Doubt(phrase.span, phrase.text, _UNCERTAIN, alternatives=others))
            continue
        clause = _clause(text.text, one.start, end)
        if calendar.is_past(due):
            if not labelled and (by is None or EN.DEADLINES_DONE.search(clause)):
                continue
            doubts.append(Doubt(phrase.span, str(due), BEFORE_PLAN, {"phrase": phrase.text}))
        note("english.yearless_dates" if one in yearless else "english.english_deadlines", phrase.span)
        deadlines.append(ReadDeadline(phrase.text, due, clause, phrase.span))
    for start, end, last in within_months(text.text, calendar.issued):
        phrase = text[start:end]
        if last is None:
            doubts.append(Doubt(phrase.span, phrase.text, _NO_ISSUE, {"phrase": phrase.text}))
            continue
        days = () if calendar.is_month else (last,)
        note("english.within_months", phrase.span)
        deadlines += [
            ReadDeadline(phrase.text, day, _clause(text.text, start, end), phrase.span) for day in days
        ]
        others = tuple(str(day) for day in (last, last + relativedelta(day=31)) if day not in days)
        doubts.append(Doubt(phrase.span, phrase.text, _UNCERTAIN, alternatives=tuple(dict.fromkeys(others))))
    return Dated(tuple(deadlines), tuple(doubts))


@rule(Stage.ENGLISH)
def undated(value: TracedText, dated: Dated, calendar: Calendar) -> Dated:
    """A short value of a date's label that has no date (Year 2, 3–5 years) leaves a doubt, but for a term that the
    document's legend explains, and one that says that the task has none: Ongoing, Annually, Every May, Immediate, TBC."""
    if not dated.deadlines and (day := calendar.legend.day_of(value.text)):
        note("english.legend_of", value.span)
        return Dated((ReadDeadline(value.text, day, "", value.span),))
    if dated.deadlines or dated.doubts or dates_in(value.text) or len(value.text) > _SHORT:
        return dated
    if not compiled(r"[A-Za-z]{3}").search(value.text) or EN.DEADLINES_NO_TIME.fullmatch(
        value.text.strip(" .")
    ):
        return dated
    return Dated((), (Doubt(value.span, value.text, _UNCERTAIN),))


def _is_deadline(text: str, one: PrintedDate, by: re.Match[str] | None, *, labelled: bool) -> bool:
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
            or bool(EN.DEADLINES_BETWEEN.search(before) and is_future)
            or bool(EN.DEADLINES_THROUGH.search(within))
        )
    if not labelled and EN.DEADLINES_IN.search(before) and EN.DEADLINES_PART.search(within):
        return is_future
    return labelled and not EN.DEADLINES_START.search(before) and not EN.DEADLINES_OPEN.match(after)


def dated_spans(text: str, calendar: Calendar) -> Iterator[tuple[int, int, date]]:
    """The deadlines of a text with their places in it."""
    for deadline in english_deadlines(TracedText.of(text), calendar).deadlines:
        yield deadline.span.start, deadline.span.end, deadline.due


def _clause(text: str, start: int, end: int) -> str:
    """The sentence around a date."""
    before = [m.end() for m in EN.DEADLINES_SENTENCE.finditer(text, 0, start)]
    after = EN.DEADLINES_SENTENCE.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)].strip()
