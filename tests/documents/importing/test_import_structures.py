"""How documents divide and number their tasks, and where they say who carries them: texts of our own wording."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from plantui.model.plan import Plan
from tests.support.imported_documents import imported, roles

HEAD = "安城市水利工作方案（2024年）\n为做好水利工作，制定本方案。\n"


def plan_of(body: str) -> Plan:
    return imported(HEAD + body).plan


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("1-1　", "1-2　", ["1-1", "1-2"]),
        ("A1 ", "A2 ", ["A1", "A2"]),
        ("⒈", "⒉", ["1", "2"]),
        ("㈠", "㈡", ["（一）", "（二）"]),
        ("⑴", "⑵", ["（1）", "（2）"]),
        ("第一条　", "第二条　", ["第一条", "第二条"]),
        ("★行动一：", "★行动二：", ["行动一", "行动二"]),
        ("【行动一】", "【行动二】", ["行动一", "行动二"]),
    ],
)
def test_kinds_of_numbers(first: str, second: str, numbers: list[str]) -> None:
    plan = plan_of(
        f"一、重点任务\n{first}清淤河道\n组织清淤河段和沟渠，落实资金和人员，实行清单管理，汛期前全部完成，并建立定期清淤的机制。\n责任单位：市水利局\n"
        f"{second}加固堤防\n组织加固。\n责任单位：市水利局、市财政局\n"
    )

    assert [(task.number, task.title) for task in plan.tasks] == [
        (numbers[0], "清淤河道"),
        (numbers[1], "加固堤防"),
    ]
    assert roles(plan.tasks[1]) == {"responsible": ["市水利局", "市财政局"]}


def test_roman_chapters_and_titles_in_brackets() -> None:
    plan = plan_of(
        "第一部分　工作任务\nⅠ 治理河道\n⒈【清淤河道】\n组织清淤。\n责任单位：市水利局\n"
        "Ⅱ 加强管护\n⒉【落实河长】\n组织巡河。\n责任单位：市河长办\n"
    )

    assert [task.title for task in plan.tasks] == ["清淤河道", "落实河长"]
    assert [section.title for section in plan.sections][-2:] == ["治理河道", "加强管护"]


def test_labels_in_brackets_before_the_text() -> None:
    plan = plan_of(
        "一、重点任务\nA 河道\nA1 清淤河道\n【责任部门】水利部、工程部\n【时间要求】2024年汛期前完成首轮清淤\n"
        "组织清淤，清理河段30公里。\nA2 加固堤防\n【责任部门】工程部\n【时间要求】2024年9月底前\n组织加固。\n"
    )

    first, second = plan.tasks
    assert roles(first) == {"responsible": ["水利部", "工程部"]}
    assert first.text == "组织清淤，清理河段30公里。"
    assert [deadline.due for deadline in second.deadlines] == [date(2024, 9, 30)]


def test_digits_that_were_scanned_as_letters() -> None:
    plan = plan_of(
        "一、重点任务\nl.清淤河道.清理河段3O公里,2O24年l0月底前完成.(牵头单位:市水利局,责任单位:市财政局\n"
        "2.加固堤防.加固l2公里,普及AI、CO2监测.(牵头单位:市水利局)\n"
    )

    first, second = plan.tasks
    assert (first.number, first.title, first.text) == (
        "1",
        "清淤河道",
        "清理河段30公里，2024年10月底前完成。",
    )
    assert roles(first) == {"lead": ["市水利局"], "responsible": ["市财政局"]}
    assert second.text == "加固12公里，普及AI、CO2监测。"


def test_a_label_behind_a_dash_ends_with_its_line() -> None:
    plan = plan_of(
        "一、重点任务\n1、清淤河道。年内完成清淤。——牵头单位：市水利局；责任单位：市财政局\n"
        "2、加固堤防。对全部险段逐一制定方案，组织专业队伍施工，实行清单管理，年内完成加固。——牵头单位：市水利局、市财政局\n\n会议强调，要压实责任。\n"
    )

    assert roles(plan.tasks[0]) == {"lead": ["市水利局"], "responsible": ["市财政局"]}
    assert roles(plan.tasks[1]) == {"lead": ["市水利局", "市财政局"]}
    assert plan.tasks[1].text.endswith("年内完成加固。")


OWNERS = (
    "第一部分　治理\n\n市水利局：\n1.清淤河道。组织清淤，6月底前完成。\n2.加固堤防。组织加固。\n"
    "市住房城乡建设局（配合单位：市财政局）：\n3.疏通管网。组织疏通。\n"
    "第二部分　管护\n\n（市公安局牵头）打击非法采砂。依法查处案件。\n（市司法局、市林业局按职责分工负责）加强普法。组织宣传。\n"
    "第三部分　监督\n\n市政府督查室：\n4.强化督办。实行月调度。\n"
    "工作要求：各单位要于2024年3月15日前报送方案。\n"
)


def test_lines_of_departments_above_their_items() -> None:
    """Items belong to the department above them, up to the next one or the next part."""
    plan = plan_of(OWNERS)

    assert [(task.title, roles(task)) for task in plan.tasks] == [
        ("清淤河道", {"responsible": ["市水利局"]}),
        ("加固堤防", {"responsible": ["市水利局"]}),
        ("疏通管网", {"responsible": ["市住房城乡建设局"], "support": ["市财政局"]}),
        ("打击非法采砂", {"lead": ["市公安局"]}),
        ("加强普法", {"shared": ["市司法局", "市林业局"]}),
        ("强化督办", {"responsible": ["市政府督查室"]}),
    ]
    assert plan.tasks[-1].deadlines == ()


def test_a_letter_is_addressed_to_nobody_who_carries_tasks() -> None:
    plan = imported(
        "安城市人民政府关于印发水利工作方案的通知\n各县区人民政府：\n现印发给你们。\n安城市水利工作方案\n"
        "市直各部门：\n一、重点任务\n1.清淤河道。组织清淤。（市水利局负责）\n2.加固堤防。组织加固。（市水利局负责）\n"
    ).plan

    assert [roles(task) for task in plan.tasks] == [{"responsible": ["市水利局"]}] * 2


@pytest.mark.parametrize("label", ["3. 责任单位\n市水利局牵头，", "3. 责任单位：市水利局牵头，"])
def test_an_action_in_labelled_parts(label: str) -> None:
    """1. 工作目标, 2. 主要措施, 3. 责任单位: the measures are the tasks and have the departments of their action."""
    action = (
        "（{0}）{1}行动\n1. 工作目标\n{1}达标率达到95%以上。\n2. 主要措施\n（1）清淤{1}。组织清淤。\n（2）管护{1}。组织管护。\n"
        + label
        + "市财政局、市林业局按职责分工负责。\n"
    )
    plan = plan_of("一、重点行动\n" + action.format("一", "河道") + action.format("二", "湖泊"))

    assert [task.title for task in plan.tasks] == ["清淤河道", "管护河道", "清淤湖泊", "管护湖泊"]
    expected = {"lead": ["市水利局"], "shared": ["市财政局", "市林业局"]}
    assert [roles(task) for task in plan.tasks] == [expected] * 4
    assert [(goal.indicator, goal.value) for goal in plan.goals] == [("河道达标率", 95), ("湖泊达标率", 95)]


def test_role_lines_of_a_group_of_items_numbered_through() -> None:
    """Where other items of the same numbering have lines of their own, the line after a group is that of each item."""
    plan = plan_of(
        "一、重点任务\n（一）治理\n1.清淤河道。组织清淤。\n2.加固堤防。组织加固。\n责任单位：市水利局\n"
        "（二）管护\n3.落实河长。组织巡河。\n责任单位：市河长办\n4.加强普法。组织宣传。\n责任单位：市司法局\n"
    )

    assert [(task.number, roles(task)["responsible"]) for task in plan.tasks] == [
        ("1", ["市水利局"]),
        ("2", ["市水利局"]),
        ("3", ["市河长办"]),
        ("4", ["市司法局"]),
    ]


def test_tasks_shared_out_by_number() -> None:
    plan = plan_of(
        "第一部分　任务\n1.清淤河道。组织清淤。\n2.加固堤防。组织加固。\n3.疏通管网。组织疏通。\n4.落实河长。组织巡河。\n"
        "第二部分　任务分工\n本方案第1、3项任务由水利部牵头，工程科配合；第2项由工程科负责；第四项由办公室、各科室共同负责。\n"
    )

    assert [roles(task) for task in plan.tasks] == [
        {"lead": ["水利部"], "support": ["工程科"]},
        {"responsible": ["工程科"]},
        {"lead": ["水利部"], "support": ["工程科"]},
        {"shared": ["办公室", "各科室"]},
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "由市水利局牵头，会同市财政局、林业局制定规划，6月底前报市政府审定。",
            {"lead": ["市水利局"], "support": ["市财政局", "市林业局"]},
        ),
        (
            "市水利局负责技术指导，各县（市、区）政府负责征迁，办公室设在市水利局。",
            {"responsible": ["市水利局", "各县（市、区）政府"]},
        ),
        (
            "清淤工作由各县区政府组织实施，市水利局、市财政局按职责加强指导。",
            {"responsible": ["各县区政府"], "guide": ["市水利局", "市财政局"]},
        ),
        ("市公安局会同市水利局开展巡查，保障安全。", {"lead": ["市公安局"], "support": ["市水利局"]}),
        ("推进自由贸易试验区管委会有关工作，各有关部门要加强协作。", {}),
        ("水质检测由供水单位承担，结果公布一次。", {"responsible": ["供水单位"]}),
    ],
)
def test_departments_in_sentences(text: str, expected: dict[str, list[str]]) -> None:
    """A task without a clause of departments has those of its sentences, each doubtful; the text stays whole."""
    read = imported(HEAD + f"一、重点任务\n1.治理河道。推进治理。{text}\n2.加固堤防。组织加固，年内完成。\n")

    task = read.plan.tasks[0]
    assert roles(task) == expected
    assert task.text == "推进治理。" + text
    assert any(doubt.reason == "clauses.from_sentence" for doubt in read.doubts) == bool(expected)


def test_a_cited_notice_gives_no_title() -> None:
    plan = imported(
        "安城市人民政府办公室关于加快推进节水工作的实施意见\n"
        "为贯彻落实《国务院办公厅关于印发“十四五”节水发展规划的通知》（国办发〔2021〕46号）精神，提出如下意见。\n"
        "一、重点任务\n1.推进节水。开展节水评价，2025年底前完成。（市水利局负责）\n2.加强宣传。组织宣传周活动。（市水利局负责）\n"
    ).plan

    assert plan.info.title == "安城市人民政府办公室关于加快推进节水工作的实施意见"
    assert (plan.info.start_year, plan.info.end_year) == (2025, 2025)


def test_a_running_head_on_the_first_page_too() -> None:
    """A head that begins the document and follows every page number is no part of a sentence that the page cut."""
    head = "安城市人民政府公报　　　　2024年第5期\n"
    plan = imported(
        head
        + HEAD
        + "一、重点任务\n1.推进清洁取暖。平原地区散煤全部清零，年内分批次全面完成清洁取暖\n\n— 1 —\n\n"
        + head
        + "改造6.8万户。（市住房城乡建设局负责）\n2.加强管护。组织开展集中检修，落实安全责任和值守制度，保障\n\n— 2 —\n\n"
        + head
        + "群众温暖过冬。（市能源局负责）\n"
    ).plan

    assert plan.tasks[0].text == "平原地区散煤全部清零，年内分批次全面完成清洁取暖改造6.8万户。"
    assert plan.tasks[1].text == "组织开展集中检修，落实安全责任和值守制度，保障群众温暖过冬。"


WORKS = ["修建泵站", "清理河道", "加固堤防", "绿化河岸"]


@pytest.mark.parametrize("label", ["主办单位：安城市水利局", "密级：内部", "联系电话：0100-6123456"])
def test_a_labelled_line_on_every_page_is_the_pages(label: str) -> None:
    """A foot with a label is no department of the last task of each page, nor part of its text."""
    pages = "\f".join(
        f"{at}.{work}。2024年底前，完成{work}任务。（市住建局牵头，市财政局配合）\n{label}\n"
        for at, work in enumerate(WORKS, 1)
    )
    plan = imported(HEAD + "一、重点任务\n" + pages).plan

    assert [roles(task) for task in plan.tasks] == [{"lead": ["市住建局"], "support": ["市财政局"]}] * 4
    assert [task.text for task in plan.tasks] == [f"2024年底前，完成{work}任务。" for work in WORKS]


@pytest.mark.parametrize(
    "has_label", [lambda at: at > 1, lambda at: at % 2, lambda at: at % 2 == 0, lambda at: at > 1 and at % 2]
)
@pytest.mark.parametrize("others", ["", "内部资料，注意保存\n"])
def test_a_labelled_line_on_other_pages_is_the_pages(has_label: Callable[[int], bool], others: str) -> None:
    """Word has feet of their own for the first page and for pages with even numbers."""
    pages = "\f".join(
        f"{at}.{work}。2024年底前，完成{work}任务。（市住建局牵头，市财政局配合）\n"
        + ("主办单位：安城市水利局\n" if has_label(at) else others)
        for at, work in enumerate([*WORKS, "修复湿地", "改造管网", "建设水厂", "疏浚渠道"], 1)
    )
    plan = imported(HEAD + "一、重点任务\n" + pages).plan

    assert [roles(task) for task in plan.tasks] == [{"lead": ["市住建局"], "support": ["市财政局"]}] * 8


def test_a_role_line_that_ends_every_page_is_the_tasks() -> None:
    """One task to a page: nothing but the line says who, and it stands behind a whole sentence."""
    pages = "\f".join(
        f"{at}.{work}。2024年底前，完成{work}任务。\n责任单位：市水利局\n" for at, work in enumerate(WORKS, 1)
    )
    plan = imported(HEAD + "一、重点任务\n" + pages).plan

    assert [roles(task) for task in plan.tasks] == [{"responsible": ["市水利局"]}] * 4


def test_what_is_no_task_at_the_end() -> None:
    """The article on coming into force, and the persons to call, are no task and no part of one."""
    plan = plan_of(
        "第一条　推进节水。开展节水评价。\n责任单位：市水利局，市财政局、市林业局配合\n分管领导：陈青山\n"
        "第二条　加强宣传。组织宣传周活动。责任单位：市水利局。\n联系人：张青，电话：0100-6123456。\n"
        "第三条　本措施自2025年2月1日起施行，由市水利局负责解释。\n"
    )

    assert [(task.title, task.text) for task in plan.tasks] == [
        ("推进节水", "开展节水评价。"),
        ("加强宣传", "组织宣传周活动。"),
    ]
    assert roles(plan.tasks[0]) == {"responsible": ["市水利局"], "support": ["市财政局", "市林业局"]}


def test_a_date_label_without_a_date() -> None:
    """时限：视资金情况确定 is doubtful as a date, and no department."""
    read = imported(
        HEAD + "一、重点任务\n1.清淤河道。组织清淤。责任单位：市水利局、市财政局。时限：视资金情况确定。\n"
        "2.加固堤防。组织加固。责任单位：市水利局。时限：6月底前。\n"
    )

    assert roles(read.plan.tasks[0]) == {"responsible": ["市水利局", "市财政局"]}
    assert [doubt.reason for doubt in read.doubts if doubt.read == "视资金情况确定"] == [
        "documents.doubt.no_certain_date"
    ]


def test_boxes_beside_the_tasks_are_none() -> None:
    read = imported(
        HEAD
        + "一、重点任务\n（一）清淤河道。组织清淤。（市水利局负责）\n专栏1　重点河段\n1.北河段。清淤12公里。\n2.南河段。清淤8公里。\n"
        + "（二）加固堤防。组织加固。（市水利局负责）\n"
    )

    assert [task.title for task in read.plan.tasks] == ["清淤河道", "加固堤防"]
    assert [section.title for section in read.plan.sections] == ["重点任务"]


def test_what_is_said_to_all_behind_the_last_item() -> None:
    plan = plan_of(
        "一、重点任务（牵头处室：水利处；配合处室：财务处）\n1.清淤河道。组织清淤。\n2.加固堤防。组织加固。\n\n"
        "各处室、各单位要明确专人负责，每月25日前将进展情况报办公室。\n"
    )

    assert plan.tasks[-1].text.endswith("组织加固。")
    assert all(task.deadlines == () for task in plan.tasks)
