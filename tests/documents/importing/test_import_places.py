"""A plan's own data, its goals and its headings lead back to the document, as its tasks do."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.model.plan import Place, Source
from tests.support.imported_documents import SEEDS, document, imported

LETTER = """临江市人民政府办公室关于印发临江市河湖治理
三年行动计划(2023-2025年)的通知
临政办〔2023〕8号
各县（市、区）人民政府：
《临江市河湖治理三年行动计划（2023—2025年）》已经市政府同意，现印发给你们。以下任务均需各县（市、区）政府落实，不再一一列出。
临江市人民政府办公室
2023年3月5日
临江市河湖治理
三年行动计划（2023—2025年）
一、主要目标
到2025年，河流断面水质优良比例达到85%，黑臭水体
基本消除。
二、河道整治行动
1.整治入河排污口。2025年底前，完成全市120个入河排污口整治。（市生态环境局牵头，市水利局配合）
2.修复河岸林带。到2024年底，建成河岸林带30公里。（市林业局负责）
"""


def _fold(text: str) -> str:
    return re.sub(r"\s+", "", normalize("NFKC", text)).replace('"', "").replace("“", "").replace("”", "")


def _said(text: str, place: Place | None) -> tuple[int, str]:
    assert place is not None
    start, end = map(int, place.range.split("-"))
    assert place.line == text.count("\n", 0, start) + 1
    return place.line, text[start:end]


def _front(text: str) -> dict[str, tuple[int, str]]:
    source = imported(text).plan.info.source
    assert source is not None
    names = [name for name in Source._fields if isinstance(getattr(source, name), Place)]
    return {name: _said(text, getattr(source, name)) for name in names}


def test_the_plans_own_data() -> None:
    """The plan's own head and the signature, not what the letter says of them."""
    assert _front(LETTER) == {
        "title": (8, "临江市河湖治理\n三年行动计划（2023—2025年）"),
        "document_number": (3, "临政办〔2023〕8号"),
        "issuer": (6, "临江市人民政府办公室"),
        "issued": (7, "2023年3月5日"),
        "responsible": (5, "各县（市、区）政府"),
    }


def test_goals_and_headings() -> None:
    plan = imported(LETTER).plan

    assert [_said(LETTER, goal.source) for goal in plan.goals] == [
        (11, "河流断面水质优良比例达到85%"),
        (11, "黑臭水体\n基本消除"),
    ]
    assert [_said(LETTER, section.source) for section in plan.sections] == [(13, "河道整治行动")]


def test_signed_at_the_end_in_words() -> None:
    """The day stands there in words; two who sign on two lines are one place."""
    text = (
        LETTER.replace("2023年3月5日\n", "").replace("临江市人民政府办公室\n临江", "临江")
        + "临江市水利局\n临江市财政局\n二〇二三年三月六日\n"
    )

    assert _front(text)["issued"] == (16, "二〇二三年三月六日")
    assert _front(text)["issuer"] == (14, "临江市水利局\n临江市财政局")


@pytest.mark.parametrize("name", SEEDS)
def test_of_real_documents(name: str) -> None:
    """Every heading and goal, and all of the front matter that was found, word for word."""
    text = document(name)
    plan = imported(text).plan
    info, source = plan.info, plan.info.source
    assert source is not None

    for section in plan.sections:
        assert _fold(_said(text, section.source)[1]) == _fold(section.title)
    for goal in plan.goals:
        assert _fold(_said(text, goal.source)[1]) == _fold(goal.text)
    assert _fold(_said(text, source.title)[1]) == _fold(info.title)
    assert _fold(_said(text, source.issuer)[1]) == _fold(info.issuer or "")
    assert source.issued is not None
    assert (source.document_number is None) == (info.document_number is None)


def test_an_english_plan_has_places_too() -> None:
    text = document("asheville-mcap-2023")
    plan = imported(text).plan

    assert plan.info.source is not None
    assert _fold(_said(text, plan.info.source.title)[1]) == _fold(plan.info.title)
    assert all(section.source for section in plan.sections)


def test_goals_of_a_table_and_the_lines_above_one() -> None:
    """A goal stands where its row has it; the title where the tables have the whole document below it."""
    source = read_source(
        (
            "# 河川市2024—2026年节水方案\n\n河川市水利局\n\n2024年3月1日\n\n## 一、主要目标\n\n"
            "| 指标名称 | 单位 | 2026年目标 | 属性 |\n|---|---|---|---|\n| 万元GDP用水量 | 立方米 | ≤55 | 约束性 |\n\n"
            "## 二、重点任务\n\n| 序号 | 重点任务 | 责任单位 |\n|---|---|---|\n| 1 | 改造管网 | 市住建局 |\n"
            "| 2 | 推广器具 | 市水利局 |\n"
        ).encode(),
        "demo.md",
    )
    plan = import_document(source).plan
    assert plan.info.source is not None
    (goal,) = plan.goals

    said = [" ".join(_said(source.text, place)[1].split()) for place in (plan.info.source.title, goal.source)]
    assert said[0] == "河川市2024—2026年节水方案"
    assert said[1].startswith("万元GDP用水量")
    assert said[1].endswith("55")
