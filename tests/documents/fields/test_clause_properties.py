"""What holds for every text: widths do not matter, nothing raises, every reading stands in the text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.departments import DepartmentContext, document_context, read_departments
from plantui.documents.fields.departments.reader import DepartmentsRead
from plantui.documents.fields.goals import read_goals
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.period import Period
from plantui.documents.tokens.brackets import depths, groups
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText

PERIOD = Period(2024, 2026, date(2024, 3, 7))
CONTEXT = DepartmentContext(PERIOD)
CALM = settings(deadline=None, max_examples=150)
"""The first example compiles every pattern, so no single one is timed."""
NARROW = str.maketrans("，；：（）〔〕％", ",;:()()%")
WORDS = [
    "市水利局",
    "财政局",
    "省商务厅",
    "各县（市、区）政府",
    "东湖区",
    "南江市人民政府",
    "管委会",
    "相关单位",
    "等部门",
    "牵头",
    "配合",
    "按职责分工负责",
    "负责落实",
    "指导",
    "牵头单位：",
    "责任单位：",
    "完成时限：",
    "到2025年",
    "2025年9月底前",
    "每年",
    "“十四五”期间",
    "印发之日起30日内",
    "上半年",
    "较2022年",
    "达到",
    "不高于",
    "力争",
    "下降",
    "85%",
    "100万辆",
    "1.5万千瓦",
    "3个",
    "20名",
    "后",
    "前",
    "排名",
    "不进入",
    "以上",
    "左右",
    "完成",
    "建成",
    "示范段",
    "绿色发展",
    "持续改善",
    "、",
    "，",
    "。",
    "；",
    "（",
    "）",
    "〔",
    "〕",
    "“",
    "”",
    "《",
    "》",
    "和",
    "及",
    "等",
    "无",
    "列第一位者为牵头单位，下同",
    "以下均需各县政府落实，不再列出",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=24).map("".join)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
NAMES = st.lists(
    st.sampled_from(
        [
            "市水利局",
            "市财政局",
            "林业局",
            "各区政府",
            "相关单位",
            "供电公司",
            "东湖区",
            "南江市政府",
            "市文化和旅游局",
        ]
    ),
    min_size=1,
    max_size=6,
    unique=True,
)


def everything(text: str) -> tuple[object, ...]:
    """All readings of a text, without their places."""
    body = TracedText.of(text)
    departments = read_departments([body], CONTEXT)
    deadlines, _ = read_deadlines(body, PERIOD)
    indicators = read_indicators(body, deadlines, PERIOD)
    goals = read_goals(body, PERIOD)
    return (
        [(one.role, folded(one.name)) for one in departments.departments],
        [one.due for one in departments.deadlines],
        [(folded(one.phrase), one.due) for one in deadlines],
        [(one.op, one.value, folded(one.unit or ""), one.due, one.force) for one in indicators],
        [(folded(goal.text), goal.value, goal.due) for goal, _ in goals],
        document_context([body], PERIOD).first_is_lead,
    )


@CALM
@given(TEXTS)
def test_the_width_of_punctuation_changes_nothing(text: str) -> None:
    assert everything(text) == everything(text.translate(NARROW))


@CALM
@given(ANYTHING | TEXTS)
def test_nothing_raises_and_every_place_is_in_the_text(text: str) -> None:
    body = TracedText.of(text, 7)
    departments = read_departments([body], CONTEXT)
    deadlines, doubts = read_deadlines(departments.body, PERIOD)
    indicators = read_indicators(departments.body, deadlines, PERIOD)
    goals = read_goals(body, PERIOD)

    spans = [span for _, span in goals] + [one.span for one in (*departments.doubts, *doubts)]
    spans += [one.span for one in departments.departments] + [one.span for one in indicators]
    assert all(7 <= span.start <= span.end <= 7 + len(text) for span in spans if span.end)
    left = departments.body.text  # a clause may run over the place where a bracket was
    assert all(one.phrase in left and one.clause in left for one in deadlines)


@CALM
@given(TEXTS)
def test_a_department_is_in_the_text_but_for_what_it_takes_from_its_neighbours(text: str) -> None:
    found = read_departments([TracedText.of(text)], CONTEXT)

    for one in found.departments:
        assert "".join(text[one.span.start : one.span.end].split()) in one.name


@CALM
@given(NAMES, st.sampled_from(["（{}负责）", "责任单位：{}", "（责任单位：{}）", "({}负责)", "〔{}负责〕"]))
def test_what_is_written_is_read(names: list[str], form: str) -> None:
    result: DepartmentsRead = read_departments(
        [TracedText.of("推进。"), TracedText.of(form.format("、".join(names)))], CONTEXT
    )

    assert len(result.departments) == len(names)
    assert all(name in one.name for name, one in zip(names, result.departments, strict=True))
    assert result.body.text == "推进。"


@CALM
@given(ANYTHING | TEXTS)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text) == len(depths(text))
    assert all(text[start] == "（" and text[end - 1] == "）" for start, end in groups(text))
