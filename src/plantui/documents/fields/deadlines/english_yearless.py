"""Dates of English plans that name no year: their year is the document's only one, or nothing tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantui.documents.languages.en import EN
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_dates import PrintedDate, dates_in

_ANY_YEAR = 2000


@rule(Stage.ENGLISH)
def yearless_dates(text: str, dated: Sequence[PrintedDate], year: int | None) -> Iterator[PrintedDate]:
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
            yield PrintedDate(start, end, None, None, lacks_year=True)
        else:
            yield replace(printed[0], start=start, end=end)
