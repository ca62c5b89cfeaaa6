"""Numbers before headings: 第一章, 第一节, 一、, （一）, 1., （1）, ①, and what only looks like one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_HAN = "[一二三四五六七八九十百零〇]"


class Style(IntEnum):
    """A way of numbering; the order is the usual order of nesting."""

    PART = 1  # 第一篇, 第一部分
    CHAPTER = 2  # 第一章
    JIE = 3  # 第一节
    HAN = 4  # 一、
    HAN_PAREN = 5  # （一）
    LABEL = 6  # 任务一：, 行动1
    ARABIC = 7  # 1.
    DECIMAL = 8  # 1.1
    ARABIC_PAREN = 9  # （1）, 1）
    CIRCLED = 10  # ①


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a paragraph."""

    style: Style
    value: int
    printed: str
    length: int
    """How many characters it takes, with the blanks after it."""
    is_certain: bool = True
    """False where it may be the figure of a sentence: `11.121人才`, `1.5万千瓦`."""
    major: tuple[int, ...] = ()
    """Of a decimal number, the values before the last one."""


def han_value(text: str) -> int:
    """The value of a Chinese number up to 999: 二十三, 一百零五, 一〇."""
    if text.isdigit():
        return int(text)
    if not any(char in "十百" for char in text):
        return int("".join(str(_DIGITS.get(char, 0)) for char in text) or "0")
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.get(char, 0)
    return total + digit


_CHAPTER = compiled(rf"^第({_HAN}+|\d{{1,3}})\s?(编|篇|部分|章|节)[\s、：:.．]*")
_HAN_COMMA = compiled(rf"^({_HAN}{{1,4}})\s?[、.．]\s*(?!{_HAN}?[级类流线等期年])")
_HAN_PAREN = compiled(rf"^[（(〔]\s?({_HAN}{{1,5}})\s?[）)〕][、.．\s]*")
_LABEL = compiled(rf"^(?:专项)?(任务|行动|工程|措施|举措|专栏)\s?({_HAN}{{1,3}}|\d{{1,2}})\s?[：:、.．\s]\s*")
_DECIMAL = compiled(r"^(\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]?\s*(?=[^\d\s.．%％])")
_ARABIC = compiled(r"^(\d{1,5})\s?[.．、]\s*")
_ARABIC_PAREN = compiled(r"^(?:[（(]\s?(\d{1,2})\s?[）)]|(\d{1,2})[)）])[、.．\s]*")
_CIRCLED = compiled(r"^([\u2460-\u2473])\s*")
_KINDS = {"编": Style.PART, "篇": Style.PART, "部分": Style.PART, "章": Style.CHAPTER, "节": Style.JIE}
_DATE = compiled(r"^(?:\d{4}|[2-9]\d)[.．]\d{1,2}[.．]\d{1,2}(?:\D|$)")
_YEAR_DIGITS = 4
"""From this length on a figure may be a year: it is a number only where it comes next."""
_YEAR = compiled(r"(?:19|20)\d\d\s?年")
_MEASURE = compiled(
    r"^\d+(?:[.．]\d+)?\s*(?:[%％‰万亿千百倍℃]|个|平方|立方|公|毫|微|千米|米|吨|亩|元|度|小时|分|年|月|日|克|升|kW|MW)"
)


@lru_cache(maxsize=4096)  # the same line is looked at by several rules
@rule(Stage.OUTLINE)
def number_of(text: str) -> Number | None:
    """The number that a paragraph begins with, whatever its punctuation (1. 1． 1、 （1） 1） ① 一、 （一） 第一章).
    A 0 is no number (0.683平方公里); `1.2021年` is item 1; other digits after the point make it doubtful, and only the
    numbers before it can say whether `11.121人才` is item 11."""
    if match := _CHAPTER.match(text):
        return Number(_KINDS[match[2]], han_value(match[1]), match[0].strip(" 、：:.．　"), match.end())
    if match := _HAN_PAREN.match(text):
        return Number(Style.HAN_PAREN, han_value(match[1]), f"（{match[1]}）", match.end())
    if match := _HAN_COMMA.match(text):
        return Number(Style.HAN, han_value(match[1]), match[1] + "、", match.end())
    if match := _LABEL.match(text):
        return Number(Style.LABEL, han_value(match[2]), match[0].strip(" 　：:、.．"), match.end())
    if match := _ARABIC_PAREN.match(text):
        value = match[1] or match[2]
        printed = f"（{value}）" if match[1] else f"{value}）"
        return Number(Style.ARABIC_PAREN, int(value), printed, match.end())
    if match := _CIRCLED.match(text):
        return Number(Style.CIRCLED, ord(match[1]) - 0x245F, match[1], match.end())
    return _arabic(text)


def _arabic(text: str) -> Number | None:
    match = _ARABIC.match(text)
    if not match or int(match[1]) == 0 or _DATE.match(text):
        return None
    rest = text[match.end() :]
    is_certain = not rest[:1].isdigit() or "、" in match[0] or _YEAR.match(rest) is not None
    is_certain = is_certain and len(match[1]) < _YEAR_DIGITS
    return Number(
        Style.ARABIC, int(match[1]), match[1], match.end(), is_certain and rest[:1] not in ("", "%")
    )


@lru_cache(maxsize=4096)
@rule(Stage.OUTLINE)
def decimal_number(text: str) -> Number | None:
    """A number in several levels (2.1, 2.1.3) before words; what is followed by a unit of measurement is a figure."""
    match = _DECIMAL.match(text)
    if not match or _MEASURE.match(text) or _DATE.match(text):
        return None
    values = tuple(int(part) for part in compiled(r"[.．]").split(match[1]))
    if 0 in values:
        return None
    return Number(Style.DECIMAL, values[-1], match[1], match.end(), False, values[:-1])
