"""Lines of a PDF put together to the paragraphs that they were cut from."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from plantui.documents.formats import read_source
from plantui.documents.formats.printed import PrintedLine, paragraphs
from plantui.documents.source import MarkKind
from tests.support.document_files import paragraphs_of, pdf_of
from tests.support.paths import ROOT

DOCUMENTS = (
    ROOT / "plans" / "zhengzhou-2023-2025.txt",
    ROOT / "tests" / "data" / "documents" / "zhengzhou-b.txt",
)
FULL = "为深入贯彻落实党中央、国务院关于生态环境保护"
SIZE = 16.0


def _line(text: str, *, indent: float = 0, page: int = 0) -> PrintedLine:
    return PrintedLine(text, page, 80 + indent * SIZE, SIZE)


def _texts(*lines: PrintedLine) -> list[str]:
    filling = [_line(FULL[:20], indent=2), _line(FULL), _line(FULL)] * 3
    made = ["".join(line.text for line in paragraph.lines) for paragraph in paragraphs([*filling, *lines])]
    return made[3:]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_document(document: Path) -> None:
    """Printed with indented first lines, every paragraph comes back as one line, page breaks or not."""
    printed = paragraphs_of(document.read_text(encoding="utf-8"))

    source = read_source(pdf_of(printed), "plan.pdf")

    assert ["".join(line.split()) for line in source.text.splitlines()] == [
        "".join(paragraph.split()) for paragraph in printed
    ]
    assert len(source.page_starts) > 10
    assert list(source.page_starts) == sorted(source.page_starts)


def test_indent_begins_a_paragraph() -> None:
    """Also after a full line; what is at the margin goes on."""
    assert _texts(
        _line("一、" + FULL[:18], indent=2), _line(FULL), _line("工作。"), _line("二、目标", indent=2)
    ) == [
        "一、" + FULL[:18] + FULL + "工作。",
        "二、目标",
    ]


def test_short_line_ends_a_paragraph() -> None:
    """What comes after it at the margin is something else."""
    assert _texts(_line("郑州市人民政府", indent=2), _line("各开发区管委会：")) == [
        "郑州市人民政府",
        "各开发区管委会：",
    ]


def test_page_number_does_not_part() -> None:
    """A paragraph goes on behind it; the number follows the paragraph."""
    lines = [_line(FULL[:20], indent=2), _line("— 3 —", indent=8), _line("工作。", page=1)]

    assert _texts(*lines) == [FULL[:20] + "工作。"]


def test_year_is_no_page_number() -> None:
    """A line that holds only a number in the middle of a page."""
    lines = [_line(FULL[:20], indent=2), _line("2025"), _line("年底前完成。", indent=2)]

    assert _texts(*lines) == [FULL[:20] + "2025", "年底前完成。"]


def test_number_alone_on_its_line() -> None:
    """A justified line leaves an item's number alone where the text after it is one long word."""
    lines = [_line("1."), _line("推进空气质量排名进位。"), _line("（二）"), _line("交通运输清洁行动")]

    assert ["".join(line.text for line in paragraph.lines) for paragraph in paragraphs(lines)] == [
        "1.推进空气质量排名进位。",
        "（二）交通运输清洁行动",
    ]


def test_without_indents_lines_stay() -> None:
    """Where nothing on the page tells paragraphs apart, the words have to."""
    lines = [_line(FULL)] * 5

    assert len(list(paragraphs(lines))) == 5


def test_unknown_places() -> None:
    """A file that does not say where its words stand keeps its lines."""
    assert len(list(paragraphs([PrintedLine(FULL, 0)] * 3))) == 3


def test_files_attached_to_a_pdf_are_said() -> None:
    """Each by its name; nothing of them is read."""
    writer = PdfWriter(BytesIO(pdf_of(["新建公园"])))
    writer.add_attachment("任务分解表.xlsx", b"PK")

    file = BytesIO()
    writer.write(file)
    source = read_source(file.getvalue(), "plan.pdf")

    assert source.text.strip() == "新建公园"
    assert [(mark.kind, mark.words) for mark in source.marks] == [(MarkKind.NOT_READ, "任务分解表.xlsx")]
