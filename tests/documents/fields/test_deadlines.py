"""Dated phrases: what day they mean, what is due by them, and which are no deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.period import Period
from plantui.documents.traced import TracedText

PERIOD = Period(2024, 2026, date(2024, 3, 7))
ONE_YEAR = Period(2024, 2024, date(2024, 3, 7))


def dates(text: str, period: Period = PERIOD) -> list[tuple[str, str]]:
    deadlines, _ = read_deadlines(TracedText.of(text), period)
    return [(one.phrase, str(one.due)) for one in deadlines]


@pytest.mark.parametrize(
    ("text", "phrase", "due"),
    [
        ("到2025年，建成体系。", "到2025年", "2025-12-31"),
        ("2025年底前完成改造。", "2025年底前", "2025-12-31"),
        ("2025年年底前，完成改造。", "2025年年底前", "2025-12-31"),
        ("到2025年末，完成改造。", "到2025年末", "2025-12-31"),
        ("2025年内完成改造。", "2025年内", "2025-12-31"),
        ("2025年9月底前，完成改造。", "2025年9月底前", "2025-09-30"),
        ("到2025年6月月底，完成改造。", "到2025年6月月底", "2025-06-30"),
        ("2024年2月底前完成改造。", "2024年2月底前", "2024-02-29"),
        ("2024年5月中旬前完成改造。", "2024年5月中旬前", "2024-05-20"),
        ("2025年6月30日前完成改造。", "2025年6月30日前", "2025-06-30"),
        ("2025年上半年，完成改造。", "2025年上半年", "2025-06-30"),
        ("2025年下半年完成改造。", "2025年下半年", "2025-12-31"),
        ("2024年第三季度完成改造。", "2024年第三季度", "2024-09-30"),
        ("2024年二季度末前完成改造。", "2024年二季度末前", "2024-06-30"),
        ("二〇二五年六月底前完成改造。", "二〇二五年六月底前", "2025-06-30"),
        ("“十四五”期间完成修复25公里。", "“十四五”期间", "2025-12-31"),
        ("到“十四五”末，建成体系。", "到“十四五”末", "2025-12-31"),
        ("十五五时期，巩固提升。", "十五五时期", "2030-12-31"),
        ("2025年7月至12月，开展整治。", "2025年7月至12月", "2025-12-31"),
        ("2024年1月1日至2025年3月31日，开展试点。", "2024年1月1日至2025年3月31日", "2025-03-31"),
        ("2024—2026年，每年改造10公里。", "2024—2026年", "2026-12-31"),
        ("今年年底前完成改造。", "今年年底前", "2024-12-31"),
        ("明年6月底前完成改造。", "明年6月底前", "2025-06-30"),
        ("2025年，完成改造。", "2025年", "2025-12-31"),
        ("2025年火电行业清洁运输比例达到80%。", "2025年", "2025-12-31"),
        ("全市绿电占比2025年达到20%。", "2025年", "2025-12-31"),
        ("全市城区2025年实现全覆盖。", "2025年", "2025-12-31"),
        ("各地要在本意见印发之日起30日内，制定办法。", "本意见印发之日起30日内", "2024-04-06"),
        ("2024.12", "2024.12", "2024-12-31"),
        ("2024-06-30", "2024-06-30", "2024-06-30"),
        ("2024年12月", "2024年12月", "2024-12-31"),
        ("方案印发后3个月内制定细则。", "印发后3个月内", "2024-06-07"),
        ("2025年底前数据汇聚率不低于90%。", "2025年底前", "2025-12-31"),
        ("2025年3月31日前平均候诊时间压缩5分钟。", "2025年3月31日前", "2025-03-31"),
        ("2025年6月底前达到先进水平。", "2025年6月底前", "2025-06-30"),
        ("①2025年上半年新增套餐9个。", "2025年上半年", "2025-06-30"),
        ("2025年6—9月，开展排查。", "2025年6—9月", "2025-09-30"),
        ("2025年10-12月开展整治。", "2025年10-12月", "2025-12-31"),
        ("2025年3月15日—5月20日，开展排查。", "2025年3月15日—5月20日", "2025-05-20"),
        ("2025年Q3前完成排查。", "2025年Q3前", "2025-09-30"),
        ("2025年度内完成排查。", "2025年度内", "2025-12-31"),
        ("2025年度完成改造20处。", "2025年度", "2025-12-31"),
        ("2025.12.31前完成。", "2025.12.31前", "2025-12-31"),
        ("2025/12/31前完成。", "2025/12/31前", "2025-12-31"),
        ("2025-12-31前完成。", "2025-12-31前", "2025-12-31"),
        ("25年底前完成。", "25年底前", "2025-12-31"),
        ("三年内编制指南30项。", "三年内", "2026-12-31"),
        ("2025年年内完成改造。", "2025年年内", "2025-12-31"),
        ("优惠政策延续至2025年10月31日。", "至2025年10月31日", "2025-10-31"),
        ("试点期限截至2025年4月30日。", "截至2025年4月30日", "2025-04-30"),
        ("2024年秋季造林工作11月20日前完成。", "11月20日前", "2024-11-20"),
        ("2024年建成区绿化10月底前完成。", "10月底前", "2024-10-31"),
        ("2025年小麦统一供种9月底前完成。", "9月底前", "2025-09-30"),
        ("2025年“五一”前开园迎客。", "2025年“五一”前", "2025-05-01"),
        ("2024年国庆节前建成开放。", "2024年国庆节前", "2024-10-01"),
        ("2025年“十一”前建成开放。", "2025年“十一”前", "2025-10-01"),
        ("2026年元旦前建成开放。", "2026年元旦前", "2026-01-01"),
    ],
)
def test_a_phrase_means_a_day(text: str, phrase: str, due: str) -> None:
    assert dates(text) == [(phrase, due)]


@pytest.mark.parametrize(
    "text",
    [
        "占比较2022年下降10个百分点。",
        "在2020年基础上提高5个百分点。",
        "比2025年底下降3%。",
        "以2025年为基数，下降5%。",
        "不低于2025年水平。",
        "自2025年1月1日起施行。",
        "2025年起全面推行。",
        "“十四五”以来，累计完成投资。",
        "落实“十四五”规划目标任务。",
        "每年12月底前报送总结。",
        "每季度末报送进展。",
        "落实《某某行动计划（2024—2026年）》。",
        "落实2025年工作要点。",
        "对三年内开办的企业给予支持。",
        "三年内发生过事故的单位不得参评。",
        "2025年中央一号文件提出要求。",
        "完成2025年度改造任务。",
        "围绕2025年目标，分解任务。",
        "对2025年底前无法达标的企业依法关停。",
        "2025年年底前建成的项目，按规定给予支持。",
        "到本世纪中叶，全面建成。",
        "截至2023年底，已建成50个。",
        "截至2024年2月底已开工12个。",
        "全市截至2024年2月29日新开户30家。",
        "2024年“五一”期间开展巡演。",
        "国庆节前夕开展慰问。",
        "2022年8月，发布方案。",
        "在2024年汛期前完成修复。",
        "打造15分钟生活圈，用好“5·15”活动。",
    ],
)
def test_what_is_no_deadline(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "phrase", "due"),
    [
        ("6—9月，开展排查。", "6—9月", "2024-09-30"),
        ("6-9月完成排查。", "6-9月", "2024-09-30"),
        ("6至9月底前完成排查。", "6至9月底前", "2024-09-30"),
        ("6月—9月，开展排查。", "6月—9月", "2024-09-30"),
        ("5月1日至6月30日，开展整治。", "5月1日至6月30日", "2024-06-30"),
        ("年中完成排查。", "年中", "2024-06-30"),
        ("Q3完成排查。", "Q3", "2024-09-30"),
        ("6.30前完成排查。", "6.30前", "2024-06-30"),
        ("6.30前全面完成排查。", "6.30前", "2024-06-30"),
    ],
)
def test_a_phrase_without_a_year(text: str, phrase: str, due: str) -> None:
    """Its year is that of a document about one year; in one about several that of the issue, with a doubt; or none."""
    assert dates(text, ONE_YEAR) == dates(text, PERIOD) == [(phrase, due)]

    for period in (PERIOD, Period(2024, 2026), Period(None, None)):
        deadlines, doubts = read_deadlines(TracedText.of(text), period)
        assert len(deadlines) == (period is PERIOD)
        assert [(doubt.reason, doubt.facts["phrase"]) for doubt in doubts] == [("clauses.no_year", phrase)]


def test_a_month_in_figures_before_which_something_is_due_is_doubtful() -> None:
    deadlines, doubts = read_deadlines(TracedText.of("2025.6前完成排查。"), PERIOD)
    assert [(one.phrase, str(one.due)) for one in deadlines] == [("2025.6前", "2025-06-30")]
    assert [(doubt.reason, doubt.alternatives) for doubt in doubts] == [
        ("clauses.before_month", ("2025-05-31",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "建成2-3万亩。",
        "评分在3.5前列。",
        "排名进入5.2前十。",
        "5G前沿技术。",
        "每年6—9月开展排查。",
        "3—6个月办结。",
        "2025年度目标任务。",
        "目标值达到3.5。",
        "版本1.2前期工作。",
    ],
)
def test_numbers_that_are_no_date(text: str) -> None:
    assert read_deadlines(TracedText.of(text), ONE_YEAR) == ((), ())


@pytest.mark.parametrize(
    ("text", "phrase", "due"),
    [
        ("2023年12月底前完成设计。", "2023年12月底前", "2023-12-31"),
        ("到2023年6月底前完成排查。", "到2023年6月底前", "2023-06-30"),
        ("2023年底前，完成前期工作。", "2023年底前", "2023-12-31"),
        ("2023年上半年，启动招标。", "2023年上半年", "2023-06-30"),
        ("2023.11.30前完成核查。", "2023.11.30前", "2023-11-30"),
    ],
)
def test_a_date_before_the_plan_is_listed_with_a_doubt(text: str, phrase: str, due: str) -> None:
    """Where the plan had been issued by then it is one of its steps, and nothing is doubtful."""
    deadlines, doubts = read_deadlines(TracedText.of(text), PERIOD)
    assert [(one.phrase, str(one.due)) for one in deadlines] == [(phrase, due)]
    assert [(doubt.reason, doubt.facts) for doubt in doubts] == [("clauses.before_plan", {"phrase": phrase})]

    _, doubts = read_deadlines(TracedText.of(text), Period(2024, 2026, date(2023, 1, 31)))
    assert doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "2023年，全市完成改造120公里。",
        "2023年12月，全市启动试点。",
        "2023年底前累计建成120公里。",
        "2023年底，已完成改造120公里。",
        "截至2023年6月底，建成120公里。",
        "2023年底，全市绿地面积较上年增长3.5%。",
    ],
)
def test_what_was_reached_before_the_plan_is_history(text: str) -> None:
    assert read_deadlines(TracedText.of(text), PERIOD) == ((), ())


def test_a_month_without_a_year_takes_that_of_a_document_about_one_year() -> None:
    text = "9月底前完成编制，12月底前全面完成。三季度开展评估，年底前总结。"

    assert dates(text, ONE_YEAR) == [
        ("9月底前", "2024-09-30"),
        ("12月底前", "2024-12-31"),
        ("三季度", "2024-09-30"),
        ("年底前", "2024-12-31"),
    ]
    assert dates("①上半年新增窗口9个；②下半年验收。", ONE_YEAR) == [
        ("上半年", "2024-06-30"),
        ("下半年", "2024-12-31"),
    ]


def test_a_day_alone_in_a_cell() -> None:
    assert dates("6月30日", ONE_YEAR) == [("6月30日", "2024-06-30")]


def test_a_yearly_duty_before_two_seasons_is_no_doubt() -> None:
    assert read_deadlines(TracedText.of("每年春季开学前和汛期前开展检查。"), PERIOD) == ((), ())


def test_listed_quarters_are_both_dates() -> None:
    assert [due for _, due in dates("第一季度、第三季度各开展一次检查。", ONE_YEAR)] == [
        "2024-03-31",
        "2024-09-30",
    ]


def test_a_feast_without_a_year_is_the_next_one() -> None:
    assert dates("“七一”前完成。元旦前验收。", ONE_YEAR) == [
        ("“七一”前", "2024-07-01"),
        ("元旦前", "2025-01-01"),
    ]


@pytest.mark.parametrize(
    "text", ["2025年春节前完成发放。", "2025年端午节前完成发放。", "2025年中秋节前完成发放。"]
)
def test_a_feast_that_moves_with_the_moon_is_a_doubt(text: str) -> None:
    deadlines, doubts = read_deadlines(TracedText.of(text), PERIOD)

    assert deadlines == ()
    assert [doubt.reason for doubt in doubts] == ["clauses.season"]


def test_or_of_the_sentence() -> None:
    text = "2025年5月底前，制定方案；6月至10月，组织实施；年底前总结评估。"

    assert [due for _, due in dates(text)] == ["2025-05-31", "2025-10-31", "2025-12-31"]


@pytest.mark.parametrize(
    "text", ["9月底前完成编制。", "年内完成编制。", "上半年完成编制。", "元旦前完成编制。"]
)
def test_without_any_year_there_is_a_doubt_and_no_date(text: str) -> None:
    deadlines, doubts = read_deadlines(TracedText.of(text), Period(2024, 2026))

    assert deadlines == ()
    assert [doubt.reason for doubt in doubts] == ["clauses.no_year"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("年底前完成对接。", "2024-12-31"),
        ("10月底前完成对接。", "2024-10-31"),
        ("3月底前完成对接。", "2025-03-31"),
        ("5月20日前完成对接。", "2025-05-20"),
        ("上半年完成对接。", "2025-06-30"),
        ("国庆节前完成对接。", "2024-10-01"),
    ],
)
def test_without_a_year_it_is_that_of_the_issue_or_the_next_with_a_doubt(text: str, due: str) -> None:
    deadlines, doubts = read_deadlines(TracedText.of(text), Period(2024, 2026, date(2024, 7, 29)))

    assert [str(one.due) for one in deadlines] == [due]
    assert [(doubt.reason, doubt.read) for doubt in doubts] == [("clauses.no_year", due)]


def test_a_season_without_a_year_is_a_doubt() -> None:
    deadlines, doubts = read_deadlines(TracedText.of("主汛期前清淤。秋季开学前验收。"), ONE_YEAR)

    assert [str(one.due) for one in deadlines] == ["2024-08-31"]
    assert [doubt.reason for doubt in doubts] == ["clauses.season", "clauses.season"]


def test_before_a_year_or_a_month_is_doubtful() -> None:
    deadlines, doubts = read_deadlines(TracedText.of("2030年前达峰，2025年6月前完成方案。"), PERIOD)

    assert [str(one.due) for one in deadlines] == ["2030-12-31", "2025-06-30"]
    assert [doubt.alternatives for doubt in doubts] == [("2029-12-31",), ("2025-05-31",)]


def test_days_after_the_issue_need_the_day_of_issue() -> None:
    text = TracedText.of("方案印发后20个工作日内完成摸底。")

    deadlines, doubts = read_deadlines(text, PERIOD)
    assert [str(one.due) for one in deadlines] == ["2024-04-04"]
    assert [doubt.reason for doubt in doubts] == ["clauses.workdays"]
    deadlines, doubts = read_deadlines(text, Period(2024, 2026))
    assert deadlines == ()
    assert [doubt.reason for doubt in doubts] == ["clauses.no_issue_date"]


def test_a_day_that_no_calendar_has_is_a_doubt() -> None:
    deadlines, doubts = read_deadlines(TracedText.of("2025年6月31日前完成。"), PERIOD)

    assert deadlines == ()
    assert [doubt.reason for doubt in doubts] == ["clauses.no_such_day"]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("2024年底前，完成A；到2025年，完成B。", ["完成A", "完成B"]),
        ("力争2024年底前甲级达标，2025年底前乙级达标。", ["甲级达标", "乙级达标"]),
        (
            "其中第一污水厂、第二污水厂要于2025年年底前建成。继续推进。",
            ["第一污水厂、第二污水厂要于2025年年底前建成"],
        ),
        ("计划2024年启动、2025年建成。", ["启动", "建成"]),
        ("到2025年、2026年，分别达到60%、80%。", ["分别达到60%、80%", "分别达到60%、80%"]),
        ("加快推进，2025年底前完成改造，确保达标。", ["完成改造，确保达标"]),
    ],
)
def test_what_is_due(text: str, clauses: list[str]) -> None:
    deadlines, _ = read_deadlines(TracedText.of(text), PERIOD)

    assert [one.clause for one in deadlines] == clauses


def test_a_date_is_traced_to_its_words() -> None:
    deadlines, _ = read_deadlines(TracedText.of("加快推进，2025年底前完成。", 50), PERIOD)

    assert [(one.span.start, one.span.end) for one in deadlines] == [(55, 62)]
