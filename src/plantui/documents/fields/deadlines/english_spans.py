"""Dates that need more than their words: counted from the day of issue, or with several last days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_numbers import WORDS

_NUMBERS = WORDS | {"one": 1}
_ORDINALS = ("first", "second", "third", "fourth")
_SEASONS = {
    "spring": ((5, 31), (6, 30)),
    "summer": ((8, 31), (9, 30)),
    "autumn": ((11, 30), (12, 31)),
    "fall": ((11, 30), (12, 31)),
}


@rule(Stage.ENGLISH)
def issue_day(issued: date | str | None) -> date | None:
    """The day from which months are counted: the day of issue, or the last of its month (2024-07)."""
    if issued is None or isinstance(issued, date):
        return issued
    month = compiled(r"(20\d\d)-(\d\d)").fullmatch(issued)
    return date(int(month[1]), int(month[2]), 1) + relativedelta(day=31) if month else None


@rule(Stage.ENGLISH)
def within_months(text: str, issued: date | None) -> Iterator[tuple[int, int, date | None]]:
    """`Within 12 months of plan adoption`, `within two years` at the end of a sentence count from the day of issue; of
    another event (within 6 months of receipt) they do not."""
    for match in EN.SPANS_WITHIN.finditer(text):
        if match["event"] is None and not compiled(r"\s*(?:$|[.;,)\n])").match(text, match.end()):
            continue
        word = match["count"].lower()
        count = _NUMBERS[word] if word in _NUMBERS else int(word)
        months = count * (12 if match["unit"].lower().startswith("year") else 1)
        yield match.start(), match.end(), issued + relativedelta(months=months) if issued else None


@rule(Stage.ENGLISH)
def last_days(phrase: str) -> tuple[date, ...]:
    """The last days that an uncertain date can have: a financial year (FY2026-27, FY 2027) ends in June or September, one
    like 2025/26 in March or June, an academic one in June or August; of a quarter of such a year it is the one counted
    from April or from July; Fall 2026 ends in November or with the year."""
    words = phrase.lower()
    for season, days in _SEASONS.items():
        if season in words and (years := compiled(r"20\d\d").findall(phrase)):
            return tuple(date(int(years[0]), *day) for day in days)
    plain = EN.SPANS_QUARTER.sub(lambda match: " " * len(match.group()), phrase)
    found = EN.SPANS_YEAR.search(plain)
    if found is None or not compiled(r"[-–/]|\b(?:fys?|year|years)", re.IGNORECASE).search(plain):
        return ()
    year = 2000 + int(found[2] or found[1])
    if quarter := EN.SPANS_QUARTER.search(phrase):
        number = next(
            int(word) if word.isdigit() else _ORDINALS.index(word.lower()) + 1
            for word in quarter.groups()
            if word
        )
        return tuple(date(year - 1, first, 1) + relativedelta(months=3 * number, days=-1) for first in (4, 7))
    if compiled(r"school|academic").search(words):
        return date(year, 6, 30), date(year, 8, 31)
    if compiled(r"\bfy|fiscal|budget").search(words):
        return date(year, 6, 30), date(year, 9, 30)
    return date(year, 3, 31), date(year, 6, 30)
