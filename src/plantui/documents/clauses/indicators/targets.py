"""Which figures are targets and which only say what is meant."""

from __future__ import annotations

from dataclasses import dataclass

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .direction import changed, compared
from .figures import PAUSE, Figure
from .units import TIME, is_count, is_money

BUILD = (
    "攻克|新设|消除|新建|新增|建成|完成|新改扩建|新改建|改建|扩建|改造|建设|培育|打造|创建|引进|修复|治理|整治|淘汰|更新|实现|设立|认定|发展|培训|招引|孵化|投放|布设|布局|"
    "推广|关停|退出|压减|推动|推进|实施|开展|新培育|新认定|形成|绿化|造林|营造|恢复|增加|减少|净增|新开工|开工|投用|投运|新能源化|替代|安装|组织|举办|"
    "遴选|选树|选拔|扶持|资助|招收|轮训|购置|新购|加装|拆除|栽植|种植|补植|铺设|敷设|架设|疏浚|清淤|整修|维修|提标|联网|入库|制发|上线|选派|选聘|招录|招聘|引育|培树|设置|增设|摸排|推出|谋划|申报|获批|征集|发布|编制|制定|修订|出台|评选|争创|创成|达标|储备|落地|签约|发放|覆盖|新开通|开通|配备|配建|接入|清理|整改|解决|规范|帮扶|惠及|带动|开发|筛查|入驻|抽检|检测|转化|支持|收储|盘活|供应|筹集|生产|达|"
    "新打|打通|贯通|疏通|培养|认证(?!企业|机构|中心|单位|体系)|评定|植树|栽种|施划|划定|组建|搭建|修缮|翻修|翻新|修建|埋设|吸纳|安置|化解|复垦|流转|走访|招募|编印"
)
"""Verbs whose object is what a figure counts."""
_VERB = compiled(rf"(?:{BUILD})(?:约|至少|不少于|不低于|超过|近|各|全市|全省|了|升级|一批|总计|共)*$")
_COMPLETE = compiled(r"^(?:[^，]{0,12}(?:要|应|须))?(?:力争|争取|确保|基本|全面)*(?:完成|建成|实现)")
_WORK_END = compiled(
    r"(?:任务|工作|治理|改造|建设|修复|整治|目标|工程|搬迁|排查|清理|安装|替代|提升|"
    r"升级|达标|验收|创建|评估|普查|调查)$"
)
_END = compiled(
    rf"^(?:$|[、（）]|{PAUSE}|(?:并|且|和|及|与|或|同时)|(?:的)?(?:目标|水平|任务|要求)(?:$|[、以])|(?:，|。|；))"
)
_MEASURE_NOUN = compiled(
    r"(?:率|比例|比重|占比|面积|长度|里程|容量|装机|总量|数量|规模|产量|产值|增加值|"
    r"销售额|交易额|投资|收入|辆数|保有量|受益人口|受益群众|浓度|天数|个数|人数|总数|能力|"
    r"指数|覆盖|得分|流量|蓄水量|储量|运量|运输量|吞吐量|发电量|供电量|供水量|供热量|供气量|处理量|减排量|贷款余额|余额|户数|家数|能耗|"
    r"水耗|年限|寿命|营业收入|密度|强度|均值|金额|总额|增速|增幅|GDP)$"
)
_FACT = compiled(
    r"已(?!建成区)|现有|目前|原有|过去|去年|上年|前期|共有|境内|总投资|占地|注册资本|全长|其中包括|涉及"
)
_INVESTED = compiled(r"(?:完成)?总投资")
"""总投资3600万元 as a clause of its own; 总投资50亿元的项目 says which."""
_AWARD = compiled(
    r"给予|奖励|补助|补贴|资助|奖补|罚款|最高|扶持|不设|每户|每人|每家|每亩|每吨|每个|"
    r"单户|返还|贴息|额度|每辆"
)
_RAISED = compiled(r"(?:提高|提升|增加|上调|调整)(?:到|至|为)$")
_SAYS_WHICH = (
    "千伏", "千伏安", "吨级", "兆帕", "千帕", "帕", "伏", "兆赫", "吉赫", "赫兹", "赫", "毫米", "厘米", "微米",
    "纳米", "英寸", "℃", "摄氏度", "分贝",
)  # fmt: skip
"""Units that tell what something is: a line of 110千伏, a tank of 70兆帕."""
_SCOPE = compiled(r"^(?:以|针对|围绕|聚焦|依托|按照|根据|按)[^，]*$")
_TOWARDS = compiled(r"^[^，]{0,8}?(?<![针面相应核配])对(?![标接口外照比应])")
_OF_SUCH = compiled(r"^[^，]*?的(?!目标|任务|要求|水平|速度|比例)[^，、]")
_MADE_SO = compiled(r"^(?:米|立方米|吨)[^，。；、的]{0,4}(?:焦|高|转|电|平|加热)炉")
"""The size of a furnace says which."""
_OFTEN = compiled(r"每(?:年|月|季度?|周|天|日|半年|两年|三年)(?:度)?[^，]{0,12}$")
_SHARE_VERB = compiled(
    r"^(?:选用|使用|采用|实现|完成|达标|覆盖|纳入|建成|安装|配备|落实|接入|推行|通过|"
    r"可追溯|可溯源|上线|公开|办理|办结|的?(?:清理|溯源|整治|销号|整改)|以上?(?:实现|完成|达到))"
)
_SIZES = ("户", "人", "床", "头", "岁", "张")
"""Units in which 以上 before a noun gives a size: 30户以上自然村."""
_REACH = compiled(r"(?:实现|达到|完成|建成|创建|通过|纳入|开展|获得|成为)")
_REACHED = compiled(
    r"(?:全面|全部|基本|顺利|均|实现)(?:建成|完成|投运|投用|开工|竣工|达标)(?:投用|投运|投产)?$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
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
    return (
        by_comparison(sight)
        or ends_clause(sight)
        or counted_object(sight)
        or share_done(sight)
        or so_many_reach(sight)
    )


@rule(Stage.INDICATORS)
def says_what_is_meant(sight: Sight) -> bool:
    """年运量150万吨以上的企业, 30万千瓦以上热电联产机组, 浓度高于100毫克/升的污水处理厂, 以1500万亩示范区为重点,
    全省88个县中的排名, 等7个园区, 对营业收入突破1亿元、5亿元的企业, 4.3米焦炉: the figure says which objects are meant."""
    figure, after = sight.figure, sight.after
    if sight.since.endswith(("等", "第", "前", "后", "上述", "该", "这", "另外")) or _SCOPE.match(
        sight.before + "·" + after
    ):
        return True
    if _eligible(sight) or _MADE_SO.search(figure.unit + after):
        return True
    if _END.match(after) or so_many_reach(sight):
        return False
    if figure.suffix and figure.unit.endswith(_SIZES):
        return True
    if after.startswith("的") and not compiled(r"的(?:目标|任务|要求|水平|速度|比例)").match(after):
        return not (is_count(figure.unit) and _VERB.search(sight.since))
    threshold = figure.suffix or compared(sight.since) is not None
    if threshold and not (is_count(figure.unit) or share_done(sight)):
        return compared(sight.since) is None or not compiled(r"(?:至|到|控制在|达到?)$").search(sight.since)
    return False


def _eligible(sight: Sight) -> bool:
    """对…达到（突破、超过）N…的…: who is eligible, also where several figures are listed."""
    if not (_TOWARDS.match(sight.before) and _OF_SUCH.match(sight.after)):
        return False
    listed = compiled(r"[、和及或]").fullmatch(sight.since) is not None
    return bool(sight.figure.suffix) or listed or compared(sight.since) is not None


@rule(Stage.INDICATORS)
def is_fact_or_award(sight: Sight) -> bool:
    """已建成的18条, 现有3家: a fact. 给予100万元补助: an award. 每年开展2次: a frequency. None is a target."""
    figure = sight.figure
    if _INVESTED.fullmatch(sight.before) and _END.match(sight.after):
        return False
    if _FACT.search(sight.before) and compared(sight.since) is None:
        return True
    if (
        is_money(figure.unit)
        and _AWARD.search(sight.before + sight.after)
        and not _RAISED.search(sight.since)
    ):
        return True
    if figure.unit in ("次", "场", "期") and (
        _OFTEN.search(sight.before) or compiled(r"/").match(sight.after)
    ):
        return True
    return figure.unit in ("年", "个月", "天") and compared(sight.since) is None and not changed(sight.since)


@rule(Stage.INDICATORS)
def by_comparison(sight: Sight) -> bool:
    """达到76%, 不高于1.5%, 控制在3个工作日以内, 较2022年下降10个百分点: a word of comparison or change straight before the
    figure, and the clause ends with it or goes on with 并, 和, 或."""
    if compared(sight.since) is None and not changed(sight.since):
        return False
    if _END.match(sight.after) or is_count(sight.figure.unit):
        return True
    return compiled(r"(?:至|到|控制在)$").search(sight.since) is not None


@rule(Stage.INDICATORS)
def ends_clause(sight: Sight) -> bool:
    """受污染耕地安全利用率95%, 湿地恢复面积0.683平方公里, 新增装机100万千瓦以上, 其中卫辉市2250亩: the figure
    ends its clause, and before it stands a measure, a verb of building, 其中, or a target in the same unit."""
    if not _END.match(sight.after) or sight.figure.in_words:
        return False
    noun = compiled(r"[（][^）]*[）]$").sub("", sight.since)
    if not noun and not sight.follows_target:
        return False
    return bool(
        _MEASURE_NOUN.search(noun)
        or (noun.endswith("工程") and not is_count(sight.figure.unit) and not is_money(sight.figure.unit))
        or _INVESTED.fullmatch(sight.before)
        or sight.follows_target
        or sight.before.startswith("其中")
        or compiled(BUILD).search(sight.before)
        or sight.figure.suffix
    )


@rule(Stage.INDICATORS)
def counted_object(sight: Sight) -> bool:
    """完成2.45万亩…修复, 建成1条省级和20条市级…, 新建充电桩5000个, 打通断头路5条, 完成…内79个村庄生活污水治理任务: a verb of
    building straight before the figure; or 完成 at the head of the clause, things that are counted, and a work at its end."""
    figure = sight.figure
    if (figure.in_words and not figure.suffix) or figure.unit in TIME or figure.unit in _SAYS_WHICH:
        return False
    if _VERB.search(sight.since):
        return True
    if sight.follows_target and compiled(r".{0,12}?(?:和|及|以及|、|与)[^，]{0,2}").fullmatch(sight.since):
        return True
    work = compiled(r"[（][^）]*[）]").sub("", sight.after)
    return bool(
        is_count(figure.unit)
        and _COMPLETE.match(sight.before)
        and _WORK_END.search(work)
        and not figure.suffix
    )


@rule(Stage.INDICATORS)
def share_done(sight: Sight) -> bool:
    """100%选用新能源车型, 完成80%溯源和50%整治任务: a share with what is done to so much of it."""
    if sight.figure.unit != "%":
        return False
    if _SHARE_VERB.match(sight.after):
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
            and _REACH.search(sight.after) is not None
        )
    if not is_count(sight.figure.unit) or sight.figure.in_words:
        return False
    if sight.figure.suffix.endswith("以上"):
        return _REACH.search(sight.after) is not None and _MEASURE_NOUN.search(sight.since) is None
    return _REACHED.search(sight.after) is not None
