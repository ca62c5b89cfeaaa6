"""Tasks whose titles stand behind a label, a number in another form, and what every page or a condition bears."""

from __future__ import annotations

import pytest

from tests.support.imported_documents import imported, roles

CARDS = """河东大学2025年建设任务书

{first}任务名称：统一身份认证升级
任务内容：接入应用系统不少于60个。
牵头单位：网络中心
完成时间：2025年4月
分管校领导：刘建华
{second}任务名称：教学大数据平台
任务内容：建成看板8个。
牵头单位：教务处
完成时间：2025年6月
分管校领导：赵雅琴
{third}任务名称：实验室监测
任务内容：安装终端430个。
牵头单位：设备处
完成时间：2025年9月
分管校领导：刘建华
"""


@pytest.mark.parametrize(
    ("first", "second", "third", "numbers"),
    [
        ("序号：1\n", "序号：2\n", "序号：3\n", ["1", "2", "3"]),
        ("编号：A1\n", "编号：A2\n", "编号：B1\n", ["A1", "A2", "B1"]),
        ("1.", "2.", "3.", ["1", "2", "3"]),
        ("", "", "", ["", "", ""]),
    ],
)
def test_a_label_before_a_title(first: str, second: str, third: str, numbers: list[str]) -> None:
    """任务名称： begins a task where it comes again; the title is what stands behind it, the number what stands above."""
    found = imported(CARDS.format(first=first, second=second, third=third))
    assert [(task.number, task.title) for task in found.plan.tasks] == list(
        zip(numbers, ["统一身份认证升级", "教学大数据平台", "实验室监测"], strict=True)
    )
    assert [roles(task) for task in found.plan.tasks] == [
        {"lead": ["网络中心"]},
        {"lead": ["教务处"]},
        {"lead": ["设备处"]},
    ]
    assert found.shares.not_understood == 0


def test_a_label_that_stands_once_begins_no_task() -> None:
    """项目名称：… above a plan is no title of a task."""
    text = "项目名称：河道治理\n\n一、重点任务\n1.清淤疏浚。清淤12公里。（县水利局牵头）\n2.岸线整治。整治8公里。（县住建局牵头）\n3.监测。设点6处。（县生态环境局牵头）\n"
    assert [task.title for task in imported(text).plan.tasks] == ["清淤疏浚", "岸线整治", "监测"]


BARE = """甲公司2025年行动方案

{section}生产降本
{number}降低电耗
目标：降至12850千瓦时/吨。
责任部门：电解分厂
协助部门：动力厂
{number}优化工艺
目标：成品率提高0.8个百分点。
责任部门：铸造分厂
协助部门：销售公司
{section}管理降本
{number}压降库存
目标：余额下降10%。
责任部门：财务部
协助部门：供应部
"""


@pytest.mark.parametrize(("section", "number"), [("", ""), ("◆ ", "▲ "), ("一、", "")])
def test_titles_without_numbers(section: str, number: str) -> None:
    """Short lines above labels of who does it are titles of tasks, and those above such titles their headings."""
    found = imported(BARE.format(section=section, number=number))
    assert [task.title for task in found.plan.tasks] == ["降低电耗", "优化工艺", "压降库存"]
    assert [part.title for part in found.plan.sections] == ["生产降本", "管理降本"]
    assert roles(found.plan.tasks[0]) == {"responsible": ["电解分厂"], "support": ["动力厂"]}


def test_a_line_below_a_number_is_no_title() -> None:
    """Where each number has one such line, the number is that of the task."""
    text = "甲县方案\n\n" + "".join(
        f"{at}.整治{at}号河。\n建设内容\n清淤。\n责任单位：县水利局\n" for at in (1, 2, 3)
    )
    assert [task.title for task in imported(text).plan.tasks] == ["整治1号河", "整治2号河", "整治3号河"]


