"""What speaks of work and ends in no field is said: nothing of a document is lost without a doubt."""

from __future__ import annotations

import re

import pytest

from plantui.documents.imported import Imported, RemainderKind
from plantui.documents.place import span_of
from plantui.model.problem import DataError
from tests.support.frozen import texts
from tests.support.imported_documents import imported
from tests.support.mutations import mutation

HEAD = "安河县2025年河道治理工作方案\n\n为做好2025年河道治理，制定本方案。\n\n一、主要任务\n\n"
_NAMES_WHO = re.compile(
    r"^\s*[（(]?[一二三四五六七八九十\d]{1,3}[）).、].*[（(][^（）()]{2,40}(?:牵头|负责)[）)]"
)
TASKS = (
    "1.清淤疏浚。清淤河道12公里。（县水利局牵头，县财政局配合）\n"
    "2.岸线整治。整治岸线8公里。（县自然资源局牵头）\n"
    "3.水质监测。设置监测点6处。（县生态环境局牵头）\n"
)


def _doubts(found: Imported, kind: str) -> list[tuple[int, str]]:
    return [
        (found.source.line_of(doubt.span.start), doubt.read)
        for doubt in found.doubts
        if doubt.reason == f"documents.doubt.{kind}"
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("（一）加强巡查。各镇要加强巡查。（县水利局牵头，各镇人民政府配合）", "departments_set_aside"),
        ("督导单位：县政府督查室", "departments_set_aside"),
        ("（一）2025年9月底前，各镇报送总结。", "deadline_set_aside"),
        ("（一）河道水质优良比例达到85%以上。", "figure_set_aside"),
    ],
)
def test_work_in_a_part_that_was_set_aside_is_doubtful(line: str, kind: str) -> None:
    """A line of the safeguards that names departments, a deadline or a target is a doubt at its place."""
    text = f"{HEAD}{TASKS}\n二、保障措施\n\n（一）加强领导。高度重视。\n{line}\n（三）加强宣传。营造氛围。\n（四）强化保障。落实经费。\n"
    found = imported(text)
    assert [task.title for task in found.plan.tasks] == ["清淤疏浚", "岸线整治", "水质监测"]
    assert [(at, read[:8]) for at, read in _doubts(found, kind)] == [(14, line[:8])]


@pytest.mark.parametrize(
    "line",
    [
        "（一）压实责任。各镇、各部门要高度重视，落实责任。",
        "2025年3月5日",
        "2025年3月",
    ],
)
def test_what_is_no_work_is_no_doubt(line: str) -> None:
    """What everybody has to do, the day of issue and figures of the past are set aside without a word."""
    found = imported(f"{HEAD}{TASKS}\n二、保障措施\n\n{line}\n")
    assert [doubt.reason for doubt in found.doubts if doubt.reason.endswith("_set_aside")] == []


@pytest.mark.parametrize(
    ("words", "kind", "read"),
    [
        ("在2025年13月底前完成", "date_unread", "2025年13月底前"),
        ("出水浓度不高于5ng每升", "target_unread", "不高于5ng每升"),
        ("由县城管局牵头清理垃圾", "body_unread", "县城管局"),
    ],
)
def test_what_only_a_task_text_says_is_not_understood(words: str, kind: str, read: str) -> None:
    """A date, a target or a leading body that no rule could read counts as not understood, and is a doubt."""
    found = imported(HEAD + TASKS.replace("清淤河道12公里", words))
    said = [text for _, text in _doubts(found, kind)]
    assert said == [read]
    assert found.shares.not_understood >= len([char for char in read if char.isalnum()])
    assert any(piece.kind is RemainderKind.UNKNOWN for piece in found.remainder)


def test_few_tasks_are_doubtful() -> None:
    """Two tasks may be all there are, or all that were found."""
    found = imported(HEAD + "".join(TASKS.splitlines(keepends=True)[:2]))
    assert len(_doubts(found, "few_tasks")) == 1
    assert _doubts(imported(HEAD + TASKS), "few_tasks") == []


@pytest.mark.parametrize(("name", "text"), [pytest.param(*entry, id=entry[0]) for entry in texts()])
def test_three_shares_hold_every_word(name: str, text: str) -> None:
    """Every letter and figure of a document is in one of the three shares."""
    del name
    found = imported(text)
    assert found.shares.total == sum(char.isalnum() for char in found.source.text)


@pytest.mark.parametrize("number", range(0, 2000, 40))
def test_bulk_is_never_dropped_without_a_word(number: int) -> None:
    """Of a spoilt document, too, each numbered line that gives departments a role is in a task, or a doubt stands at it."""
    _, text = mutation(texts(), number)
    try:
        found = imported(text)
    except DataError:
        return  # no tasks: the sentence says so
    in_tasks = [span_of(task.source.text or task.source.title) for task in found.plan.tasks if task.source]
    doubted = {found.source.line_of(doubt.span.start) for doubt in found.doubts}
    at = 0
    for number_of_line, line in enumerate(text.split("\n"), 1):
        if _NAMES_WHO.search(line) and number_of_line not in doubted:
            assert any(one.start < at + len(line) and at < one.end + len(line) for one in in_tasks), line
        at += len(line) + 1
