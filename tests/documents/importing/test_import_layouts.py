"""One small document for each layout: what the outline makes of it."""

from __future__ import annotations

from datetime import date

from plantui.model.terms import PlanStatus
from tests.support.imported_documents import layout, roles


def test_numbers_that_run_through() -> None:
    """Item 1 is the goal, tasks begin at 2, and `5.121人才` is item 5."""
    plan = layout("running-numbers")

    assert [task.id for task in plan.tasks] == ["2", "3", "4", "5", "6"]
    assert plan.tasks[3].title == "121人才梯队工程"
    assert [task.section for task in plan.tasks] == ["2.1", "2.1", "2.2", "2.2", "2.2"]
    assert (date(2024, 3, 5), 2026) == (plan.info.issued, plan.info.end_year)


def test_role_lines_after_sub_items() -> None:
    """Sub-items （1）（2） are text of their item, whose role lines stand after them; duties by department are no tasks."""
    plan = layout("sub-items")

    assert [task.id for task in plan.tasks] == ["1.1", "1.2", "2.1", "2.2"]
    assert roles(plan.tasks[0]) == {"responsible": ["县应急局", "县工信局", "县住建局", "各乡镇人民政府"]}
    assert date(2024, 3, 21) == plan.info.issued
    assert plan.info.document_number == "安政办〔2024〕18号"


def test_the_head_of_a_web_page() -> None:
    """The page's own data is no title; the letter's numbered paragraphs are no tasks."""
    plan = layout("web-head")

    assert plan.info.title == "江城市2025年优化营商环境工作要点"
    assert ("江政办〔2025〕7号", "江城市人民政府办公厅", date(2025, 2, 17)) == (
        plan.info.document_number,
        plan.info.issuer,
        plan.info.issued,
    )
    assert len(plan.tasks) == 4


def test_a_table_one_cell_to_a_line() -> None:
    """Rows begin at their numbers, merged cells carry over, a repeated head is none, 无 is nobody."""
    plan = layout("flattened-table")

    assert [section.title for section in plan.sections] == ["基础设施", "数据共享"]
    assert [t.title for t in plan.tasks] == [
        "建设政务云平台",
        "升级电子政务外网",
        "完善数据目录",
        "建立数据质量机制",
    ]
    assert roles(plan.tasks[1]) == {"lead": ["市大数据局"]}
    assert [date(2024, 9, 30)] == [deadline.due for deadline in plan.tasks[0].deadlines]


def test_chapters_with_items_in_words() -> None:
    """一、 stands below 第一节 here; the goals are read, chapters without tasks stay as sections."""
    plan = layout("chapters")

    assert [task.id for task in plan.tasks] == ["3.1.1", "3.1.2", "3.2.1", "3.2.2", "4.1.1", "4.1.2"]
    assert (plan.info.start_year, plan.info.end_year, plan.info.issued) == (2021, 2025, "2021-11")
    assert [goal.value for goal in plan.goals] == [400, 2.5]


def test_items_without_sections() -> None:
    """The items at the top are the tasks; those who sign together are no part of the last one."""
    plan = layout("no-sections")

    assert len(plan.tasks) == 5
    assert plan.tasks[4].text == "每年开展安全宣传月活动。"
    assert roles(plan.tasks[4]) == {"responsible": ["市委宣传部", "市教育局", "团市委", "市妇联"]}


def test_role_lines_that_the_page_cut() -> None:
    """A name goes on in the next line; two labels may share one; page numbers are no text."""
    plan = layout("wrapped-roles")

    assert roles(plan.tasks[0]) == {
        "lead": ["市生态环境局"],
        "responsible": ["市工业和信息化局", "各县（市、区）人民政府"],
    }
    assert PlanStatus.DRAFT is plan.info.status


def test_paragraphs_as_tasks() -> None:
    """Without any number, the paragraphs that name departments are the tasks; a default 配合单位 holds for each."""
    plan = layout("plain-paragraphs")

    assert len(plan.tasks) == 3
    assert plan.tasks[0].id == "0.1"
    assert [date(2024, 8, 31)] == [deadline.due for deadline in plan.tasks[0].deadlines]


def test_an_annex_that_repeats_the_tasks() -> None:
    """The text names the departments, so its table adds no task; a clause may be a paragraph of its own."""
    plan = layout("annex-table")

    assert [task.title for task in plan.tasks] == [
        "全面排查摸底",
        "加强源头治理",
        "实施工程治理",
        "建立长效机制",
    ]
    assert list(plan.tasks[0].departments.lead) == ["县生态环境局"]
    assert plan.tasks[2].text[:6] == "采取控源截污"


def test_decimal_numbers() -> None:
    """3.1 is an item, 1.5万千瓦 at the start of a line is a figure; safeguards without departments are no tasks."""
    plan = layout("decimal-numbers")

    assert [task.number for task in plan.tasks] == ["3.1", "3.2", "3.3", "4.1", "4.2"]
    assert "1.5万千瓦以下机组全部关停" in plan.tasks[1].text


def test_a_clause_after_sub_items() -> None:
    """Departments named once after 1. and 2. make the heading above them the task."""
    plan = layout("clause-after-sub-items")

    assert [task.id for task in plan.tasks] == ["1", "2", "3", "4"]
    assert plan.tasks[0].text.startswith("1. 坚决遏制")


def test_english_actions() -> None:
    """Strategies are sections, actions are tasks with their agencies and dates."""
    plan = layout("english-actions")

    assert [next(s.number for s in plan.sections if s.id == task.section) for task in plan.tasks] == [
        "Strategy BE-1",
        "Strategy BE-1",
        "Strategy BE-2",
        "Strategy T-1",
    ]
    assert roles(plan.tasks[1]) == {
        "lead": ["Department of Public Works", "Finance Department"],
        "support": ["School District", "Energy Committee"],
    }
    assert date(2026, 6, 30) == plan.tasks[2].deadlines[0].due
