"""Tests of found words as painted: which pieces are marked, and that a cut text still shows one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plantui.ui.hits import HIT, marked, marked_fit
from plantui.ui.lines import Mark, paragraph

LONG = "推进城区供热管网建设和北方地区冬季清洁取暖改造工程"


def found(pieces: list[tuple[str, str]]) -> list[str]:
    return [text for text, look in pieces if look == HIT]


def joined(pieces: list[tuple[str, str]]) -> str:
    return "".join(text for text, _ in pieces)


@pytest.mark.parametrize(
    ("text", "sought", "pieces"),
    [
        ("清洁取暖", "", [("清洁取暖", "head")]),
        ("清洁取暖", "供水", [("清洁取暖", "head")]),
        ("推进清洁取暖", "清洁", [("推进", "head"), ("清洁", HIT), ("取暖", "head")]),
        ("ＰＭ2.5", "pm", [("ＰＭ", HIT), ("2.5", "head")]),
        ("[2023]20号", "[2023] 号", [("[2023]", HIT), ("20", "head"), ("号", HIT)]),
    ],
)
def test_found_words_are_pieces_of_their_own(text: str, sought: str, pieces: list[tuple[str, str]]) -> None:
    assert marked(text, "head", sought) == pieces


@pytest.mark.parametrize(
    ("sought", "width", "shown"),
    [
        ("推进", 20, "推进城区供热管网建… "),
        ("清洁取暖", 60, LONG + " " * 10),
        ("清洁取暖", 20, "…冬季清洁取暖改造工…"),
        ("工程", 20, "…季清洁取暖改造工程 "),
        ("供水", 20, "推进城区供热管网建… "),
        ("清洁取暖", 5, "…清… "),
        ("清洁取暖", 0, ""),
    ],
)
def test_a_cut_text_shows_the_first_found_word(sought: str, width: int, shown: str) -> None:
    assert joined(marked_fit(LONG, "", sought, width)) == shown


@given(
    st.text("清洁取暖ab ，", max_size=40), st.sampled_from(["清洁", "ab", "，", "取 b"]), st.integers(0, 60)
)
def test_a_place_is_filled_exactly(text: str, sought: str, width: int) -> None:
    pieces = marked_fit(text, "", sought, width)
    assert cell_len(joined(pieces)) == width
    if width >= 12 and found(marked(text, "", sought)):
        assert found(pieces)


def test_a_word_that_is_wrapped_is_marked_on_both_lines() -> None:
    lines = paragraph("推进清洁取暖改造", 8, "muted", indent=2, sought="清洁取暖")
    assert [joined([*line]) for line in lines] == ["  推进清", "  洁取暖", "  改造"]
    assert [found([*line]) for line in lines] == [["清"], ["洁取暖"], []]


def test_a_found_word_stands_above_other_marks() -> None:
    (line,) = paragraph(
        "2025年底前建成清洁取暖",
        60,
        marks=[Mark(0, 7, "mark"), Mark(9, 11, "mark")],
        sought="年底 清洁 建成清",
    )
    assert [*line] == [("2025", "mark"), ("年底", HIT), ("前", "mark"), ("建成清洁", HIT), ("取暖", "")]
