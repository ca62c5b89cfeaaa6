"""The day of issue, in figures or in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantui.documents.languages.zh import ZH
from plantui.documents.period import FIRST_YEAR, LAST_YEAR
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numerals import whole_number


@rule(Stage.FRONT)
def issued_in(text: str) -> date | str | None:
    """A date in figures (2023年10月16日, 2023-10-16) or in words (二〇二三年九月二十三日); without a day it is the text
    2025-10."""
    return next((day for _, _, day in dates_in(text)), None)


def dates_in(text: str) -> Iterator[tuple[int, int, date | str | None]]:
    """Every such date with the place where it stands, those in words first."""
    for match in ZH.ISSUER_DATE_IN_WORDS.finditer(text):
        year = whole_number(match[1].replace("○", "〇").replace("Ｏ", "〇"))
        day = _day(year, whole_number(match[2]), whole_number(match[3]) if match[3] else None)
        yield match.start(), match.end(), day
    for match in ZH.ISSUER_DATE_IN_FIGURES.finditer(text):
        day = _day(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
        yield match.start(), match.end(), day


def _day(year: int, month: int, day: int | None) -> date | str | None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day)
    except ValueError:
        return None
