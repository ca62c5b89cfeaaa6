"""The bytes of a file tell what it is: offices send web pages as .xls and web archives as .doc."""

from __future__ import annotations

import pytest

from plantui.documents.formats import read_source
from plantui.documents.formats.sniff import Form, form_of
from plantui.documents.source import Source
from plantui.model.problem import DataError

TABLE = "<tr><td>任务<td>单位</tr><tr><td>新建公园<td>市园林局</tr>"
PAGE = f"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><meta charset=utf-8><table>{TABLE}</table></html>"
WORKBOOK = "urn:schemas-microsoft-com:office:spreadsheet"


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (PAGE, "plan.xls", Form.HTML),
        (f"<table border=1>{TABLE}</table>", "plan.xls", Form.HTML),
        (f"\ufeff<!-- x --><meta charset=utf-8><table>{TABLE}</table>", "plan.doc", Form.HTML),
        ("<table>不是网页的 Markdown", "plan.md", Form.MARKDOWN),
        ("一、总体要求", "plan.doc", Form.TEXT),
        ("一、总体要求", "plan.wps", Form.TEXT),
        (f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{WORKBOOK}"/>', "plan.xls", Form.WORKBOOK_XML),
        (f'<ss:Workbook xmlns:ss="{WORKBOOK}"/>', "plan.xml", Form.WORKBOOK_XML),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "plan.doc", Form.WEB_ARCHIVE),
    ],
)  # fmt: skip
def test_kinds(content: str, name: str, form: Form) -> None:
    """Whatever the name promises; of Markdown alone the name decides, since pages may stand in it."""
    assert form_of(content.encode(), name) is form


def test_page_called_xls() -> None:
    """Its table is read."""
    assert [
        row.cells for row in read_source(PAGE.encode("gb18030").replace(b"utf-8", b"gb2312"), "a.xls").rows
    ] == [
        ("任务", "单位"),
        ("新建公园", "市园林局"),
    ]


def _workbook(sheets: str, styles: str = "") -> bytes:
    names = f'xmlns="{WORKBOOK}" xmlns:ss="{WORKBOOK}" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook {names}>'
        f"<Styles>{styles}</Styles>{sheets}</Workbook>"
    ).encode()


def _sheet(rows: str, after: str = "", name: str = "表一") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{after}</Worksheet>'


def _row(*texts: str, attributes: str = "") -> str:
    cells = "".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in texts)
    return f"<Row {attributes}>{cells}</Row>"


def _said(source: Source) -> list[tuple[str, str, str]]:
    return [(mark.kind.value, mark.where, " ".join(mark.words.split())) for mark in source.marks]


def test_rows_of_a_workbook_in_xml() -> None:
    """Rows and columns by their numbers, merged cells, hidden parts, a filter."""
    merged = '<Row ss:Index="4"><Cell ss:MergeDown="1"><Data ss:Type="String">市园林局</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">甲</Data></Cell></Row>'
    rows = (
        '<Column ss:Index="2" ss:Hidden="1"/>'
        + _row("单位", "备注", "任务")
        + _row("藏", attributes='ss:Hidden="1"')
        + merged
        + '<Row><Cell ss:Index="3"><Data ss:Type="String">乙</Data></Cell></Row>'
        + _row("末", attributes='ss:Height="0"')
    )
    filtered = '<AutoFilter x:Range="R5C1:R9C3" xmlns="urn:schemas-microsoft-com:office:excel"><AutoFilterColumn/></AutoFilter>'
    hidden = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
    content = _workbook(_sheet(rows, filtered) + _sheet(_row("选项"), hidden, "表二"))

    source = read_source(content, "plan.xls")

    assert [row.cells for row in source.rows] == [("单位", "任务"), ("市园林局", "甲"), ("市园林局", "乙")]
    assert source.caption == "表一"
    assert sorted(_said(source)) == [
        ("filtered", "1", "末"),
        ("hidden_column", "B", "备注"),
        ("hidden_rows", "2", "藏"),
        ("hidden_sheet", "表二", "选项"),
    ]


STYLES = (
    '<Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="m"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>'
    '<Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="c" ss:Parent="m"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>'
    '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
)


