"""The cells that say by when, in the words in which a text would: a column's name leaves out what all its cells share."""

from __future__ import annotations

import re

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .table import in_words

_YEAR = compiled(r"^20\d\d$")
_YEARS = compiled(r"^(20\d\d)年?\s*[-－—–~～至到]+\s*(20\d\d)$")
_DAY = compiled(zh.TABLES_DAY)
_MONTH_DAY = compiled(zh.TABLES_MONTH_DAY)
_AND = compiled(r"(?<=[月日底前末年])[和及与](?=\d)")
_QUARTER = compiled(r"^(?P<year>20\d\d)年?\s*[Qq](?P<quarter>[1-4])$")
_WITHOUT_YEAR = compiled(zh.TABLES_WITHOUT_YEAR)


@rule(Stage.TABLES)
def written_out(cell: TracedText, year: str = "") -> TracedText:
    """In a column of time limits 2024 is 2024年, 2024—2026 ends with 2026年, 2025/6/30, 2025.12 and 2025Q2 are days, months
    and quarters. Dates joined by 和 are two. A date without a year takes the one in the column's name
    (完成时限（2025年）)."""
    cell = _listed(cell)
    text = cell.text
    if _YEAR.match(text) or _YEARS.match(text):
        return in_words(cell, "年")
    parts: list[TracedText] = []
    at = 0
    for match in _DAY.finditer(text):
        parts += [cell[at : match.start()], _as_words(cell, match)]
        at = match.end()
    whole = TracedText.join([*parts, cell[at:]]) if at else cell
    quarter = _QUARTER.match(whole.text)
    if quarter:
        first, last = whole[: quarter.end("year")], whole[quarter.start("quarter") :]
        return TracedText.join([in_words(first, "年第"), in_words(last, "季度")])
    short = _MONTH_DAY.match(whole.text)
    if short:
        whole = TracedText.join([_as_words(whole, short), whole[short.end() :]])
    return in_year(whole, year)


def _listed(cell: TracedText) -> TracedText:
    """Dates joined by 和 or 及 as a list."""
    parts: list[TracedText] = []
    at = 0
    for match in _AND.finditer(cell.text):
        parts += [cell[at : match.start()], TracedText("、", cell.offsets[match.start() : match.start() + 1])]
        at = match.end()
    return TracedText.join([*parts, cell[at:]]) if at else cell


def in_year(cell: TracedText, year: str, *, always: bool = False) -> TracedText:
    """A cell with the year that its column's name gives: before a date without a year, or before whatever it says where
    the columns of several years stand side by side."""
    if not year or not (always or _WITHOUT_YEAR.match(cell.text)) or cell.text.startswith(year):
        return cell
    return in_words(cell, before=year)


def _as_words(cell: TracedText, match: re.Match[str]) -> TracedText:
    words: list[TracedText] = []
    for name, unit in (("year", "年"), ("month", "月"), ("day", "日")):
        if match.groupdict().get(name):
            start = match.start(name) + (1 if match[name].startswith("0") else 0)
            words.append(in_words(cell[start : match.end(name)], unit))
    return TracedText.join(words)
