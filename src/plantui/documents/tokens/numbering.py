"""Numbers before headings (第一章, Ⅰ, 一、, （一）, A, 1., A1, ①), what only looks like one, and what may come next."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numerals import whole_number


def form_of_code(code: str) -> str:
    """Return the form that a code has in common with others: A9.9 of EV12.3."""
    return compiled(r"\d+").sub("9", compiled(r"[A-Z]+").sub("A", code))


class Style(IntEnum):
    """A way of numbering; the order is the usual order of nesting."""

    PART = 1  # 第一篇, 第一部分
    CHAPTER = 2  # 第一章
    JIE = 3  # 第一节
    ROMAN = 4  # Ⅰ
    HAN = 5  # 一、
    ARTICLE = 6  # 第一条
    LETTER = 7  # A
    HAN_PAREN = 8  # （一）
    LABEL = 9  # 任务一：, 行动1
    ARABIC = 10  # 1.
    DECIMAL = 11  # 1.1, 1-1, A1
    ARABIC_PAREN = 12  # （1）, 1）
    CIRCLED = 13  # ①


class Number(NamedTuple):
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


_AROUND = f" 　：:、{zh.NUMBERING_POINT}【】"
"""What may stand around a number and its word."""
_KINDS = {"编": Style.PART, "篇": Style.PART, "部分": Style.PART, "章": Style.CHAPTER, "节": Style.JIE}
_SIGNS = (
    (0x2160, Style.ROMAN, "{sign}"),
    (0x2460, Style.CIRCLED, "{sign}"),
    (0x2474, Style.ARABIC_PAREN, "（{value}）"),
    (0x2488, Style.ARABIC, "{value}"),
    (0x3220, Style.HAN_PAREN, "（{han}）"),
)
"""Where the signs that are a whole number begin (Ⅰ ① ⑴ ⒈ ㈠), and how each is printed."""
_YEAR_DIGITS = 4
"""From this length on a figure may be a year: it is a number only where it comes next."""


@lru_cache(maxsize=4096)  # the same line is looked at by several rules
@rule(Stage.OUTLINE)
def number_of(text: str) -> Number | None:
    """The number that a paragraph begins with, whatever its punctuation (1. 1． 1、 ⒈ （1） 1） ⑴ ① 一、 （一） ㈠ Ⅰ 第一章
    第一条 行动一： 【行动一】 问题一： 项目1) and a letter before a short heading (A 责任体系).
    A 0 is no number (0.683平方公里); `1.2021年` is item 1; other digits after the point make it doubtful, and only the
    numbers before it can say whether `11.121人才` is item 11."""
    if match := ZH.NUMBERING_CHAPTER.match(text):
        return Number(_KINDS[match[2]], whole_number(match[1]), match[0].strip(_AROUND), match.end())
    if match := ZH.NUMBERING_HAN_PAREN.match(text):
        return Number(Style.HAN_PAREN, whole_number(match[1]), f"（{match[1]}）", match.end())
    if match := ZH.NUMBERING_HAN_COMMA.match(text):
        return Number(Style.HAN, whole_number(match[1]), match[1] + "、", match.end())
    if match := ZH.NUMBERING_ARTICLE.match(text):
        return Number(Style.ARTICLE, whole_number(match[1]), match[0].strip(_AROUND), match.end())
    if match := ZH.NUMBERING_LABEL.match(text):
        return Number(Style.LABEL, whole_number(match[2]), match[0].strip(_AROUND), match.end())
    if match := ZH.NUMBERING_ARABIC_PAREN.match(text):
        value = match[1] or match[2]
        printed = f"（{value}）" if match[1] else f"{value}）"
        return Number(Style.ARABIC_PAREN, int(value), printed, match.end())
    if match := ZH.NUMBERING_ONE_SIGN.match(text):
        return _one_sign(match[1], match.end())
    if match := ZH.NUMBERING_LETTER.match(text):
        return Number(Style.LETTER, ord(match[1]) - ord("A") + 1, match[1], match.end())
    return _arabic(text)


def _one_sign(sign: str, length: int) -> Number:
    first, style, form = next(kind for kind in reversed(_SIGNS) if ord(sign) >= kind[0])
    value = ord(sign) - first + 1
    han = "一二三四五六七八九十"[value - 1] if value <= 10 else ""
    return Number(style, value, form.format(sign=sign, value=value, han=han), length)


def _arabic(text: str) -> Number | None:
    match = ZH.NUMBERING_ARABIC.match(text)
    if not match or int(match[1]) == 0 or ZH.NUMBERING_DATE.match(text):
        return None
    rest = text[match.end() :]
    is_certain = not rest[:1].isdigit() or "、" in match[0] or ZH.NUMBERING_YEAR.match(rest) is not None
    is_certain = is_certain and len(match[1]) < _YEAR_DIGITS
    return Number(
        Style.ARABIC, int(match[1]), match[1], match.end(), is_certain and rest[:1] not in ("", "%")
    )


@lru_cache(maxsize=4096)
@rule(Stage.OUTLINE)
def decimal_number(text: str) -> Number | None:
    """A number in several levels (2.1, 2.1.3, 2-1, B1) before words; what is followed by a unit of measurement is a
    figure."""
    match = ZH.NUMBERING_DECIMAL.match(text)
    if not match or ZH.NUMBERING_MEASURE.match(text) or ZH.NUMBERING_DATE.match(text):
        return None
    parts = compiled(rf"[{zh.NUMBERING_POINT}－-]|(?<=[A-Z])").split(match[1])
    values = tuple(int(part) if part.isdigit() else ord(part) - ord("A") + 1 for part in parts)
    if 0 in values:
        return None
    return Number(Style.DECIMAL, values[-1], match[1], match.end(), False, values[:-1])


class Sequence:
    """The last number of each style so far."""

    def __init__(self) -> None:
        self._last: dict[Style, int] = {}
        self._decimal: tuple[int, ...] = ()

    def take(self, number: Number) -> None:
        """A heading with this number was read."""
        self._last[number.style] = number.value
        if number.style is Style.DECIMAL:
            self._decimal = (*number.major, number.value)

    def follows(self, number: Number) -> bool:
        """Whether it is the next one of its style."""
        if number.style is Style.DECIMAL:
            return self._follows_decimal((*number.major, number.value))
        return number.value == self._last.get(number.style, 0) + 1 and number.value > 1

    @rule(Stage.OUTLINE)
    def in_its_style(self, number: Number | None) -> Number | None:
        """② behind 1. where no ① stands is the next of the plain numbers, which the copy wrote otherwise."""
        if number is None or number.style is not Style.CIRCLED or number.value == 1:
            return number
        last = number.value - 1
        is_alone = self._last.get(Style.CIRCLED) != last and self._last.get(Style.ARABIC) == last
        return number._replace(style=Style.ARABIC) if is_alone else number

    def _follows_decimal(self, values: tuple[int, ...]) -> bool:
        last = self._decimal
        if not last:
            return values[-1] == 1
        if len(values) > len(last):
            return values == (*last, 1)
        *before, here = last[: len(values)]
        above = tuple(before)
        counts_on = values[:-1] == above and values[-1] == here + 1
        restarts = values[:-1] > above and values[-1] == 1
        return counts_on or restarts

    @rule(Stage.OUTLINE)
    def accepts(self, number: Number, is_complete: bool) -> bool:
        """A number at the start of a line begins a heading when what stands before it is complete. In the middle of a
        sentence it does so only as the next of its style; where digits follow its point (`11.121人才`), it must be
        both."""
        if number.is_certain:
            return is_complete or (self.follows(number) and number.style < Style.ARABIC_PAREN)
        return is_complete and self.follows(number)
