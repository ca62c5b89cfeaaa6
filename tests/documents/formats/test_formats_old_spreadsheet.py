"""An .xls is read as its sheet shows it, in the words in which an .xlsx is."""

from __future__ import annotations

import pytest
import xlwt

from plantui.documents.formats import compound, read_source
from plantui.documents.formats.sniff import Form, form_of
from plantui.documents.source import Selection, Source
from plantui.model.problem import DataError
from tests.support.old_workbooks import styled, xls_of
from tests.support.paths import DATA

HEAD: list[object] = ["序号", "任务", "牵头单位", "完成时限"]
ROWS: list[list[object]] = [
    [1, "新建公园", "市园林局", "2025年6月底前"],
    [2, "改造公厕", "市城管局", "2025年9月底前"],
    [3, "修缮校舍", "市教育局", "2025年12月底前"],
]
TABLE: list[list[object]] = [HEAD, *ROWS]


def _said(source: Source) -> list[tuple[str, str, str]]:
    return [(mark.kind.value, mark.where, " ".join(mark.words.split())) for mark in source.marks]


@pytest.mark.parametrize(
    ("value", "code", "since_1904", "shown"),
    [
        (45838, 'yyyy"年"m"月"', False, "2025年6月"),
        (45838 - 1462, 'yyyy"年"m"月"d"日"', True, "2025年6月30日"),
        (45838, "M/D/YY", False, "2025/6/30"),  # built-in 14: what a Chinese Excel shows
        (45838, "D-MMM-YY", False, "2025-06-30"),
        (2025.1, "0.00", False, "2025.10"),
        (0.35, "0%", False, "35%"),
        (12345.678, "#,##0.0", False, "12,345.7"),
        (3.0, "General", False, "3"),
        (True, "General", False, "TRUE"),
    ],
)
def test_numbers(value: float, code: str, since_1904: bool, shown: str) -> None:
    """A number stands there as its number format shows it, in both counts of days."""
    content = xls_of(
        TABLE, lambda book, sheet: sheet.write(1, 3, value, styled(code=code)), since_1904=since_1904
    )

    assert read_source(content, "plan.xls").rows[1].cells[3] == shown


