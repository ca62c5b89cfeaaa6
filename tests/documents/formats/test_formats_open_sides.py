"""Tables whose first and last columns have no rule at their outer side are whole."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from plantui.documents.formats import read_source
from plantui.documents.formats.box import Box
from plantui.documents.formats.open_sides import open_sides
from tests.support.document_files import FONT
from tests.support.ofd_files import ofd_with, page_of, rule, text_object

ROWS = [
    ["序号", "任务", "单位", "时限"],
    ["1", "建公园", "园林局", "六月底"],
    ["2", "治河道", "水利局", "七月底"],
    ["3", "修校舍", "教育局", "八月底"],
]
_POINTS = 72 / 25.4
_X, _Y, _CELL, _ROW, _SIZE = 30.0, 50.0, 35.0, 10.0, 5.6


def _rules(sides: tuple[bool, bool]) -> list[tuple[float, float, float, float]]:
    """The rules of the table in millimetres; `sides` says whether the left and the right one are drawn."""
    end, bottom = _X + 4 * _CELL, _Y + 4 * _ROW
    across = [(_X, _Y + at * _ROW, end, _Y + at * _ROW) for at in range(5)]
    places = [_X + at * _CELL for at in range(5)]
    down = [x for x in places if (x != places[0] or sides[0]) and (x != places[-1] or sides[1])]
    return [*across, *((x, _Y, x, bottom) for x in down)]


def _words() -> list[tuple[str, float, float]]:
    cells = [
        (text, _X + 3 + column * _CELL, _Y + 7.5 + row * _ROW)
        for row, texts in enumerate(ROWS)
        for column, text in enumerate(texts)
    ]
    return [("任务分解表", 80.0, 30.0), *cells, ("附注在此", 30.0, 110.0)]


def _pdf(sides: tuple[bool, bool]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont(FONT, _SIZE * _POINTS)
    for text, x, y in _words():
        canvas.drawString(x * _POINTS, A4[1] - y * _POINTS, text)
    for x0, top, x1, bottom in [(30, 20, 170, 20), *_rules(sides)]:
        canvas.line(x0 * _POINTS, A4[1] - top * _POINTS, x1 * _POINTS, A4[1] - bottom * _POINTS)
    canvas.save()
    return buffer.getvalue()


def _ofd(sides: tuple[bool, bool]) -> bytes:
    objects = "".join(text_object(*one) for one in _words())
    lines = [(30.0, 20.0, 170.0, 20.0), *_rules(sides)]
    return ofd_with([page_of(objects + "".join(rule(*line) for line in lines))])


@pytest.mark.parametrize("form", ["pdf", "ofd"])
@pytest.mark.parametrize("sides", [(False, False), (True, False), (False, True), (True, True)])
def test_open_sides(form: str, sides: tuple[bool, bool]) -> None:
    """The rule of the page's head, which reaches as far, is no part of the table."""
    source = read_source(_pdf(sides) if form == "pdf" else _ofd(sides), f"plan.{form}")

    assert [list(row.cells) for row in source.rows] == ROWS
    assert source.text.split()[0] == "任务分解表" and source.text.split()[-1] == "附注在此"


LEVELS = [Box(0, y, 100, y) for y in (0, 20, 40, 60)]


@pytest.mark.parametrize(
    ("levels", "uprights", "found"),
    [
        (LEVELS, [Box(30, 0, 30, 60), Box(70, 0, 70, 60)], [0, 100]),
        (LEVELS, [Box(0, 0, 0, 60), Box(100, 0, 100, 60)], []),
        (LEVELS[:2], [Box(30, 0, 30, 60)], []),
        ([*LEVELS[:2], Box(30, 40, 70, 40), Box(30, 60, 70, 60)], [Box(30, 0, 30, 60), Box(70, 0, 70, 60)], []),
        (LEVELS, [], []),
    ],
    ids=["both", "closed", "too few rules", "two rules that go on", "no upright ones"],
)  # fmt: skip
def test_missing_rules(levels: list[Box], uprights: list[Box], found: list[float]) -> None:
    """Most level rules of a table reach as far as its open sides."""
    assert [side.x0 for side in open_sides(levels, uprights)] == found
