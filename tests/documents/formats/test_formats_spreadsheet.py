"""What a sheet shows is what is read; what it does not show is said."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from plantui.documents.formats import read_source
from plantui.documents.source import MarkKind, Selection, Source
from tests.support.document_files import saved

HEAD = ["序号", "任务", "牵头单位", "完成时限"]
ROWS = [
    ["1", "新建公园", "市园林局", "2025年6月底前"],
    ["2", "改造公厕", "市城管局", "2025年9月底前"],
    ["3", "修缮校舍", "市教育局", "2025年12月底前"],
]


def _workbook(change: Callable[[Worksheet], None]) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (HEAD, *ROWS):
        sheet.append(row)
    change(sheet)
    return saved(workbook)


def _with_sheet(content: bytes, old: str, new: str) -> bytes:
    """Return a workbook with a change in the XML of its sheet."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            is_sheet = name.startswith("xl/worksheets/sheet")
            after.writestr(name, part.replace(old.encode(), new.encode()) if is_sheet else part)
    return buffer.getvalue()


def _read(change: Callable[[Worksheet], None], *, with_hidden: bool = False) -> Source:
    return read_source(_workbook(change), "plan.xlsx", selection=Selection(with_hidden=with_hidden))


def _said(source: Source) -> list[tuple[str, str, str]]:
    return [(mark.kind.value, mark.where, " ".join(mark.words.split())) for mark in source.marks]


def _numbers(source: Source) -> list[str]:
    return [row.cells[0] for row in source.rows]


def test_hidden_rows() -> None:
    """Hidden rows are left out and named where the next one stands; rows without height are hidden too."""

    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.row_dimensions[4].hidden = True

    source = _read(change)

    assert _numbers(source) == ["序号", "1"]
    assert _said(source) == [
        ("hidden_rows", "3–4", "2 改造公厕 市城管局 2025年9月底前 3 修缮校舍 市教育局 2025年12月底前")
    ]
    assert _numbers(_read(change, with_hidden=True)) == ["序号", "1", "2", "3"]
    assert not _read(change, with_hidden=True).marks


def test_filtered_rows() -> None:
    """Rows that a filter hides are told as one."""

    def change(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = "A1:D4"
        sheet.auto_filter.add_filter_column(2, ["市城管局"])
        sheet.row_dimensions[2].hidden = True
        sheet.row_dimensions[4].hidden = True

    source = _read(change)

    assert _numbers(source) == ["序号", "2"]
    assert [(kind, where) for kind, where, _ in _said(source)] == [("filtered", "2")]


def test_hidden_columns_and_sheets() -> None:
    """A hidden column is one remark; a hidden sheet is one too."""

    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["C"].hidden = True
        assert sheet.parent is not None
        other = sheet.parent.create_sheet("选项")
        other.append(["市教育局"])
        other.sheet_state = "hidden"

    source = _read(change)

    assert [len(row.cells) for row in source.rows] == [3, 3, 3, 3]
    assert _said(source) == [
        ("hidden_column", "C", "牵头单位 市园林局 市城管局 市教育局"),
        ("hidden_sheet", "选项", "市教育局"),
    ]
    shown = _read(change, with_hidden=True)
    assert [row.cells[0] for row in shown.rows if len(row.cells) == 1] == ["Sheet", "选项", "市教育局"]


def test_rows_and_columns_without_size() -> None:
    """What has no height or no width is hidden, however the nought is written."""
    content = _workbook(lambda sheet: None)
    for old, new in (
        ("<sheetData>", '<cols><col min="3" max="3" width="0" customWidth="1"/></cols><sheetData>'),
        ('<row r="2"', '<row r="2" ht="0.0" customHeight="1"'),
    ):
        content = _with_sheet(content, old, new)

    source = read_source(content, "plan.xlsx")
    assert [row.cells[:3] for row in source.rows] == [
        ("序号", "任务", "完成时限"), ("2", "改造公厕", "2025年9月底前"), ("3", "修缮校舍", "2025年12月底前"),
    ]  # fmt: skip
    assert [(kind, where) for kind, where, _ in _said(source)] == [
        ("hidden_column", "C"),
        ("hidden_rows", "2"),
    ]


@pytest.mark.parametrize(
    ("value", "code", "shown", "said"),
    [
        ("2025年6月底前", ";;;", "", [("hidden", "D2", "2025年6月底前")]),
        (2025, ";;;", "", [("hidden", "D2", "2025")]),
        (2025, "0;-0;", "2025", []),
        (0, "0;-0;;@", "", []),
        ("2025年", "0;-0;;@", "2025年", []),
        ("2025年", "0", "2025年", []),
    ],
)
def test_values_that_their_format_hides(
    value: str | int, code: str, shown: str, said: list[tuple[str, str, str]]
) -> None:
    """An empty part of a number format shows nothing; a nought that it hides is nothing that somebody misses."""

    def change(sheet: Worksheet) -> None:
        sheet["D2"] = value
        sheet["D2"].number_format = code

    source = _read(change)
    assert (source.rows[1].cells[3], _said(source)) == (shown, said)


def test_what_lies_over_the_cells_is_said() -> None:
    """The words of a text box are not read."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((HEAD, *ROWS)):
            sheet.write_row(at, 0, row)
        sheet.insert_textbox("F2", "填表说明\n请于6月底前报送")

    assert _said(read_source(file.getvalue(), "plan.xlsx")) == [("not_read", "", "填表说明 请于6月底前报送")]


def test_struck_words() -> None:
    """Words struck through are left out, whole cells and runs inside one; a row struck through is one remark."""

    def change(sheet: Worksheet) -> None:
        for cell in sheet[3]:
            cell.font = Font(strike=True)
        runs = CellRichText("市园林局", TextBlock(InlineFont(strike=True), "、市旅游局"))
        sheet["C2"] = runs

    source = _read(change)

    assert [row.cells[2] for row in source.rows] == ["牵头单位", "市园林局", "市教育局"]
    assert _said(source) == [
        ("struck", "C2", "、市旅游局"),
        ("struck", "A3:D3", "2 改造公厕 市城管局 2025年9月底前"),
    ]


def test_formulas_without_result() -> None:
    """A formula that no program has worked out is said; one whose result is an empty text is not."""

    def change(sheet: Worksheet) -> None:
        sheet["C2"] = '="市"&"园林局"'

    content = _workbook(change)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    assert _said(read_source(content, "plan.xlsx")) == [("no_result", "C2", "")]

    parts[name] = re.sub(rb'<c r="C2"', b'<c r="C2" t="str"', parts[name])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for one, part in parts.items():
            package.writestr(one, part)
    assert not read_source(buffer.getvalue(), "plan.xlsx").marks


def test_formulas_that_no_program_has_worked_out() -> None:
    """XlsxWriter writes nought as the result of each formula and asks for all to be worked out."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((HEAD, *ROWS)):
            sheet.write_row(at, 0, row)
        sheet.write_formula("A2", "=1+0")
        sheet.write_formula("A3", "=A2+1")
    assert _said(read_source(file.getvalue(), "plan.xlsx")) == [
        ("no_result", "A2", ""),
        ("no_result", "A3", ""),
    ]

    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_formula("A2", "=1-1")
        sheet.write_formula("B2", "=A2+1", value=1)
    worked_out = read_source(file.getvalue(), "plan.xlsx")
    assert worked_out.rows[1].cells[:2] == ("0", "1") and not worked_out.marks


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([2025.1], ["D2"]),
        ([2025.1, 2025.6, 2025.12], ["D2"]),
        ([2025.1, 2024, "长期"], ["D2"]),
        ([2025.6, 2026.1, 2025.1], ["D3", "D4"]),
        ([2025.1, 830, 96.5], []),
        ([2025.1, "1,830", "98%"], []),
        ([2025.1, 2025.35], []),
    ],
)
def test_a_nought_is_missed_where_all_may_be_months(values: list[float | str], said: list[str]) -> None:
    """Among sums and sizes 2025.1 is one."""

    def change(sheet: Worksheet) -> None:
        for row, value in enumerate([*values, None, None][:3], 2):
            sheet.cell(row, 4).value = value

    assert [where for kind, where, _ in _said(_read(change)) if kind == "cut_nought"] == said


