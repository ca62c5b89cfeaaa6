"""What Word keeps apart from the text: numbers, tracked changes, boxes, merged cells."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.text.paragraph import Paragraph as DocxParagraph
from PIL import Image

from plantui.documents.formats import read_source
from plantui.documents.formats.equations import field_text
from plantui.documents.formats.numerals import chinese, letter, printed, roman
from plantui.documents.source import Selection
from tests.support.document_files import docx_of, numbered_docx, saved

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LEVELS = [
    ("chineseCounting", "%1、", "nothing"),
    ("chineseCounting", "（%2）", "nothing"),
    ("decimal", "%3．", "space"),
]


def _lines(content: bytes) -> list[str]:
    return read_source(content, "plan.docx").text.splitlines()


def test_numbers_are_printed() -> None:
    """As Word shows them: counted by level, begun anew under each heading."""
    items = [
        (0, "总体要求"),
        (0, "重点任务"),
        (1, "空气"),
        (2, "推进"),
        (2, "推广"),
        (1, "交通"),
        (2, "加快"),
    ]

    assert _lines(numbered_docx(items, LEVELS)) == [
        "一、总体要求",
        "二、重点任务",
        "（一）空气",
        "1． 推进",
        "2． 推广",
        "（二）交通",
        "1． 加快",
    ]


def test_list_styles() -> None:
    """A number may come from the paragraph's style; a bullet is a bullet."""
    document = Document()
    document.add_paragraph("第一项", style="List Number")
    document.add_paragraph("第二项", style="List Number")
    document.add_paragraph("要点", style="List Bullet")

    assert _lines(saved(document)) == ["1.\t第一项", "2.\t第二项", "• 要点"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (2003, "二千零三"),
    ],
)
def test_chinese_numbers(number: int, text: str) -> None:
    """As they are counted."""
    assert chinese(number) == text


def test_other_numbers() -> None:
    """Every style that Word's lists are made of in practice; an unknown one prints digits."""
    assert [roman(4), letter(28), printed(3, "decimalEnclosedCircle"), printed(12, "decimalFullWidth")] == [
        "iv",
        "bb",
        "③",
        "１２",
    ]
    assert [printed(7, "no such style"), printed(99999, "upperRoman"), printed(0, "lowerLetter")] == [
        "7",
        "99999",
        "",
    ]


def test_tracked_changes() -> None:
    """Insertions count, deletions do not."""
    document = Document()
    paragraph = document.add_paragraph("到")._p
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>2024</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>2025</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>年</w:t></w:r>"))

    assert _lines(saved(document)) == ["到2025年"]


