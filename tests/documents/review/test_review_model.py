"""What can be decided about an import, and the plan that follows from it."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.review import BadValue, Field, Kind, Review
from plantui.documents.review.decision import Decision, decisions_of, state_text
from plantui.model.plan import Deadline, Plan
from plantui.model.terms import Op, PlanStatus
from plantui.planfile.reader import read_plan
from plantui.planfile.writer import plan_toml

DOCUMENT = """临江市人民政府办公室
关于印发临江市河湖治理三年行动计划（2023—2025年）的通知
临政办〔2023〕8号
2023年3月5日
一、主要目标
到2025年，河流断面水质优良比例达到85%。
二、重点任务
1.整治入河排污口。2025年前，完成全市120个入河排污口整治。（市生态环境局牵头，各县（市、区）政府、市水利局配合）
2.修复河岸林带。到2024年底，建成河岸林带30公里。（市林业局、市水利局按职责分工负责）
"""


def imported() -> Imported:
    return import_document(read_source(DOCUMENT.encode(), "临江.txt"), "linjiang")


def field(review: Review, key: str) -> Field:
    return next(field for field in review.fields if field.key == key)


def reviewed(key: str, line: str) -> Plan:
    review = Review(imported())
    review.correct(field(review, key), line)
    return review.plan()


def test_without_corrections_the_plan_is_the_one_that_was_read() -> None:
    review = Review(imported())
    for one in review.fields:
        if not one.is_blank:
            review.accept(one)

    assert review.plan() == imported().plan
    assert review.left().open == 0


def test_every_field_says_itself_again() -> None:
    """Correcting a field to what was read is accepting it."""
    review = Review(imported())
    for one in review.fields:
        if not one.is_blank and one.kind is not Kind.NOTE:
            review.correct(one, one.read)

    assert review.plan() == imported().plan
    assert not any(review.is_corrected(one) for one in review.fields)


def test_a_doubt_is_with_its_field() -> None:
    review = Review(imported())

    assert [one.key for one in review.doubtful] == ["note/0/documents.doubt.few_tasks", "task/1/deadline/0"]
    assert review.alternatives(review.doubtful[1]) == ("2024-12-31 2025年前",)
    assert review.left().doubtful == 2


def test_each_field_stands_in_the_document() -> None:
    review = Review(imported())
    text = review.imported.source.text
    support = field(review, "task/1/support")

    assert [text[span.start : span.end] for span in review.spans(support)] == [
        "各县（市、区）政府",
        "市水利局",
    ]
    whole = review.sentence(review.spans(field(review, "task/1/deadline/0"))[0])
    assert text[whole.start : whole.end] == "2025年前，完成全市120个入河排污口整治。"


def test_departments_keep_their_places() -> None:
    plan = reviewed("task/1/support", "市水利局、市农业农村局，各县（市、区）政府")
    source = plan.tasks[0].source
    assert source is not None

    assert plan.tasks[0].departments.support == ("市水利局", "市农业农村局", "各县（市、区）政府")
    old = imported().plan.tasks[0].source
    assert old is not None
    assert len(source.departments) == len(plan.tasks[0].departments.pairs())
    assert (source.departments[1], source.departments[3]) == (old.departments[2], old.departments[1])
    assert source.deadlines == old.deadlines


def test_an_empty_line_drops_a_deadline_and_its_place() -> None:
    task = reviewed("task/1/deadline/0", "").tasks[0]

    assert task.deadlines == ()
    assert task.source is not None
    assert task.source.deadlines == ()


def test_what_was_not_found_can_be_filled_in() -> None:
    review = Review(imported())
    review.correct(field(review, "task/2/deadline/1"), "2025.6.30 到2024年底")
    review.correct(field(review, "task/2/deadline/2"), "2025-12-31")
    task = review.plan().tasks[1]

    assert [deadline.due for deadline in task.deadlines] == [
        date(2024, 12, 31),
        date(2025, 6, 30),
        date(2025, 12, 31),
    ]
    assert task.source is not None
    assert task.source.deadlines[1] == task.source.deadlines[0]  # found again by its words


def test_an_indicator_is_read_from_its_line() -> None:
    indicator = reviewed("task/2/indicator/0", "新建林带 ≤ 42.5 公里 2025年6月30日").tasks[1].indicators[0]
    before = imported().plan.tasks[1].indicators[0]

    assert (indicator.indicator, indicator.op, indicator.value) == ("新建林带", Op.AT_MOST, 42.5)
    assert (indicator.unit, indicator.due) == ("公里", date(2025, 6, 30))
    assert (indicator.clause, indicator.force) == (before.clause, before.force)


def test_the_plans_own_data() -> None:
    assert reviewed("plan/issued", "2023-04").info.issued == "2023-04"
    assert reviewed("plan/issued", "").info.issued is None
    assert reviewed("plan/issued", "２０２３年4月1日").info.issued == date(2023, 4, 1)
    assert reviewed("plan/status", "draft").info.status is PlanStatus.DRAFT
    assert reviewed("plan/end_year", "2026年").info.end_year == 2026
    assert reviewed("plan/responsible", "各县区政府").info.responsible == ("各县区政府",)
    assert reviewed("goal/0", "水质优良比例 ≥ 86 %").goals[0].value == 86
    assert reviewed("goal/0", "").goals[0].indicator is None


@pytest.mark.parametrize(
    ("key", "line", "message"),
    [
        ("plan/title", "  ", "review.bad.empty"),
        ("plan/end_year", "25", "review.bad.year"),
        ("plan/issued", "2023-02-30", "review.bad.day"),
        ("plan/status", "?", "review.bad.status"),
        ("task/1/deadline/0", "年底前", "review.bad.deadline"),
        ("task/1/deadline/0", "2025-13-01 年底", "review.bad.day"),
        ("task/1/indicator/0", "≥ 3 个", "review.bad.measure"),
        ("task/1/title", "", "review.bad.empty"),
    ],
)
def test_a_line_that_is_no_value_changes_nothing(key: str, line: str, message: str) -> None:
    review = Review(imported())

    with pytest.raises(BadValue) as raised:
        review.correct(field(review, key), line)
    assert raised.value.message == message
    assert not review.is_decided(field(review, key))


def test_a_task_is_accepted_but_for_its_doubts() -> None:
    review = Review(imported())
    count = review.accept_group("task/1")

    assert count == 5
    assert not review.is_decided(field(review, "task/1/deadline/0"))
    assert review.accept_group("task/1") == 0


def test_decisions_come_back_from_their_file() -> None:
    review = Review(imported())
    review.correct(field(review, "task/1/deadline/0"), "2024-12-31 2025年前")
    review.correct(field(review, "task/1/deadline/1"), "2025-06-30 年中")
    review.accept(field(review, "plan/title"))
    sha256 = review.imported.source.sha256
    decisions = decisions_of(state_text(sha256, review.decisions), sha256)
    again = Review(imported(), decisions)

    assert again.left() == review.left()
    assert again.plan() == review.plan()
    assert again.plan().tasks[0].deadlines[1] == Deadline("年中", date(2025, 6, 30))


def test_a_decision_on_what_is_read_otherwise_now_is_kept_and_not_applied() -> None:
    old = {
        "plan/title": Decision("另一个标题", "改过的标题"),
        "task/9/title": Decision("x"),
        "task/1/deadline/0": Decision("2025-12-31 2025年前", "no day"),
    }
    review = Review(imported(), old)

    assert review.plan() == imported().plan
    assert review.outdated == old
    assert review.decisions == old


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 2}', '{"format":1,"document":"other","fields":{}}']
)
def test_a_file_that_is_no_review_of_the_document(text: str) -> None:
    assert decisions_of(text, "sha") is None


def test_the_corrected_plan_reads_back() -> None:
    review = Review(imported())
    review.correct(field(review, "task/1/lead"), "市生态环境局、市住房城乡建设局")
    review.correct(field(review, "task/1/indicator/1"), "整治率 = Ⅱ类")
    review.correct(field(review, "task/2/title"), "修复[red]河岸[/red]⏎林带")
    plan = review.plan()

    assert read_plan(plan_toml(plan).encode(), "linjiang.toml").plan == plan
    assert plan.tasks[0].indicators[1].grade == "Ⅱ类"
