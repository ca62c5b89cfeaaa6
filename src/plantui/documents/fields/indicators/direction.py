"""Which way a figure points, and how firmly: at least, at most, about; binding or hoped for."""

from __future__ import annotations

from plantui.documents.fields.indicators.figures import CLEARED, is_count
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.model.terms import Force, Op

COMPARATORS: tuple[tuple[Op | None, tuple[str, ...]], ...] = (
    (Op.AT_LEAST, zh.COMPARATORS_AT_LEAST),
    (Op.AT_MOST, zh.COMPARATORS_AT_MOST),
    (Op.AT_MOST, zh.COMPARATORS_AT_MOST_BY_CHANGE),
    (Op.MORE, zh.COMPARATORS_MORE),
    (Op.LESS, zh.COMPARATORS_LESS),
    (None, zh.COMPARATORS_REACHED),
    (Op.AT_LEAST, zh.COMPARATORS_RAISED),
    (Op.AT_LEAST, zh.COMPARATORS_RAISED_AS),
    (Op.EQUAL, zh.COMPARATORS_EQUAL),
)
"""Words straight before a figure. None: at least, or at most where less is better."""

_TAIL = 12
"""What a name measures stands at its end: of 用水量10万立方米以上的企业建成率 it is the 建成率."""
_NEAR = 24
"""How many characters before a figure may hold its word of comparison."""
_COMPARATOR = tuple(
    (op, compiled(rf"(?:{any_of(words)})(?:约|近|全国|全省|全市|\s)*$")) for op, words in COMPARATORS
)


@rule(Stage.INDICATORS)
def direction(before: str, suffix: str, name: str, unit: str = "") -> Op:
    """以上, 达到, 不低于, 提高到, ≥ → at least;
    ≤, 以下, 不高于, 控制在, 降至, 压减为, 以内 → at most; 超过, 突破 → more than;
    低于 → less than; 左右, 约 and 近 → about.
    动态清零 → 0. 最高提高到30万元 is a ceiling.
    下降10% and 提高5个百分点 are changes of at least so much. 达到 and a bare figure point down where less is better
    (浓度, 能耗, 办理时限); of things that are counted more is better (修订5项能耗标准) unless they are accidents."""
    if suffix == CLEARED:
        return Op.EQUAL
    if suffix in ("左右", "上下"):
        return Op.ABOUT
    if suffix.endswith("以上"):
        return Op.AT_LEAST
    if suffix.endswith(("以下", "以内", "之内")):
        return Op.AT_MOST
    before = ZH.DIRECTION_SHARE_OF.sub("", before)[-_NEAR:]
    if ZH.DIRECTION_CEILING.search(before):
        return Op.AT_MOST
    if compiled(r"(?:约|大约|近|接近)$").search(before):
        return Op.ABOUT
    if compiled(r"(?:至少|不少于)[^，]{0,6}$").search(before):
        return Op.AT_LEAST
    for op, pattern in _COMPARATOR:
        if pattern.search(before):
            return op or (Op.AT_MOST if _less_is_better(name, unit) else Op.AT_LEAST)
    if ZH.DIRECTION_CHANGE.search(before):
        return Op.AT_LEAST
    return Op.AT_MOST if _less_is_better(name, unit) else Op.AT_LEAST


def _less_is_better(name: str, unit: str) -> bool:
    if is_count(unit):
        return ZH.DIRECTION_FEWER_IS_BETTER.search(name) is not None
    tail = name[-_TAIL:]
    return (
        ZH.DIRECTION_LESS_IS_BETTER.search(tail) is not None
        and ZH.DIRECTION_MORE_IS_BETTER.search(name) is None
    )


def compared(before: str) -> int | None:
    """Where a word of comparison straight before a figure begins; None where there is none."""
    share = ZH.DIRECTION_SHARE_OF.search(before)
    before = before[: share.start()] if share else before
    first = max(0, len(before) - _NEAR)
    for _, pattern in _COMPARATOR:
        match = pattern.search(before[first:])
        if match:
            return first + match.start()
    return None


def changed(before: str) -> bool:
    """A word of change stands straight before a figure: 下降, 提高, 新增."""
    return ZH.DIRECTION_CHANGE.search(before[-_NEAR:]) is not None


@rule(Stage.INDICATORS)
def force_of(before: str, suffix: str) -> Force:
    """争取, 力争, 基本, 努力 before the figure, or 左右 behind it: hoped for. Anything else is binding."""
    return Force.EXPECTED if suffix in ("左右", "上下") or hoped(before) else Force.BINDING


def hoped(words: str) -> bool:
    """Words that only hope: 力争, 争取, 努力."""
    return ZH.DIRECTION_HOPED.search(words) is not None
