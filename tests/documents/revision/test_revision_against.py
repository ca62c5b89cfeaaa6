"""A plan agrees with every copy of its document, and each thing that is changed in a copy is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks
from plantui.documents.revision.against import Departure, DepartureField, departures
from plantui.model.plan import Plan
from tests.support.document_files import docx_of, html_of, paragraphs_of, pdf_of
from tests.support.imported_documents import SEEDS, document, reviewed
from tests.support.ofd_files import ofd_of

DOCUMENT = """临江市水环境整治行动计划（2024—2025年）
临政〔2024〕12号
一、主要目标
到2025年，水质达标率达到90%以上。
二、重点任务
（一）整治河道
1.清理黑臭水体。2024年9月底前，完成12处黑臭水体清理，建立巡查制度。
牵头单位：市水利局
配合单位：市城市管理局、市财政局
2.修复岸线。2025年6月底前，修复岸线30公里，种植护岸林。
牵头单位：市自然资源局
（二）建设管网
3.改造老旧管网。2025年12月底前，改造管网45公里。
牵头单位：市住房城乡建设局
"""


@cache
def _plan() -> Plan:
    return import_document(read_source(DOCUMENT.encode(), "linjiang.txt")).plan


def _departures(copy: str) -> list[Departure]:
    return departures(_plan(), import_document(read_source(copy.encode(), "copy.txt")))


@pytest.mark.parametrize("plan", ["xinxiang-2023-2025", "sanmenxia-2023-2025"])
@pytest.mark.parametrize(
    ("make", "ending"), [(docx_of, "docx"), (pdf_of, "pdf"), (html_of, "html"), (ofd_of, "ofd")]
)
def test_copies_in_other_forms(plan: str, make: Callable[[Iterable[str]], bytes], ending: str) -> None:
    """What a person corrected in the review is borne out by the words of any copy."""
    name = next(name for name, of in SEEDS.items() if of == plan)

    copy = read_source(make(paragraphs_of(document(name))), f"copy.{ending}")

    assert departures(reviewed(plan), import_document(copy)) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "plan", "document"),
    [
        ("临江市水环境整治", "临江市水环境综合整治", DepartureField.PLAN, "临江市水环境整治行动计划（2024—2025年）", "临江市水环境综合整治行动计划（2024—2025年）"),
        ("〔2024〕12号", "〔2024〕21号", DepartureField.PLAN, "临政〔2024〕12号", "临政〔2024〕21号"),
        ("90%", "95%", DepartureField.GOAL, "", "水质达标率达到95%以上 >= 95 % (2025-12-31)"),
        ("（二）建设管网", "（二）建设道路", DepartureField.SECTION, "建设管网", "建设道路"),
        ("清理黑臭水体。", "清理黑臭沟渠。", DepartureField.TITLE, "清理黑臭水体", "清理黑臭沟渠"),
        ("2024年9月底前", "2024年6月底前", DepartureField.DATE, "2024-09-30", "2024-06-30"),
        ("30公里", "35公里", DepartureField.FIGURE, ">= 30 公里 (2025-06-30)", ">= 35 公里 (2025-06-30)"),
        ("建立巡查制度", "建立督查制度", DepartureField.TEXT, "巡", "督"),
        ("牵头单位：市水利局", "牵头单位：市水务局", DepartureField.DEPARTMENT, "市水利局", ""),
        ("、市财政局", "", DepartureField.DEPARTMENT, "市财政局", ""),
        ("、市财政局", "、市财政局、市公安局", DepartureField.DEPARTMENT, "", "市公安局"),
        ("配合单位：市城市管理局、市财政局", "责任单位：市城市管理局、市财政局", DepartureField.ROLE, "support", "responsible"),
        ("2.修复岸线。2025年6月底前，修复岸线30公里，种植护岸林。\n牵头单位：市自然资源局\n", "", DepartureField.TASK, "修复岸线", ""),
        ("（二）建设", "3.绿化两岸。2025年6月底前，绿化两岸。\n牵头单位：市林业局\n（二）建设", DepartureField.TASK, "", "绿化两岸"),
    ],
)  # fmt: skip
def test_changed(old: str, new: str, field: DepartureField, plan: str, document: str) -> None:
    """Each kind of change is told, with what each of them says."""
    assert DOCUMENT.count(old) == 1

    found = _departures(DOCUMENT.replace(old, new))

    assert (field, plan, document) in [(one.field, one.plan, one.document) for one in found]


def test_place() -> None:
    """The line is that of the task in the document."""
    found = _departures(DOCUMENT.replace("修复岸线30公里", "修复岸线35公里"))

    assert [
        (one.line, one.task.title if one.task else "") for one in found if one.field is DepartureField.FIGURE
    ] == [(10, "修复岸线")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("，", ","),
        ("临政〔2024〕12号\n", ""),
        ("1.清理", "1．清理"),
        ("建立巡查制度", "建立\n巡查制度"),
        ("二、重点任务", "第3页\n二、重点任务"),
    ],
)
def test_the_same(old: str, new: str) -> None:
    """Widths, wraps, page numbers and what a copy leaves out of the front matter are no departures."""
    assert _departures(DOCUMENT.replace(old, new)) == []


def test_document_without_tasks() -> None:
    """Of another document nothing is borne out."""
    with pytest.raises(NoTasks) as caught:
        import_document(read_source("会议通知\n请各单位参加。".encode(), "notice.txt"))

    found = departures(_plan(), caught.value.imported)

    assert [one.plan for one in found if one.field is DepartureField.TASK] == [
        "清理黑臭水体",
        "修复岸线",
        "改造老旧管网",
    ]
