"""Two columns of a page are read one after the other, also where a table stands in one of them or goes across."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from plantui.documents.formats import read_source
from tests.support.document_files import FONT
from tests.support.ofd_files import ofd_with, page_of, rule, text_object

LEFT = [f"左栏第{number}行文字到此满了一行" for number in range(1, 10)]
RIGHT = [f"右栏第{number}行文字到此满了一行" for number in range(1, 10)]
TABLE = [["任务", "单位"], ["建公园", "园林局"], ["治河道", "水利局"], ["修校舍", "教育局"]]
CELLS = [text for row in TABLE for text in row]
_POINTS = 72 / 25.4
_SIZE, _LINE, _CELL, _ROW = 5.6, 9.0, 38.0, 10.0
"""Millimetres: of a character, of a line, of a cell across, of a row down."""

Text = tuple[str, float, float]
Line = tuple[float, float, float, float]


def _drawn(table_at: tuple[float, float], left: float, right: float) -> tuple[list[Text], list[Line]]:
    """The words and rules of a page in millimetres from above: two columns that begin so far down, and a table."""
    words = [(text, 25.0, left + at * _LINE) for at, text in enumerate(LEFT)]
    words += [(text, 110.0, right + at * _LINE) for at, text in enumerate(RIGHT)]
    x, y = table_at
    for row, cells in enumerate(TABLE):
        words += [(text, x + 2 + at * _CELL, y + row * _ROW + 7.5) for at, text in enumerate(cells)]
    lines = [(x, y + at * _ROW, x + 2 * _CELL, y + at * _ROW) for at in range(5)]
    lines += [(x + at * _CELL, y, x + at * _CELL, y + 4 * _ROW) for at in range(3)]
    return words, lines


def _pdf(words: list[Text], lines: list[Line]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont(FONT, _SIZE * _POINTS)
    for text, x, y in words:
        canvas.drawString(x * _POINTS, A4[1] - y * _POINTS, text)
    for x0, top, x1, bottom in lines:
        canvas.line(x0 * _POINTS, A4[1] - top * _POINTS, x1 * _POINTS, A4[1] - bottom * _POINTS)
    canvas.save()
    return buffer.getvalue()


def _ofd(words: list[Text], lines: list[Line]) -> bytes:
    objects = "".join(text_object(text, x, y) for text, x, y in words)
    return ofd_with([page_of(objects + "".join(rule(*line) for line in lines))])


@pytest.mark.parametrize("form", ["pdf", "ofd"])
@pytest.mark.parametrize(
    ("table_at", "left", "right", "order"),
    [
        ((25, 45), 95, 52, [*CELLS, *LEFT, *RIGHT]),
        ((110, 150), 52, 52, [*LEFT, *RIGHT, *CELLS]),
        ((70, 20), 70, 70, [*CELLS, *LEFT, *RIGHT]),
        ((70, 150), 52, 52, [*LEFT, *RIGHT, *CELLS]),
    ],
    ids=["above the left column", "below the right column", "above both", "below both"],
)
def test_a_table_beside_a_column(
    form: str, table_at: tuple[float, float], left: float, right: float, order: list[str]
) -> None:
    """Nothing of the other column comes between."""
    words, lines = _drawn(table_at, left, right)

    source = read_source(_pdf(words, lines) if form == "pdf" else _ofd(words, lines), f"plan.{form}")

    assert [line.strip() for line in source.text.splitlines() if line.strip()] == order
    assert [list(row.cells) for row in source.rows] == TABLE