def test_order_and_boxes() -> None:
    """Tables stand where they stand; a text box follows its paragraph, once; content controls are looked into."""
    document = Document()
    first = document.add_paragraph("表前")
    first._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
            "<mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
            "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    table = document.add_table(3, 2)
    for row, cells in zip(table.rows, (["甲", "乙"], ["", "丙"], ["丁", "戊"]), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    document.element.body.insert(
        2,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    document.add_paragraph("表后")

    source = read_source(saved(document), "plan.docx")

    assert source.text.split() == ["表前", "框", "甲", "乙", "丙", "丁", "戊", "控件", "表后"] or source.text.split() == [
        "表前", "框", "控件", "甲", "乙", "丙", "丁", "戊", "表后"
    ]  # fmt: skip
    assert [row.cells for row in source.rows] == [("甲", "乙"), ("甲", "丙"), ("丁", "戊")]


def test_frame_of_one_column_is_no_table() -> None:
    """A red-headed document is often put into a frame."""
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "郑州市人民政府办公厅文件"

    source = read_source(saved(document), "plan.docx")

    assert source.text.split() == ["郑州市人民政府办公厅文件"]
    assert source.rows == ()


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def _run(inside: str) -> BaseOxmlElement:
    return parse_xml(f"<w:r {nsdecls('w')} {MATH}>{inside}</w:r>")


def _paragraph(*inside: str) -> bytes:
    document = Document()
    paragraph = document.add_paragraph()._p
    for one in inside:
        paragraph.append(_run(one))
    return saved(document)


def _said(content: bytes) -> list[tuple[str, str]]:
    return [(mark.kind.value, mark.words) for mark in read_source(content, "plan.docx").marks]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<m:r><m:t>≤9%</m:t></m:r>", "≤9%"),
        ("<m:sSub><m:e><m:r><m:t>PM</m:t></m:r></m:e><m:sub><m:r><m:t>2.5</m:t></m:r></m:sub></m:sSub>", "PM2.5"),
        ("<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>", "m³"),
        ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>n</m:t></m:r></m:sup></m:sSup>", "x^n"),
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f>", "1/3"),
        ("<m:d><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:d>", "(a+b)"),
    ],
)  # fmt: skip
def test_equations(inside: str, shown: str) -> None:
    """A figure of the equation editor is text at its place."""
    assert _lines(_paragraph("<w:t>控制在</w:t>", f"<m:oMath>{inside}</m:oMath>", "<w:t>以内</w:t>")) == [
        f"控制在{shown}以内"
    ]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('<w:sym w:font="Symbol" w:char="F0A3"/>', "≤"),
        ('<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>\uf0b3</w:t>', "≥"),
        ('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>m</w:t>', "μ"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Wingdings 2" w:char="F052"/>', "☑"),
        ("<w:ruby><w:rt><w:r><w:t>zhōng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>中</w:t></w:r></w:rubyBase></w:ruby>", "中"),
        ("<w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t>", "2-3"),
        ("<w:t>绿化</w:t><w:softHyphen/><w:t>造林</w:t>", "绿化造林"),
    ],
)  # fmt: skip
def test_signs(inside: str, shown: str) -> None:
    """Symbol fonts, readings above characters, hyphens."""
    assert _lines(_paragraph(inside)) == [shown]


def test_an_unknown_sign_is_said() -> None:
    """A place of a symbol font that no table knows."""
    content = _paragraph('<w:t>达到</w:t><w:sym w:font="Wingdings 3" w:char="F0B9"/>')

    assert _lines(content) == ["达到\ufffd"]
    assert _said(content) == [("not_read", "Wingdings 3 F0B9")]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (" EQ \\o\\ac(○,2)", "②"),
        ("eq \\o(〇；11)", "⑪"),
        (" EQ \\f(1,3) ", "1/3"),
        ("EQ \\b(7)", None),
        ("PAGE", ""),
    ],
)
def test_fields(instruction: str, shown: str | None) -> None:
    """Numbers in circles and fractions; what another field shows stands in its result."""
    assert field_text(instruction) == shown


def test_field_with_and_without_a_result() -> None:
    """The result counts, not the instruction; a field without one shows what it says."""
    begin, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end"))
    circle = (begin, "<w:instrText> EQ \\o\\ac(○,2)</w:instrText>", end, "<w:t>治理扬尘</w:t>")
    separate = '<w:fldChar w:fldCharType="separate"/>'
    dated = (begin, "<w:instrText> DATE </w:instrText>", separate, "<w:t>2025年</w:t>", end)

    assert _lines(_paragraph(*circle)) == ["②治理扬尘"]
    assert _lines(_paragraph(*dated)) == ["2025年"]
    assert _said(_paragraph("<w:t>约</w:t>", begin, "<w:instrText>EQ \\b(7)</w:instrText>", end)) == [
        ("not_read", "EQ \\b(7)")
    ]


def test_struck_and_hidden_words() -> None:
    """Left out, whether a run or a style says so, and said: one remark for what stands together."""
    document = Document()
    hidden = document.styles.add_style("Aside", 2)
    hidden.font.hidden = True
    paragraph = document.add_paragraph("到")
    paragraph.add_run("2024年").font.strike = True
    paragraph.add_run("6月").font.double_strike = True
    paragraph.add_run("2025年底前完成")
    paragraph.add_run("（内部）", style="Aside")
    whole = document.add_paragraph()
    whole.add_run("废止的一段").font.strike = True

    content = saved(document)

    assert _lines(content) == ["到2025年底前完成"]
    assert _said(content) == [("struck", "2024年6月"), ("hidden", "（内部）"), ("struck", "废止的一段")]


