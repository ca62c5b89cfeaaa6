"""English dates that need more than their words: the year, the day of issue, the document's legend, or a choice of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.rule import Stage, id_of, rule
from plantui.documents.tokens.dates import NO_ISSUE_DATE, NO_YEAR, UNCERTAIN, DatedPhrase, month_end
from plantui.documents.tokens.english_dates import dates_in
from plantui.documents.tokens.english_numbers import WORDS
from plantui.documents.traced import TracedText

_NUMBERS = WORDS | {"one": 1}
_ORDINALS = ("first", "second", "third", "fourth")
_SEASONS = {
    "spring": ((5, 31), (6, 30)),
    "summer": ((8, 31), (9, 30)),
    "autumn": ((11, 30), (12, 31)),
    "fall": ((11, 30), (12, 31)),
}
_ANY_YEAR = 2000
_LEAST_TERMS = 2


@rule(Stage.ENGLISH)
def yearless_dates(text: str, dated: Sequence[DatedPhrase], year: int | None) -> Iterator[DatedPhrase]:
    """`30 September`, `June 15`, `March`, `Q3`, `the end of the year` in a document about one year are of that year; in
    another one they lack it. What is done every year is no such date, nor is a month beside one that has its year."""
    for match in EN.YEARLESS_FORM.finditer(text):
        start, end = match.span()
        is_name = match.group()[0].isupper() or not match.group()[0].isalpha()
        words = is_name or match.group().lower().endswith(("quarter", "year", "end"))
        if not words or any(one.start < end and start < one.end for one in dated):
            continue
        if EN.YEARLESS_GOES_ON.match(text[end:]) or EN.YEARLESS_EVERY.search(text):
            continue
        printed = dates_in(f"{match.group()} {year or _ANY_YEAR}")
        if len(printed) != 1 or printed[0].due is None:
            continue
        if year is None:
            yield DatedPhrase.of(match, None, NO_YEAR)
        else:
            yield printed[0]._replace(start=start, end=end, rule=id_of(yearless_dates))


@rule(Stage.ENGLISH)
def issue_day(issued: date | str | None) -> date | None:
    """The day from which months are counted: the day of issue, or the last of its month (2024-07)."""
    if issued is None or isinstance(issued, date):
        return issued
    month = compiled(r"(20\d\d)-(\d\d)").fullmatch(issued)
    return month_end(int(month[1]), int(month[2])) if month else None


@rule(Stage.ENGLISH)
def within_months(text: str, period: Period) -> Iterator[DatedPhrase]:
    """`Within 12 months of plan adoption`, `within two years` at the end of a sentence count from the day of issue; of
    another event (within 6 months of receipt) they do not."""
    for match in EN.SPANS_WITHIN.finditer(text):
        if match["event"] is None and not compiled(r"\s*(?:$|[.;,)\n])").match(text, match.end()):
            continue
        if period.issued is None:
            yield DatedPhrase.of(match, None, NO_ISSUE_DATE)
            continue
        word = match["count"].lower()
        count = _NUMBERS[word] if word in _NUMBERS else int(word)
        last = period.issued + relativedelta(
            months=count * (12 if match["unit"].lower().startswith("year") else 1)
        )
        due = None if period.of_month else last
        others = tuple(
            str(day) for day in dict.fromkeys((last, month_end(last.year, last.month))) if day != due
        )
        found = DatedPhrase.of(match, due, UNCERTAIN, alternatives=others)
        yield found._replace(rule=id_of(within_months))


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
    if found is None or not compiled(r"[-–/]|\b(?:fy|year)").search(plain.lower()):
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


@rule(Stage.ENGLISH)
def legend_of(lines: Iterable[TracedText]) -> tuple[dict[str, date], tuple[TracedText, ...]]:
    """Lines of nothing but two terms or more, each with its year (Short-term – 2023; Medium-term – 2027; Long-term – Post
    2030), say what they mean in the cells of tables and cards; one that ends at no day means none. The days and the
    lines."""
    found = [
        (line, [*EN.TABLES_LEGEND.finditer(line.text)]) for line in lines if EN.TABLES_LEGEND.match(line.text)
    ]
    whole = [
        (line, entries) for line, entries in found if not EN.TABLES_LEGEND.sub("", line.text).strip(" .")
    ]
    entries = [entry for _, entries in whole for entry in entries]
    if len({plain_term(entry["term"]) for entry in entries}) < _LEAST_TERMS:
        return {}, ()
    days = {
        plain_term(entry["term"]): date(int(entry["year"]), 12, 31)
        for entry in entries
        if not (entry["open"] or entry["more"])
    }
    return days, tuple(line for line, _ in whole)


def plain_term(term: str) -> str:
    """The letters of a term, by which it is known again."""
    return compiled(r"[^a-z]").sub("", term.lower())
