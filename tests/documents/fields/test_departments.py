"""Departments in a task's paragraphs: labels, verbs, brackets, lines, and what is left of the text."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.fields.departments import (
    DepartmentContext,
    DepartmentsRead,
    document_context,
    read_departments,
)
from plantui.documents.period import Period
from plantui.documents.traced import TracedText

PERIOD = Period(2024, 2026, date(2024, 3, 7))


def read(*paragraphs: str, first_is_lead: bool = False) -> DepartmentsRead:
    context = DepartmentContext(PERIOD, first_is_lead)
    return read_departments([TracedText.of(paragraph) for paragraph in paragraphs], context)


def shown(result: DepartmentsRead) -> str:
    """`lead 市水利局 市财政局; support …` in the order of the text."""
    roles: dict[str, list[str]] = {}
    for department in result.departments:
        roles.setdefault(department.role.value, []).append(department.name)
    return "; ".join(f"{role} {' '.join(names)}" for role, names in roles.items())


BRACKETS = [
    ("（市水利局牵头，市财政局、农业农村局配合）", "lead 市水利局; support 市财政局 市农业农村局"),
    (
        "（市水利局、财政局按职责分工负责，各县（市、区）政府负责落实）",
        "shared 市水利局 市财政局; responsible 各县（市、区）政府",
    ),
    ("（生态环境部指导，供销合作总社参与）", "guide 生态环境部; support 供销合作总社"),
    ("（市水利局组织落实）", "responsible 市水利局"),
    (
        "（市水利局牵头，科技局、东湖、安城经济开发区管委会负责）",
        "lead 市水利局; responsible 市科技局 东湖经济开发区管委会 安城经济开发区管委会",
    ),
    (
        "（省水利厅、财政厅按职责分工负责，各地级以上市人民政府结合实际落实）",
        "shared 省水利厅 省财政厅; responsible 各地级以上市人民政府",
    ),
    ("（省水利厅、教育厅、科协等）", "responsible 省水利厅 省教育厅 省科协"),
    ("（市水利局、各区政府（含新区管委会，下同）负责）", "responsible 市水利局 各区政府"),
    ("（市生态环境局、住建局牵头督导，市公安局协办）", "lead 市生态环境局 市住建局; support 市公安局"),
    ("（责任单位：市水利局、财政局，各区政府）", "responsible 市水利局 市财政局 各区政府"),
    ("（牵头单位：市水利局；配合单位：市财政局等部门）", "lead 市水利局; support 市财政局"),
    ("（负责部门：商务部、海关总署）", "responsible 商务部 海关总署"),
    ("〔责任单位：省商务厅、市场监管局按职责分工负责〕", "shared 省商务厅 省市场监管局"),
    ("【市水利局牵头；各乡镇（街道）具体负责】", "lead 市水利局; responsible 各乡镇（街道）"),
    ("(市水利局,财政局负责)", "responsible 市水利局 市财政局"),
    ("（市水利局牵头、市财政局配合、各区政府落实）", "lead 市水利局; support 市财政局; responsible 各区政府"),
    ("（市水利局会同市财政局、林业局负责）", "lead 市水利局; responsible 市财政局 市林业局"),
    ("（责任单位：市水利局（牵头）、市财政局）", "lead 市水利局; responsible 市财政局"),
    ("（市水利局、各县（市、区）政府牵头）", "lead 市水利局 各县（市、区）政府"),
    ("（人社部、财政部，各省级人民政府按职责分工负责）", "shared 人社部 财政部 各省级人民政府"),
    ("（市水利局；市财政局、林业局配合）", "responsible 市水利局; support 市财政局 市林业局"),
    ("（市水利局，市财政局，各区政府配合）", "responsible 市水利局; support 市财政局 各区政府"),
    ("（市水利局、林业局会同市财政局负责）", "lead 市水利局 市林业局; responsible 市财政局"),
    ("（各县政府负责，市水利局加强指导）", "responsible 各县政府; guide 市水利局"),
    ("（某某电力公司等企业及各地区按职责分工负责）", "shared 某某电力公司 各地区"),
    ("（国网临江电力以及各区政府负责）", "responsible 国网临江电力 各区政府"),
    ("（责任单位：市水利局（按职责分工）、市财政局（协助））", "shared 市水利局; support 市财政局"),
    ("（市水利局牵头组织实施，市财政局做好资金保障）", "lead 市水利局; support 市财政局"),
    ("（牵头部门：市水利局；主责单位：各区政府）", "lead 市水利局; responsible 各区政府"),
    ("（主责单位：市水利局；协办单位：市财政局）", "lead 市水利局; support 市财政局"),
    ("（申通地铁集团负责）", "responsible 申通地铁集团"),
    ("（东湖区、南江市负责）", "responsible 东湖区 南江市"),
    (
        "（国务院办公厅牵头，商务部等国务院相关部门及各地区按职责分工负责）",
        "lead 国务院办公厅; shared 商务部 各地区",
    ),
    ("（市水利局牵头会同市财政局、林业局落实）", "lead 市水利局; responsible 市财政局 市林业局"),
    ("（市水利局统筹协调，各部门按各自职责做好相关工作）", "lead 市水利局; shared 各部门"),
    (
        "（省级各有关部门，各市（州）、县（市、区）人民政府负责）",
        "responsible 省级各有关部门 各市（州）、县（市、区）人民政府",
    ),
]


@pytest.mark.parametrize(("bracket", "expected"), BRACKETS)
def test_a_bracket_behind_the_sentence(bracket: str, expected: str) -> None:
    result = read("推进河道治理。" + bracket)

    assert shown(result) == expected
    assert result.body.text == "推进河道治理。"


@pytest.mark.parametrize(("bracket", "expected"), BRACKETS)
def test_a_bracket_before_the_full_stop_and_a_bracket_alone(bracket: str, expected: str) -> None:
    before = read("推进河道治理" + bracket + "。")
    alone = read("推进河道治理。", bracket)

    assert (shown(before), before.body.text) == (expected, "推进河道治理。")
    assert (shown(alone), alone.body.text) == (expected, "推进河道治理。")


@pytest.mark.parametrize(
    "text",
    [
        "更新城市货车（含物流车、邮政车）和环卫车。",
        "完善管理办法（以下简称办法）。",
        "压实企业责任（主要负责人负责）。",
        "建立党委领导、政府负责（企业主体负责）的体系。",
        "各县（市、区）政府和各区（县）管委会要加强协作。",
        "对未办证的（个体工商户、施工单位）予以处罚。",
        "由五部门（公安部、财政部、商务部）联合检查。",
        "按《办法》（省水利厅印发）执行。",
        "监测六项因子（颗粒物、臭氧）。",
        "各责任单位：要高度重视，切实加强组织领导，确保完成各项目标任务。",
    ],
)
def test_an_ordinary_bracket_stays_in_the_text(text: str) -> None:
    result = read(text)

    assert shown(result) == ""
    assert result.body.text == text


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("牵头单位：市水利局", "责任单位：各区政府"), "lead 市水利局; responsible 各区政府"),
        (("牵头单位: 市水利局 责任单位:各区政府",), "lead 市水利局; responsible 各区政府"),
        (("配合单位：市财政局责任单位：各区政府",), "support 市财政局; responsible 各区政府"),
        (("牵头单位　市水利局",), "lead 市水利局"),
        (("牵头单位：", "市水利局、财政局"), "lead 市水利局 市财政局"),
        (("责任领导：张三；牵头单位：市水利局",), "lead 市水利局"),
        (("市级牵头部门：市水利局", "县级责任部门：各县政府"), "lead 市水利局; responsible 各县政府"),
        (("主办单位：市水利局；协办单位：市财政局",), "lead 市水利局; support 市财政局"),
        (("配合单位：无",), ""),
        (("市水利局牵头，市财政局配合",), "lead 市水利局; support 市财政局"),
        (("由市水利局，各县（市）、区人民政府负责落实。",), "responsible 市水利局 各县（市）、区人民政府"),
    ],
)
def test_lines_of_their_own(paragraphs: tuple[str, ...], expected: str) -> None:
    result = read("推进河道治理。", *paragraphs)

    assert shown(result) == expected
    assert result.body.text == "推进河道治理。"


def test_labelled_words_and_a_closing_sentence_at_the_end_of_the_text() -> None:
    assert shown(read("给予支持。责任单位：市科技局、财政局。")) == "responsible 市科技局 市财政局"
    assert shown(read("给予支持。由市科技局、财政局负责落实。")) == "responsible 市科技局 市财政局"


def test_several_clauses_inside_one_paragraph() -> None:
    result = read(
        "推广标准。（市场监管总局、商务部负责）推广装备。（商务部指导）研究税收政策，（财政部参与）"
    )

    assert shown(result) == "responsible 市场监管总局 商务部; guide 商务部; support 财政部"
    assert result.body.text == "推广标准。推广装备。研究税收政策，"


def test_a_label_of_another_kind_stays_in_the_text() -> None:
    result = read("试点放宽条件。（负责部门：商务部，适用范围：某某自贸试验区）")

    assert shown(result) == "responsible 商务部"
    assert result.body.text == "试点放宽条件。（适用范围：某某自贸试验区）"


@pytest.mark.parametrize(
    ("clause", "phrase", "due"),
    [
        ("（责任单位：市水利局；完成时限：2024年12月底）", "2024年12月底", date(2024, 12, 31)),
        ("（市水利局牵头，2024年9月底前完成）", "2024年9月底前", date(2024, 9, 30)),
        ("（责任部门：市水利局；时间节点：2024年第三季度）", "2024年第三季度", date(2024, 9, 30)),
    ],
)
def test_a_date_among_the_departments(clause: str, phrase: str, due: date) -> None:
    result = read("推进河道治理。" + clause)

    assert [(one.phrase, one.due) for one in result.deadlines] == [(phrase, due)]
    assert len(result.departments) == 1


@pytest.mark.parametrize(
    "clause", ["（市水利局负责，长期坚持）", "（责任单位：市水利局；完成时限：持续推进）"]
)
def test_a_standing_duty_has_no_date(clause: str) -> None:
    result = read("推进河道治理。" + clause)

    assert shown(result) == "responsible 市水利局"
    assert result.deadlines == ()


def test_the_first_one_leads_where_the_document_says_so() -> None:
    assert (
        shown(read("推进。（商务部、财政部负责）", first_is_lead=True)) == "lead 商务部; responsible 财政部"
    )
    assert shown(read("推进。（各有关部门按职责分工负责）", first_is_lead=True)) == "shared 各有关部门"
    assert shown(read("推进。（商务部配合）", first_is_lead=True)) == "support 商务部"


@pytest.mark.parametrize(
    "statement",
    [
        "（商务部、财政部负责。列第一位者为牵头单位，下同）",
        "（商务部、财政部负责，排在第一位的部门为牵头部门，下同）",
        "（责任单位：商务部、财政部，列首位的为牵头单位，下同）",
        "责任单位：商务部、财政部（列第一位的为工作牵头单位或汇总单位，下同）",
        "（商务部、财政部负责，排名第一的单位为牵头单位）",
    ],
)
def test_who_leads_is_said_once_for_the_document(statement: str) -> None:
    context = document_context([TracedText.of("推进。"), TracedText.of(statement)], PERIOD)
    result = read_departments([TracedText.of(statement)], context)

    assert context.first_is_lead
    assert shown(result) == "lead 商务部; responsible 财政部"


def test_those_behind_the_first_have_the_role_that_the_document_gives_them() -> None:
    context = document_context(
        [TracedText.of("责任单位排第一位的为牵头单位，其余为配合单位，下同。")], PERIOD
    )

    assert shown(read_departments([TracedText.of("推进。（商务部、财政部、水利部）")], context)) == (
        "lead 商务部; support 财政部 水利部"
    )


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "各项任务的配合单位均为各镇政府、街道办事处，开发区管委会，以下不再一一列出。",
            "support 各镇政府 街道办事处 开发区管委会",
        ),
        (
            "各区政府、临江新区管委会是各项任务的共同责任单位，以下不再一一列出。",
            "responsible 各区政府 临江新区管委会",
        ),
    ],
)
def test_a_letter_names_them_for_all_tasks(statement: str, expected: str) -> None:
    context = document_context([TracedText.of(statement)], PERIOD)

    assert f"{context.carried[0].role.value} " + " ".join(d.name for d in context.carried) == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("（市水利局负责。以下均需各县政府、管委会落实，不再一一列出）", "各县政府 各县管委会"),
        ("（市水利局负责。以下各项工作均需各县政府落实，不再列出。）", "各县政府"),
        ("〔责任单位：市水利局。具体任务均涉及相关县政府，不再做分工，下同。〕", "相关县政府"),
    ],
)
def test_departments_that_carry_every_task(statement: str, expected: str) -> None:
    context = document_context([TracedText.of(statement)], PERIOD)
    result = read_departments([TracedText.of("推进。" + statement)], context)

    assert " ".join(one.name for one in context.carried) == expected
    assert shown(result) == "responsible 市水利局"


def test_a_list_without_a_role_is_responsible_and_doubtful() -> None:
    result = read("推进应急通信建设。（工业和信息化部、公安部、应急管理部）")

    assert shown(result) == "responsible 工业和信息化部 公安部 应急管理部"
    assert [doubt.reason for doubt in result.doubts] == ["clauses.no_role"]


def test_a_clause_without_a_readable_name_is_a_doubt() -> None:
    result = read("推进治理。（发展改革、财政、水利等部门按职责分工负责）")

    assert shown(result) == ""
    assert [doubt.reason for doubt in result.doubts] == ["clauses.not_read"]


def test_what_stands_on_either_side_of_a_sentence_about_all_tasks_stays_apart() -> None:
    result = read("推进。（市水利局、财政局负责。以下均需各县政府落实，不再列出。市林业局配合）")

    assert shown(result) == "responsible 市水利局 市财政局; support 市林业局"
