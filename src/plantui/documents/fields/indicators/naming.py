"""What an indicator measures, and the clause it stands in."""

from __future__ import annotations

from plantui.documents.fields.indicators.direction import compared
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule


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
