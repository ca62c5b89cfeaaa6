"""Numbers in a text with their units of measurement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plantui.documents.languages.own_words import OpenPattern, own_words
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled, keep_needed
from plantui.documents.tokens.numerals import value_of

_SCALE = r"(?:万亿|百万|千万|亿|万|千|百)?"
_ALL = sorted(
    dict.fromkeys((*zh.UNITS_SHARES, *zh.UNITS_TIMES, *zh.UNITS_COUNTS, *zh.UNITS_MEASURES)),
    key=len,
    reverse=True,
)
_NAMES = "|".join(_ALL)
"""The units whose names any letter may follow, as a pattern."""
_ONE = "(?:" + _NAMES + "|(?:" + "|".join(sorted(zh.UNITS_LATIN, key=len, reverse=True)) + ")(?![A-Za-z]))"
_EACH = any_of(zh.UNITS_EACH)
_PER = rf"(?:[/每](?:{_EACH}))?(?:·(?:{_EACH})(?:/(?:{_EACH}))?)?"
_NOT_A_UNIT = r"(?!类|级|星级|层级|期工程)"

_UNIT = rf"(?:{_SCALE}(?!单[位元]){_ONE}{_PER}|(?:万亿|亿|万)(?=$|以|左|，|。|；|、)){_NOT_A_UNIT}"
"""One unit of measurement as a pattern."""

_COUNTED = frozenset(zh.UNITS_COUNTS)
TIME = frozenset(zh.UNITS_TIMES)


def is_count(unit: str) -> bool:
    """Things that are counted: 个, 家, 条, 万人, 辆."""
    plain = unit.lstrip("万亿百千")
    return plain in _COUNTED or plain in own_words().counts


def is_money(unit: str) -> bool:
    """元 in any size, also 亿美元."""
    return unit.endswith(("元", "人民币"))


def _with_own_units(expression: str) -> OpenPattern:
    return OpenPattern(expression, _NAMES, lambda own: own.counts + own.measures)


_FIGURE = _with_own_units(rf"{zh.FIGURES_NUMBER}\s*(?P<u>{_UNIT}){zh.FIGURES_SUFFIX}")
_RANGE = _with_own_units(
    rf"(?<![\d.A-Za-z/·第-])(?P<low>\d+(?:\.\d+)?)\s*(?P<lu>[%‰万亿]|{_UNIT})?\s*(?:[-—～]{{1,2}}|至)\s*(?P<n>\d+(?:\.\d+)?)\s*(?P<u>{_UNIT})"
)
_UPPER_END = compiled(r"[-—～至]\s*\d")
_LARGE = compiled(rf"{zh.FIGURES_LARGE}(?P<u>{_UNIT}){zh.FIGURES_SUFFIX}")
# What their matches have, without reading all units.
keep_needed(
    {_FIGURE.pattern: (), _RANGE.pattern: (("-", "—", "～", "至"),), _LARGE.pattern: (("十", "百", "千"),)}
)


CLEARED = "清零"
"""The suffix of a figure that stands for 动态清零."""


class Figure(NamedTuple):
    """A number with its unit: the range with 以上 and the like, the value, the unit as printed, what follows it."""

    start: int
    end: int
    value: int | float
    unit: str
    suffix: str
    in_words: bool = False
    range_end: int = 0
    """Of the lower end of a range, where the whole range ends; else 0."""
    is_upper: bool = False
    """The upper end of a range, which is a target where the lower one is."""


def figures_in(text: str) -> Iterator[Figure]:
    """The figures of a folded text in order. Numbers in words count from ten on (二百二十台, 百分之六十五), smaller ones
    from two on and only with units that are usual for them (前十名, 五个位次); a number without a unit only behind 系数,
    指数 or pH值, or in a list behind 分别 (分别不高于53和32微克); 2—3万亩 is at least 2 and at most 3; 事件为零 and
    动态清零 are 0. Other units in Latin letters (40DDDs以下) only at the end of a clause."""
    found = [figure for match in _FIGURE.finditer(text) if (figure := _figure(match, in_words=False))]
    for figure in list(found):
        found.extend(_listed(text, figure))
    found = _with_ranges(text, found)
    found.extend(_acidity(text))
    for pattern in (ZH.FIGURES_PERCENT, _LARGE, ZH.FIGURES_WORDS, ZH.FIGURES_PURE, ZH.FIGURES_LATIN):
        for match in pattern.finditer(text):
            more = _figure(match, in_words=pattern is ZH.FIGURES_WORDS)
            free = more and all(more.start >= one.end or more.end <= one.start for one in found)
            if more and free and (more.value > 1 or pattern is not ZH.FIGURES_WORDS):
                found.append(more)
    found.extend(
        Figure(match.start(), match.end(), 0, "", CLEARED if match["cleared"] else "")
        for match in ZH.FIGURES_ZERO.finditer(text)
        if not ZH.FIGURES_OF_NOTHING.fullmatch(text[: match.start()])
    )
    yield from sorted(found, key=lambda figure: figure.start)


def _with_ranges(text: str, found: list[Figure]) -> list[Figure]:
    """Return the figures with both ends of each range, the lower with the suffix 以上 and the upper with 以内."""
    for match in _RANGE.finditer(text) if _UPPER_END.search(text) else ():
        low, high, unit = value_of(match["low"]), value_of(match["n"]), _unit(match)
        if low is None or high is None or low >= high or not _is_same_unit(match["lu"] or "", unit):
            continue
        outside = [one for one in found if one.end <= match.start() or one.start >= match.end()]
        ends = [
            Figure(match.start("low"), match.end(), low, unit, "以上", range_end=match.end()),
            Figure(match.start("n"), match.end(), high, unit, "以内", is_upper=True),
        ]
        found = [*outside, *ends]
    return found


def _acidity(text: str) -> Iterator[Figure]:
    """Yield both ends of pH值6-9, which has no unit."""
    for match in ZH.FIGURES_ACIDITY.finditer(text):
        low, high = value_of(match["low"]), value_of(match["n"])
        if low is not None and high is not None and low < high:
            yield Figure(match.start("low"), match.end(), low, "", "以上", range_end=match.end())
            yield Figure(match.start("n"), match.end(), high, "", "以内", is_upper=True)


def _is_same_unit(lower: str, unit: str) -> bool:
    """20%—30%, 2万—3万亩, 20—30家: what the lower end prints is the unit, its 万 or nothing."""
    return lower in ("", unit) or (lower in ("万", "亿") and unit.startswith(lower))


def _listed(text: str, figure: Figure) -> Iterator[Figure]:
    """Numbers of a list whose unit stands only behind the last one."""
    listed = ZH.FIGURES_LIST.search(text[: figure.start])
    if listed is None or "分别" not in text[: listed.start()]:
        return
    for match in compiled(r"\d+(?:\.\d+)?").finditer(listed.group()):
        value = value_of(match.group())
        start = listed.start() + match.start()
        if value is not None:
            yield Figure(start, start + len(match.group()), value, figure.unit, figure.suffix)


def _figure(match: re.Match[str], *, in_words: bool) -> Figure | None:
    value = value_of(match["n"].replace(" ", ""))
    if value is None:
        return None
    is_percent = match.re.pattern == ZH.FIGURES_PERCENT.pattern
    unit = "%" if is_percent else _unit(match)
    start = match.start() if is_percent else match.start("n")
    return Figure(start, match.end(), value, unit, match["s"] or "", in_words)


def _unit(match: re.Match[str]) -> str:
    """The unit as it is printed, with the brackets that units have: dB(A)."""
    unit = match.groupdict().get("u") or ""
    return unit.replace(" ", "").replace("（", "(").replace("）", ")")
