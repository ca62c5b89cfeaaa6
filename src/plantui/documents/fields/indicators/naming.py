"""What an indicator measures, and the clause it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.fields.indicators.direction import compared
from plantui.documents.fields.indicators.figures import Figure
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_KINDS = frozenset("级类型性期段区县市业")
_FARTHEST = 4
"""How much longer than the others the last member's own words may be."""


@rule(Stage.INDICATORS)
def baseline_year(before: str) -> int | None:
    """较2022年下降, 在2020年基础上提高, 比2020年增长: the year that the figure is measured against. 占比在2025年达到
    names the year of the target."""
    years = ["".join(found) for found in ZH.NAMING_BASELINE.findall(before)]
    return int(years[-1]) if years else None


@rule(Stage.INDICATORS)
def indicator_name(before: str, after: str, previous: str) -> str:
    """The words before the figure without 达到, 力争 and the like; where only a verb stands there, the words behind it
    (完成2.45万亩矿山修复治理 → 矿山修复治理), and where nothing does, the subject of the figure before (零售总额增长10%，
    达到1300亿元). 三年 before a verb, 全年 or 每年 at its head and 引导…机构将 before what is changed are no part of it.
    或在2020年基础上提高 measures what the figure before it does."""
    name = ZH.NAMING_DATE.sub("", before)
    cut = compared(name)
    name = ZH.NAMING_TAKEN.sub("", name[:cut]) if cut is not None else name
    name = ZH.NAMING_TAIL.sub(
        "",
        ZH.NAMING_VERB_HEAD.sub(
            "", ZH.NAMING_SPAN.sub("", ZH.NAMING_EVERY.sub("", ZH.NAMING_HEAD.sub("", name)))
        ),
    )
    name = ZH.NAMING_CHANGED_FROM.sub("", name) if cut is not None else name
    behind = ZH.NAMING_OBJECT_TAIL.sub("", ZH.NAMING_BEHIND_END.split(after)[0])
    if len(name) < 2:
        name = behind if compiled(r"[一-鿿]{2}").search(behind) else _subject(previous)
    elif behind and not compiled(r"并|且|和|及|与|或|、|（").match(behind):
        name = name + behind
    if ZH.NAMING_ALTERNATIVE.match(name) and previous:
        name = previous + name.lstrip("或")
    return name.strip("，、。；： ")


def _subject(name: str) -> str:
    """What a name measures, without how it changes."""
    return ZH.NAMING_CHANGE_END.sub("", ZH.NAMING_CHANGED_FROM.sub("", name))


@rule(Stage.INDICATORS)
def object_of(clause: str) -> str:
    """创建国家骨干冷链物流基地, 遴选一批智能制造示范工厂: what a clause without a figure wants done and the next
    counts (2025年底前建成2个)."""
    match = ZH.NAMING_OBJECT.fullmatch(own_words(clause))
    return match["object"] if match else ""


def only_does(before: str) -> bool:
    """Nothing but a verb of building stands before a figure: 力争建成."""
    return ZH.NAMING_ONLY_DOES.fullmatch(own_words(before)) is not None


def own_words(clause: str) -> str:
    """A clause without its 其中, 力争 or date."""
    return ZH.NAMING_HEAD.sub("", ZH.NAMING_DATE.sub("", clause)).strip()


def clause_start(text: str, start: int) -> int:
    """Where the clause begins behind its 其中, 力争 or 确保."""
    head = ZH.NAMING_HEAD.match(text[start:])
    return start + (head.end() if head else 0)


@rule(Stage.INDICATORS)
def names_apart(clause: str, figures: Sequence[Figure]) -> dict[int, str]:
    """县城、城市污水处理率分别达到85%、95%: the figures behind 分别 measure the names before it in turn, and what only the
    last name says is shared: 县城污水处理率. The shared words begin with a word of measuring near the length of the other
    members (果蔬、肉类、水产品产地低温处理率); where none is known, each figure has the whole list as its name. For each
    figure's place its name."""
    at = clause.find("分别")
    behind = [figure for figure in figures if figure.start > at]
    if at < 0 or len(behind) < 2:
        return {}
    whole = own_words(clause[:at])
    names = [name.strip() for name in ZH.DISTRIBUTED_LISTED.split(whole)]
    if len(names) != len(behind) or not all(names):
        return {}
    if not any(ZH.DISTRIBUTED_WHOLE_NAME.search(name) for name in names[:-1]):
        tail = _shared(names)
        if tail:
            names = [*(name + tail for name in names[:-1]), names[-1]]
        elif tail is None:
            names = [whole] * len(names)
    return {figure.start: name for figure, name in zip(behind, names, strict=True)}


def _shared(names: Sequence[str]) -> str | None:
    """The words of the last name that belong to all; empty where it has none, None where they cannot be told. Members
    that end alike (国家级、省级绿色工厂) end so in the last name too."""
    last = names[-1]
    lengths = [len(ZH.DISTRIBUTED_REGION.sub("", name)) for name in names[:-1]]
    ends = {name[-1] for name in names[:-1]}
    alike = last.find(ends.pop(), 1) + 1 if len(ends) == 1 and ends <= _KINDS else 0
    if 0 < alike < len(last) - 1 and alike <= max(lengths) + 2:
        return last[alike:]
    near = [
        (min(abs(place - length) for length in lengths), place)
        for place in range(2, len(last) - 1)
        if ZH.DISTRIBUTED_TAIL.match(last[place:])
    ]
    distance, place = min(near, default=(_FARTHEST + 1, 0))
    if distance <= _FARTHEST:
        return "" if names[0].endswith(last[-1]) else last[place:]
    return "" if len(last) <= max(lengths) + 1 else None
