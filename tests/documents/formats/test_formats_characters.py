"""Characters that only look like the usual ones are read as these, in every format."""

from __future__ import annotations

from datetime import date
from unicodedata import category

import pytest

from plantui.documents.formats import read_source
from plantui.documents.formats.characters import with_ordinary_characters
from plantui.documents.importer import import_document
from tests.support.document_files import csv_of, docx_of, html_of, xlsx_of
from tests.support.imported_documents import roles

RADICALS = str.maketrans("工月生水户长风民", "⼯⽉⽣⽔⼾⻓⻛⺠")
FORMS = str.maketrans("年行立利", "\uf98e\ufa08\uf9f7\uf9dd")
LINES = [
    "安城市民生水利行动计划（2024—2026年）",
    "一、长江治理",
    "1. 修建水闸。到2025年6月底前完成。",
    "牵头单位：市水利局",
    "2. 建立户表。到2026年9月底前完成。",
    "牵头单位：市生态环境局",
    "3. 通风改造。到2026年12月底前完工。",
    "牵头单位：市民政局",
]
TABLE = [
    ["序号", "任务", "完成时限", "牵头单位"],
    ["1", "修建水闸", "2025年6月底前", "市水利局"],
    ["2", "建立户表", "2026年9月底前", "市生态环境局"],
    ["3", "通风改造", "2026年12月底前", "市民政局"],
]
PIPED = LINES[0] + "\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in [TABLE[0], ["---"] * 4, *TABLE[1:]])


@pytest.mark.parametrize(
    ("odd", "ordinary"),
    [
        ("⼀⼯⽉⽣⾏⽬", "一工月生行目"),
        ("2024―2026年", "2024—2026年"),
        ("⻓⻛⺠⻔⻢⻩", "长风民门马黄"),
        ("⼾⾭⿈", "户青黄"),
        ("\uf98e\ufa08\uf9f7", "年行立"),
        ("戶長風 ㎡ ① Ａ", "戶長風 ㎡ ① Ａ"),
    ],
)
def test_signs_with_the_look_of_a_character(odd: str, ordinary: str) -> None:
    """Radicals and compatible forms are characters; what is written otherwise on purpose stays."""
    assert with_ordinary_characters(odd) == ordinary


def test_every_radical_of_a_character_is_read() -> None:
    """Each sign becomes one character, so that places in the document stay; what Unicode knows no character of stays."""
    signs = [chr(code) for code in range(0x2E80, 0x2FD6) if category(chr(code)) == "So"]
    read = [with_ordinary_characters(sign) for sign in signs]

    assert all(len(one) == 1 for one in read)
    assert sum("\u3400" <= one <= "\u9fff" for one in read) >= len(signs) - 15
    assert "戶" not in read


@pytest.mark.parametrize("odd", [RADICALS, FORMS], ids=["radicals", "compatible forms"])
@pytest.mark.parametrize("form", ["txt", "docx", "html", "md", "xlsx", "csv"])
def test_a_document_reads_as_if_written_with_the_usual_ones(form: str, odd: dict[int, int]) -> None:
    lines = [line.translate(odd) for line in LINES]
    table = [[cell.translate(odd) for cell in row] for row in TABLE]
    content = {
        "txt": "\n".join(lines).encode(),
        "docx": docx_of(lines),
        "html": html_of(lines),
        "md": PIPED.translate(odd).encode(),
        "xlsx": xlsx_of([[lines[0]], *table]),
        "csv": csv_of([[lines[0], "", "", ""], *table]),
    }[form]
    plan = import_document(read_source(content, f"plan.{form}")).plan

    assert (plan.info.title, plan.info.start_year) == (LINES[0], 2024)
    assert [task.title for task in plan.tasks] == ["修建水闸", "建立户表", "通风改造"]
    assert [roles(task)["lead"] for task in plan.tasks] == [["市水利局"], ["市生态环境局"], ["市民政局"]]
    assert [task.deadlines[0].due for task in plan.tasks] == [
        date(2025, 6, 30),
        date(2026, 9, 30),
        date(2026, 12, 31),
    ]
