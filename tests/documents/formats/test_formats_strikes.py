"""Words of a page that a line is drawn through are no text, and are said; lines below and beside words change nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from plantui.documents.formats import read_source
from plantui.documents.formats.strikes import Letter, Stroke, struck_letters
from plantui.documents.importer import import_document
from plantui.documents.source import MarkKind, Source
from tests.support.document_files import FONT

SIZE = 12
Draw = Callable[[Canvas, float, float, float], None]


def _line(canvas: Canvas, x0: float, x1: float, y: float) -> None:
    canvas.line(x0, y, x1, y)


def _box(canvas: Canvas, x0: float, x1: float, y: float) -> None:
    canvas.rect(x0, y - 0.4, x1 - x0, 0.8, stroke=0, fill=1)


def _pdf(lines: Sequence[Sequence[str]], above: float = 0.28, draw: Draw = _line, cell: float = 0) -> Source:
    """A PDF of lines in pieces, each set behind the one before, or where `cell` is given in cells of that width; a line
    is drawn through a piece that begins with ~, so far above where its characters stand."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont(FONT, SIZE)
    for row, pieces in enumerate(lines):
        x, y = 60.0, 760 - 24.0 * row
        for at, piece in enumerate(pieces):
            x = 64 + cell * at if cell else x
            text = piece.removeprefix("~")
            canvas.drawString(x, y, text)
            width = pdfmetrics.stringWidth(text, FONT, SIZE)
            if text != piece:
                draw(canvas, x, x + width, y + above * SIZE)
            x += width
    if cell:
        rows, columns = len(lines), max(map(len, lines))
        canvas.grid([60 + cell * at for at in range(columns + 1)], [776 - 24 * at for at in range(rows + 1)])
    canvas.save()
    return read_source(buffer.getvalue(), "plan.pdf")


def _struck(source: Source) -> list[str]:
    return [mark.words for mark in source.marks if mark.kind is MarkKind.STRUCK]


PLAN = [
    ["安平市公园行动计划（2023—2025年）"],
    ["一、建设公园"],
    ["1.新建公园。到", "~2024年", "2025年", "底前完成12处。"],
    ["牵头单位：市园林局"],
    ["~2.关停砖厂。2024年底前完成。"],
    ["~牵头单位：市工信局"],
    ["2.修复岸线。2025年6月底前完成。"],
    ["牵头单位：市水利局"],
]


@pytest.mark.parametrize("draw", [_line, _box])
def test_changes_that_were_printed(draw: Draw) -> None:
    """A printed page with tracked changes: what was deleted is no second date and no task, and stands among the doubts."""
    source = _pdf(PLAN, draw=draw)
    found = import_document(source)

    assert _struck(source) == ["2024年", "2.关停砖厂。2024年底前完成。", "牵头单位：市工信局"]
    assert [(task.title, [one.due.isoformat() for one in task.deadlines]) for task in found.plan.tasks] == [
        ("新建公园", ["2025-12-31"]),
        ("修复岸线", ["2025-06-30"]),
    ]
    assert [doubt.read for doubt in found.doubts if doubt.reason == "documents.doubt.struck"] == _struck(
        source
    )


@pytest.mark.parametrize("above", [-0.1, 0.9], ids=["below the words", "above them"])
def test_other_lines(above: float) -> None:
    """Lines below or above words strike nothing out."""
    source = _pdf(PLAN, above)

    assert _struck(source) == []
    assert "关停砖厂" in source.text


def test_struck_in_a_table() -> None:
    """So it is in the cells of a ruled table, whose rules strike nothing out."""
    rows = [
        ["任务", "单位", "时限"],
        ["建设公园", "~市园林局", "2025年底前"],
        ["修复岸线", "市水利局", "2024年底前"],
    ]

    source = _pdf(rows, cell=120)

    assert [row.cells for row in source.rows] == [
        ("任务", "单位", "时限"),
        ("建设公园", "", "2025年底前"),
        ("修复岸线", "市水利局", "2024年底前"),
    ]
    assert _struck(source) == ["市园林局"]


LETTERS = [Letter(10.0 * at, 10.0 * at + 10, 100, 10) for at in range(8)]


@pytest.mark.parametrize(
    ("stroke", "struck"),
    [
        (Stroke(20, 50, 103), {2, 3, 4}),
        (Stroke(0, 10, 105), {0}),
        (Stroke(20, 50, 99), set()),
        (Stroke(20, 50, 108), set()),
        (Stroke(-30, 120, 103), set()),
        (Stroke(24, 50, 103), set()),
        (Stroke(0, 80, 103), set(range(8))),
    ],
    ids=["some", "one", "underlined", "above", "a rule that runs past", "a rule beside a word", "a whole line"],
)  # fmt: skip
def test_letters(stroke: Stroke, struck: set[int]) -> None:
    """A strike begins and ends with characters."""
    assert struck_letters(LETTERS, [stroke]) == struck


def test_ruled_paper() -> None:
    """Its lines are all of one reach, and go beyond the words at the end of a paragraph: none of them strikes any out."""
    full = [letter._replace(y=y) for y in (100, 124, 148) for letter in LETTERS]
    short = [letter._replace(y=76) for letter in LETTERS[:5]]
    paper = [Stroke(0.2, 80, y + 3) for y in (76, 100, 124, 148, 172)]

    assert struck_letters([*full, *short], paper) == frozenset()
    assert struck_letters(full, paper[1:4]) == set(range(24))
    with_strike = struck_letters([*full, *short], [*paper, Stroke(20, 50, 103)])
    assert with_strike == {2, 3, 4}


def test_a_page_that_is_struck_out_whole() -> None:
    """What somebody deleted may be all that a page had."""
    lines = [
        ["~1.关停砖厂。2024年底前完成。"],
        ["~牵头单位：市工信局"],
        ["~2.关停纸厂。2025年底前完成，"],
        ["~任务较多。"],
    ]

    assert len(_struck(_pdf([*lines, ["3.新建公园"]]))) == 4
