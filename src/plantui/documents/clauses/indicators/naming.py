"""What an indicator measures, and the clause it stands in."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .direction import compared

_HEAD = compiled(
    r"^(?:\d{1,2}[.．、](?!\d)|（\d{1,2}）|[\u2460-\u2473]|[一二三四五六七八九十]+是|其中|力争|争取|确保|努力|并|且|同时|实现|使|推动|要|到时|，|：|\s)+"
)
_VERB_HEAD = compiled(r"^(?:基本|全面|累计|力争|争取|确保)*(?:完成|建成(?!区)|新建成|实现)")
_TAIL = compiled(
    r"(?:严格|稳步|稳定|要|应|须|均|力争|争取|确保|分别|累计|总共|合计|不得|约|稳定|保持|"
    r"努力|共|达|为|基本|实现|完成|建成|累计实现)+$"
)
_OBJECT_TAIL = compiled(r"(?:的)?(?:任务|工作|目标|要求|水平)$")
_ALTERNATIVE = compiled(r"^(?:或|(?:较|比|在)(?:20|“))")
_BASELINE = compiled(r"(?:较|比|与|在|以|从)\s*(?P<y>20\d\d)年")


@rule(Stage.INDICATORS)
def baseline_year(before: str) -> int | None:
    """较2022年下降, 在2020年基础上提高, 比2020年增长: the year that the figure is measured against."""
    years = _BASELINE.findall(before)
    return int(years[-1]) if years else None


@rule(Stage.INDICATORS)
def indicator_name(before: str, after: str, previous: str) -> str:
    """The words before the figure without 达到, 力争 and the like; where only a verb stands there, the words behind it
    (完成2.45万亩矿山修复治理 → 矿山修复治理). 或在2020年基础上提高 measures what the figure before it does."""
    name = _HEAD.sub("", before)
    cut = compared(name)
    name = name[:cut] if cut is not None else name
    name = _TAIL.sub("", _VERB_HEAD.sub("", name))
    behind = _OBJECT_TAIL.sub("", compiled(r"[，。；]|(?:和|及|以及|、)(?=\d)").split(after)[0])
    if len(name) < 2:
        name = behind if compiled(r"[一-鿿]{2}").search(behind) else previous
    elif behind and not compiled(r"并|且|和|及|与|或|、|（").match(behind):
        name = name + behind
    if _ALTERNATIVE.match(name) and previous:
        name = previous + name.lstrip("或")
    return name.strip("，、。；： ")


def clause_start(text: str, start: int) -> int:
    """Where the clause begins behind its 其中, 力争 or 确保."""
    head = _HEAD.match(text[start:])
    return start + (head.end() if head else 0)
