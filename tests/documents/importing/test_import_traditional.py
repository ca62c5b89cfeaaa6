"""A document in traditional characters is read as any other, and keeps its words."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.importer import import_document
from plantui.documents.source import SourceKind, source_of
from plantui.documents.traditional import is_traditional
from tests.support.imported_documents import imported, roles

TEXT = (
    "安城市人民政府辦公廳關於印發安城市養老服務發展方案（2024—2026年）的通知\n安府辦〔2024〕7號\n各區人民政府，市政府各部門：\n"
    "現將《安城市養老服務發展方案（2024—2026年）》印發給你們，請認真貫徹執行。\n安城市人民政府辦公廳\n2024年3月1日\n"
    "安城市養老服務發展方案（2024—2026年）\n為進一步發展養老服務，結合實際，制定本方案。\n一、主要目標\n"
    "到2026年，護理型床位佔比達到60%以上。\n二、重點任務\n"
    "（一）培育銀髮經濟。支持發展銀髮產業，2025年年底前建設產業園3個。（市民政局牽頭，市發展改革委、財政局配合）\n"
    "（二）健全評估制度。實現結果互認。（市衛生健康委、醫保局按職責分工負責）\n"
    "（三）加強監管。開展專項整治。（牽頭單位：市民政局；配合單位：市公安局、團市委；責任單位：各區政府，長期堅持）\n"
)


def test_it_is_read_as_any_other_and_keeps_its_words() -> None:
    plan = imported(TEXT).plan

    assert (plan.info.title, plan.info.region) == ("安城市養老服務發展方案（2024—2026年）", "安城市")
    assert (plan.info.issuer, plan.info.document_number) == ("安城市人民政府辦公廳", "安府辦〔2024〕7號")
    assert [task.title for task in plan.tasks] == ["培育銀髮經濟", "健全評估制度", "加強監管"]
    assert roles(plan.tasks[0]) == {"lead": ["市民政局"], "support": ["市發展改革委", "市財政局"]}
    assert roles(plan.tasks[1]) == {"shared": ["市衛生健康委", "市醫保局"]}
    assert roles(plan.tasks[2]) == {
        "lead": ["市民政局"],
        "support": ["市公安局", "團市委"],
        "responsible": ["各區政府"],
    }
    assert [(d.due, d.clause) for d in plan.tasks[0].deadlines] == [(date(2025, 12, 31), "建設產業園3個")]
    assert [(g.indicator, g.value) for g in plan.goals] == [("護理型床位佔比", 60)]


def test_a_character_with_two_forms_is_told_by_its_neighbours() -> None:
    """發 and 髮 are one character in the rules' eyes."""
    task = imported(TEXT).plan.tasks[0]

    assert task.text == "支持發展銀髮產業，2025年年底前建設產業園3個。"


def test_its_places_are_those_of_the_document() -> None:
    read = imported(TEXT)
    source = read.plan.tasks[0].source
    assert source is not None
    start, _, end = source.title.partition("-")

    assert read.source.text[int(start) : int(end)] == "培育銀髮經濟"


@pytest.mark.parametrize(
    ("text", "expected"), [(TEXT, True), ("關於發展的通知", False), ("关于发展的通知" * 40, False)]
)
def test_which_documents_are_traditional(text: str, expected: bool) -> None:
    assert is_traditional(text) is expected


def test_the_sound_behind_a_character_is_dropped() -> None:
    """Converters leave 關(guān)于 for characters that sound in two ways."""
    text = TEXT.replace("發展", "發(fā)展").replace("關於", "關(guān)於")
    plan = import_document(source_of("demo.txt", "", SourceKind.TEXT, text)).plan

    assert plan.info.title == "安城市養老服務發展方案（2024—2026年）"
    assert roles(plan.tasks[0])["support"] == ["市發展改革委", "市財政局"]
