"""The day of issue, in figures or in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantui.documents.patterns import compiled
from plantui.documents.period import FIRST_YEAR, LAST_YEAR
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import han_value

_HAN = "[〇○零一二三四五六七八九十Ｏ]"
_FIGURES = compiled(r"(\d{4})\s?[年\-/.]\s?(\d{1,2})\s?(?:月(?!份)|[\-/.])\s?(?:(\d{1,2})\s?日?)?")
_WORDS = compiled(rf"({_HAN}{{4}})年({_HAN}{{1,3}})月(?:({_HAN}{{1,3}})日)?")


@rule(Stage.FRONT)
def issued_in(text: str) -> date | str | None:
    """A date in figures (2023年10月16日, 2023-10-16) or in words (二〇二三年九月二十三日); without a day it is the text
    2025-10."""
    return next((day for _, _, day in dates_in(text)), None)


def dates_in(text: str) -> Iterator[tuple[int, int, date | str | None]]:
    """Every such date with the place where it stands, those in words first."""
    for match in _WORDS.finditer(text):
        year = han_value(match[1].replace("○", "〇").replace("Ｏ", "〇"))
        day = _day(year, han_value(match[2]), han_value(match[3]) if match[3] else None)
        yield match.start(), match.end(), day
    for match in _FIGURES.finditer(text):
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
