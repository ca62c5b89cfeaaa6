"""The comparison of plans as files: Markdown as agreed, a workbook that other programs read."""

from __future__ import annotations

import io
import os
from datetime import date

import openpyxl
import pytest

from plantui.export.compared import ComparedFile, Rows, chosen_rows
from plantui.export.compared_files import compared_form
from plantui.export.formats import Format
from plantui.export.progress import unobserved
from plantui.model.alignment import AlignmentChoice
from plantui.model.key import TaskKey
from plantui.model.terms import Language
from plantui.query.comparing.comparison import compare_plans
from plantui.words import Words
from tests.support.compared_plans import bundled_departments, compared_plan
from tests.support.paths import DATA

ZH, EN = Words(Language.ZH), Words(Language.EN)
BY_HAND = AlignmentChoice(TaskKey("baisha", "15"), TaskKey("hekou", "17"), is_same=True)


def compared(rows: Rows = Rows.ALL) -> ComparedFile:
    plans = [compared_plan(name) for name in ("baisha", "hekou")]
    found = compare_plans(plans, bundled_departments(), [BY_HAND])
    return ComparedFile(found, chosen_rows(found, rows), date(2025, 6, 30))


def written(file: ComparedFile, form: Format, words: Words = ZH) -> bytes:
    stream = io.BytesIO()
    compared_form(file, form, words).write(stream, unobserved)
    return stream.getvalue()


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_markdown_is_as_agreed(words: Words) -> None:
    golden = DATA / "comparing" / f"compared.{words.language.value}.md"
    found = written(compared(), Format.MARKDOWN, words)
    if os.environ.get("PLANTUI_ACCEPT"):
        golden.write_bytes(found)
    assert found == golden.read_bytes()


def test_the_workbook_has_the_matrix_every_difference_and_the_sentences() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(compared(), Format.XLSX)))
    assert book.sheetnames == ["对照", "差异", "原文"]
    matrix = below(book["对照"], ["章节", "白沙县", "河口区"])
    tasks = {str(one).partition("\n")[0]: str(other).split("\n") for _, one, other in matrix}
    assert tasks["4 健全重大隐患督办制度"][0] == "13 严格重大隐患挂牌督办销号"
    assert tasks["15 压实党政领导责任"][-1] == "相似度 100%（人工确定）"
    assert [one for one, other in tasks.items() if other == ["—"]] == []
    assert len(matrix) == 15 + 2

    differences = below(book["差异"])
    later = [row[:7] for row in differences if row[2:4] == ("时限", "较晚")]
    assert later == [("10 畅通“生命通道”", "河口区", "时限", "较晚", "动态清零", "2024-08-31", "2024-09-30")]
    assert ("任务", "缺少") not in {row[2:4] for row in differences if row[0] == "15 压实党政领导责任"}
    assert {row[7] for row in differences if row[0] == "15 压实党政领导责任"} <= {1.0}

    sentences = {str(row[0]): row[1:] for row in below(book["原文"])}
    plans = [compared_plan(name) for name in ("baisha", "hekou")]
    assert sentences["4 健全重大隐患督办制度"] == (plans[0].tasks[3].text, plans[1].tasks[12].text)


def test_the_same_comparison_makes_the_same_workbook() -> None:
    assert written(compared(), Format.XLSX) == written(compared(), Format.XLSX)


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.XLSX])
def test_nothing_to_list_is_a_file_too(form: Format) -> None:
    everything = compared()
    assert written(ComparedFile(everything.comparison, (), everything.today), form)


def below(sheet: object, heads: list[str] | None = None) -> list[tuple[object, ...]]:
    """Return the rows of a sheet below its heads: the first row with a value in every column."""
    rows = [tuple(cell.value or "" for cell in row) for row in sheet.iter_rows()]  # type: ignore[attr-defined]
    at = next(at for at, row in enumerate(rows) if all(row))
    if heads is not None:
        assert list(rows[at]) == heads
    return rows[at + 1 :]
