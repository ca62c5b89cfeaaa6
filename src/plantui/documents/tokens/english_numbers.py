"""Numbers with their units, as English plans write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.lexicon import any_of

WORDS = {word: value for value, word in enumerate(en.NUMBERS_WORDS_FROM_TWO, 2)}
_MEASURE = OpenPattern(en.NUMBERS_MEASURE, any_of(en.UNITS_MEASURES), lambda own: own.measures)


@dataclass(frozen=True, slots=True)
class Number:
    """A number, what it counts, and its unit."""

    start: int
    end: int
    """Behind its unit or noun."""
    value: int | float
    unit: str | None
    noun: str
    """The words behind it: what is counted."""
    is_share: bool
    is_money: bool


def number_at(text: str, match: re.Match[str]) -> Number | None:
    """A number with the words behind it; None for a year, or a number without anything to count."""
    raw = match["value"]
    value = _value(raw)
    if value is None:
        return None
    at = match.end()
    scale = (match["scale"] or "").strip()
    measure = _MEASURE.match(text, at)
    if measure:
        unit = " ".join(f"{scale} {measure['unit']}{measure['per'] or ''}{measure['rate'] or ''}".split())
        is_share = measure["unit"].lower().replace(" ", "") in {"%", "percent"}
        unit = "%" if is_share else unit
        of = EN.NUMBERS_OF.match(text[measure.end() :])
        noun = _noun(text, measure.end() + of.end() - 1) if of else _noun(text, measure.end())
        return Number(match.start(), measure.end(), value, unit, noun, is_share, bool(match["money"]))
    if rate := EN.NUMBERS_RATE.match(text, at):
        return Number(match.start(), rate.end(), value, rate["unit"], "", False, False)
    if match["money"]:
        unit = f"{match['money'].strip()} {scale}".strip()
        return Number(match.start(), at, value, unit, "", False, True)
    if raw.isdigit() and len(raw) == 4 and 1900 <= value < 2100 and not scale:
        return None
    noun = _noun(text, at)
    if not noun:
        return Number(match.start(), at, value, scale or None, "", False, False)
    unit = f"{scale} {noun.split()[-1]}".strip()
    return Number(match.start(), at + 1 + len(noun), value, unit, noun, False, False)


def _noun(text: str, at: int) -> str:
    match = EN.NUMBERS_NOUN.match(text, at)
    words = match["noun"].split() if match else []
    return " ".join(words[:7])


def _value(raw: str) -> int | float | None:
    if raw == "zero":
        return 0
    if raw.lower() in WORDS:
        return WORDS[raw.lower()]
    plain = raw.replace(",", "").replace(" ", "")
    return float(plain) if "." in plain else int(plain)
