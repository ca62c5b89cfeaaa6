"""Numbers with a unit in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plantui.documents.clauses.numerals import HAN, number_of

from .units import UNIT

_NUMBER = r"(?<![\d.A-Za-z/·第])(?P<n>\d+(?:,\d{3})*(?:\.\s?\d+)?)"
_SUFFIX = r"(?P<s>(?:及|或)?以上|(?:及|或)?以下|左右|上下|以内|之内)?"
_FIGURE = re.compile(rf"{_NUMBER}\s*(?P<u>{UNIT}){_SUFFIX}")
_WORDS = re.compile(
    rf"(?<![第{HAN[1:-1]}])(?P<n>{HAN}+)(?P<u>个百分点|个位次|位次|倍|[名位](?![^，。；、]{{0,2}}(?:长|"
    rf"书记))|[个家座条所]){_SUFFIX}"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: the range with 以上 and the like, the value, the unit as printed, what follows it."""

    start: int
    end: int
    value: int | float
    unit: str
    suffix: str
    in_words: bool = False


def figures_in(text: str) -> Iterator[Figure]:
    """The figures of a folded text in order. Numbers in words count from two on, and only with units that are usual for
    them (前十名, 五个位次)."""
    found = [figure for match in _FIGURE.finditer(text) if (figure := _figure(match, in_words=False))]
    for match in _WORDS.finditer(text):
        figure = _figure(match, in_words=True)
        if (
            figure
            and figure.value > 1
            and all(figure.start >= one.end or figure.end <= one.start for one in found)
        ):
            found.append(figure)
    yield from sorted(found, key=lambda figure: figure.start)


def _figure(match: re.Match[str], *, in_words: bool) -> Figure | None:
    value = number_of(match["n"].replace(" ", ""))
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer() and "." not in match["n"]:
        value = int(value)
    return Figure(match.start(), match.end(), value, match["u"].replace(" ", ""), match["s"] or "", in_words)
