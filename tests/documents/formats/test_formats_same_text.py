"""One document, whatever form it comes in, is one text."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from plantui.documents.formats import open_source, read_source
from plantui.documents.source import Source, SourceKind
from tests.support.document_files import (
    csv_of,
    docx_of,
    drawn_pdf,
    folded,
    html_of,
    paragraphs_of,
    pdf_of,
    table_pdf,
    xlsx_of,
)
from tests.support.ofd_files import ofd_by_characters, ofd_of, table_ofd
from tests.support.old_workbooks import xls_of
from tests.support.open_documents import ods_of, odt_of
from tests.support.paths import ROOT

DOCUMENTS = (
    ROOT / "plans" / "zhengzhou-2023-2025.txt",
    ROOT / "tests" / "data" / "documents" / "zhengzhou-b.txt",
)
TEXT = DOCUMENTS[0].read_text(encoding="utf-8")
TABLE = [
    ["序号", "主要任务", "牵头单位", "完成时限"],
    ["1", "建成智慧停车平台", "市城管局、市公安局", "2025年9月底前"],
    ["2", "新增充电桩1.5万个", "市发展改革委", "无"],
]


def _cells(source: Source) -> list[list[str]]:
    for row in source.rows:
        for cell, start in zip(row.cells, row.starts, strict=True):
            assert source.text[start : start + len(cell)] == cell
    return [list(row.cells) for row in source.rows]


@pytest.mark.parametrize(
    ("name", "make", "kind"),
    [
        ("plan.docx", docx_of, SourceKind.DOCX),
        ("plan.odt", odt_of, SourceKind.ODT),
        ("plan.pdf", pdf_of, SourceKind.PDF),
        ("plan.ofd", ofd_of, SourceKind.OFD),
        ("plan.ofd", ofd_by_characters, SourceKind.OFD),
        ("plan.html", html_of, SourceKind.HTML),
        ("plan.html", lambda paragraphs: html_of(paragraphs, "gb18030"), SourceKind.HTML),
    ],
)
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_forms(document: Path, name: str, make: Callable[[list[str]], bytes], kind: SourceKind) -> None:
    """But for blanks, the text comes back as it went in: no character lost, none from menus or scripts."""
    text = document.read_text(encoding="utf-8")

    source = read_source(make(paragraphs_of(text)), name)

    assert folded(source.text) == folded(text)
    assert source.kind is kind


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_encodings(encoding: str, line_end: str) -> None:
    """Told apart with and without a mark at the beginning; every line end becomes one."""
    source = read_source(TEXT.replace("\n", line_end).encode(encoding), "plan.txt")

    assert source.text == TEXT


def test_western_text() -> None:
    """Windows-1252, whose quotes and dashes GB18030 would read as Chinese."""
    text = "The city’s plan – adopted in 2023 – sets targets.\nLead agency: Public Works\n" * 20

    assert read_source(text.encode("cp1252"), "plan.txt").text == text
    assert read_source(text.encode("utf-16-le"), "plan.txt").text == text


def test_places() -> None:
    """Lines and pages are found again from a character's place."""
    source = read_source("第一页\f第二页\n末行\n".encode(), "plan.txt")
    at = source.text.index("末行")

    assert (source.line_of(at), source.page_of(at), source.page_of(0)) == (3, 2, 1)
    assert read_source("一\n二\n".encode(), "plan.txt").page_of(0) is None


def test_pages_of_pdf() -> None:
    """A PDF's pages begin where they do."""
    source = read_source(pdf_of([f"第{number}段，内容在此。" for number in range(1, 61)]), "plan.pdf")

    pages = [source.page_of(source.text.index(f"第{number}段")) or 0 for number in (1, 26, 60)]
    assert pages == sorted(pages)
    assert (pages[0], pages[-1]) == (1, len(source.page_starts))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.docx", docx_of(["任务分解表"], TABLE)),
        ("t.odt", odt_of(["任务分解表"], TABLE)),
        ("t.ods", ods_of(TABLE)),
        ("t.xls", xls_of(TABLE)),
        ("t.pdf", table_pdf("任务分解表", TABLE, "备注")),
        ("t.ofd", table_ofd("任务分解表", TABLE, "备注")),
        ("t.xlsx", xlsx_of(TABLE)),
        ("t.csv", csv_of(TABLE)),
        ("t.csv", csv_of(TABLE, "gb18030")),
        ("t.tsv", "\n".join("\t".join(row) for row in TABLE).encode()),
        (
            "t.md",
            "\n".join(
                [
                    "# 任务分解表",
                    "",
                    *(f"| {' | '.join(row)} |" for row in (TABLE[0], ["---"] * 4, *TABLE[1:])),
                ]
            ).encode(),
        ),
        (
            "t.html",
            (
                "<meta charset=utf-8><h1>任务分解表</h1><table>"
                + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in TABLE)
                + "</table>"
            ).encode(),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_tables(name: str, content: bytes) -> None:
    """Rows of cells, each with its place in the text, on a line of its own."""
    source = read_source(content, name)

    assert _cells(source) == TABLE
    lines = source.text.splitlines()
    assert all(cell in lines for row in TABLE for cell in row)


