"""The document's words behind a task's fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.place import sentence_of, unbroken
from plantui.documents.quoting import document_beside, quotations, sentences
from plantui.documents.traced import Span
from plantui.model.plan import Source, Task
from plantui.model.terms import Language
from plantui.ui.source_lines import source_lines
from plantui.words import Words

DOCUMENT = """临江市河湖治理三年行动计划（2023—2025年）
一、重点任务
1.整治入河排污口。2025年

底前，完成全市120个入河排污口
整治。（市生态环境局牵头，市水利局配合）
2.修复[b]河岸林带。到2024年底，建成河岸林带30公里。（市林业局负责）
"""
WORDS = Words(Language.ZH)


def read(folder: Path) -> tuple[Task, Source]:
    """Return the first task and what the plan records of its document, which lies in the folder."""
    (folder / "临江.txt").write_text(DOCUMENT, "utf-8")
    source = read_source(folder / "临江.txt")
    task = import_document(source).plan.tasks[0]
    return task, Source("临江.txt", source.sha256)


def text_of(lines: list[Any]) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines)


def test_every_field_with_its_role(tmp_path: Path) -> None:
    task, _ = read(tmp_path)

    assert [one.field for one in quotations(task)] == [
        "title",
        "text",
        "lead",
        "support",
        "deadlines",
        "indicators",
    ]


def test_a_sentence_is_quoted_once_with_all_its_fields(tmp_path: Path) -> None:
    task, recorded = read(tmp_path)
    document = document_beside(tmp_path / "plan.toml", recorded)
    assert document.source is not None
    found = sentences(quotations(task), document.source)
    said = [
        (unbroken(document.source, span)[0], [one.field for one in fields]) for span, fields in found.items()
    ]

    assert said[1] == ("2025年底前，完成全市120个入河排污口整治。", ["deadlines", "indicators"])
    assert said[2][1] == ["lead", "support"]


def test_the_pane_marks_what_was_read(tmp_path: Path) -> None:
    task, recorded = read(tmp_path)
    lines = source_lines(WORDS, task, document_beside(tmp_path / "plan.toml", recorded), 60)

    assert "出处 临江.txt 第3行" in text_of(lines)
    assert ("2025年底前", "mark") in [piece for line in lines for piece in line]
    assert ("市水利局", "mark") in [piece for line in lines for piece in line]


def test_a_document_that_has_changed_or_gone(tmp_path: Path) -> None:
    task, recorded = read(tmp_path)
    (tmp_path / "临江.txt").write_text(DOCUMENT + "又一行", "utf-8")
    changed = source_lines(WORDS, task, document_beside(tmp_path / "plan.toml", recorded), 60)
    assert "已改动" in text_of(changed)
    assert "市水利局" in text_of(changed)

    gone = document_beside(tmp_path / "elsewhere" / "plan.toml", recorded)
    assert "找不到原文件 临江.txt" in text_of(source_lines(WORDS, task, gone, 60))
    assert document_beside(tmp_path / "plan.toml", None).problem == "documents.show.no_file"


def test_a_plan_written_by_hand_has_no_places(tmp_path: Path) -> None:
    task, _ = read(tmp_path)

    assert "没有出处记录" in text_of(source_lines(WORDS, task._replace(source=None), None, 60))


def test_broken_lines_are_closed_up() -> None:
    source = read_source(b"one two\n three \n", "x.txt")
    assert unbroken(source, Span(0, len(source.text)))[0] == "one two three"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("河道整治", "（一）河道整治行动"),
        ("整治排污口", "1.整治排污口。"),
        ("120个", "2025年底前，完成全市120个入河排污口\n整治。"),
        ("市水利局", "牵头单位：市水利局"),
        ("市财政局", "责任单位：市财政局、\n市林业局"),
        ("林带", "2．修复林带，"),
        ("85%", "到2025年，河流断面水质优良比例达到85%。"),
    ],
)
def test_a_sentence_ends_where_an_item_begins(words: str, sentence: str) -> None:
    """Headings and role lines have no full stop."""
    text = """临江市河湖治理计划
一、主要目标
到2025年，河流断面水质优良比例达到85%。
（一）河道整治行动
1.整治排污口。2025年底前，完成全市120个入河排污口
整治。
牵头单位：市水利局
责任单位：市财政局、
市林业局
2．修复林带，
3. 其他。
"""
    source = read_source(text.encode(), "x.txt")
    at = text.index(words)
    found = sentence_of(source, Span(at, at + len(words)))

    assert text[found.start : found.end] == sentence


def test_a_cell_is_a_sentence() -> None:
    """What stands in a table's cell is quoted without the cells beside it, which end without a full stop too."""
    rows = "序号,任务,牵头单位,完成时限\n1,新建公园。试点先行,市园林局,2025年6月底前\n2,改造公厕,市城管局,2025年9月底前\n"
    source = read_source(rows.encode(), "清单.csv")

    def quoted(words: str) -> str:
        at = source.text.index(words)
        span = sentence_of(source, Span(at, at + len(words)))
        return source.text[span.start : span.end]

    assert quoted("市园林局") == "市园林局"
    assert quoted("试点") == "试点先行"
    assert quoted("2025年9月底前") == "2025年9月底前"
