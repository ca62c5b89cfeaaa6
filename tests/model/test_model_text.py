"""Text as it may be shown: everything readable stays, nothing acts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.text import one_line, visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("郑政〔2023〕20号 [/] [bold]“引号”Ⅱ类—●", "郑政〔2023〕20号 [/] [bold]“引号”Ⅱ类—●"),
        ("🚀👨‍👩‍👧", "🚀👨‍👩‍👧"),
        ("\x1b[31m红\x1b]0;title\x07", "␛[31m红␛]0;title␇"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("\x9b31m", "␛[31m"),
        ("\x85", "␛E"),
        ("一\t二", "一    二"),
        ("一\n二", "一\n二"),
        ("一\r\n二\r\n", "一\n二\n"),
        ("一\r二", "一\n二"),
        ("一\u2028二\u2029三", "一\n二\n三"),
        ("\u202e反\u202c", "�反�"),
        ("\u2066反\u2069", "�反�"),
        ("\x0b\x0c\x08", "␋␌␈"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    """Control characters show as their pictures, line ends stay."""
    assert visible(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("一\n二\r\n三", "一 二 三"), ("一\u2028二", "一 二"), ("\x1b\n", "␛ "), ("一", "一")],
)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@given(st.text())
def test_nothing_that_acts_on_a_terminal_is_left(text: str) -> None:
    shown = visible(text)

    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"]
    assert not set(shown) & set(BIDI)
    assert len(one_line(text).splitlines()) <= 1


@given(st.text())
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    once = visible(text)

    assert visible(once) == once


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_readable_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text