def test_merged_cells_of_workbook() -> None:
    """A merged cell counts for every row that it covers and stands in the text once."""
    rows: list[list[object]] = [["部门", "任务"], ["市城管局", "甲"], [None, "乙"]]

    source = read_source(xlsx_of(rows, ["A2:A3"]), "t.xlsx")

    assert _cells(source) == [["部门", "任务"], ["市城管局", "甲"], ["市城管局", "乙"]]
    assert source.text.count("市城管局") == 1


def test_merged_cells_of_page() -> None:
    """So it is in HTML."""
    page = (
        "<table><tr><td>部门<td>任务<tr><td rowspan=2>市城管局<td>甲<tr><td>乙"
        "<tr><td colspan='2'>备注：按月报送</table>"
    )

    assert _cells(read_source(page.encode(), "t.html")) == [
        ["部门", "任务"],
        ["市城管局", "甲"],
        ["市城管局", "乙"],
        ["备注：按月报送", "备注：按月报送"],
    ]


def test_table_over_pages_of_pdf() -> None:
    """A table that goes on over pages is one table, its merged cells and wrapped lines made whole."""
    rows = [["部门", "任务"], ["市城管局", "完成老旧小区改造并建立长效管理机制一"], ["", "完成改造二"]]
    rows += [["市财政局", f"落实第{number}批专项资金"] for number in range(1, 60)]

    source = read_source(table_pdf("表前", rows, "表后", [((0, 1), (0, 2))]), "t.pdf")

    assert _cells(source)[:3] == [rows[0], rows[1], ["市城管局", rows[2][1]]]
    assert [row for row in _cells(source) if row[0] == "市财政局"] == rows[3:]
    assert {row.table for row in source.rows} == {0}
    assert len(source.page_starts) > 1
    assert (source.text.split()[0], source.text.split()[-1]) == ("表前", "表后")


def test_mark_over_the_rule_of_pdf() -> None:
    """It belongs to the cell in which most of it stands."""
    rows = [
        ["任务", "责任单位", "时限"],
        ["完成改造验收工。", "市财政局", "三月"],
        *[["建设公园", "市城管局", "五月"]] * 3,
    ]

    assert _cells(read_source(drawn_pdf(rows, 82), "t.pdf")) == rows


def test_lines_in_cells_of_pdf() -> None:
    """A line that had room for more was ended on purpose, a full one was cut."""
    full = "完成全部老旧小区的改造任务并验收合格"
    rows = [
        ["任务", "责任单位"],
        [full + "。", "市财政局\n市教育局"],
        [full * 2, "市自然资源和规划局、市人力资源和社会保障局"],
        ["建设公园", "市城管局"],
    ]

    assert _cells(read_source(table_pdf("表前", rows, "表后"), "t.pdf")) == rows


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads it, in any form."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(docx_of(["一、总体要求"]))))

    source = open_source("-")

    assert (source.name, source.kind, source.text.strip()) == ("-", SourceKind.DOCX, "一、总体要求")


def test_content_counts_not_the_name() -> None:
    """A file with a wrong suffix is read as what it is."""
    assert read_source(docx_of(["正文"]), "plan.txt").kind is SourceKind.DOCX
    assert read_source("<!DOCTYPE html><p>正文".encode(), "plan.txt").kind is SourceKind.HTML
    assert read_source("正文".encode(), "plan.pdf").kind is SourceKind.TEXT
