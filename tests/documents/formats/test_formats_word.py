"""What Word keeps apart from the text: numbers, tracked changes, boxes, merged cells."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from plantui.documents.formats import read_source
from plantui.documents.formats.numerals import chinese, letter, printed, roman
from tests.support.document_files import numbered_docx, saved

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
