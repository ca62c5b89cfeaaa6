"""Numbers with their units, as English plans write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantui.documents.patterns import compiled

WORDS = {
    word: value
    for value, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        2,
    )
}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?"
NUMBER = compiled(
    rf"(?P<money>US\$|C\$|A\$|NZ\$|\$|£|€|Rs\.?\s?|₹)?(?<![\w.,/#§-])(?P<value>{_DIGITS}|\b(?i:{'|'.join(WORDS)})\b|"
    r"(?<=\bto )zero\b(?! (?:carbon|waste|emissions?)\b))(?![\d/:]|-\w|st\b|nd\b|"
    r"rd\b|th\b)(?P<scale>\s(?:thousand|million|billion|lakh|crore|hundred)\b)?",
)
_MEASURE = compiled(
    r"\s?(?P<unit>%|per ?cent\b|percent(?:age points?)?\b|°[CF]|(?:[kMG]Wp?h?|MMBtu|GJ|TJ|PJ|k[mgW]|"
    r"mph|km/h|µg/m3|dB|ha|mm|cm|sq\.? ?(?:ft|m|km)|"
    r"square (?:feet|foot|met(?:er|re)s|miles|kilomet(?:er|re)s)|miles?|kilomet(?:er|re)s|met(?:er|"
    r"re)s|feet|acres?|hectares?|"
    r"(?:metric )?tons?|tonnes?|MTCO2e?|tCO2e?|gigajoules|megawatts?(?:[ -]hours)?|kilowatts?(?:[ "
    r"-]hours)?|gallons|lit(?:er|re)s|"
    r"minutes|hours|days|weeks|months|years|pounds|kilograms|dollars|points?))(?![A-Za-z])(?P<per> (?:of CO2e?|CO2e?))?"
    r"(?P<rate> (?:per|a|each) (?:[\d,]+ )?(?:day|week|month|year|hour|household|capita|person|"
    r"population|residents|inhabitants|"
    r"people|km|mile|vehicle)\b)?"
)
_RATE = compiled(
    r"\s(?P<unit>per (?:[\d,]+ )?(?:population|people|residents|inhabitants|capita|persons|births|live births|vehicles))\b"
)
_NOUN = compiled(
    r"\s(?P<noun>(?:(?!(?:by|in|at|to|for|with|on|from|that|which|who|where|and|or|of|per|as|through|using|within|during|between|"
    r"across|are|is|be|will|shall|have|has|before|near|under|into|over|around|along|each|every|annually|when|whose|so|than|if|"
    r"because|including|funded|prioriti[sz]ing|until|up|below|above|out|down|off|back|covering)(?![\w-]))(?:[A-Za-z][\w’'/-]*|\d(?=\s[a-z]))(?:\s|$|(?=[,.;)])))+)"
)
_OF = compiled(r"^\s?of\s(?:the\s|all\s|our\s|its\s)?")


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
        of = _OF.match(text[measure.end() :])
        noun = _noun(text, measure.end() + of.end() - 1) if of else _noun(text, measure.end())
        return Number(match.start(), measure.end(), value, unit, noun, is_share, bool(match["money"]))
    if rate := _RATE.match(text, at):
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
    match = _NOUN.match(text, at)
    words = match["noun"].split() if match else []
    return " ".join(words[:7])


def _value(raw: str) -> int | float | None:
    if raw == "zero":
        return 0
    if raw.lower() in WORDS:
        return WORDS[raw.lower()]
    plain = raw.replace(",", "").replace(" ", "")
    return float(plain) if "." in plain else int(plain)