@pytest.mark.parametrize(
    ("cell", "shown", "said"),
    [
        ('<Cell ss:StyleID="m"><Data ss:Type="DateTime">2025-06-30T00:00:00.000</Data></Cell>', "2025年6月", []),
        ('<Cell ss:StyleID="c"><Data ss:Type="DateTime">2025-06-30T00:00:00.000</Data></Cell>', "2025年6月", []),
        ('<Cell ss:StyleID="d"><Data ss:Type="Number">45838</Data></Cell>', "2025/6/30", []),
        ('<Cell><Data ss:Type="DateTime">2025-06-30T00:00:00.000</Data></Cell>', "2025-06-30", []),
        ('<Cell ss:StyleID="p"><Data ss:Type="Number">0.355</Data></Cell>', "35.50%", []),
        ('<Cell ss:Formula="=1+1"/>', "", [("no_result", "B1", "")]),
        ('<Cell ss:Formula="=1+1"><Data ss:Type="Number">0</Data></Cell>', "", [("no_result", "B1", "")]),
        ('<Cell ss:Formula="=1+1"><Data ss:Type="Number">2</Data></Cell>', "2", []),
        ('<Cell><Data ss:Type="Number">2025.1</Data></Cell>', "2025.1", [("cut_nought", "B1", "")]),
        ('<Cell><Data ss:Type="Boolean">1</Data></Cell>', "TRUE", []),
        ('<Cell><Data ss:Type="Error">#REF!</Data></Cell>', "#REF!", []),
        ('<Cell ss:StyleID="s"><Data ss:Type="String">划去</Data></Cell>', "", [("struck", "B1", "划去")]),
        ('<Cell><Data ss:Type="String">甲<html:B>乙</html:B><html:S>丙</html:S>&#10;丁</Data><Comment><Data>批注</Data></Comment></Cell>', "甲乙\n丁", [("struck", "B1", "丙")]),
        ('<Cell><Data ss:Type="Number">无</Data></Cell>', "无", []),
    ],
)  # fmt: skip
def test_cells_of_a_workbook_in_xml(cell: str, shown: str, said: list[tuple[str, str, str]]) -> None:
    """Each under its style, which may follow another."""
    begin = '<Cell><Data ss:Type="String">任务</Data></Cell>'
    source = read_source(_workbook(_sheet(f"<Row>{begin}{cell}{begin}</Row>"), STYLES), "plan.xls")

    assert (source.rows[0].cells[1], _said(source)) == (shown, said)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_workbook(_sheet(_row("甲", attributes='ss:Span="2000000"'))), "too_many_cells"),
        (_workbook(_sheet(_row("甲")))[:-20], "damaged"),
        (_workbook(_sheet(_row("&a;"))).replace(b"<Workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><Workbook'), "damaged"),
    ],
)  # fmt: skip
def test_refused(content: bytes, reason: str) -> None:
    """Rows without end, a cut file, entities."""
    with pytest.raises(DataError) as caught:
        read_source(content, "plan.xls")
    assert caught.value.message == f"formats.{reason}"


def _archive(*parts: tuple[str, str], start: str = "") -> bytes:
    lines = ["MIME-Version: 1.0", f'Content-Type: multipart/related; {start}boundary="b"', "", "preamble"]
    for headers, body in parts:
        lines += ["--b", headers, "", body]
    return "\r\n".join([*lines, "--b--", ""]).encode()


def test_web_archives() -> None:
    """The first page of it, or the one that it names; its encoding is the part's own."""
    quoted = "".join(f"={byte:02X}" for byte in "<p>新建公园".encode("gb18030"))
    page = (
        'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable',
        quoted,
    )
    other = ("Content-Type: text/html; charset=utf-8\r\nContent-ID: <x>", "<p>市园林局")
    picture = ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "iVBORw0KGgo=")

    assert read_source(_archive(page, picture), "plan.doc").text == "新建公园\n"
    assert read_source(_archive(page, other, start='start="<x>"; '), "plan.mht").text == "市园林局\n"


def test_workbook_as_a_web_archive() -> None:
    """Its sheets are pages of their own, called by the names in the first."""
    book = (
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: file:///C:/a.htm",
        "<xml><x:Name>一&amp;二</x:Name><x:Name>表二</x:Name></xml><frameset>",
    )
    sheets = [
        (f"Content-Type: text/html; charset=utf-8\r\nContent-Location: file:///C:/a.files/sheet00{at}.htm", f"<table>{TABLE}</table>")
        for at in (1, 2)
    ]  # fmt: skip

    source = read_source(_archive(book, *sheets), "plan.xls")

    assert source.text.splitlines()[::5] == ["一&二", "表二"]
    assert [row.table for row in source.rows] == [0, 0, 1, 1]


def test_web_archive_without_pages() -> None:
    """One that holds pictures alone is empty."""
    with pytest.raises(DataError, match="empty"):
        read_source(_archive(("Content-Type: image/png", "x")), "plan.mht")
