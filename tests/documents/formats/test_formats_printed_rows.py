"""Tables that the ends of pages break, and words that are drawn twice."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from plantui.documents.formats import read_source
from plantui.documents.formats.content import Cell
from plantui.documents.formats.printed import PrintedLine, PrintedTable
from plantui.documents.formats.printed_rows import join_broken_rows

HEAD = ["序号", "任务", "配合单位"]


def _table(page: int, *rows: Sequence[str]) -> PrintedTable:
    return PrintedTable([[Cell(text) for text in row] for row in rows], page, len(rows[0]))


def _texts(table: PrintedTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("rest", "joined"),
    [
        (["", "", "输局"], ["1", "治理扬尘", "市城管局、市交通运输局"]),
        (["", "，覆盖裸土", ""], ["1", "治理扬尘，覆盖裸土", "市城管局、市交通运"]),
    ],
)
@pytest.mark.parametrize("head", [[], [HEAD]])
def test_a_broken_row_is_one(rest: list[str], joined: list[str], head: list[list[str]]) -> None:
    """The rest of a row, without a number, belongs to the row before; the head may be printed again."""
    first = _table(0, HEAD, ["1", "治理扬尘", "市城管局、市交通运"])
    second = _table(1, *head, rest, ["2", "推广公交", "市财政局"])

    join_broken_rows([first, PrintedLine("— 1 —", 0, 80.0, 12.0), second])

    assert _texts(first) == [HEAD, joined]
    assert _texts(second) == [*head, ["2", "推广公交", "市财政局"]]


def test_names_that_are_whole_stand_apart() -> None:
    """A cell that is broken between two names has a line end there."""
    first = _table(0, HEAD, ["1", "治理扬尘", "市城管局"])
    join_broken_rows([first, _table(1, ["", "", "市财政局"], ["2", "推广公交", "市财政局"])])

    assert _texts(first)[1][2] == "市城管局\n市财政局"


@pytest.mark.parametrize(
    "second",
    [
        _table(1, ["2", "推广公交", "市财政局"]),
        _table(1, ["", "推广公交", "市财政局"], ["", "修缮校舍", "市教育局"]),
        _table(0, ["", "推广公交", "市财政局"], ["3", "修缮校舍", "市教育局"]),
    ],
)
def test_other_rows_stay(second: PrintedTable) -> None:
    """A row with a number, rows of a table that numbers few of them, and another table on the same page."""
    before = _texts(second)
    first = _table(0, HEAD, ["1", "治理扬尘", "市城管局"])

    join_broken_rows([first, second])

    assert (len(first.rows), _texts(second)) == (2, before)


def test_text_between_parts_tables() -> None:
    """A paragraph between two tables makes them two."""
    first, second = (
        _table(0, HEAD, ["1", "治理扬尘", "市城管局"]),
        _table(1, ["", "完", ""], ["2", "推广公交", "市财政局"]),
    )
    join_broken_rows([first, PrintedLine("二、其他", 1, 80.0, 12.0), second])

    assert len(second.rows) == 2


def _pdf(pages: Sequence[Sequence[Sequence[str]]], foot: str, beside: Sequence[float] = (0,)) -> bytes:
    """Return a PDF with a ruled table and a line on each page, all words drawn at each of these distances from their place."""
    font = "STSong-Light"
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for rows in pages:
        edges = [60 + 150 * column for column in range(len(rows[0]) + 1)]
        canvas.grid(edges, [700 - 24 * row for row in range(len(rows) + 1)])
        canvas.setFont(font, 12)
        for at, row in enumerate(rows):
            for edge, text in zip(edges, row, strict=False):
                for aside in beside:
                    canvas.drawString(edge + 4 + aside, 700 - 24 * at - 16, text)
        for aside in beside:
            canvas.drawString(60 + aside, 100, foot)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_a_head_alone_on_its_page() -> None:
    """The head of a table that begins at the foot of a page belongs to the rows on the next one."""
    pages = [
        [HEAD],
        [["1", "治理扬尘", "市城管局"], ["2", "推广公交", "市财政局"], ["3", "修缮校舍", "市教育局"]],
    ]

    source = read_source(_pdf(pages, "— 1 —"), "plan.pdf")

    assert [row.cells for row in source.rows] == [tuple(row) for page in pages for row in page]


@pytest.mark.parametrize("beside", [(0, 0.8), (0, 0)])
def test_words_drawn_twice(beside: tuple[float, ...]) -> None:
    """Words drawn once more beside themselves, to look bold, are read once; characters that follow each other stay."""
    rows = [HEAD, ["11", "新建人人乐公园", "市城管局"], ["12", "推广公交", "市财政局"]]

    source = read_source(_pdf([rows], "说明：各单位按月报送进展情况。", beside), "plan.pdf")

    assert [row.cells for row in source.rows] == [tuple(row) for row in rows]
    assert source.text.count("说明：各单位按月报送进展情况。") == 1


def test_a_turned_page() -> None:
    """A page that is shown turned has the rows that it shows; these heights are some whose turned lines end unequally."""
    font, heights = "STSong-Light", (102.05, 119.85, 223.85, 293.35, 380.05, 466.85, 536.35)
    places = (84.6, 207.0, 329.4, 451.8)
    rows = [HEAD, *([f"{row}", f"任务{row}", "市财政局"] for row in range(1, 6))]
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(792, 612))
    canvas.setFont(font, 12)
    for height in heights:
        canvas.line(places[0], 612 - height, places[-1], 612 - height)
    for place in places:
        canvas.line(place, 612 - heights[0], place, 612 - heights[-1])
    for row, height in zip(rows, heights, strict=False):
        for text, place in zip(row, places, strict=False):
            canvas.drawString(place + 3, 612 - height - 14, text)
    canvas.save()
    writer = PdfWriter()
    page = writer.add_page(PdfReader(drawn).pages[0])
    page.add_transformation(Transformation().rotate(90).translate(612, 0))
    page.mediabox = RectangleObject((0, 0, 612, 792))
    page.rotate(90)
    turned = io.BytesIO()
    writer.write(turned)

    assert [list(row.cells) for row in read_source(turned.getvalue(), "plan.pdf").rows] == rows
