"""The cells that say by when, in the words in which a text would: a column's name leaves out what all its cells share."""

from __future__ import annotations

import re

from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .table import in_words

_YEAR = compiled(r"^20\d\d$")
_UNITS = (("year", "年"), ("month", "月"), ("day", "日"))


@rule(Stage.TABLES)
def written_out(cell: TracedText, year: str = "") -> TracedText:
    """In a column of time limits 2024 is 2024年, 2024—2026 ends with 2026年, 2025/6/30, 2025.12 and 2025Q2 are days, months
    and quarters. Dates joined by 和 are two. A date without a year takes the one in the column's name
    (完成时限（2025年）)."""
    cell = cell.substituted(ZH.TABLES_AND_BETWEEN_DATES, lambda _, word: TracedText("、", word.offsets))
    if _YEAR.match(cell.text) or ZH.TABLES_YEARS.match(cell.text):
        return in_words(cell, "年")
    cell = cell.substituted(ZH.TABLES_DAY, _as_words)
    if quarter := ZH.TABLES_QUARTER.match(cell.text):
        first, last = cell[: quarter.end("year")], cell[quarter.start("quarter") :]
        return TracedText.join([in_words(first, "年第"), in_words(last, "季度")])
    return in_year(cell.substituted(ZH.TABLES_MONTH_DAY, _as_words), year)


def in_year(cell: TracedText, year: str, *, always: bool = False) -> TracedText:
    """A cell with the year that its column's name gives: before a date without a year, or before whatever it says where
    the columns of several years stand side by side."""
    if not year or not (always or ZH.TABLES_WITHOUT_YEAR.match(cell.text)) or cell.text.startswith(year):
        return cell
    return in_words(cell, before=year)


def _as_words(match: re.Match[str], date: TracedText) -> TracedText:
    """Return a date in figures with 年, 月 and 日, its figures without a nought before them."""
    parts: list[TracedText] = []
    for name, unit in _UNITS:
        if match.groupdict().get(name):
            start, end = (place - match.start() for place in match.span(name))
            parts.append(in_words(date[start + match[name].startswith("0") : end], unit))
    return TracedText.join(parts)
