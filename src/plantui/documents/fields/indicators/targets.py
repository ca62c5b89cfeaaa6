"""Which figures are targets and which only say what is meant."""

from __future__ import annotations

from typing import NamedTuple

from plantui.documents.fields.indicators.direction import changed, compared
from plantui.documents.fields.indicators.figures import TIME, Figure, is_count, is_money
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, id_of, rule

BUILD = zh.TARGETS_BUILD
_SAYS_WHICH = zh.UNITS_SAY_WHICH
_SIZES = zh.UNITS_SIZES


class Sight(NamedTuple):
    """A figure in its clause: what stands before it in the clause, since the figure before, and behind it."""

    figure: Figure
    before: str
    since: str
    after: str
    follows_target: bool = False
    """The figure before it in the same sentence is a target in the same unit."""
    is_dated: bool = False
    """A deadline governs the sentence."""


@rule(Stage.INDICATORS)
def is_target(sight: Sight) -> bool:
    """A figure is a target where a word of comparison or change stands before it, where it ends its clause behind a
    measure or a verb of building, where a verb of building stands straight before it, or where it says how much of
    something is done (完成80%溯源)."""
    if says_what_is_meant(sight) or is_fact_or_award(sight):
        return False
    return any(makes_target(sight) for makes_target in _MAKES_TARGET)


def target_rule(sight: Sight) -> str:
    """Return the id of the first rule that makes a figure a target."""
    return next((id_of(one) for one in _MAKES_TARGET if one(sight)), "")


@rule(Stage.INDICATORS)
def says_what_is_meant(sight: Sight) -> bool:
    """年运量150万吨以上的企业, 30万千瓦以上热电联产机组, 浓度高于100毫克/升的污水处理厂, 以1500万亩示范区为重点,
    全省88个县中的排名, 等7个园区, 对营业收入突破1亿元、5亿元的企业, 4.3米焦炉: the figure says which objects are meant."""
    figure, after = sight.figure, sight.after
    if _is_set_apart(sight):
        return False
    if sight.since.endswith(("等", "第", "前", "后", "上述", "该", "这", "另外")) or ZH.TARGETS_SCOPE.match(
        sight.before + "·" + after
    ):
        return True
    if _eligible(sight) or ZH.TARGETS_MADE_SO.search(figure.unit + after):
        return True
    if ZH.TARGETS_END.match(after) or so_many_reach(sight):
        return False
    if figure.suffix and figure.unit.endswith(_SIZES):
        return True
    if after.startswith("的") and not compiled(r"的(?:目标|任务|要求|水平|速度|比例)").match(after):
        return not (is_count(figure.unit) and ZH.TARGETS_VERB.search(sight.since))
    threshold = figure.suffix or compared(sight.since) is not None
    if threshold and not (is_count(figure.unit) or share_done(sight)):
        return compared(sight.since) is None or not compiled(r"(?:至|到|控制在|达到?)$").search(sight.since)
    return False


def _is_set_apart(sight: Sight) -> bool:
    """预留不少于20%的号源: a share that is kept for something."""
    return bool(
        sight.figure.unit == "%"
        and sight.after.startswith("的")
        and ZH.TARGETS_SET_APART.search(sight.before)
    )


def _eligible(sight: Sight) -> bool:
    """对…达到（突破、超过）N…的…: who is eligible, also where several figures are listed."""
    if not (ZH.TARGETS_TOWARDS.match(sight.before) and ZH.TARGETS_OF_SUCH.match(sight.after)):
        return False
    listed = compiled(r"[、和及或]").fullmatch(sight.since) is not None
    return bool(sight.figure.suffix) or listed or compared(sight.since) is not None


@rule(Stage.INDICATORS)
def is_fact_or_award(sight: Sight) -> bool:
    """已建成的18条, 现有3家: a fact. 给予100万元补助: an award. 每年开展2次: a frequency. None is a target."""
    figure = sight.figure
    if ZH.TARGETS_INVESTED.fullmatch(sight.before) and ZH.TARGETS_END.match(sight.after):
        return False
    if ZH.TARGETS_FACT.search(sight.before) and compared(sight.since) is None:
        return True
    if (
        is_money(figure.unit)
        and ZH.TARGETS_AWARD.search(sight.before + sight.after)
        and not ZH.TARGETS_RAISED.search(sight.since)
    ):
        return True
    if figure.unit in ("次", "场", "期") and (
        ZH.TARGETS_OFTEN.search(sight.before) or compiled(r"/").match(sight.after)
    ):
        return True
    return figure.unit in ("年", "个月", "天") and compared(sight.since) is None and not changed(sight.since)


