"""Which way a figure points, and how firmly: at least, at most, about; binding or hoped for."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.model.terms import Force, Op

from .figures import CLEARED
from .units import is_count

COMPARATORS: tuple[tuple[Op | None, str], ...] = (
    (
        Op.AT_LEAST,
        "不低于|不少于|不小于|不得低于|不得少于|不能低于|至少|达到或超过|高于或等于|大于或?等于|[≥≧⩾]|>=",
    ),
    (
        Op.AT_MOST,
        "不高于|不超过|不大于|不多于|不得超过|不得高于|不得大于|不能超过|不突破|小于或?等于|[≤≦⩽]|<=|控制在|压缩至|压缩到|压减至|压减到|缩短至|缩短到|缩减至|缩减到|压缩为|压减为|缩短为|缩减为",
    ),
    (
        Op.AT_MOST,
        "降低到|降低至|下降到|下降至|降到|降至|减少到|减少至|减至|精简至|精简到|降低为|下降为|降为|减少为|减为|精简为|低于或等于",
    ),
    (Op.MORE, "超过|突破|高于|大于|多于|超|高出|>"),
    (Op.LESS, "低于|小于|少于|<"),
    (None, "稳定在|保持在|维持在|稳定达到|保持|累计达到|总数达到|分别达到|平均达到|达到|均达|达|实现"),
    (
        Op.AT_LEAST,
        "提高到|提高至|提升到|提升至|增加到|增加至|增至|增长到|增长至|扩大到|扩大至|上升到|上升至|增到|拓展至|拓展到",
    ),
    (Op.AT_LEAST, "提高为|提升为|增加为|增长为|扩大为"),
    (Op.EQUAL, "均为|等于|为"),
)
"""Words straight before a figure. None: at least, or at most where less is better."""

_TAIL = 12
"""What a name measures stands at its end: of 用水量10万立方米以上的企业建成率 it is the 建成率."""
_NEAR = 24
"""How many characters before a figure may hold its word of comparison."""
_COMPARATOR = tuple((op, compiled(rf"(?:{words})(?:约|近|全国|全省|全市|\s)*$")) for op, words in COMPARATORS)
_CHANGE = compiled(
    r"(?:提高|增长|下降|降低|减少|提升|增加|压减|增|降|削减|递增|递减|缩短|压缩|改善|"
    r"前进|上升|进位|新增|减排|减量|节约|翻|增速)(?:约|了|近|各|分别|率)*$"
)
_LESS_IS_BETTER = compiled(
    r"浓度|污染天|降尘|排放总?量|排放强度|能耗|煤耗|水耗|电耗|消耗|用水量|死亡|伤亡|"
    r"事故|发生率|失业率|漏损率|漏失率|负债率|不良率|超标率|"
    r"差错率|退办率|劣[ⅤVⅣ5五]|时限|办理时间|审批时间|办结时间|平均时间|用时|成本|占比例?过|返贫|投诉率|违法率|抛荒"
)
_FEWER_IS_BETTER = compiled(r"(?:死亡|伤亡|事故|投诉|污染|返贫)[^，]{0,4}$")
_MORE_IS_BETTER = compiled(
    r"(?:整改|达标|处置|治理|完成|覆盖|合格|办结|满意|利用|收集|处理|降低|下降|削减|减排|管控|优良|压减|改善|受理|办理|建成|创建|改造|普及|参保|就业)(?:天数)?(?:率|比例|量|比率|幅度)$"
)
_SHARE_OF = compiled(r"(?<=不低于|不少于|不超过|不高于)(?!20\d\d年)[^，。；、\d]{2,16}的$")
"""不低于新增工业用地的3%: of what the share is, between the comparison and the figure."""
_CEILING = compiled(r"最高(?:可|限额)?(?:提高|提升|增加|上调|调整|放宽)?(?:到|至|为|达到?)?$")
_HOPED = compiled(r"力争|争取|努力|基本|原则上|有望|预期|预计")


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
    before = _SHARE_OF.sub("", before)[-_NEAR:]
    if _CEILING.search(before):
        return Op.AT_MOST
    if compiled(r"(?:约|大约|近|接近)$").search(before):
        return Op.ABOUT
    if compiled(r"(?:至少|不少于)[^，]{0,6}$").search(before):
        return Op.AT_LEAST
    for op, pattern in _COMPARATOR:
        if pattern.search(before):
            return op or (Op.AT_MOST if _less_is_better(name, unit) else Op.AT_LEAST)
    if _CHANGE.search(before):
        return Op.AT_LEAST
    return Op.AT_MOST if _less_is_better(name, unit) else Op.AT_LEAST


def _less_is_better(name: str, unit: str) -> bool:
    if is_count(unit):
        return _FEWER_IS_BETTER.search(name) is not None
    tail = name[-_TAIL:]
    return _LESS_IS_BETTER.search(tail) is not None and _MORE_IS_BETTER.search(name) is None


def compared(before: str) -> int | None:
    """Where a word of comparison straight before a figure begins; None where there is none."""
    share = _SHARE_OF.search(before)
    before = before[: share.start()] if share else before
    first = max(0, len(before) - _NEAR)
    for _, pattern in _COMPARATOR:
        match = pattern.search(before[first:])
        if match:
            return first + match.start()
    return None


def changed(before: str) -> bool:
    """A word of change stands straight before a figure: 下降, 提高, 新增."""
    return _CHANGE.search(before[-_NEAR:]) is not None


@rule(Stage.INDICATORS)
def force_of(before: str, suffix: str) -> Force:
    """争取, 力争, 基本, 努力 before the figure, or 左右 behind it: hoped for. Anything else is binding."""
    return Force.EXPECTED if suffix in ("左右", "上下") or hoped(before) else Force.BINDING


def hoped(words: str) -> bool:
    """Words that only hope: 力争, 争取, 努力."""
    return _HOPED.search(words) is not None
