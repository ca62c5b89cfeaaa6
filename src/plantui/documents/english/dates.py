"""Dates of an English plan: by 2030, by June 2025, by the end of 2026, FY 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from plantui.documents.patterns import compiled
from plantui.documents.reading import ReadDeadline
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name: index for index, name in enumerate(_NAMES, 1)}
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_BY = r"(?:by|before|no later than|not later than|until|through|prior to)"
_YEAR = r"(?P<year>20\d\d)"
_PHRASE = compiled(
    rf"\b(?:{_BY}|in|Target(?: date)?:|Deadline:|Due:)\s+(?:the\s+)?(?P<edge>(?:end|close|"
    rf"beginning|start|middle|summer|fall|spring|winter)\s+of\s+)?(?:the\s+)?(?:calendar year\s+)?"
    rf"(?:(?P<quarter>Q[1-4]|first quarter|second quarter|third quarter|fourth quarter)\s+(?:of\s+)?)?"
    rf"(?:(?P<fiscal>fiscal year|FY)\s?)?(?:(?P<month>{_MONTH})\.?\s+(?:(?P<day>\d{{1,2}})(?:st|"
    rf"nd|rd|th)?,?\s+)?)?{_YEAR}(?P<goal>\s+(?:goal|target|deadline))?(?![\d%–-])",
    re.IGNORECASE,
)
_EVENT = compiled(r"^\s*(?:levels?|baseline|inventory|census|report|Comprehensive|resolution|update|study)\b")
_YEARS = compiled(r"20\d\d\s?(?:[-–—]|to|through)\s?(20\d\d)(?!\d)")
_LABEL = compiled(r"^(?:Target(?: date)?|Deadline|Due):\s+", re.IGNORECASE)
_SENTENCE = compiled(r"[.;](?=\s|$)|\n")
_QUARTERS = {"q1": 3, "q2": 6, "q3": 9, "q4": 12, "first": 3, "second": 6, "third": 9, "fourth": 12}


@rule(Stage.ENGLISH)
def english_deadlines(text: TracedText, first_year: int, *, labelled: bool = False) -> Iterator[ReadDeadline]:
    """`by 2030`, `by June 2025`, `by the end of 2026`, `no later than Q2 2027`, `by the 2030 goal` are deadlines; a year that
    names a level, a baseline or a report is none, nor is a past one. `in 2025` and the end of `2024–2028` count only in a
    line labelled as a date."""
    if labelled:
        yield from _spans_of_years(text, first_year)
    for match in _PHRASE.finditer(text.text):
        if _EVENT.match(text.text[match.end() :]):
            continue
        is_by = not match.group().lower().startswith("in ")
        if not is_by and not labelled:
            continue
        due = _due(match)
        if due is None or due.year < first_year:
            continue
        label = _LABEL.match(match.group())
        phrase = text[match.start() + (label.end() if label else 0) : match.end()].strip()
        yield ReadDeadline(phrase.text, due, _clause(text.text, match.start(), match.end()), phrase.span)


def _spans_of_years(text: TracedText, first_year: int) -> Iterator[ReadDeadline]:
    for match in _YEARS.finditer(text.text):
        if int(match[1]) >= first_year:
            phrase = text[match.start() : match.end()]
            clause = _clause(text.text, match.start(), match.end())
            yield ReadDeadline(phrase.text, date(int(match[1]), 12, 31), clause, phrase.span)


def _due(match: re.Match[str]) -> date | None:
    year = int(match["year"])
    month = 12
    if match["quarter"]:
        month = _QUARTERS[match["quarter"].lower().split()[0]]
    elif match["month"]:
        month = next(
            number for name, number in _MONTHS.items() if name.startswith(match["month"].lower()[:3])
        )
    elif match["fiscal"]:
        month = 6
    if match["day"]:
        try:
            return date(year, month, int(match["day"]))
        except ValueError:
            return None
    return date(year, month, 1) + relativedelta(months=1, days=-1)


def _clause(text: str, start: int, end: int) -> str:
    """The sentence around a date."""
    before = [m.end() for m in _SENTENCE.finditer(text, 0, start)]
    after = _SENTENCE.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)].strip()
