"""Dates inside their clause, dates that are listed, how far a date reaches, and what a figure is called."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.departments import DepartmentContext, read_departments
from plantui.documents.fields.goals import read_goals
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.period import Period
from plantui.documents.traced import TracedText

ONE_YEAR = Period(2024, 2024, date(2024, 3, 7))
PERIOD = Period(2023, 2025)


def dates(text: str, period: Period = ONE_YEAR) -> list[tuple[str, str, str]]:
    found, _ = read_deadlines(TracedText.of(text), period)
    return [(one.phrase, str(one.due), one.clause) for one in found]


def figures(text: str, period: Period = ONE_YEAR) -> list[str]:
    body = TracedText.of(text)
    deadlines, _ = read_deadlines(body, period)
    indicators = read_indicators(body, deadlines, period)
    return [f"{one.indicator} {one.op} {one.value} {one.unit} {one.due}" for one in indicators]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某院新院区10月份投入使用。", [("10月份", "2024-10-31", "某院新院区10月份投入使用")]),
        (
            "委托第三方于2024年10月开展评估。",
            [("2024年10月", "2024-10-31", "委托第三方于2024年10月开展评估")],
        ),
        ("某馆于2024年10月成立的团队负责运营。", []),
        (
            "占比由2022年的2.1%提高到2024年的4%。",
            [("到2024年", "2024-12-31", "占比由2022年的2.1%提高到2024年的4%")],
        ),
        (
            "6月底前、12月底前各开展一次检查。",
            [("6月底前", "2024-06-30", "各开展一次检查"), ("12月底前", "2024-12-31", "各开展一次检查")],
        ),
        ("2024年秋季学期前完成改造。", [("2024年秋季学期前", "2024-08-31", "完成改造")]),
        ("2024年采暖季前完成改造。", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dates(text) == expected


def test_a_season_without_a_day_is_a_doubt() -> None:
    _, doubts = read_deadlines(TracedText.of("2024年采暖季前完成改造。"), ONE_YEAR)

    assert [(doubt.reason, doubt.facts) for doubt in doubts] == [
        ("clauses.season", {"phrase": "2024年采暖季前"})
    ]


@pytest.mark.parametrize(
    ("bracket", "clause"),
    [
        ("（市水利局负责，3月底前出台管理办法）", "出台管理办法"),
        ("（市水利局负责，3月底前完成）", ""),
        ("（市水利局负责，3月底前）", ""),
    ],
)
def test_what_a_date_among_the_departments_is_for(bracket: str, clause: str) -> None:
    read = read_departments([TracedText.of(f"完善管理。{bracket}")], DepartmentContext(ONE_YEAR))

    assert [(one.due, one.clause) for one in read.deadlines] == [(date(2024, 3, 31), clause)]
    assert [one.name for one in read.departments] == ["市水利局"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5月底前完成项目验收；粮食播种面积稳定在58.6万亩以上。",
            ["粮食播种面积 >= 58.6 万亩 None"],
        ),
        (
            "到2024年，城市覆盖率达到90%；农村覆盖率达到80%。",
            ["城市覆盖率 >= 90 % 2024-12-31", "农村覆盖率 >= 80 % 2024-12-31"],
        ),
        (
            "到2024年，规范作坊60家；17.支持冷链建设，新增冷库容量2万立方米。",
            ["规范作坊 >= 60 家 2024-12-31", "新增冷库容量 >= 2 万立方米 None"],
        ),
    ],
)
def test_how_far_a_date_reaches(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "县城、城市污水处理率分别达到85%、95%左右。",
            ["县城污水处理率 >= 85 % None", "城市污水处理率 ~ 95 % None"],
        ),
        ("甲比例、乙率分别达到90%和75%以上。", ["甲比例 >= 90 % None", "乙率 >= 75 % None"]),
        ("将审批时限压缩至3个工作日以内。", ["审批时限 <= 3 个工作日 None"]),
        ("公告时间由45天压缩到20天。", ["公告时间 <= 20 天 None"]),
        ("优良率2024年达到60%。", ["优良率 >= 60 % 2024-12-31"]),
        (
            "污水治理率较2022年提高15个百分点，达到46%以上。",
            ["污水治理率较2022年提高 >= 15 个百分点 None", "污水治理率 >= 46 % None"],
        ),
        ("投放资金约1.5万亿元。", ["投放资金 ~ 1.5 万亿元 None"]),
        ("至少开展1次事故演练。", ["至少开展事故演练 >= 1 次 None"]),
        ("人均补助标准提高到69元。", ["人均补助标准 >= 69 元 None"]),
        ("给予每户补助69元。", []),
        (
            "年用水量10万立方米及以上的企业建成率达到60%。",
            ["年用水量10万立方米及以上的企业建成率 >= 60 % None"],
        ),
        (
            "年旅客吞吐量500万人次以上的机场使用率达到95%。",
            ["年旅客吞吐量500万人次以上的机场使用率 >= 95 % None"],
        ),
        ("建成110千伏东江变电站。", []),
        (
            "开展宣传10场次，食品抽检量达到5.5批次/千人。",
            ["开展宣传 >= 10 场次 None", "食品抽检量 >= 5.5 批次/千人 None"],
        ),
        ("抽查文件不少于200份。", ["抽查文件 >= 200 份 None"]),
        ("2024年汛期前完成排水口治理40处。", ["排水口治理 >= 40 处 None"]),
        ("泊位于9月底前新增80个。", ["泊位新增 >= 80 个 2024-09-30"]),
        ("支持各类银行将小微贷款利率降至4%以下。", ["小微贷款利率 <= 4 % None"]),
        ("绿化覆盖率将达到42%。", ["绿化覆盖率 >= 42 % None"]),
        ("两年完成管线迁改26公里。", ["管线迁改 >= 26 公里 None"]),
        ("三年累计培养技师600名。", ["培养技师 >= 600 名 None"]),
        (
            "网络零售额增长12%以上，达到80亿元。",
            ["网络零售额增长 >= 12 % None", "网络零售额 >= 80 亿元 None"],
        ),
        ("组织学校开展体质监测，完成300所。", ["组织学校开展体质监测 >= 300 所 None"]),
        (
            "新建口袋公园9个，开展井盖巡查，完成500个。",
            ["新建口袋公园 >= 9 个 None", "开展井盖巡查 >= 500 个 None"],
        ),
    ],
)
def test_what_a_figure_is_called(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


def test_a_date_does_not_reach_back_over_a_semicolon() -> None:
    goals = read_goals(TracedText.of("素质明显提升，杜绝事故；2024年底前消除隐患。"), PERIOD)

    assert [(goal.text, str(goal.due)) for goal, _ in goals] == [
        ("素质明显提升", "None"),
        ("杜绝事故", "None"),
        ("消除隐患", "2024-12-31"),
    ]


def test_the_departments_behind_a_goal_are_none() -> None:
    goals = read_goals(
        TracedText.of("就业1100万人以上；收入稳步增长。（市人社局牵头，市财政局配合）"), PERIOD
    )

    assert [goal.text for goal, _ in goals] == ["就业1100万人以上", "收入稳步增长"]
