"""What an indicator measures, and the clause it stands in."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .direction import compared
from .figures import PAUSE
from .targets import BUILD

_HEAD = compiled(
    r"^(?:\d{1,2}[.．、](?!\d)|（\d{1,2}）|[\u2460-\u2473]|[一二三四五六七八九十]+是|其中|力争|争取|确保|努力|并|且|同时|实现|使|让|将|把|"
    r"推动|要|到时|，|：|\s)+"
)
_EVERY = compiled(
    r"^(?:各地|各级(?:财政|政府|部门)?|各县[^，]{0,4}?)?(?:全年|每年)(?:应|要|须|均|共|计划|安排)*(?=..)"
)
"""全年新增…1200户, 各地每年安排…: over what time is no part of what is measured."""
_SPAN = compiled(rf"^(?:用?[一二两三四五六\d]年(?:时间)?[内间]?)?(?:累计|总?共)?(?={BUILD})")
"""三年累计完成改造: within how many years."""
_TAKEN = compiled(r"^.+?(?<!即)(?:将|把)(?![来军近])(?=..)")
"""引导…机构将平均担保费率: what is changed stands behind 将."""
_CHANGE_END = compiled(r"(?:稳步|持续|年均|同比|平均)*(?:增长|提高|提升|增加|下降|降低|减少)$")
_VERB_HEAD = compiled(r"^(?:、|分别|基本|全面|累计|力争|争取|确保)*(?:完成|建成(?!区)|新建成|实现)")
_TAIL = compiled(
    r"(?:严格|稳步|稳定|要|应|须|均|力争|争取|确保|分别|累计|总共|合计|不得|约|稳定|保持|"
    r"努力|最高|共|将|(?<![雷马发到抵直通])达|为|基本|实现|完成|建成|累计实现|约|近|至少|不少于|超|(?<![存现所])在)+$"
)
_OBJECT = compiled(
    rf"(?:大力|积极|加快|持续|深入|统筹|支持|推动|组织|开展|全面|稳步|有序)*(?:{BUILD})(?:一批|若干)?"
    r"(?P<object>[^，。；、\d]{3,24}?)(?:建设|创建|培育|打造|认定|遴选)?(?:工作|行动)?"
)
_ONLY_DOES = compiled(
    rf"(?:力争|争取|确保|努力|全[市省县区州]|累计|总?共|再)*(?:{BUILD})(?:约|至少|不少于|不低于|超过)?"
)
_OBJECT_TAIL = compiled(r"(?:的)?(?:任务|工作|目标|要求|水平)$")
_BEHIND_END = compiled(rf"[，。；]|{PAUSE}|(?:和|及|以及|、)(?=\d)")
_ALTERNATIVE = compiled(r"^(?:或|(?:较|比|在)(?:20|“))")
_DATE = compiled(
    r"(?:应|要|须|力争|争取|确保|计划)?(?:于|在|到|至)?(?<![较比与以从由])20\d\d年(?:年?[底末]|\d{1,2}月(?:份|底)?|[上下]半年|第?[一二三四]季度)?(?:之前|以前|前)?"
    r"(?!度|的|基|为|版|水平|同期)"
)
_CHANGED_FROM = compiled(
    r"(?:从|由)(?:20\d\d年的?)?[\d.]+[^\d，]{0,6}$|"
    r"(?:较|比)(?:20\d\d年|上年|去年|同期|“?十.五”?末?)[^，]{0,4}?(?:提高|增长|下降|降低|减少|提升|增加)?$"
)
_BASELINE = compiled(
    r"(?:较|(?<!占)比|与|从|由)\s*(20\d\d)年(?!起|开始)|[在以]\s*(20\d\d)年[^，。；]{0,6}?(?:基础|基数|水平|为基|为起点)"
)


@rule(Stage.INDICATORS)
def baseline_year(before: str) -> int | None:
    """较2022年下降, 在2020年基础上提高, 比2020年增长: the year that the figure is measured against. 占比在2025年达到
    names the year of the target."""
    years = ["".join(found) for found in _BASELINE.findall(before)]
    return int(years[-1]) if years else None


@rule(Stage.INDICATORS)
def indicator_name(before: str, after: str, previous: str) -> str:
    """The words before the figure without 达到, 力争 and the like; where only a verb stands there, the words behind it
    (完成2.45万亩矿山修复治理 → 矿山修复治理), and where nothing does, the subject of the figure before (零售总额增长10%，
    达到1300亿元). 三年 before a verb, 全年 or 每年 at its head and 引导…机构将 before what is changed are no part of it.
    或在2020年基础上提高 measures what the figure before it does."""
    name = _DATE.sub("", before)
    cut = compared(name)
    name = _TAKEN.sub("", name[:cut]) if cut is not None else name
    name = _TAIL.sub("", _VERB_HEAD.sub("", _SPAN.sub("", _EVERY.sub("", _HEAD.sub("", name)))))
    name = _CHANGED_FROM.sub("", name) if cut is not None else name
    behind = _OBJECT_TAIL.sub("", _BEHIND_END.split(after)[0])
    if len(name) < 2:
        name = behind if compiled(r"[一-鿿]{2}").search(behind) else _subject(previous)
    elif behind and not compiled(r"并|且|和|及|与|或|、|（").match(behind):
        name = name + behind
    if _ALTERNATIVE.match(name) and previous:
        name = previous + name.lstrip("或")
    return name.strip("，、。；： ")


def _subject(name: str) -> str:
    """What a name measures, without how it changes."""
    return _CHANGE_END.sub("", _CHANGED_FROM.sub("", name))


@rule(Stage.INDICATORS)
def object_of(clause: str) -> str:
    """创建国家骨干冷链物流基地, 遴选一批智能制造示范工厂: what a clause without a figure wants done and the next
    counts (2025年底前建成2个)."""
    match = _OBJECT.fullmatch(own_words(clause))
    return match["object"] if match else ""


def only_does(before: str) -> bool:
    """Nothing but a verb of building stands before a figure: 力争建成."""
    return _ONLY_DOES.fullmatch(own_words(before)) is not None


def own_words(clause: str) -> str:
    """A clause without its 其中, 力争 or date."""
    return _HEAD.sub("", _DATE.sub("", clause)).strip()


def clause_start(text: str, start: int) -> int:
    """Where the clause begins behind its 其中, 力争 or 确保."""
    head = _HEAD.match(text[start:])
    return start + (head.end() if head else 0)
