"""The dates that an English plan writes, as the last day that each allows; where that is not certain, as none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .dates import DatedPhrase, day_of, month_end

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_Days = tuple[date | None, date | None]
"""The first and the last day that a form allows, as far as they are certain."""
_Reader = Callable[[re.Match[str], "bool | None"], _Days]
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "latter": 2}
_CERTAIN_EDGES = ("end", "close", "late", "year")


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.index(name.lower()[:3]) + 1


def _same(day: date | None) -> _Days:
    return day, day


def _of_day(match: re.Match[str], order: bool | None) -> _Days:
    return _same(day_of(int(match["year"]), _month(match["month"]), int(match["day"])))


def _of_numbers(match: re.Match[str], order: bool | None) -> _Days:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    day_first = order if one <= 12 and two <= 12 else one > 12
    if match["mark"] == "." or one == two:
        day_first = True
    if day_first is None:
        return None, None
    day, month = (one, two) if day_first else (two, one)
    return _same(day_of(year, month, day))


def _of_month(match: re.Match[str], order: bool | None) -> _Days:
    year, month = int(match["year"]) % 100 + 2000, _month(match["month"])
    edge = match.groupdict().get("edge")
    if edge and not edge.lower().startswith(_CERTAIN_EDGES):
        return None, None
    return (None if edge else date(year, month, 1)), month_end(year, month)


def _of_quarter(match: re.Match[str], order: bool | None) -> _Days:
    year = int(match["year"])
    digit = match["quarter"] or match["second"]
    number = int(digit) if digit else _QUARTERS.get(match["word"].lower()) or int(match["word"][0])
    return date(year, 3 * number - 2, 1), month_end(year, 3 * number)


def _of_half(match: re.Match[str], order: bool | None) -> _Days:
    year, word = int(match["year"]), match["halfword"]
    number = int(match["half"]) if match["half"] else _QUARTERS.get(word.lower()) or int(word[0])
    return date(year, 6 * number - 5, 1), month_end(year, 6 * number)


def _of_edge(match: re.Match[str], order: bool | None) -> _Days:
    year, edge = int(match["year"]), match["edge"].lower()
    if edge.startswith("mid"):
        return None, date(year, 6, 30)
    if edge.startswith(_CERTAIN_EDGES):
        return None, date(year, 12, 31)
    return None, None


def _of_split_year(match: re.Match[str], order: bool | None) -> _Days:
    year, second = int(match["year"]), int(match["other"])
    if "/" in match.group() or second == (year + 1) % 100 or second <= year % 100:
        return None, None
    return date(year, 1, 1), date(year - year % 100 + second, 12, 31)


def _uncertain(match: re.Match[str], order: bool | None) -> _Days:
    return None, None


def _of_year(match: re.Match[str], order: bool | None) -> _Days:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


_FORMS: tuple[tuple[str, _Reader], ...] = (
    (en.DATES_DAY_FIRST, _of_day),
    (en.DATES_MONTH_FIRST, _of_day),
    (en.DATES_ISO, _of_day),
    (en.DATES_NUMBERS, _of_numbers),
    (en.DATES_TERM, _uncertain),
    (en.DATES_WHOLE_MONTH, _of_month),
    (en.DATES_MONTH_NUMBER, _of_month),
    (en.DATES_SHORT_YEAR, _of_month),
    (en.DATES_FISCAL, _uncertain),
    (en.DATES_QUARTER_OF_YEAR, _of_quarter),
    (en.DATES_YEAR_AND_QUARTER, _of_quarter),
    (en.DATES_HALF_OF_YEAR, _of_half),
    (en.DATES_YEAR_AND_HALF, _of_half),
    (en.DATES_EDGE_OF_YEAR, _of_edge),
    (en.DATES_SPLIT_YEAR, _of_split_year),
    (en.DATES_TWO_WHOLE_YEARS, _uncertain),
    (en.DATES_BARE_YEAR, _of_year),
)


def day_order(text: str) -> bool | None:
    """Whether numbers like 31/12/2026 have the day first: as one that leaves no choice says; None where none does."""
    for match in EN.DATES_NUMERIC.finditer(text):
        if int(match[1]) > 12 or int(match[2]) > 12:
            return int(match[1]) > 12
    return None


@rule(Stage.ENGLISH)
def dates_in(text: str, order: bool | None = None) -> list[DatedPhrase]:
    """Dates with the last day that they allow: `31 March 2026`, `Sept. 30th, 2026`, `31.12.2026`, `2026-12-31`, `June
    2026`, `Q4 2026`, `H1 2026`, `mid-2026`, `end of 2026`, `2026`; a range (`Jan 2024 – Dec 2026`, `2024 to 2026`) has
    its end. A financial or academic year (`FY 2026`, `2025/26`), a term of a school, a season, `early 2026`, and
    a day whose order of day and month nothing tells are dates whose day is not certain."""
    found: list[DatedPhrase] = []
    for expression, read in _FORMS:
        for match in compiled(expression, re.IGNORECASE).finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                first, due = read(match, order)
                found.append(DatedPhrase.of(match, due, first=first))
    return list(_ranges(text, sorted(found, key=lambda one: one.start)))


def _ranges(text: str, dates: Sequence[DatedPhrase]) -> Iterator[DatedPhrase]:
    held: DatedPhrase | None = None
    for one in dates:
        if held is not None:
            between = text[held.end : one.start]
            joined = EN.DATES_JOINT.fullmatch(between) or (
                EN.DATES_AND.fullmatch(between) and EN.DATES_BETWEEN.search(text[: held.start])
            )
            if joined and not held.is_range:
                held = held._replace(end=one.end, due=one.due, first=None, is_range=True)
                continue
            yield held
        held = one
    if held is not None:
        yield held


def dates_only(value: str) -> bool:
    """Return whether a value is a date and nothing else."""
    found = dates_in(value)
    return bool(found) and sum(one.end - one.start for one in found) > 0.8 * len(value.strip())
