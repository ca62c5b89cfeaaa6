"""A document in which no task is found still shows its headings, tables, labels and dates."""

from __future__ import annotations

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks

CASES = {
    "numbered headings": (
        "工作总结\n\n一、总体要求\n统一思想。\n二、组织保障\n加强领导。\n",
        [("heading", "一、", "总体要求"), ("heading", "二、", "组织保障")],
    ),
    "labels with what stands behind": (
        "情况说明\n牵头单位：市水利局 配合单位：市财政局\n",
        [("label", "", "牵头单位：市水利局"), ("label", "", "配合单位：市财政局")],
    ),
    "dated phrases": (
        "情况说明\n已于2024年底完成，今年9月底前复核。\n",
        [("date", "", "2024年底"), ("date", "", "今年9月底前")],
    ),
    "traditional characters": (
        "關於做好垃圾分類工作的總結報告，為國務院與各區縣實業單位應對點體辦會時進\n牽頭單位：市環境保護局\n",
        [("label", "", "牽頭單位：市環境保護局")],
    ),
    "an english letter": (
        "Letter to residents\n\nThe sea wall was finished by 30 June 2024.\n",
        [("date", "", "30 June 2024")],
    ),
    "nothing": ("只有一句话。", []),
}


@pytest.mark.parametrize(("text", "seen"), CASES.values(), ids=CASES)
def test_places_are_seen(text: str, seen: list[tuple[str, str, str]]) -> None:
    """Each place has its kind, its number and the words of the document."""
    source = read_source(text.encode(), "文件.txt")
    with pytest.raises(NoTasks) as raised:
        import_document(source)
    found = [
        (one.kind.value, one.number, source.text[one.span.start : one.span.end]) for one in raised.value.seen
    ]
    assert found == seen


def test_a_plan_without_tasks_has_a_section_for_those_that_a_person_finds() -> None:
    """The account and the doubts are those of the whole document."""
    with pytest.raises(NoTasks) as raised:
        import_document(read_source("只有一句话。".encode(), "文件.txt"))
    found = raised.value.imported
    assert (found.plan.tasks, [section.id for section in found.plan.sections]) == ((), ["0"])
    assert found.shares.total == 5
    assert "documents.doubt.few_tasks" not in {doubt.reason for doubt in found.doubts}
