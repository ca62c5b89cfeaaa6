"""Number formats of sheets (ECMA-376, 18.8.31): what their codes are made of, and which part of one a number takes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

BUILT_IN: Mapping[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
    # What Chinese versions of Excel and WPS show under these numbers, which no file spells out.
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Formats that a file names by number alone; those that no table names show a number as it is."""

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | \[(?P<bracket>[^\]]*)\] | (?P<room>_.|\*.)
    | (?P<general>general) | (?P<half>am/pm|a/p|上午/下午) | (?P<science>e[+-])
    | (?P<day>y+|g+|e+|m+|d+|a{3,4}|h+|s+) | (?P<place>[0#?]) | (?P<sign>[.,%/@]) | (?P<plain>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_CURRENCY = re.compile(r"\$([^-\]]*)(?:-[0-9a-zA-Z-]*)?")
_DIGITS = re.compile(r"dbnum([123])", re.IGNORECASE)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


class Token(NamedTuple):
    """A piece of a number format: its kind, one of the groups of the pattern, and what stands there."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One of up to four parts of a number format."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None
    digits: int
    """Which Chinese digits it asks for ([DBNum1] to [DBNum3]), 0 for none."""

    @property
    def is_day(self) -> bool:
        """Whether it shows a day, not only a number or a time."""
        return any(token.kind == "day" and token.text[0] in "ygeda" for token in self.tokens) or (
            self.is_moment and not any(token.kind == "day" and token.text[0] in "hs" for token in self.tokens)
        )

    @property
    def is_moment(self) -> bool:
        """Whether it shows a day or a time."""
        return any(token.kind == "day" for token in self.tokens)


def shows_day(code: str) -> bool:
    """Return whether a number format shows a number as a day."""
    return any(section.is_day for section in sections_of(code))


def shows_time(code: str) -> bool:
    """Return whether a number format shows a time of day."""
    return any(
        token.kind == "day" and token.text[0] in "hs" for one in sections_of(code) for token in one.tokens
    )


@lru_cache(maxsize=500)
def sections_of(code: str) -> tuple[Section, ...]:
    """Return the sections of a number format."""
    parts: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "plain"
        text = match[kind] or ""
        if kind == "plain" and text == ";":
            parts.append([])
        else:
            parts[-1].append(Token(kind, text.lower() if kind in ("day", "general", "half") else text))
    return tuple(_section(part) for part in parts)


def _section(tokens: Sequence[Token]) -> Section:
    kept: list[Token] = []
    condition: tuple[str, float] | None = None
    digits = 0
    for token in tokens:
        if token.kind != "bracket":
            kept.append(token)
        elif found := _CONDITION.fullmatch(token.text):
            condition = (found[1], float(found[2]))
        elif found := _DIGITS.fullmatch(token.text):
            digits = int(found[1])
        elif found := _CURRENCY.fullmatch(token.text):
            kept.append(Token("quoted", found[1]))
        elif _ELAPSED.fullmatch(token.text):
            kept.append(Token("day", token.text.lower()))
    return Section(tuple(kept), condition, digits)


def section_for(value: float, sections: Sequence[Section]) -> Section:
    """Return the section that a number takes: the first whose condition holds, else by its sign."""
    if any(section.condition for section in sections):
        for section in sections:
            if section.condition is None or _holds(value, *section.condition):
                return section
        return sections[-1]
    if len(sections) > 1 and value < 0:
        return sections[1]
    return sections[2] if len(sections) > 2 and value == 0 else sections[0]


def _holds(value: float, operator: str, limit: float) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[operator]


def is_silent(section: Section, code: str) -> bool:
    """Return whether a section of several is empty: what takes it is not shown."""
    return not section.tokens and ";" in code


def literal(token: Token) -> str:
    """Return the words that a piece puts into what is shown."""
    if token.kind == "room":
        return " " if token.text[0] == "_" else ""
    return token.text


def is_minute(tokens: Sequence[Token], at: int) -> bool:
    """Return whether an m stands for minutes: next to hours before it or seconds behind it."""
    if tokens[at].text[0] != "m":
        return False
    before = [one.text[0] for one in tokens[:at] if one.kind == "day"]
    behind = [one.text[0] for one in tokens[at + 1 :] if one.kind == "day"]
    return before[-1:] == ["h"] or behind[:1] == ["s"]
