"""A page is read as a browser shows it; what it hides or strikes through is said."""

from __future__ import annotations

import pytest

from plantui.documents.formats import read_source
from plantui.documents.source import Selection, Source


def _read(body: str, head: str = "", *, with_hidden: bool = False) -> Source:
    page = f"<!DOCTYPE html><meta charset=utf-8>{head}<body><p>前文</p>{body}<p>后文</p>"
    return read_source(page.encode(), "plan.html", selection=Selection(with_hidden=with_hidden))


def _lines(source: Source) -> list[str]:
    return source.text.splitlines()[1:-1]


def _said(source: Source) -> list[tuple[str, str, str]]:
    return [(mark.kind.value, mark.where, " ".join(mark.words.split())) for mark in source.marks]


@pytest.mark.parametrize(
    ("body", "lines", "said"),
    [
        ("<p>建设<del>两座</del>三座", ["建设三座"], [("struck", "", "两座")]),
        ("<p><s>两座</s><strike>三座</strike>四座", ["四座"], [("struck", "", "两座三座")]),
        ("<p>建设<span style='text-decoration: line-through red'>两<b>座</b></span>", ["建设"], [("struck", "", "两座")]),
        ("<p><s style='text-decoration:none'>两座</s>", ["两座"], []),
        ("<p class=x>整段</p><p class='a y'>乙</p>", ["乙"], [("struck", "", "整段")]),
        ("<p>甲<span class=h>内部</span>乙", ["甲乙"], [("hidden", "", "内部")]),
        ("<div id=i><p>内部<p>两段</div><p>乙", ["乙"], [("hidden", "", "内部 两段")]),
        ("<p hidden>内部<p>乙", ["乙"], [("hidden", "", "内部")]),
        ("<p>甲<span style='visibility:hidden'>内<span>部</span></span>", ["甲"], [("hidden", "", "内部")]),
        ("<p class=h style='display:block'>乙", ["乙"], []),
        ("<p class=p>乙", ["乙"], []),
        ("<div style='display:none'><a href=1>办事</a><a href=2>互动</a></div><p>乙", ["乙"], []),
        ("<p>甲<div style='display:none'><script>x</script></div>", ["甲"], []),
        ("<p><ruby>渑池<rp>(</rp><rt>miǎn</rt><rp>)</rp></ruby>县", ["渑池县"], []),
        ("<p><ruby>渑<rt>miǎn<rb>池<rt>chí</ruby>县", ["渑池县"], []),
        ("<table><tr><td><s>甲<td>乙</table>", ["乙"], [("struck", "", "甲")]),
    ],
)  # fmt: skip
def test_what_is_not_shown(body: str, lines: list[str], said: list[tuple[str, str, str]]) -> None:
    """Words struck through or hidden, by themselves or by a rule of the page; menus and readings are not said."""
    rules = (
        "<style>/* a */ .h, b.none { color: red; display: none } @media print { .p { display: none } }"
        " p.x{text-decoration:line-through} div p { display: none } #i{display:none}</style>"
    )
    source = _read(body, rules)

    assert (_lines(source), _said(source)) == (lines, said)


ROWS = (
    "<table><tr><td>任务<td>单位<tr style='display:none'><td>甲<td>市水利局<tr style='display:none'><td>乙</td>"
    "<td>市教育局</td></tr><tr height=0 style='display:none'></tr><tr><td>丙<td>市城管局<del>、市旅游局</del>"
    "<tr hidden><td>丁<td>市司法局</table>"
)


def test_hidden_rows() -> None:
    """Hidden rows of a table are left out and said where the next one stands, or read where asked for."""
    source = _read(ROWS)

    assert [row.cells for row in source.rows] == [("任务", "单位"), ("丙", "市城管局")]
    assert _said(source) == [
        ("hidden_rows", "2–3", "甲 市水利局 乙 市教育局"),
        ("struck", "", "、市旅游局"),
        ("hidden_rows", "6", "丁 市司法局"),
    ]
    shown = _read(ROWS, with_hidden=True)
    assert [row.cells[0] for row in shown.rows] == ["任务", "甲", "乙", "丙", "丁"]
    assert [kind for kind, _, _ in _said(shown)] == ["struck"]


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ('<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>', '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a>指市区。</p></div>'),
        ('<sup><a href="#sdfootnote1sym" name="sdfootnote1anc">1</a></sup>', '<div id="sdfootnote1"><p><a href="#sdfootnote1anc">1</a>指市区。</p></div>'),
    ],
    ids=["word", "libreoffice"],
)  # fmt: skip
def test_footnotes(reference: str, note: str) -> None:
    """A footnote follows the paragraph that refers to it, without the signs of both."""
    source = _read(f"<p>建成区{reference}绿化。</p><p>下段</p>{note}")

    assert _lines(source) == ["建成区绿化。", "指市区。", "下段"]
    assert [mark.kind.value for mark in source.marks] == ["note"]


def test_notes_that_refer_to_nothing() -> None:
    """A note that no line refers to stays where it is; one that refers to itself is not lost."""
    source = _read('<div id=ftn7><p>甲<a href="#_ftn7">[7]</a></p></div><p>乙</p>')

    assert _lines(source) == ["甲", "乙"]


def test_formulas_of_a_page() -> None:
    """Signs and figures of MathML are words of the page; the source that stands beside them is not."""
    formula = "<math><semantics><mrow><mo>≤</mo><mn>9</mn><mo>%</mo></mrow><annotation>\\leq 9\\%</annotation></semantics></math>"

    assert _read(f"<p>控制在{formula}以内</p>").text.splitlines()[1] == "控制在≤9%以内"


@pytest.mark.parametrize(
    ("rows", "cells", "said"),
    [
        ("<tr hidden><td>甲<td>1<tr><td>乙<td>2", [], [("hidden_rows", "1", "甲 1")]),
        ("<tr><td>甲<td>1<tr><td>乙<td hidden>内部<td>2", [("甲", "1"), ("乙", "2")], [("hidden", "", "内部")]),
        ("<tr><td>甲<td>1<tr><td>乙<td>2<td hidden>内部", [("甲", "1"), ("乙", "2")], [("hidden", "", "内部")]),
    ],
    ids=["a row of a table that is none without it", "a cell", "the last cell"],
)  # fmt: skip
def test_hidden_rows_and_cells_are_said(
    rows: str, cells: list[tuple[str, str]], said: list[tuple[str, str, str]]
) -> None:
    """Wherever they stand."""
    source = _read(f"<table>{rows}</table>")

    assert [row.cells for row in source.rows] == cells
    assert [(mark.kind.value, mark.where, mark.words) for mark in source.marks] == said