@pytest.mark.parametrize(
    ("hours", "is_said"), [((16, 16, 16), True), ((16, 0, 16), False), ((0, 0, 0), False)]
)
def test_days_in_another_zone(hours: tuple[int, ...], is_said: bool) -> None:
    """Days that all stand at one late hour which no cell shows were written in another time zone."""

    def change(sheet: Worksheet) -> None:
        for row, hour in zip((2, 3, 4), hours, strict=True):
            cell = sheet.cell(row, 4, datetime(2025, 6, 29, hour))  # noqa: DTZ001
            cell.number_format = "yyyy-mm-dd"

    source = _read(change)

    assert [row.cells[3] for row in source.rows[1:]] == ["2025-06-29"] * 3
    assert _said(source) == ([("early_day", "D", "16:00")] if is_said else [])


def test_cut_nought() -> None:
    """A number 2025.1 without a format may have been 2025.10; one that shows its nought is not doubtful."""

    def change(sheet: Worksheet) -> None:
        sheet["D2"] = 2025.1
        sheet["D3"] = 2025.1
        sheet["D3"].number_format = "0.00"
        sheet["D4"] = 2025.11

    source = _read(change)

    assert [row.cells[3] for row in source.rows] == ["完成时限", "2025.1", "2025.10", "2025.11"]
    assert [
        (mark.kind, mark.where, source.text[mark.span.start : mark.span.end]) for mark in source.marks
    ] == [(MarkKind.CUT_NOUGHT, "D2", "2025.1")]


def test_merged_cells_beside_hidden_ones() -> None:
    """A merged cell whose first row is hidden stands in the first one that is shown."""

    def change(sheet: Worksheet) -> None:
        sheet["C2"] = "市园林局"
        sheet.merge_cells("C2:C4")
        sheet.row_dimensions[2].hidden = True

    source = _read(change)

    assert [row.cells[2] for row in source.rows] == ["牵头单位", "市园林局", "市园林局"]


def test_escapes() -> None:
    """Characters that a workbook writes as an escape are the characters; line ends inside a cell are one."""

    def change(sheet: Worksheet) -> None:
        sheet["C2"] = "市园林局_x000D_\n市城管局"
        sheet["B2"] = "新建公园_x005F_x000D_"

    source = _read(change)

    assert source.rows[1].cells[1:3] == ("新建公园_x000D_", "市园林局\n市城管局")


def test_strict_and_broken_styles() -> None:
    """A strict workbook has other namespaces; a style that Excel forgives stops nobody here."""
    content = _workbook(lambda sheet: None)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    strict = {
        name: part.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in parts.items()
    }
    strict["xl/styles.xml"] = re.sub(rb"<fill>.*?</fill>", b"<fill/>", strict["xl/styles.xml"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in strict.items():
            package.writestr(name, part)

    assert _numbers(read_source(buffer.getvalue(), "plan.xlsx")) == ["序号", "1", "2", "3"]
