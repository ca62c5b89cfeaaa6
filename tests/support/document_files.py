"""Makes one text into files of every form, as an office would: .docx, .pdf, .html, .xlsx, .csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

FONT = "STSong-Light"
"""A font that every viewer has and no file holds."""


def paragraphs_of(text: str) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def folded(text: str) -> str:
    """The text without blanks."""
    return "".join(text.split())


def docx_of(paragraphs: Iterable[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file, with a table after the paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    return saved(document)


def saved(document: object) -> bytes:
    """A document or workbook as the bytes of its file."""
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def numbered_docx(items: Sequence[tuple[int, str]], levels: Sequence[tuple[str, str, str]]) -> bytes:
    """A Word file whose numbers Word makes. A level is (numFmt, lvlText, suff), an item (level, text)."""
    document = Document()
    numbering = document.part.numbering_part.element
    xml = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="{gap}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (style, pattern, gap) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{xml}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="900"><w:abstractNumId w:val="900"/></w:num>'))
    for level, text in items:
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="900"/></w:numPr>')
        )
    return saved(document)


def pdf_of(paragraphs: Iterable[str], *, password: str | None = None, with_text: bool = True) -> bytes:
    """A PDF of A4 pages in 16 point, wrapped wherever a line is full, with a number on each page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=password)
    width, height = A4
    size, margin, leading = 16, 80, 28
    top = y = height - margin
    for paragraph in paragraphs:
        indent = 2 * size
        for line in _wrapped(paragraph, size, width - 2 * margin, indent):
            if y < margin:
                canvas.showPage()
                y = top
            canvas.setFont(FONT, size)
            if with_text:
                canvas.drawString(margin + indent, y, line)
            else:
                canvas.rect(margin, y, 100, 10)
            y -= leading
            indent = 0
    canvas.save()
    return buffer.getvalue()


def _wrapped(text: str, size: int, width: float, indent: int) -> Iterable[str]:
    line = ""
    room = width - indent
    for char in text:
        if pdfmetrics.stringWidth(line + char, FONT, size) > room:
            yield line
            line, room = "", width
        line += char
    yield line


def table_pdf(
    before: str,
    rows: Sequence[Sequence[str]],
    after: str,
    spans: Iterable[tuple[tuple[int, int], tuple[int, int]]] = (),
) -> bytes:
    """A PDF with a ruled table between two paragraphs; its head is printed on every page. A span is two (column, row); a
    line end in a cell is one on the page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle("cell", fontName=FONT, fontSize=11, leading=16, wordWrap="CJK")
    cells = [[Paragraph(escape(text).replace("\n", "<br/>"), style) for text in row] for row in rows]
    table = Table(cells, colWidths=[440 / len(rows[0])] * len(rows[0]), repeatRows=1)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, black), *(("SPAN", *span) for span in spans)])
    buffer = io.BytesIO()
    document = SimpleDocTemplate(buffer, pagesize=A4)
    document.build([Paragraph(before, style), table, Paragraph(after, style)])
    return buffer.getvalue()


def drawn_pdf(rows: Sequence[Sequence[str]], width: int, size: int = 10) -> bytes:
    """A PDF whose cells are all as wide as asked for and set without regard to it: long words run over the rule."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    left, top, height = 60, 700, 24
    edges = [left + width * column for column in range(len(rows[0]) + 1)]
    canvas.grid(edges, [top - height * row for row in range(len(rows) + 1)])
    canvas.setFont(FONT, size)
    for at, row in enumerate(rows):
        for edge, text in zip(edges, row, strict=False):
            canvas.drawString(edge + 4, top - height * at - 16, text)
    canvas.save()
    return buffer.getvalue()


def html_of(paragraphs: Iterable[str], charset: str = "utf-8") -> bytes:
    """A page of a government's site: menus, scripts and a footer around the document."""
    body = "\n".join(f"<p>　　{escape(paragraph)}</p>" for paragraph in paragraphs)
    page = f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>某市人民政府网</title>
<style>p {{ color: red }}</style><script>document.write("脚本")</script></head>
<body onload="alert('运行')"><nav><a href="/">首页</a><a href="/gk">政务公开</a></nav>
<ul><li><a href="1">要闻动态</a></li><li><a href="2">政务服务</a></li><li><a href="3">互动交流</a></li></ul>
<div class="content"><!-- 正文 -->
{body}
</div>
<script src="http://192.0.2.1/x.js"></script><img src="http://192.0.2.1/x.png">
<footer>版权所有 <a href="/map">网站地图</a></footer></body></html>"""
    return page.encode(charset)


def xlsx_of(rows: Sequence[Sequence[object]], merged: Iterable[str] = ()) -> bytes:
    """A workbook of one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return saved(workbook)


def workbook_of(sheets: Iterable[tuple[str, Sequence[Sequence[object]]]]) -> bytes:
    """A workbook of several sheets, each with its name."""
    workbook = Workbook()
    assert workbook.active is not None
    workbook.remove(workbook.active)
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(workbook)


def csv_of(rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig") -> bytes:
    """A .csv as Excel writes it."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode(encoding)


def hidden_row_xlsx() -> bytes:
    """A workbook of three tasks, the first of which stands in a hidden row."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (
        ["序号", "任务", "牵头单位", "完成时限"],
        ["1", "改造公厕", "市城管局", "2025年9月底前"],
        ["2", "新建公园", "市园林局", "2025年6月底前"],
        ["3", "修缮校舍", "市教育局", "2025年12月底前"],
    ):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    return saved(workbook)