def test_bare_labels_of_titles_and_roles() -> None:
    """任务：, 主办： and 会办： are labels where no number tells the tasks; below a number 任务： is text."""
    cards = "甲公司2025年任务分解\n\n" + "".join(
        f"编号：AQ-{at}\n任务：整治{at}号厂\n主办：安全部\n会办：工程部、财务部\n节点：2025-0{at}-28\n\n"
        for at in (1, 2, 3)
    )
    tasks = imported(cards).plan.tasks
    assert [(task.number, task.title) for task in tasks] == [
        (f"AQ-{at}", f"整治{at}号厂") for at in (1, 2, 3)
    ]
    assert roles(tasks[0]) == {"lead": ["安全部"], "support": ["工程部", "财务部"]}
    assert [str(task.deadlines[0].due) for task in tasks] == ["2025-01-28", "2025-02-28", "2025-03-28"]

    numbered = "甲县方案\n\n" + "".join(
        f"{at}.整治{at}号河\n任务：清淤。\n责任单位：县水利局\n" for at in (1, 2, 3)
    )
    assert [task.title for task in imported(numbered).plan.tasks] == ["整治1号河", "整治2号河", "整治3号河"]


def test_headings_that_are_bodies_own_their_items() -> None:
    """一、县教育局 above tasks says who; above 负责… it lists what the body is for."""
    text = "甲县2025年部门任务清单\n\n" + "".join(
        f"{head}、{body}\n{at}.完成整治{at}处。\n{at + 1}.建立台账{at}本。\n"
        for head, body, at in (("一", "县教育局", 1), ("二", "县水利局", 3), ("三", "县财政局", 5))
    )
    assert [roles(task) for task in imported(text).plan.tasks] == [
        {"responsible": [body]}
        for body in ("县教育局", "县教育局", "县水利局", "县水利局", "县财政局", "县财政局")
    ]


def test_a_bracket_before_the_number() -> None:
    """（县教育局牵头）一、… has its number first where three do; once it is the end of the item before."""
    text = "甲县2025年措施\n\n" + "".join(
        f"（{body}牵头）{head}、推进{head}类整治。排查{head}处。\n"
        for head, body in (("一", "县教育局"), ("二", "县水利局"), ("三", "县财政局"))
    )
    tasks = imported(text).plan.tasks
    assert [(task.number, task.title) for task in tasks] == [(f"{n}、", f"推进{n}类整治") for n in "一二三"]
    assert roles(tasks[1]) == {"lead": ["县水利局"]}


ITEMS = """甲县2025年方案

一、重点任务
1.加强巡查。巡查4次。（县水利局牵头）
{second}清理河道。清理12公里。（县住建局牵头）
3.改造水厂。改造3座：①选址；②建设。（县农业农村局牵头）
"""


@pytest.mark.parametrize("second", ["2.", "②", "⒉"])
def test_a_number_in_another_form(second: str) -> None:
    """② between 1. and 3. is the second item; behind ① it is a part of one."""
    found = imported(ITEMS.format(second=second))
    assert [task.title for task in found.plan.tasks] == ["加强巡查", "清理河道", "改造水厂"]
    assert found.plan.tasks[2].text == "改造3座：①选址；②建设。"


def test_a_figure_beside_one_of_a_condition_is_none() -> None:
    """25%（超过100人的企业达到15%）以上的企业: both say which are meant."""
    condition = "新招用人数达到职工人数25%（超过100人的企业达到15%）并签订合同的企业，可申请贷款。"
    target = "覆盖率达到85%（城区覆盖率可达到90%）。"
    for text in (condition, target):
        found = imported(ITEMS.format(second="2.").replace("巡查4次。", text))
        assert [one.read for one in found.doubts if one.reason.endswith("target_unread")] == []


def test_the_years_of_a_sum() -> None:
    """其中2024年800亩、2025年1200亩 says what is due in each year."""
    text = "补植阔叶树3000亩，其中2025年800亩、2026年1200亩、2027年1000亩。"
    found = imported(
        ITEMS.format(second="2.").replace("2025年方案", "行动方案（2025—2027年）").replace("巡查4次。", text)
    )
    task = found.plan.tasks[0]
    assert [str(one.due) for one in task.deadlines] == ["2025-12-31", "2026-12-31", "2027-12-31"]
    assert [(one.value, str(one.due)) for one in task.indicators][1:] == [
        (800, "2025-12-31"),
        (1200, "2026-12-31"),
        (1000, "2027-12-31"),
    ]