@rule(Stage.INDICATORS)
def by_comparison(sight: Sight) -> bool:
    """达到76%, 不高于1.5%, 控制在3个工作日以内, 较2022年下降10个百分点: a word of comparison or change straight before the
    figure, and the clause ends with it or goes on with 并, 和, 或."""
    if compared(sight.since) is None and not changed(sight.since):
        return False
    if ZH.TARGETS_END.match(sight.after) or is_count(sight.figure.unit) or _is_set_apart(sight):
        return True
    return compiled(r"(?:至|到|控制在)$").search(sight.since) is not None


@rule(Stage.INDICATORS)
def ends_clause(sight: Sight) -> bool:
    """受污染耕地安全利用率95%, 湿地恢复面积0.683平方公里, 新增装机100万千瓦以上, 其中卫辉市2250亩: the figure
    ends its clause, and before it stands a measure, a verb of building, 其中, or a target in the same unit; or it is so much
    a day that is treated (处理污泥200t/d)."""
    if not ZH.TARGETS_END.match(sight.after) or sight.figure.in_words:
        return False
    noun = compiled(r"[（][^）]*[）]$").sub("", sight.since)
    if not noun and not sight.follows_target:
        return False
    return bool(
        ZH.TARGETS_MEASURE_NOUN.search(noun)
        or (noun.endswith("工程") and not is_count(sight.figure.unit) and not is_money(sight.figure.unit))
        or ZH.TARGETS_INVESTED.fullmatch(sight.before)
        or sight.follows_target
        or sight.before.startswith("其中")
        or compiled(BUILD).search(sight.before)
        or sight.figure.suffix
        or (ZH.TARGETS_RATE.search(sight.figure.unit) and ZH.TARGETS_HANDLED.search(sight.before))
    )


@rule(Stage.INDICATORS)
def counted_object(sight: Sight) -> bool:
    """完成2.45万亩…修复, 建成1条省级和20条市级…, 新建充电桩5000个, 打通断头路5条, 完成…内79个村庄生活污水治理任务: a verb of
    building straight before the figure; or 完成 at the head of the clause, things that are counted, and a work at its end."""
    figure = sight.figure
    if (figure.in_words and not figure.suffix) or figure.unit in TIME or figure.unit in _SAYS_WHICH:
        return False
    if ZH.TARGETS_VERB.search(sight.since):
        return True
    if sight.follows_target and compiled(r".{0,12}?(?:和|及|以及|、|与)[^，]{0,2}").fullmatch(sight.since):
        return True
    work = compiled(r"[（][^）]*[）]").sub("", sight.after)
    return bool(
        is_count(figure.unit)
        and ZH.TARGETS_COMPLETE.match(sight.before)
        and ZH.TARGETS_WORK_END.search(work)
        and not figure.suffix
    )


@rule(Stage.INDICATORS)
def share_done(sight: Sight) -> bool:
    """100%选用新能源车型, 完成80%溯源和50%整治任务: a share with what is done to so much of it."""
    if sight.figure.unit != "%":
        return False
    if ZH.TARGETS_SHARE_VERB.match(sight.after):
        return True
    return bool(compiled(r"(?:完成|实现)$").search(sight.since)) or (
        sight.follows_target and sight.since.endswith(("及", "和", "、"))
    )


@rule(Stage.INDICATORS)
def so_many_reach(sight: Sight) -> bool:
    """力争全市2个以上的县实现空气质量二级达标, 50%的社区建成综合体, 首批100个社区全面建成: so many of them are to reach
    something."""
    if sight.figure.unit == "%":
        return (
            sight.after.startswith("的")
            and not compared(sight.since)
            and ZH.TARGETS_REACH.search(sight.after) is not None
        )
    if not is_count(sight.figure.unit) or sight.figure.in_words:
        return False
    if sight.figure.suffix.endswith("以上"):
        return (
            ZH.TARGETS_REACH.search(sight.after) is not None
            and ZH.TARGETS_MEASURE_NOUN.search(sight.since) is None
        )
    return ZH.TARGETS_REACHED.search(sight.after) is not None


_MAKES_TARGET = (by_comparison, ends_clause, counted_object, share_done, so_many_reach)
"""Rules that make a figure a target, in their order."""
