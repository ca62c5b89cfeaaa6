"""What becomes a task, a section and a title: small documents of our own wording."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.model.plan import Plan
from tests.support.imported_documents import imported, roles

HEAD = "安城市水利工作方案\n为做好水利工作，制定本方案。\n一、重点任务\n"


def plan_of(items: str) -> Plan:
    return imported(HEAD + items).plan


def test_a_sentence_with_a_date_or_a_figure_is_no_mere_title() -> None:
    """What stands alone before a role line is what is to be done: its date and figures are read."""
    plan = plan_of(
        "1.推进河道治理，2024年6月底前完成摸底，新建堤防20公里。\n责任单位：市水利局、市财政局\n"
        "2.加强巡查值守。\n责任单位：市水利局\n"
        "3.新建泵站12座。\n责任单位：市水利局\n"
    )

    assert [task.title for task in plan.tasks] == ["推进河道治理", "加强巡查值守", "新建泵站12座"]
    assert plan.tasks[0].text == "推进河道治理，2024年6月底前完成摸底，新建堤防20公里。"
    assert [deadline.due for deadline in plan.tasks[0].deadlines] == [date(2024, 6, 30)]
    assert [[i.value for i in task.indicators] for task in plan.tasks] == [[20], [], [12]]


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("1.河道治理——2024年6月底前完成摸底，推进清淤。", "河道治理"),
        ("1.“清四乱”行动——组织排查整治，建立台账。", "“清四乱”行动"),
        ("1.强化河道治理：组织排查整治，建立台账。", "强化河道治理"),
        (
            "1.从2024年开始，每年组织一次河道排查整治工作，排查情况形成专门报告并及时公开。",
            "从2024年开始，每年组织一次河道排查整治工作",
        ),
        (
            "1.推行河道“一河一策、一河一档”管理，落实巡查制度，建立问题清单并定期通报。",
            "推行河道“一河一策、一河一档”管理",
        ),
    ],
)
def test_the_title_of_an_item(item: str, title: str) -> None:
    plan = plan_of(
        f"{item}（市水利局负责）\n2.加强巡查。组织巡查值守。（市水利局负责）\n3.加强宣传。开展宣传。（市水利局负责）\n"
    )

    assert plan.tasks[0].title == title


def test_measures_with_departments_of_their_own_are_the_tasks() -> None:
    """What holds them says who does what only through them, so it is their section; its siblings stay tasks."""
    plan = plan_of(
        "（一）开展治理行动。分类推进。\n"
        "1.治理河道。清理淤积。（市水利局牵头，市财政局配合）\n"
        "2.治理沟渠。疏通沟渠。（市农业农村局负责）\n"
        "（二）加强监测。建设站点。（市水利局负责）\n"
        "（三）加强宣传。组织宣传。（市教育局负责）\n"
        "（四）加强执法。开展执法。（市水利局负责）\n"
    )

    assert [task.title for task in plan.tasks] == ["治理河道", "治理沟渠", "加强监测", "加强宣传", "加强执法"]
    assert roles(plan.tasks[0]) == {"lead": ["市水利局"], "support": ["市财政局"]}
    assert "开展治理行动" in {section.title for section in plan.sections}


def test_small_items_under_one_clause_stay_one_task() -> None:
    """（1） and ① that do not all name departments belong to their task."""
    plan = plan_of(
        "1.开展治理行动。分类推进。\n（1）清理淤积。\n（2）疏通沟渠。（市水利局、市财政局负责）\n"
        "2.加强监测。建设站点。（市水利局负责）\n3.加强宣传。组织宣传。（市教育局负责）\n"
    )

    assert [task.title for task in plan.tasks] == ["开展治理行动", "加强监测", "加强宣传"]
    assert "清理淤积" in plan.tasks[0].text


def test_the_departments_of_what_holds_the_measures_are_kept() -> None:
    """（一）… with departments of its own is a task beside its measures."""
    plan = plan_of(
        "（一）降低用水成本，落实优惠政策。（市水利局牵头，市财政局配合）\n具体措施：\n"
        "1.制定办法。起草管理办法。（市水利局负责）\n2.公开价格。公布收费目录。（市发展改革委负责）\n"
        "（二）提升服务水平，优化办理流程。（市水利局牵头）\n具体措施：\n"
        "1.压缩时限。减少办理环节。（市水利局负责）\n2.增加窗口。设置服务窗口。（市政务服务局负责）\n"
    )

    assert [(task.number, task.title) for task in plan.tasks] == [
        ("（一）", "降低用水成本，落实优惠政策"),
        ("1", "制定办法"),
        ("2", "公开价格"),
        ("（二）", "提升服务水平，优化办理流程"),
        ("1", "压缩时限"),
        ("2", "增加窗口"),
    ]
    assert roles(plan.tasks[0]) == {"lead": ["市水利局"], "support": ["市财政局"]}
    assert plan.tasks[0].text == ""
    assert len({task.id for task in plan.tasks}) == 6


def test_paragraphs_with_their_departments_on_the_next_line() -> None:
    """A bracket on a line of its own closes the paragraph before it."""
    plan = plan_of(
        "（一）治理河道\n清理重点河道淤积，修复受损堤岸。\n（市水利局牵头，市财政局配合）\n"
        "疏通田间沟渠，完善排涝设施。\n（市农业农村局负责）\n"
    )

    assert [roles(task) for task in plan.tasks] == [
        {"lead": ["市水利局"], "support": ["市财政局"]},
        {"responsible": ["市农业农村局"]},
    ]


def test_the_first_chapter_behind_a_title_without_a_full_stop() -> None:
    plan = imported(
        "安城市水利发展行动计划\n第一章 总则\n第一节 指导思想\n坚持节水优先。\n第二章 重点任务\n"
        "第一节 治理河道\n1.清理淤积。开展清淤。（市水利局负责）\n2.修复堤岸。加固堤岸。（市水利局负责）\n"
        "第二节 加强监测\n3.建设站点。布设站点。（市水利局负责）\n"
    ).plan

    assert [(section.number, section.title) for section in plan.sections] == [
        ("第一章", "总则"),
        ("第一节", "指导思想"),
        ("第二章", "重点任务"),
        ("第一节", "治理河道"),
        ("第二节", "加强监测"),
    ]


def test_a_document_of_short_paragraphs_is_wrapped_too() -> None:
    """Only its widest lines break off, all at one width: a title does not end there, nor does a number."""
    plan = imported(
        "安城市水利工作方案\n\n为做好水利工作，制定本方案。\n\n一、重点任务\n\n"
        "1.加强河道治理，组织开展重点河道淤积清理，2024年年底前完成1\n\n20公里，实现全域覆盖。\n\n责任单位：市水利局\n\n"
        "2.加强监测预警。\n\n责任单位：市水利局\n\n"
        "3.推进堤防建设，对重点河段堤岸开展加固修复，力争堤防达标率在\n\n2024年达到95%。\n\n责任单位：市水利局\n\n"
        "4.加强宣传引导。\n\n责任单位：市水利局\n\n"
        "5.完善管护机制，健全市县乡三级河长体系，落实管护经费和人员责\n\n任，建立长效机制。\n\n责任单位：市水利局\n\n"
    ).plan

    assert len(plan.tasks) == 5
    assert [i.value for i in plan.tasks[0].indicators] == [120]
    assert [d.due for d in plan.tasks[2].deadlines] == [date(2024, 12, 31)]
    assert plan.tasks[4].text.endswith("落实管护经费和人员责任，建立长效机制。")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "责任单位：市水利局 市财政局 市林业局（园林局） 市城投公司",
            ["市水利局", "市财政局", "市林业局（园林局）", "市城投公司"],
        ),
        ("责任单位：市水利局、市财 政局", ["市水利局", "市财政局"]),
        ("责任单位：市水利局，各区政府\n（管委会）", ["市水利局", "各区政府（管委会）"]),
    ],
)
def test_blanks_and_line_ends_in_a_list_of_departments(line: str, expected: list[str]) -> None:
    plan = plan_of(f"1.治理河道。开展清淤。\n{line}\n2.加强监测。布设站点。\n责任单位：市水利局\n")

    assert roles(plan.tasks[0]) == {"responsible": expected}


def test_goals_that_are_shared_out_are_tasks() -> None:
    """Every goal with its department, title and figure in one line."""
    plan = imported(
        "区人民政府办公室关于印发2024年区《政府工作报告》确定的任务分解方案的通知\n发布机构 区人民政府办公室 文    号 东政办〔2024〕1号\n"
        "《区〈政府工作报告〉确定的任务分解方案》已经同意，现印发给你们。\n东湖区人民政府办公室\n2024年1月3日\n"
        "2024年区《政府工作报告》确定的任务分解方案\n一、主要预期目标\n（一）地区生产总值增长7%以上\n责任单位：区发展和改革局\n"
        "（二）工业投资增长12%以上\n责任单位：区科技局\n（三）新增就业3000人\n责任单位：区人社局\n"
        "二、重点工作\n（四）6月底前完成摸底\n责任单位：区统计局\n"
    ).plan

    assert plan.info.title == "2024年区《政府工作报告》确定的任务分解方案"
    assert (plan.info.document_number, plan.info.region) == ("东政办〔2024〕1号", "东湖区")
    assert [task.title for task in plan.tasks] == [
        "地区生产总值增长7%以上",
        "工业投资增长12%以上",
        "新增就业3000人",
        "6月底前完成摸底",
    ]
    assert [[i.value for i in task.indicators] for task in plan.tasks] == [[7], [12], [3000], []]
    assert [d.due for d in plan.tasks[3].deadlines] == [date(2024, 6, 30)]
    assert plan.goals == ()
