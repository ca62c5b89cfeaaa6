"""Terms of one year, of a section and of a season, and days of what an inspection found."""

from __future__ import annotations

import pytest

from tests.support.imported_documents import imported

CARD = "{title}\n\n一、重点任务\n" + "".join(
    f"{at}.{name}。{{text}}\n责任单位：县水利局\n完成时限：{{term}}\n"
    for at, name in ((1, "加强巡查"), (2, "清理河道"), (3, "改造水厂"))
)


def _days(title: str, term: str, text: str = "按计划推进。") -> tuple[list[str], list[str]]:
    found = imported(CARD.format(title=title, term=term, text=text))
    reasons = [doubt.reason for doubt in found.doubts]
    return [str(one.due) for one in found.plan.tasks[0].deadlines], reasons


@pytest.mark.parametrize(
    ("title", "term", "days"),
    [
        ("南河县2025年河道工作要点", "全年", ["2025-12-31"]),
        ("南河县2025年河道工作要点", "全年完成", ["2025-12-31"]),
        ("南河县2025年河道工作要点", "其中清淤10月底前完成，其余全年完成", ["2025-10-31", "2025-12-31"]),
        ("南河县2025年河道工作要点", "2025年第三季", ["2025-09-30"]),
        ("南河县2025年河道工作要点", "每年汛期前后", []),
        ("南河县河道工作行动计划（2024—2026年）", "全年", []),
    ],
)
def test_a_term_of_the_year(title: str, term: str, days: list[str]) -> None:
    """全年 is the end of the year of a document about one year, and no day in another."""
    assert _days(title, term) == (days, [])


def test_what_was_found_is_no_deadline() -> None:
    """2024年…仅为58毫克/升 in a plan from 2024 on says what was found."""
    text = "2024年进水浓度仅为58毫克/升，2024年9月督察组开展了督察。"
    assert _days("南河县整改方案（2024—2026年）", "2026年6月底前", text)[0] == ["2026-06-30"]


def test_within_the_year_is_within_that_of_issue() -> None:
    """年内 of a plan of several years is in the year in which it was issued, without a doubt; 年底前 may be in any of them."""
    text = CARD.format(title="南河县行动计划（2024—2026年）", term="长期", text="年内完成对接。")
    found = imported(text.replace("\n\n一、", "\n（2024年6月18日印发）\n\n一、"))
    assert [[str(one.due) for one in task.deadlines] for task in found.plan.tasks] == [["2024-12-31"]] * 3
    assert [doubt.reason for doubt in found.doubts if doubt.reason == "clauses.no_year"] == []


def test_before_the_flood_season_is_no_day() -> None:
    """2025年汛前 names no day: a doubt, and not the end of the year."""
    days, reasons = _days("南河县2025年河道工作要点", "2025年汛前")
    assert (days, reasons) == ([], ["clauses.season"] * 3)


SECTIONS = """南河县2025年防汛工作分工

一、汛前准备{bracket}
（一）排查隐患。排查12处。
责任单位：县水利局
（二）疏浚管渠。4月25日前完成。
责任单位：县住建局
二、汛期应对（5月1日至9月30日）
（三）值班值守。24小时值守。
责任单位：县应急局
"""


@pytest.mark.parametrize(
    ("bracket", "first"),
    [("（4月30日前完成）", ["2025-04-30"]), ("（2025年4月底前）", ["2025-04-30"]), ("（重点）", [])],
)
def test_a_section_says_by_when(bracket: str, first: list[str]) -> None:
    """A bracket behind a section's name is the deadline of its tasks that have none; the span of a phase is none."""
    found = imported(SECTIONS.format(bracket=bracket))
    days = [[str(one.due) for one in task.deadlines] for task in found.plan.tasks]
    assert days == [first, ["2025-04-25"], []]


CONTENTS = """南河县河道治理方案（2025—2027年）

目  录

一、总体要求{mark}1
二、主要任务{mark}2
三、保障措施{mark}9

一、总体要求
坚持系统治理。
二、主要任务
1.清淤疏浚。清淤河道12公里。（县水利局牵头）
2.岸线整治。整治岸线8公里。（县住建局牵头）
3.水质监测。设置监测点6处。（县生态环境局牵头）
三、保障措施
（一）加强领导。高度重视。
"""


@pytest.mark.parametrize("mark", ["\t", " …… ", "......", "  "])
def test_a_table_of_contents_is_furniture(mark: str) -> None:
    """Lines below 目录 that end in the number of a page are no headings."""
    found = imported(CONTENTS.format(mark=mark))
    assert [task.title for task in found.plan.tasks] == ["清淤疏浚", "岸线整治", "水质监测"]
    assert [section.title for section in found.plan.sections] == ["主要任务"]


INSPECTION = """南河县督察反馈意见整改方案

一、整改任务
问题一：进水浓度偏低。混接点多达143处。
整改目标：2025年底前达到80毫克/升以上。
整改措施：
1.排查管网。2025年3月底前建立台账。
2.改造混接点143处。
整改时限：2025年12月31日
牵头单位：县住建局
责任单位：县水利局
问题二：矿山修复滞后。12处尚未启动。
整改措施：
1.编制修复方案。
整改时限：立行立改，长期坚持
牵头单位：县自然资源局
责任单位：石岭镇、黄坪乡人民政府
问题三：扬尘管控不严。
整改措施：
1.安装监测设备38台（套）。
整改时限：2025年6月底前，并长期坚持
牵头单位：县城管局
责任单位：县公安局
"""


def test_each_problem_of_an_inspection_is_a_task() -> None:
    """问题一： is a number; the numbered measures below it are its text."""
    found = imported(INSPECTION)
    assert [(task.number, task.title) for task in found.plan.tasks] == [
        ("问题一", "进水浓度偏低"),
        ("问题二", "矿山修复滞后"),
        ("问题三", "扬尘管控不严"),
    ]
    assert [task.departments.lead for task in found.plan.tasks] == [
        ("县住建局",),
        ("县自然资源局",),
        ("县城管局",),
    ]
    assert found.plan.tasks[1].departments.responsible == ("石岭镇人民政府", "黄坪乡人民政府")
