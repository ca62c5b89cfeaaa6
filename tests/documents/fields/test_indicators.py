"""Figures that are targets, what they measure and which way they point; and figures that are none."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.period import Period
from plantui.documents.reading import ReadIndicator
from plantui.documents.traced import TracedText
from plantui.model.terms import Force

PERIOD = Period(2024, 2026, date(2024, 3, 7))


def read(text: str) -> list[ReadIndicator]:
    body = TracedText.of(text)
    deadlines, _ = read_deadlines(body, PERIOD)
    indicators = read_indicators(body, deadlines, PERIOD)
    return list(indicators)


def figures(text: str) -> list[str]:
    return [f"{one.op} {one.value} {one.unit}" for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水体比例达到85%以上。", [">= 85 %"]),
        ("汽车年产量超过100万辆。", ["> 100 万辆"]),
        ("办件量突破200万件。", ["> 200 万件"]),
        ("平均浓度达到40微克/立方米。", ["<= 40 微克/立方米"]),
        ("年均浓度控制在29微克每立方米以下。", ["<= 29 微克每立方米"]),
        ("平均浓度低于44微克/立方米。", ["< 44 微克/立方米"]),
        ("平均降尘量不得高于7吨/月·平方公里。", ["<= 7 吨/月·平方公里"]),
        ("漏损率小于9％。", ["< 9 %"]),
        ("清洁运输比例达到80%左右。", ["~ 80 %"]),
        ("审批时间压缩至3个工作日以内。", ["<= 3 个工作日"]),
        ("污染天数比率力争控制在0.5%以下。", ["<= 0.5 %"]),
        ("隐患整改率达到100%，事故起数下降10%。", [">= 100 %", ">= 10 %"]),
        ("受污染耕地安全利用率95%。", [">= 95 %"]),
        ("湿地恢复（建设）面积0.683平方公里。", [">= 0.683 平方公里"]),
        (
            "完成2.45万亩矿山修复，其中东江县1.14万亩，西江县1.31万亩。",
            [">= 2.45 万亩", ">= 1.14 万亩", ">= 1.31 万亩"],
        ),
        ("完成80%溯源和50%整治任务。", [">= 80 %", ">= 50 %"]),
        ("建成2条省级和20条市、县级示范段。", [">= 2 条", ">= 20 条"]),
        ("新建公园10个、绿道20公里。", [">= 10 个", ">= 20 公里"]),
        ("新增公共充电桩1万个。", [">= 1 万个"]),
        ("培育10家以上龙头企业。", [">= 10 家"]),
        ("完成干渠两侧79个村庄生活污水治理任务。", [">= 79 个"]),
        ("新增或更新的车辆100%选用新能源车型。", [">= 100 %"]),
        ("力争全市2个以上的县实现二级达标。", [">= 2 个"]),
        ("推动50%的社区建成服务综合体。", [">= 50 %"]),
        ("首批100个示范社区全面建成。", [">= 100 个"]),
        ("排放总量分别下降15%、10%和26%。", [">= 15 %", ">= 10 %", ">= 26 %"]),
        ("平均浓度分别不高于53和32微克/立方米。", ["<= 53 微克/立方米", "<= 32 微克/立方米"]),
        ("灌溉水有效利用系数达到0.58以上。", [">= 0.58 None"]),
        ("增加值增长6%左右、达到5.5万亿元。", ["~ 6 %", ">= 5.5 万亿元"]),
        ("空气质量在全国168个重点城市排名不进入后20名。", ["> 20 名"]),
        ("稳步退出全省排名后十位。", ["> 10 位"]),
        ("东江县排名保持前十名。", ["<= 10 名"]),
        ("东江县排名争取前进五个位次。", [">= 5 个位次"]),
        ("全年新增减税降费10亿元。", [">= 10 亿元"]),
        ("新建1,200个车位。", [">= 1200 个"]),
        ("制定3项水泥单位产品能耗标准。", [">= 3 项"]),
        ("单位产品能耗达到86千克标准煤。", ["<= 86 千克标准煤"]),
        ("死亡人数达到3人。", ["<= 3 人"]),
        ("办理时间由15天压减为5天。", ["<= 5 天"]),
        ("平均用时缩短为2个工作日。", ["<= 2 个工作日"]),
        ("补助标准提高为80元。", [">= 80 元"]),
        ("管网压力不低于0.4兆帕。", [">= 0.4 兆帕"]),
        ("使用强度控制在36DDDs以下。", ["<= 36 DDDs"]),
        ("出口速率不低于500兆比特/秒。", [">= 500 兆比特/秒"]),
        ("完成外卖配送3万单。", [">= 3 万单"]),
        ("新打水源井18眼。", [">= 18 眼"]),
        ("打通瓶颈路7条，施划停车泊位90个。", [">= 7 条", ">= 90 个"]),
        ("培养乡村工匠120名。", [">= 120 名"]),
        ("认证有机茶园6个。", [">= 6 个"]),
        ("植树4.5万株。", [">= 4.5 万株"]),
        ("组建宣讲队伍20支。", [">= 20 支"]),
        ("攻克8项以上核心工艺。", [">= 8 项"]),
        ("新设便民驿站6个，消除隐患点11处。", [">= 6 个", ">= 11 处"]),
        (
            "乡道防护工程95公里，受益人口2.6万人，总投资4100万元。",
            [">= 95 公里", ">= 2.6 万人", ">= 4100 万元"],
        ),
        ("进口水果100%可追溯。", [">= 100 %"]),
        ("较大火灾事件为零。", ["== 0 None"]),
        ("存量危桥动态清零。", ["== 0 None"]),
        ("重复投诉降至零。", ["<= 0 None"]),
        ("航班起降达到900架次。", [">= 900 架次"]),
        ("创业贷款额度最高提高到25万元。", ["<= 25 万元"]),
        ("修缮历史城墙1.2公里。", [">= 1.2 公里"]),
        ("PM2.5年均浓度降至35 ug/m3。", ["<= 35 ug/m3"]),
        ("碳排放≤2tCO2/万元。", ["<= 2 tCO2/万元"]),
        ("COD削减1200t。", [">= 1200 t"]),
        ("发电量20亿kWh。", [">= 20 亿kWh"]),
        ("路网密度≥8km/km²。", [">= 8 km/km²"]),
        ("完成2万-3万亩。", [">= 2 万亩", "<= 3 万亩"]),
        ("占比在20%-30%之间。", [">= 20 %", "<= 30 %"]),
        ("占比保持在20%～30%。", [">= 20 %", "<= 30 %"]),
        ("建成30—50个示范点。", [">= 30 个", "<= 50 个"]),
        ("温度控制在18-22℃，新增3至5家。", [">= 18 ℃", "<= 22 ℃", ">= 3 家", "<= 5 家"]),
    ],
)
def test_a_target(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "年运量150万吨以上的企业接入铁路。",
        "对年运量100-150万吨的企业加强检查。",
        "关停整合30万千瓦以上热电联产机组供热范围内的小机组。",
        "1200立方米以下炼铁高炉有序退出。",
        "对进水浓度低于100毫克/升的污水厂制定方案。",
        "以200万亩高标准农田示范区建设为重点，发展节水农业。",
        "制定在全省88个县中排名进位的方案。",
        "启动某某公司2台1.5万千瓦机组改造。",
        "完成东湖园区、西山园区等7个园区整治。",
        "对已完成整治的18条黑臭水体加强检查。",
        "禁止新建每小时35蒸吨以下燃煤锅炉。",
        "打造15分钟生活圈和1小时高速公路交通圈。",
        "强化PM2.5和5G应用，执行国六标准。",
        "对新认定的企业一次性给予20万元奖励。",
        "每年开展不少于2次应急演练。",
        "实现30户以上自然村通硬化路。",
        "落实“两个100%”要求和《100条措施》。",
        "拨打12345热线，推进第2批试点。",
        "完成一批项目，实施一轮改造。",
        "推广35兆帕加氢机应用。",
        "推进28纳米芯片量产。",
        "扶持15单位开展试点。",
        "县域配送中心5个。",
        "有机认证企业3家。",
        "组建由5名专家组成的团队。",
        "总投资20亿元的项目尽快开工。",
        "推动隐患整改，实现动态清零。",
        "坚持台账管理、动态清零。",
        "对年产值首次突破2亿元、6亿元的工厂，给予奖励。",
        "对年货运量达到300架次以上的航线给予补贴。",
        "淘汰4.3米焦炉。",
    ],
)
def test_a_figure_that_is_no_target(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("到2025年，全市森林覆盖率达到25%。", "全市森林覆盖率"),
        ("完成2.45万亩矿山生态修复任务。", "矿山生态修复"),
        ("其中东江县完成修复1.14万亩。", "东江县完成修复"),
        ("2024年、2025年分别完成修复1.14万亩。", "修复"),
        ("全年新增返乡创业户900户以上。", "新增返乡创业户"),
        ("每年培训护理员1200人。", "培训护理员"),
        ("较大火灾事件为零。", "较大火灾事件"),
        ("存量危桥动态清零。", "存量危桥"),
        ("各地每年安排仓储用地指标不低于新增建设用地的4%。", "仓储用地指标"),
        ("平均浓度力争控制在35微克/立方米以下。", "平均浓度"),
        ("进水浓度高于100毫克/升的污水厂占比达到90%。", "进水浓度高于100毫克/升的污水厂占比"),
        ("我市稳定退出全国168个重点城市后10名。", "我市在全国168个重点城市排名（倒数名次）"),
    ],
)
def test_what_it_measures(text: str, name: str) -> None:
    assert [one.indicator for one in read(text)] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县城、城市污水处理率分别达到85%、95%。", ["县城污水处理率", "城市污水处理率"]),
        (
            "蔬菜、肉类、水产品产地预冷率分别达到20%、80%、70%。",
            ["蔬菜产地预冷率", "肉类产地预冷率", "水产品产地预冷率"],
        ),
        (
            "二氧化硫和挥发性有机物重点工程减排量分别不低于30吨、20吨。",
            ["二氧化硫重点工程减排量", "挥发性有机物重点工程减排量"],
        ),
        ("国家级、省级绿色矿山分别达到5家、20家。", ["国家级绿色矿山", "省级绿色矿山"]),
        ("全市PM2.5、PM10年均浓度分别达到40、70微克/立方米。", ["全市PM2.5年均浓度", "PM10年均浓度"]),
        ("森林蓄积量、湿地保护率分别达到30万立方米、50%。", ["森林蓄积量", "湿地保护率"]),
        ("东河、西江曲度值分别达到5%、7%。", ["东河、西江曲度值", "东河、西江曲度值"]),
    ],
)
def test_figures_behind_apart(text: str, names: list[str]) -> None:
    assert [one.indicator for one in read(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("创建省级骨干物流枢纽，2025年底前力争建成2个。", "省级骨干物流枢纽"),
        ("遴选一批绿色制造样板车间，到2026年，培育50家。", "绿色制造样板车间"),
        ("加快推进社区养老服务站建设，2025年建成12个。", "社区养老服务站"),
    ],
)
def test_a_verb_alone_counts_what_the_clause_before_it_names(text: str, name: str) -> None:
    assert [one.indicator for one in read(text)] == [name]


def test_the_second_of_two_alternatives_measures_what_the_first_does() -> None:
    first, second = read("到2025年，集中收集率达到70%以上或在2020年基础上提高5个百分点以上。")

    assert (first.indicator, first.baseline_year) == ("集中收集率", None)
    assert (second.indicator, second.baseline_year) == ("集中收集率在2020年基础上提高", 2020)


def test_a_baseline_year() -> None:
    assert [one.baseline_year for one in read("到2025年，占比较2022年下降10个百分点。")] == [2022]


@pytest.mark.parametrize(
    "text", ["绿电的比例在2025年达到30%以上。", "绿电占比2025年达到30%。", "从2025年起新增车辆达到30%。"]
)
def test_the_year_of_the_target_is_no_baseline(text: str) -> None:
    assert [one.baseline_year for one in read(text)] == [None]


def test_the_date_is_the_last_one_before_it_in_the_sentence() -> None:
    text = "2024年底前，建成20个；到2025年，运量增加4万吨以上；比例达到80%。降尘量不高于7吨。"

    assert [str(one.due) for one in read(text)] == ["2024-12-31", "2025-12-31", "2025-12-31", "None"]


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        ("2024年、2025年分别完成改造30公里、50公里。", ["2024-12-31", "2025-12-31"]),
        ("2024年、2025年，分别完成改造30公里、50公里。", ["2024-12-31", "2025-12-31"]),
        ("2025年绿化率、达标率分别达到40%、90%。", ["2025-12-31", "2025-12-31"]),
    ],
)
def test_dates_and_figures_in_turn(text: str, dues: list[str]) -> None:
    assert [str(one.due) for one in read(text)] == dues


@pytest.mark.parametrize(
    "text",
    [
        "完成管网改造90公里，其中2024年完成40公里、2025年完成50公里。",
        "完成管网改造90公里，其中2024年底前完成40公里，2025年底前完成50公里。",
    ],
)
def test_the_nearest_date_before_a_figure_is_its_own(text: str) -> None:
    assert [str(one.due) for one in read(text)] == ["None", "2024-12-31", "2025-12-31"]


def test_the_only_date_among_the_departments_is_that_of_every_figure() -> None:
    body = TracedText.of("新建充电桩100个。覆盖率达到80%。")
    deadlines, _ = read_deadlines(TracedText.of("2025年6月底前", 500), PERIOD)

    indicators = read_indicators(body, deadlines, PERIOD)

    assert [str(one.due) for one in indicators] == ["2025-06-30", "2025-06-30"]


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("比例达到80%。", Force.BINDING),
        ("比例力争达到80%。", Force.EXPECTED),
        ("比例争取达到80%。", Force.EXPECTED),
        ("比例达到80%左右。", Force.EXPECTED),
        ("退出全省后10名并力争提升位次。", Force.BINDING),
        ("力争，比例达到80%。", Force.EXPECTED),
        ("争取2025年存款余额突破60亿元。", Force.EXPECTED),
        ("力争到2026年，存款余额突破60亿元。", Force.EXPECTED),
        ("力争到2025年建成样板。存款余额突破60亿元。", Force.BINDING),
    ],
)
def test_how_firm_it_is(text: str, force: Force) -> None:
    assert [one.force for one in read(text)] == [force]


def test_the_clause_is_that_of_the_document() -> None:
    text = "加快建设，到2025年，力争水体比例达到85%以上，绿道总长达到100公里。"

    assert [one.clause for one in read(text)] == ["水体比例达到85%以上", "绿道总长达到100公里"]
