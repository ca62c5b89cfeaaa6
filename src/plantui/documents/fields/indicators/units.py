"""Units of measurement, with 万 and 亿 in front and a slash inside."""

from __future__ import annotations

from plantui.documents.languages.own_words import own_words
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of

_SCALE = r"(?:万亿|百万|千万|亿|万|千|百)?"
_ALL = sorted(
    dict.fromkeys((*zh.UNITS_SHARES, *zh.UNITS_TIMES, *zh.UNITS_COUNTS, *zh.UNITS_MEASURES)),
    key=len,
    reverse=True,
)
NAMES = "|".join(_ALL)
"""The units whose names any letter may follow, as a pattern."""
_ONE = "(?:" + NAMES + "|(?:" + "|".join(sorted(zh.UNITS_LATIN, key=len, reverse=True)) + ")(?![A-Za-z]))"
_EACH = any_of(zh.UNITS_EACH)
_PER = rf"(?:[/每](?:{_EACH}))?(?:·(?:{_EACH})(?:/(?:{_EACH}))?)?"
_NOT_A_UNIT = r"(?!类|级|星级|层级|期工程)"

UNIT = rf"(?:{_SCALE}(?!单[位元]){_ONE}{_PER}|(?:万亿|亿|万)(?=$|以|左|，|。|；|、)){_NOT_A_UNIT}"
"""One unit of measurement as a pattern."""

COUNT = frozenset(zh.UNITS_COUNTS)
TIME = frozenset(zh.UNITS_TIMES)


def is_count(unit: str) -> bool:
    """Things that are counted: 个, 家, 条, 万人, 辆."""
    plain = unit.lstrip("万亿百千")
    return plain in COUNT or plain in own_words().counts


def is_money(unit: str) -> bool:
    """元 in any size, also 亿美元."""
    return unit.endswith(("元", "人民币"))
