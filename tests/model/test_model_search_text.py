"""Tests of searching in text: folded forms, terms, and where in a text the words stand."""

from __future__ import annotations

import itertools
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plantui.model import search_text
from plantui.model.search_text import fold_text, hits, search_terms


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("推进清洁取暖改造", "清洁取暖", ["清洁取暖"]),
        ("推进清洁取暖改造", "取暖 推进", ["推进", "取暖"]),
        ("清洁清洁取暖", "清洁", ["清洁清洁"]),
        ("PM2.5治理", "pm2.5", ["PM2.5"]),
        ("ＰＭ２．５治理", "pm2.5", ["ＰＭ２．５"]),
        ("pm2.5", "ＰＭ", ["pm"]),
        ("建成100㎡", "m2", ["㎡"]),
        ("建成100㎡", "m", ["㎡"]),
        ("第Ⅳ类", "iv类", ["Ⅳ类"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("Strasse", "straß", ["Strass"]),
        ("cafe\u0301 x", "café", ["cafe\u0301"]),
        ("cafe\u0301", "cafe", []),
        ("ｶﾞス", "ガ", ["ｶﾞ"]),
        ("清洁　取暖", "清洁取暖", []),
        ("清洁取暖", "", []),
        ("清洁取暖", "　 ", []),
        ("", "清洁", []),
        ("[2023]20号", "[2023]", ["[2023]"]),
        ("aaa", "aa", ["aaa"]),
    ],
)
def test_hits_are_the_pieces_as_the_text_has_them(text: str, words: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in hits(text, words)] == marked


texts = st.text(max_size=12) | st.text("a A\u0301ｶﾞＡ㎡Ⅳ清İß\u1100\u1161\u11a8\u0327\u0344", max_size=12)


@given(texts, texts)
@example("x\uff9e\u0316", "\u0316")
@example("000A\uff9e\u03000", "\u00c0")
def test_a_text_has_hits_where_it_holds_one_of_the_words(text: str, words: str) -> None:
    found = hits(text, words)
    assert bool(found) == any(term in fold_text(text) for term in search_terms(words))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end < other.start for one, other in itertools.pairwise(found))


@given(texts, st.data())
def test_the_hits_of_a_piece_lead_back_to_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, piece, after = text[:start], text[start:end], text[end:]
    if fold_text(before) + fold_text(piece) + fold_text(after) != fold_text(text):
        return  # the cut goes through a character and its accent
    if len(search_terms(piece)) != 1 or search_terms(piece)[0] != fold_text(piece):
        return
    if fold_text(fold_text(piece)) != fold_text(piece):
        return
    assert any(one.start <= start and end <= one.end for one in hits(text, piece))


@given(texts, texts)
def test_each_hit_holds_a_whole_word(text: str, words: str) -> None:
    for start, end in hits(text, words):
        assert any(term in fold_text(text[start:end]) for term in search_terms(words))


def test_folding_is_that_of_unicode_whatever_was_done_before() -> None:
    """Wide signs are made narrow first: it is quicker, and nothing else."""
    for code in range(sys.maxunicode + 1):
        for text in (chr(code), f"，{chr(code)}％", f"a\u0301{chr(code)}"):
            assert fold_text(text) == unicodedata.normalize("NFKC", text).casefold()


def test_a_plain_character_folds_to_one_by_itself() -> None:
    """So it is with each that is taken for plain, behind any other."""
    plain = [char for char in map(chr, range(sys.maxunicode + 1)) if search_text._is_plain(char)]

    assert len(plain) > 20_000
    for char in plain:
        assert len(fold_text(char)) == 1
        assert not unicodedata.combining(unicodedata.normalize("NFKD", char)[0])
        for before in ("a", "水", "e\u0301", "ﾊ", "\u1100", "…"):
            assert fold_text(before + char) == fold_text(before) + fold_text(char)
