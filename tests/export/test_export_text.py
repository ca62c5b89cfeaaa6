"""Whatever a text holds: no cell becomes a formula, no table breaks, nothing is lost and nothing is markup."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from plantui.export.marks import cell, cells, paragraph, paragraphs, table
from plantui.export.marks import text as marked
from plantui.export.page import markup
from plantui.export.phrasing import percent_text
from plantui.model.csv_cell import (
    LONGEST,
    cell_length,
    formula_guarded,
    formulas_guarded,
    plain_text,
    text_cell,
    text_cells,
)
from plantui.model.text import escaped_json, with_visible_controls
from plantui.words.phrases import number_text

AWKWARD = st.text(
    st.sampled_from("a1 9.)-+=*_#|<>[]()`~!&;\\\n\t\r\x1b\x00\x85\u2028:/@$^{}'\"％＝— 水"), max_size=30
)
ANY = st.one_of(st.text(max_size=40), AWKWARD)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def spoken(tokens: list[Token] | None) -> str:
    """The text of inline tokens; fails on anything that is neither text nor a line break."""
    said = ""
    for token in tokens or []:
        if token.type == "html_inline":
            assert token.content == "<br>"
            said += "\n"
        elif token.type in ("softbreak", "hardbreak"):
            said += "\n"
        else:
            assert token.type in ("text", "text_special"), token
            said += token.content
    return said


def expected(text: str) -> str:
    """What a reader sees: spaces at the ends of lines do not count."""
    lines = with_visible_controls(text).replace("\u2028", "\n").replace("\u2029", "\n").strip().split("\n")
    return "\n".join(line.strip() for line in lines)


def stripped(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n"))


@example("'\n")
@given(ANY)
def test_a_csv_cell_never_begins_a_formula_and_comes_back(text: str) -> None:
    for made in (formula_guarded(text), text_cell(text)):
        file = io.StringIO()
        csv.writer(file).writerow([made, "next"])

        (row,) = csv.reader(io.StringIO(file.getvalue(), newline=""))

        assert not made.lstrip().startswith(tuple("=+-@＝＋－＠"))
        assert row == [made, "next"]
        assert plain_text(row[0]) == with_visible_controls(text)


@pytest.mark.parametrize(
    "text", ["=1+1", " =1", "　＝1", "+1", "-1", "@x", "\t=1", "\r=1", "\ufeff=1", "－5", "'=1", "\n=1"]
)
def test_a_formula_is_guarded(text: str) -> None:
    assert formula_guarded(text) == text_cell(text) == f"'{with_visible_controls(text)}"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1-2",
            "2.10",
            "(1)",
            "（1）",
            "007",
            "1.",
            "1/2",
            "1-2-3",
            "2025",
            "12:30",
            "50%",
            "1E5",
            "1,234",
            "￥5",
            "$5.00",
        ),
        *(
            "１２",
            "１－２",
            "2025年",
            "2025年6月",
            "3月5日",
            "2025-12-31",
            "May 5",
            "5 June 2025",
            "5pm",
            "TRUE",
            "false",
            "٣",
        ),
    ],
)
def test_text_that_a_spreadsheet_takes_for_a_figure_gets_a_tab(text: str) -> None:
    """LibreOffice makes figures of nearly all of these, some only in a Chinese office; Excel of the rest."""
    assert text_cell(text) == f"\t{text}"
    assert plain_text(f"\t{text}") == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "市水利局",
            "[2023]20号",
            "a=b",
            "（=）",
            "“=”",
            "一、",
            "（一）",
            "第1项",
            "①",
            "3条",
            "1e",
            "Q1",
            "1st",
        ),
        *("1、", "#N/A", "1_2", "marching 5", "true north", "2024-12-31：报送", "1" * 300),
    ],
)
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert text_cell(text) == formula_guarded(text) == text


@pytest.mark.parametrize("cell", ["'tis", "\t市水利局", "\tabc", "'", "\t", "''"])
def test_signs_that_guard_nothing_stay(cell: str) -> None:
    assert plain_text(cell) == cell


def test_a_wide_character_takes_two_of_a_cell() -> None:
    assert cell_length("水" * LONGEST) == LONGEST
    assert cell_length("😀" * 20_000) == 40_000


@given(st.lists(st.tuples(ANY, ANY), min_size=1, max_size=3))
def test_a_markdown_table_is_never_broken_by_text(rows: list[tuple[str, str]]) -> None:
    tokens = PARSER.parse(table(["甲", "乙"], rows, numbers_from=1) + "\n")

    cells = [token for token in tokens if token.type == "inline"]
    assert tokens[0].type == "table_open"
    assert tokens[-1].type == "table_close"
    assert [stripped(spoken(one.children)) for one in cells] == [
        "甲",
        "乙",
        *(expected(text) for row in rows for text in row),
    ]


@given(ANY)
def test_markdown_text_of_several_lines_stays_text(text: str) -> None:
    tokens = PARSER.parse(f"- **甲**：\n  - 乙：{paragraph(text, 4)}\n- 丙\n")

    said = [token for token in tokens if token.type == "inline"]
    assert stripped(spoken(said[1].children)) == stripped(f"乙：{expected(text)}")
    assert [token.type for token in tokens].count("list_item_open") == 3
    assert len(said) == 3


@given(ANY)
def test_markdown_headings_stay_headings(text: str) -> None:
    tokens = PARSER.parse(f"### 1. {cell(text)}\n")

    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert stripped(spoken(tokens[1].children)) == stripped(f"1. {expected(text)}".strip())


@given(ANY)
def test_control_characters_never_reach_the_file(text: str) -> None:
    in_json = escaped_json(json.dumps(text, ensure_ascii=False))

    for made in (with_visible_controls(text), cell(text), paragraph(text, 4), text_cell(text), in_json):
        made.encode()
        assert not [c for c in made if (c < " " or "\x7f" <= c < "\xa0") and c not in "\t\n"]
    assert json.loads(in_json) == text


def test_control_characters_are_shown() -> None:
    assert with_visible_controls("\x1b[31m\x00\x7f\x9b1m\r\na\rb\ud800") == "␛[31m␀␡␛[1m\na\nb\ufffd"


def test_addresses_are_no_links() -> None:
    assert cell("见http://a.cn www.b.cn") == r"见http\://a.cn www\.b.cn"


def test_figures_in_words() -> None:
    assert [percent_text(share) for share in (None, 0.0, 1 / 6, 0.9999, 1.0)] == [
        "–",
        "0.0%",
        "16.7%",
        "99.9%",
        "100.0%",
    ]
    assert [number_text(value) for value in (40, 40.0, 476.9)] == ["40", "40", "476.9"]


@given(st.lists(ANY, max_size=5))
def test_a_column_is_what_its_texts_are_one_by_one(column: list[str]) -> None:
    assert cells(column) == [cell(text) for text in column]
    assert paragraphs(column, 4) == [paragraph(text, 4) for text in column]
    assert markup.texts(column) == [markup.text(text) for text in column]
    assert text_cells(column) == [text_cell(text) for text in column]
    assert formulas_guarded(column) == [formula_guarded(text) for text in column]


@pytest.mark.parametrize(
    "said", ["进度 77%", "市水利局 (牵头)", "甲/乙, 丙; 丁", '"双一流" 建设!', "2025-12-31", "第1项?", "it's"]
)
def test_harmless_signs_stay_as_they_are(said: str) -> None:
    assert marked(said) == cell(said) == paragraph(said, 2) == said
