"""Helpers of the review's tests: a small document with a doubtful date, and the review as it is on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.model.terms import Language
from plantui.ui.review.app import ReviewApp
from plantui.ui.review.rows import Entry
from plantui.words import Words

DOCUMENT = """临江市人民政府办公室
关于印发临江市河湖治理三年行动计划（2023—2025年）的通知
临政办〔2023〕8号
各县（市、区）人民政府：
现将《临江市河湖治理三年行动计划（2023—2025年）》印发给你们，请认真贯彻落实。
2023年3月5日
临江市河湖治理三年行动计划（2023—2025年）
一、主要目标
到2025年，河流断面水质优良比例达到85%。
二、重点任务
（一）河道整治行动
1.整治入河排污口。2025年前，完成全市120个入河排污口整治。（市生态环境局牵头，市水利局配合）
2.修复河岸[林带]。到2024年底，建成河岸林带30公里。（市林业局、市水利局按职责分工负责）
（二）水源保护行动
3.划定水源保护区。2023年9月底前，完成水源保护区划定。（市生态环境局负责落实）
三、保障措施
（一）加强组织领导。各部门要高度重视。
"""
WORDS = Words(Language.ZH)


def imported() -> Imported:
    """The document as it is read."""
    return import_document(read_source(DOCUMENT.encode(), "临江.txt"), "linjiang-2023-2025")


def app_in(folder: Path, words: Words = WORDS) -> ReviewApp:
    """The review with its state in a folder."""
    return ReviewApp(words, imported(), state=folder / "review.json")


def seen(pilot: Pilot[Any]) -> str:
    """The text on the terminal, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def go_to(pilot: Pilot[Any], app: ReviewApp, key: str) -> None:
    """Put the cursor on a field."""
    screen = app.review_screen
    rows = screen.fields.rows
    at = next(n for n, row in enumerate(rows) if isinstance(row, Entry) and row.field.key == key)
    screen.fields.cursor = at
    await pilot.pause()