def test_an_equation_behind_struck_words_counts() -> None:
    """An equation stands beside the runs: it is not struck through because the words before it are."""
    document = Document()
    paragraph = document.add_paragraph("控制在")
    paragraph.add_run("12%").font.strike = True
    paragraph._p.append(parse_xml(f"<m:oMath {MATH}><m:r><m:t>9%</m:t></m:r></m:oMath>"))
    content = saved(document)

    assert _lines(content) == ["控制在9%"]
    assert _said(content) == [("struck", "12%")]


@pytest.mark.parametrize(
    ("millimetres", "said"), [(60, [("picture", "")]), (12, [])], ids=["a page of a table", "a logo"]
)
def test_pictures(millimetres: int, said: list[tuple[str, str]]) -> None:
    """What a picture of some size shows in words is not read, and said; a small one has none."""
    picture = io.BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    document = Document()
    document.add_paragraph("任务分解表：").add_run().add_picture(picture, width=Mm(millimetres))

    assert _said(saved(document)) == said


def test_objects_of_other_programs() -> None:
    """A sheet inside a text, and a formula of an older Word, are shown by a picture of them."""
    content = _paragraph(
        "<w:t>控制在</w:t>",
        '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Equation.3"/></w:object>',
        "<w:t>以内</w:t>",
    )

    assert _lines(content) == ["控制在以内"]
    assert _said(content) == [("not_read", "Equation.3")]


FIELD = '<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar><w:instrText>{name}</w:instrText><w:fldChar w:fldCharType="end"/>'


@pytest.mark.parametrize(
    ("data", "name", "shown"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "FORMCHECKBOX", "☑"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "FORMCHECKBOX", "☑"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "FORMCHECKBOX", "☐"),
        ("<w:ddList><w:result w:val='1'/><w:listEntry w:val='市水利局'/><w:listEntry w:val='市财政局'/></w:ddList>", "FORMDROPDOWN", "市财政局"),
        ("<w:ddList><w:listEntry w:val='市水利局'/></w:ddList>", "FORMDROPDOWN", "市水利局"),
        ("<w:ddList><w:result w:val='9'/><w:listEntry w:val='市水利局'/></w:ddList>", "FORMDROPDOWN", ""),
    ],
)  # fmt: skip
def test_fields_of_a_form(data: str, name: str, shown: str) -> None:
    """What was chosen in a form stands in no run."""
    content = _paragraph("<w:t>牵头：</w:t>", FIELD.format(data=data, name=name), "<w:t>。</w:t>")

    assert _lines(content) == [f"牵头：{shown}。"]


def test_notes_follow_their_paragraph() -> None:
    """A footnote stands behind the paragraph that refers to it, in a cell inside the cell."""
    document = Document()
    document.add_paragraph("改造管网30公里。")._p.append(_run('<w:footnoteReference w:id="2"/>'))
    document.add_paragraph("建设再生水厂。")
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> 其中2026年完成10公里。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    content = _with_part(saved(document), "footnotes", notes.encode())

    assert _lines(content) == ["改造管网30公里。", "其中2026年完成10公里。", "建设再生水厂。"]
    assert _said(content) == [("note", "")]


