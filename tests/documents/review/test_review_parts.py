"""Tasks, sections and goals as a whole: dropped, added from a range of the document, taken back, and resumed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.review import BadValue, Field, Part, Review, Target, target_of
from plantui.documents.review.decision import Decision, decisions_of, state_text
from plantui.documents.traced import Span
from plantui.planfile.reader import read_plan
from plantui.planfile.writer import plan_toml

DOCUMENT = """临江市人民政府办公室
关于印发临江市河湖治理三年行动计划（2023—2025年）的通知
2023年3月5日
一、主要目标
到2025年，河流断面水质优良比例达到85%，黑臭水体基本消除。
二、重点任务
（一）河道整治行动
1.整治入河排污口。2025年前，完成全市120个入河排污口整治。（市生态环境局牵头，市水利局配合）
2.修复河岸林带。到2024年底，建成河岸林带30公里。（市林业局、市水利局按职责分工负责）
（二）水源保护行动
3.划定水源保护区。2023年9月底前，完成水源保护区划定。（市生态环境局负责落实）
4.清理保护区内码头。（市交通运输局负责）
水库管护行动
建立水库名录。到2024年底，完成全市18座
水库名录编制。（市水利局牵头，各县（市、区）政府配合）
三、保障措施
（一）加强组织领导。各部门要高度重视。
"""
LINES = DOCUMENT.splitlines()


def imported() -> Imported:
    return import_document(read_source(DOCUMENT.encode(), "临江.txt"), "linjiang")


def lines(first: int, last: int | None = None) -> Span:
    """The range of some lines, counted from 1."""
    start = sum(len(line) + 1 for line in LINES[: first - 1])
    return Span(start, start + len("\n".join(LINES[first - 1 : last or first])))


def field(review: Review, key: str) -> Field:
    return next(field for field in review.fields if field.key == key)


def task_ids(review: Review) -> list[str]:
    return [task.id for task in review.plan().tasks]


def resumed(review: Review) -> Review:
    """The review as it comes back from its file."""
    sha256 = review.imported.source.sha256
    return Review(imported(), decisions_of(state_text(sha256, review.decisions), sha256))


def test_a_task_is_dropped_and_there_again() -> None:
    review = Review(imported())
    review.correct(field(review, "task/1/title"), "整治全部排污口")
    assert review.drop(Target(Part.TASK, "1")) == 1

    assert task_ids(review) == ["2", "3", "4"]
    assert [one.key for one in review.fields if one.group == "task/1"] == ["drop/task/1"]
    assert "task/1/deadline/0" not in [one.key for one in review.doubtful]
    assert review.is_decided(field(review, "drop/task/1"))

    review.reopen(field(review, "drop/task/1"))
    assert review.plan().tasks[0].title == "整治全部排污口"
    assert review.doubtful[0].key == "task/1/deadline/0"


def test_a_section_takes_its_tasks_along() -> None:
    review = Review(imported())
    assert review.drop(Target(Part.SECTION, "2")) == 2
    plan = review.plan()

    assert [section.id for section in plan.sections] == ["1"]
    assert [task.id for task in plan.tasks] == ["1", "2"]
    assert not any(one.group in ("task/3", "task/4") for one in review.fields)


def test_a_goal_is_dropped_and_the_others_keep_their_corrections() -> None:
    review = Review(imported())
    review.correct(field(review, "goal/1"), "黑臭水体全部消除")
    review.drop(Target(Part.GOAL, "0"))

    assert [goal.text for goal in review.plan().goals] == ["黑臭水体全部消除"]


@pytest.mark.parametrize(
    ("key", "target"),
    [
        ("task/1/lead", Target(Part.TASK, "1")),
        ("section/2/title", Target(Part.SECTION, "2")),
        ("goal/1", Target(Part.GOAL, "1")),
        ("plan/title", None),
    ],
)
def test_what_a_field_belongs_to(key: str, target: Target | None) -> None:
    review = Review(imported())
    assert target_of(field(review, key)) == target

    if target:
        review.drop(target)
        assert target_of(field(review, target.key)) == target


def test_a_missing_task_is_read_by_the_rules() -> None:
    """Its number, title, departments, dates, figures and places, in the section before it."""
    review = Review(imported())
    target = review.add(Part.TASK, lines(14, 15))
    task = next(task for task in review.plan().tasks if task.id == target.id)

    assert (target.id, task.section, task.title) == ("2.3", "2", "建立水库名录")
    assert task.text == "到2024年底，完成全市18座水库名录编制。"
    assert task.departments.lead == ("市水利局",)
    assert task.departments.support == ("各县（市、区）政府",)
    assert [(one.phrase, one.due.isoformat()) for one in task.deadlines] == [("到2024年底", "2024-12-31")]
    assert task.source is not None
    assert task.source.line == 14
    assert review.is_added(target)
    assert review.spans(field(review, f"task/{target.id}/lead")) == (
        Span(DOCUMENT.rindex("市水利局牵头"), DOCUMENT.rindex("市水利局牵头") + 4),
    )
    assert read_plan(plan_toml(review.plan()).encode(), "linjiang.toml").problems == ()


def test_an_added_task_stands_where_the_document_has_it() -> None:
    review = Review(imported())
    review.drop(Target(Part.TASK, "3"))
    first = review.add(Part.TASK, lines(11))

    assert first.id == "3-2"  # the id of the dropped one stays its own: it may come back
    assert task_ids(review) == ["1", "2", "3-2", "4"]


def test_a_missing_section_takes_the_tasks_behind_it() -> None:
    review = Review(imported())
    task = review.add(Part.TASK, lines(14, 15))
    section = review.add(Part.SECTION, lines(13))
    plan = review.plan()

    assert [(one.id, one.number, one.title) for one in plan.sections][-1] == (section.id, "", "水库管护行动")
    assert {one.id: one.section for one in plan.tasks} == {
        "1": "1",
        "2": "1",
        "3": "2",
        "4": "2",
        task.id: section.id,
    }
    assert plan.sections[-1].source is not None
    assert plan.sections[-1].source.line == 13


def test_a_missing_heading_above_others() -> None:
    """A chapter goes above the sections that follow it."""
    review = Review(imported())
    chapter = review.add(Part.SECTION, lines(6))

    assert [(one.id, one.parent) for one in review.plan().sections] == [
        ("2-2", None),
        ("1", "2-2"),
        ("2", "2-2"),
    ]
    assert review.drop(chapter) == 4
    assert [one.parent for one in review.plan().sections] == [None, None]


def test_dropping_what_was_added_forgets_it() -> None:
    review = Review(imported())
    target = review.add(Part.TASK, lines(14, 15))
    review.correct(field(review, f"task/{target.id}/title"), "编制水库名录")
    review.drop(target)

    assert review.plan() == imported().plan
    assert review.decisions == {}
    review.undo()
    assert next(one.title for one in review.plan().tasks if one.id == target.id) == "编制水库名录"


def test_every_change_is_taken_back_and_done_again() -> None:
    review = Review(imported())
    plans = [review.plan()]
    steps: list[Callable[[], object]] = [
        lambda: review.drop(Target(Part.TASK, "2")),
        lambda: review.add(Part.TASK, lines(14, 15)),
        lambda: review.correct(field(review, "task/2.3/title"), "编制水库名录"),
        lambda: review.drop(Target(Part.SECTION, "1")),
        lambda: review.reopen(field(review, "drop/section/1")),
    ]
    for step in steps:
        step()
        plans.append(review.plan())
    for plan in reversed(plans[:-1]):
        assert review.undo() is not None
        assert review.plan() == plan
    assert review.undo() is None
    for plan in plans[1:]:
        assert review.redo() is not None
        assert review.plan() == plan
    assert review.redo() is None


def test_a_new_step_ends_what_could_be_done_again() -> None:
    review = Review(imported())
    review.drop(Target(Part.TASK, "2"))
    review.undo()
    review.accept(field(review, "plan/title"))

    assert review.redo() is None


def test_parts_come_back_from_their_file() -> None:
    """Also the decisions on fields of what was dropped, and on fields of what was added."""
    review = Review(imported())
    review.correct(field(review, "task/1/title"), "整治全部排污口")
    review.drop(Target(Part.TASK, "1"))
    target = review.add(Part.TASK, lines(14, 15))
    review.correct(field(review, f"task/{target.id}/deadline/0"), "2024-06-30 年中")
    again = resumed(review)

    assert again.outdated == {}
    assert again.plan() == review.plan()
    assert again.left() == review.left()
    again.reopen(field(again, "drop/task/1"))
    assert again.plan().tasks[0].title == "整治全部排污口"


@pytest.mark.parametrize(
    ("key", "decision"),
    [
        ("drop/task/9", Decision("整治入河排污口", "")),
        ("drop/task/1", Decision("另一个标题", "")),
        ("drop/nothing/1", Decision("", "")),
        ("drop", Decision("", "")),
        ("add/task/1-x", Decision("", "7")),
        ("add/task/0-9", Decision("别的文字", "7")),
        ("add/task/0-10", Decision("临江市人民政府办公室", "1")),
        ("add/task/0-10", Decision("临江市人民政府办公室", "")),
    ],
)
def test_parts_that_do_not_fit_are_kept_and_not_applied(key: str, decision: Decision) -> None:
    review = Review(imported(), {key: decision})

    assert review.plan() == imported().plan
    assert review.outdated == review.decisions == {key: decision}


def test_a_range_without_words_or_twice() -> None:
    review = Review(imported())
    with pytest.raises(BadValue):
        review.add(Part.TASK, Span(3, 3))
    review.add(Part.TASK, lines(14, 15))
    with pytest.raises(BadValue):
        review.add(Part.TASK, lines(14, 15))

    assert len(review.plan().tasks) == 5


def test_lines_that_another_task_holds_are_told() -> None:
    review = Review(imported())
    target = review.add(Part.TASK, lines(8))

    assert [task.id for task in review.overlapping(target, lines(8))] == ["1"]


def test_an_english_document() -> None:
    text = """City of Rivertown Climate Action Plan