def test_what_is_not_shown() -> None:
    """Hidden rows, columns and sheets and struck words are left out and said; hidden parts are read where asked for."""

    def change(book: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        sheet.row(2).hidden = True
        sheet.col(3).hidden = True
        sheet.write(3, 1, "修缮校舍", styled("font: struck_out on"))
        struck = xlwt.easyfont("struck_out on")
        sheet.write_rich_text(1, 2, ["𠮷市园林局", ("、市旅游局", struck), "等"])
        other = book.add_sheet("选项")
        other.write(0, 0, "市教育局")
        other.visibility = 1

    content = xls_of(TABLE, change)
    source = read_source(content, "plan.xls")

    assert [row.cells for row in source.rows] == [
        ("序号", "任务", "牵头单位"),
        ("1", "新建公园", "𠮷市园林局等"),
        ("3", "", "市教育局"),
    ]
    assert sorted(_said(source)) == [
        ("hidden_column", "D", "完成时限 2025年6月底前 2025年9月底前 2025年12月底前"),
        ("hidden_rows", "3", "2 改造公厕 市城管局 2025年9月底前"),
        ("hidden_sheet", "选项", "市教育局"),
        ("struck", "B4", "修缮校舍"),
        ("struck", "C2", "、市旅游局"),
    ]
    shown = read_source(content, "plan.xls", selection=Selection(with_hidden=True))
    assert [len(row.cells) for row in shown.rows] == [1, 4, 4, 4, 4, 1, 1]


def test_filtered_rows() -> None:
    """Rows that a filter hides are told as one (the file is made by LibreOffice)."""
    source = read_source(DATA / "office" / "filtered.xls")

    assert [row.cells[0] for row in source.rows] == ["序号", "2"]
    assert [(kind, where) for kind, where, _ in _said(source)] == [("filtered", "2")]
    with_hidden = read_source(DATA / "office" / "filtered.xls", selection=Selection(with_hidden=True))
    assert [row.cells[0] for row in with_hidden.rows] == ["序号", "1", "2", "3"]


def test_merged_cells() -> None:
    """A merged cell counts for every row that it covers."""
    content = xls_of(TABLE, lambda book, sheet: sheet.write_merge(1, 3, 2, 2, "市园林局"))

    assert [row.cells[2] for row in read_source(content, "plan.xls").rows[1:]] == ["市园林局"] * 3


def test_slips() -> None:
    """2025.1 without a format may have been 2025.10; days at one late hour were written elsewhere."""

    def change(_: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        for row, value in ((1, 2025.1), (2, 2025.6), (3, 2025)):
            sheet.write(row, 0, value)
        for row in (1, 2, 3):
            sheet.write(row, 3, 45837 + 16 / 24, styled(code="YYYY-MM-DD"))

    assert _said(read_source(xls_of(TABLE, change), "plan.xls")) == [
        ("cut_nought", "A2", ""),
        ("early_day", "D", "16:00"),
    ]


def _formulas(sheet: xlwt.Worksheet, flags: int = 0) -> None:
    for row, column, formula in ((1, 0, "1+0"), (2, 0, "A2+1"), (2, 2, '"市"&"城管局"')):
        sheet.row(row).set_cell_formula(column, xlwt.Formula(formula), calc_flags=flags)


@pytest.mark.parametrize("flags", [0, 2], ids=["empty texts", "noughts to be worked out"])
def test_formulas_that_no_program_has_worked_out(flags: int) -> None:
    """What xlwt writes for each formula, and what Apache POI writes, is said as in an .xlsx."""
    content = xls_of(TABLE, lambda book, sheet: _formulas(sheet, flags))
    if flags:
        content = content.replace(b"\3\0\0\0\0\0\xff\xff\2\0", bytes(8) + b"\2\0")

    source = read_source(content, "plan.xls")

    assert [(row.cells[0], row.cells[2]) for row in source.rows[1:]] == [
        ("", "市园林局"),
        ("", ""),
        ("3", "市教育局"),
    ]
    assert _said(source) == [("no_result", place, "") for place in ("A2", "A3", "C3")]


def test_formulas_that_were_worked_out() -> None:
    """Nothing is a result where others are there (the file is made by LibreOffice)."""
    source = read_source(DATA / "office" / "formulas.xls")

    assert [(row.cells[0], row.cells[2]) for row in source.rows[1:]] == [
        ("1", "市园林局"),
        ("2", ""),
        ("0", "市教育局"),
    ]
    assert not source.marks


def test_bytes_tell_the_kind() -> None:
    """Whatever its name is, and without the compound file around the sheets, too."""
    content = xls_of(TABLE)
    sheets = content[512 : 512 + len(content)]  # xlwt writes them first

    assert form_of(content, "plan.doc") is Form.XLS
    assert read_source(content, "plan.txt").rows[1].cells[1] == "新建公园"
    assert form_of(sheets, "plan.xls") is Form.XLS
    assert read_source(sheets, "plan.xls").rows[3].cells[2] == "市教育局"


@pytest.mark.parametrize("length", [100, 600, 3000])
def test_cut_files(length: int) -> None:
    """A file that ends too early is refused in a sentence."""
    content = xls_of(TABLE)

    with pytest.raises(DataError) as caught:
        read_source(content[:length], "plan.xls")
    assert caught.value.message in ("formats.damaged", "formats.not_understood", "formats.old_office")


def test_names_in_a_compound_file() -> None:
    """They are found in a file of many sectors, and a circle of sectors ends."""
    large = xls_of([[f"第{row}行" + "字" * 600] for row in range(6500)])
    circle = bytearray(xls_of(TABLE))
    table = 512 * (1 + int.from_bytes(circle[76:80], "little"))
    directory = int.from_bytes(circle[48:52], "little")
    circle[table + 4 * directory : table + 4 * directory + 4] = directory.to_bytes(4, "little")

    assert len(large) > 109 * 128 * 512  # more than the header lists
    assert "Workbook" in compound.entry_names(large)
    assert "Workbook" in compound.entry_names(bytes(circle))
    assert compound.entry_names(compound.SIGNATURE + b"\xff" * 504) == frozenset()