def _with_part(content: bytes, kind: str, part: bytes, folder: str = "word/", suffix: str = "xml") -> bytes:
    """Return a document with one more part that its text relates to, under the id `more`."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    types = {"xml": "application/xml", "html": "text/html", "bin": "application/octet-stream"}
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="more" Type="{relation}{kind}" Target="{kind}.{suffix}"/></Relationships>'
                text = text.replace(b"</Relationships>", link.encode())
            if name == "[Content_Types].xml" and suffix != "xml":
                text = text.replace(
                    b"<Override",
                    f'<Default Extension="{suffix}" ContentType="{types[suffix]}"/><Override'.encode(),
                    1,
                )
            new.writestr(name, text)
        new.writestr(f"{folder}{kind}.{suffix}", part)
    return buffer.getvalue()


def _with_chunk() -> bytes:
    document = Document()
    document.add_paragraph("前言")
    chunk = f'<w:altChunk {nsdecls("w")} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="more"/>'
    document.element.body.insert(1, parse_xml(chunk))
    return saved(document)


def test_embedded_page() -> None:
    """A web page inside the document is shown by Word and read where it stands; another part is said."""
    page = "<html><body><p>一、主要任务</p><table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>种树</td></tr></table></body></html>"
    source = read_source(_with_part(_with_chunk(), "aFChunk", page.encode(), suffix="html"), "plan.docx")

    assert source.text.split() == ["前言", "一、主要任务", "序号", "任务", "1", "种树"]
    assert [row.cells for row in source.rows] == [("序号", "任务"), ("1", "种树")]
    for row in source.rows:
        for cell, start in zip(row.cells, row.starts, strict=True):
            assert source.text[start : start + len(cell)] == cell
    other = _with_part(_with_chunk(), "aFChunk", b"?", suffix="bin")
    assert _said(other) == [("not_read", "/word/aFChunk.bin (application/octet-stream)")]


def test_table_inside_a_cell() -> None:
    """A short cell before one other is its label; a row that begins later keeps its columns."""
    document = Document()
    table = document.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, ("任务", "单位", "时限"), strict=True):
        cell.text = text
    table.rows[1].cells[0].text = "改造管网"
    inner = table.rows[1].cells[1].add_table(2, 2)
    for row, texts in zip(inner.rows, (("牵头", "市住建局"), ("配合：", "市财政局")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    late = table.add_row()
    late._tr.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))
    late._tr.remove(late._tr.tc_lst[0])
    late._tr.tc_lst[0].add_p().add_r().text = "市水利局"

    rows = [row.cells for row in read_source(saved(document), "plan.docx").rows]

    assert rows[1][1] == "牵头：市住建局\n配合：市财政局"
    assert rows[2] == ("", "市水利局", "")


def test_strict_document() -> None:
    """A document saved as Strict Open XML has other namespaces, and the same text."""
    content = _paragraph("<w:t>正文</w:t>")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for usual, strict in (
                (b"openxmlformats.org/wordprocessingml/2006/main", b"wordprocessingml/main"),
                (b"openxmlformats.org/officeDocument/2006/", b"officeDocument/"),
            ):
                part = part.replace(b"http://schemas." + usual, b"http://purl.oclc.org/ooxml/" + strict)
            new.writestr(name, part)

    assert _lines(buffer.getvalue()) == ["正文"]


def test_hidden_rows() -> None:
    """Hidden rows of a table are left out and said, and read where they are asked for; numbers are not counted in them."""
    document = Document()
    table = document.add_table(4, 2)
    for row, texts in zip(
        table.rows,
        (("任务", "单位"), ("甲", "市水利局"), ("乙", "市教育局"), ("丙", "市司法局")),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for at in (1, 2):
        table.rows[at]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
    content = saved(document)

    source = read_source(content, "plan.docx")

    assert [row.cells for row in source.rows] == [("任务", "单位"), ("丙", "市司法局")]
    assert [(mark.kind.value, mark.where, mark.words) for mark in source.marks] == [
        ("hidden_rows", "2–3", "甲　市水利局\n乙　市教育局")
    ]
    assert len(read_source(content, "plan.docx", selection=Selection(with_hidden=True)).rows) == 4


@pytest.mark.parametrize(
    ("brackets", "words", "shown"),
    [
        ("", "牵头单位", "牵头单位"),
        ('w:combineBrackets="round"', "牵头单位", "（牵头单位）"),
        ("", "市教育局市财政局", "市教育局 市财政局"),
    ],
)
def test_two_lines_in_one(brackets: str, words: str, shown: str) -> None:
    """Brackets around words set as two lines in one stand in no text; of two names each has a line."""
    layout = f'<w:rPr><w:eastAsianLayout w:id="1" w:combine="1" {brackets}/></w:rPr>'

    assert _lines(_paragraph(f"{layout}<w:t>{words}</w:t>")) == [shown]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<m:sSubSup><m:e>{x}</m:e><m:sub>{n}</m:sub><m:sup>{n}</m:sup></m:sSubSup>", "x2²"),
        ("<m:d><m:dPr><m:begChr m:val='['/><m:sepChr m:val=','/><m:endChr m:val=']'/></m:dPr><m:e>{x}</m:e><m:e>{n}</m:e></m:d>", "[x,2]"),
        ("<m:d><m:e>{x}</m:e><m:e>{n}</m:e></m:d>", "(x|2)"),
        ("<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{n}</m:sub><m:sup>{x}</m:sup><m:e>{x}</m:e></m:nary>", "∑[2,x]x"),
        ("<m:nary><m:e>{x}</m:e></m:nary>", "∫x"),
        ("<m:eqArr><m:e>{x}</m:e><m:e>{n}</m:e></m:eqArr>", "x，2"),
        ("<m:m><m:mr><m:e>{x}</m:e><m:e>{n}</m:e></m:mr><m:mr><m:e>{n}</m:e></m:mr></m:m>", "x 2；2"),
    ],
)  # fmt: skip
def test_built_equations(xml: str, text: str) -> None:
    """No sign of theirs is lost, and no two figures become one."""
    runs = {name: f"<m:r><m:t>{words}</m:t></m:r>" for name, words in (("x", "x"), ("n", "2"))}

    assert _lines(_paragraph(f"<m:oMath>{xml.format(**runs)}</m:oMath>")) == [text]


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _with_document(blob: bytes, kind: str, name: str, *, in_cell: bool) -> bytes:
    document = Document()
    document.add_paragraph("一、新建公园")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (table.cell(0, 0), table.cell(0, 1), table.cell(1, 0)), ("任务", "单位", "改造公厕"), strict=True
    ):
        cell.text = text
    part = Part(PackURI(f"/word/{name}"), kind, blob, document.part.package)
    ident = document.part.relate_to(part, f"{RELATIONS}/aFChunk")
    chunk = parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{ident}"/>')
    if in_cell:
        table.cell(1, 1)._tc.insert(1, chunk)
    else:
        document.element.body.insert(1, chunk)
    return saved(document)


@pytest.mark.parametrize("in_cell", [False, True])
@pytest.mark.parametrize(
    ("blob", "kind", "name", "text"),
    [
        ("<p>市<s>水</s>利局".encode(), "text/html", "a.htm", "市利局"),
        (b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>" + "市利局".encode(), "message/rfc822", "a.mht", "市利局"),
        ("市利局".encode(), "text/plain", "a.txt", "市利局"),
        (docx_of(["市利局"]), MAIN, "a.docx", "市利局"),
        (b"{\\rtf1 x}", "application/rtf", "a.rtf", ""),
    ],
    ids=["html", "mht", "text", "docx", "rtf"],
)  # fmt: skip
def test_parts_that_are_documents(in_cell: bool, blob: bytes, kind: str, name: str, text: str) -> None:
    """A document inside this one is read where it stands, also in a cell; one that cannot be read is said."""
    source = read_source(_with_document(blob, kind, name, in_cell=in_cell), "plan.docx")

    if in_cell:
        assert source.rows[1].cells == ("改造公厕", text)
    else:
        assert source.text.splitlines()[:2] == ["一、新建公园", text or "任务"]
    said = [mark.kind.value for mark in source.marks]
    assert said == (["not_read"] if not text else ["struck"] if name == "a.htm" else [])


def _end_deleted(paragraph: DocxParagraph) -> None:
    """Delete the end of a paragraph by a tracked change."""
    deleted = parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="x"/></w:rPr>')
    paragraph._p.get_or_add_pPr().append(deleted)


def test_a_paragraph_whose_end_is_deleted() -> None:
    """It goes on with the next one, under the number that this one has; before a table and at the end it stays."""
    document = Document()
    for text in ("改造管网", "三十公里。", "建设水厂。", "见下表：", "后文", "末段"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(1, 2)
    for cell, text in zip(table.rows[0].cells, ("任务", "单位"), strict=True):
        cell.text = text
    document.paragraphs[3]._p.addnext(table._tbl)
    for at in (0, 3, 5):
        _end_deleted(document.paragraphs[at])

    assert _lines(saved(document)) == [
        "1.\t改造管网三十公里。",
        "2.\t建设水厂。",
        "见下表：",
        "任务",
        "单位",
        "3.\t后文",
        "末段",
    ]