Goal 1: Energy
Action 1.1: Install solar panels
Lead Agency: Facilities
Supporting Departments: Finance
Timeline: by 2030
Action 1.2: Retrofit buildings
Lead Agency: Facilities
Timeline: by 2028
Plant a thousand trees. The Parks Department will plant them along the river
and water them for two years.
"""
    source = read_source(text.encode(), "rivertown.txt")
    review = Review(import_document(source))
    start = text.index("Plant")
    target = review.add(Part.TASK, Span(start, len(text)))
    task = next(task for task in review.plan().tasks if task.id == target.id)

    assert task.title == "Plant a thousand trees"
    assert task.text.startswith("The Parks Department will plant them along the river and water")


def test_a_document_in_traditional_characters() -> None:
    """The rules read it in simplified ones; what was added is printed as the document has it."""
    text = """臨江市政府關於印發河湖治理實施計畫的通知
一、重點任務
（一）河道整治
1.整治入河排汙口。2025年底前，完成排汙口整治，區縣應當將責任落實到單位。（市環境局牽頭，市水務局配合）
2.修復林帶。進一步開展綠化，會同各單位辦理這項業務。（市林業局負責）
水庫管護
建立水庫名錄。到2024年底，對18座水庫編製名錄。（市水務局牽頭，各區縣政府配合）
"""
    review = Review(import_document(read_source(text.encode(), "臨江.txt"), "linjiang"))
    start = text.index("建立水庫名錄")
    task = review.add(Part.TASK, Span(start, len(text)))
    section = review.add(Part.SECTION, Span(text.index("水庫管護"), text.index("水庫管護") + 4))
    plan = review.plan()
    added = next(one for one in plan.tasks if one.id == task.id)

    assert added.title == "建立水庫名錄"
    assert added.departments.lead == ("市水務局",)
    assert added.section == section.id
    assert plan.sections[-1].title == "水庫管護"
