"""The main goals, clause by clause."""

from __future__ import annotations

from plantui.documents.fields.goals import read_goals
from plantui.documents.period import Period
from plantui.documents.traced import TracedText
from plantui.model.terms import Force

PERIOD = Period(2024, 2026)


def texts(paragraph: str) -> list[tuple[str, str]]:
    return [(goal.text, str(goal.due)) for goal, _ in read_goals(TracedText.of(paragraph), PERIOD)]


def test_a_paragraph_is_cut_at_its_marks() -> None:
    paragraph = "完成减排目标，到2025年，水质稳定达标；生态持续改善。建成“山清，水秀”的东江。"

    assert texts(paragraph) == [
        ("完成减排目标", "2025-12-31"),
        ("水质稳定达标", "2025-12-31"),
        ("生态持续改善", "2025-12-31"),
        ("建成“山清，水秀”的东江", "2025-12-31"),
    ]


def test_each_date_holds_until_the_next() -> None:
    assert texts("到2025年，取得进展。到2035年，基本建成，全面提升。") == [
        ("取得进展", "2025-12-31"),
        ("基本建成", "2035-12-31"),
        ("全面提升", "2035-12-31"),
    ]


def test_the_whole_year_of_a_plan_for_one_year_is_a_date() -> None:
    found = read_goals(TracedText.of("全年新增返乡创业户900户以上。"), Period(2025, 2025))

    assert [(goal.indicator, str(goal.due)) for goal, _ in found] == [("新增返乡创业户", "2025-12-31")]


def test_a_hope_before_the_date_is_that_of_the_goal() -> None:
    paragraph = "力争到2025年存款余额突破60亿元，贷款余额突破50亿元。力争到2026年，存款余额突破80亿元。"
    found = read_goals(TracedText.of(paragraph), PERIOD)

    assert [goal.force for goal, _ in found] == [Force.EXPECTED, Force.BINDING, Force.EXPECTED]


def test_without_a_date_there_is_none() -> None:
    assert texts("展望本世纪中叶，全面建成美丽东江，生态健康优美。") == [
        ("展望本世纪中叶，全面建成美丽东江", "None"),
        ("生态健康优美", "None"),
    ]


def test_what_is_no_clause_of_its_own_belongs_to_the_next() -> None:
    assert [text for text, _ in texts("通过三年努力，治理能力提升。其中，水体消除。")] == [
        "通过三年努力，治理能力提升",
        "其中，水体消除",
    ]


def test_numbers_and_labels_go() -> None:
    assert [text for text, _ in texts("（一）总体目标：到2025年，水质改善。\n——环境质量：空气改善。")] == [
        "水质改善",
        "空气改善",
    ]


def test_a_figure_and_a_class() -> None:
    paragraph = "到2025年，全市细颗粒物浓度低于44微克/立方米，干渠水质稳定达到Ⅱ类，达到Ⅲ类水体比例70%。"
    first, second, third = (goal for goal, _ in read_goals(TracedText.of(paragraph), PERIOD))

    assert (first.indicator, first.op, first.value, first.unit) == ("细颗粒物浓度", "<", 44, "微克/立方米")
    assert (second.indicator, second.grade, second.value) == ("干渠水质", "Ⅱ类", None)
    assert (third.value, third.grade) == (70, None)


def test_a_goal_without_a_subject_takes_that_of_the_one_before() -> None:
    paragraph = "全市旅游总收入增长9%以上，达到260亿元。达到5亿元。"
    first, second, third = (goal for goal, _ in read_goals(TracedText.of(paragraph), PERIOD))

    assert (first.value, first.unit) == (9, "%")
    assert (second.text, second.indicator, second.value) == ("达到260亿元", "旅游总收入", 260)
    assert third.indicator == "达到5亿元"


def test_a_goal_is_traced_to_its_words() -> None:
    goals = read_goals(TracedText.of("到2025年，水质改善。", 10), PERIOD)

    assert [(span.start, span.end) for _, span in goals] == [(17, 21)]
