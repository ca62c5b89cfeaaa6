"""Doubts have a kind by the harm they do, and those for one reason are one group."""

from __future__ import annotations

from itertools import permutations

import pytest

from plantui.documents.doubt_kinds import DoubtKind, grouped_doubts, kind_of_doubt
from plantui.documents.reading import Doubt
from plantui.documents.traced import Span
from plantui.model.terms import Language
from plantui.words.catalogue import Words
from plantui.words.phrases import doubt_text


def _doubt(at: int, reason: str, read: str = "", **facts: str) -> Doubt:
    return Doubt(Span(at, at + 5), read, reason, facts)


DOUBTS = (
    _doubt(40, "documents.doubt.title_from_text", "推进甲"),
    _doubt(10, "clauses.before_year", phrase="2025年前"),
    _doubt(30, "documents.doubt.no_departments", "乙"),
    _doubt(20, "documents.doubt.date_unread", "13月底前"),
    _doubt(5, "documents.doubt.no_departments", "丙"),
)


@pytest.mark.parametrize("doubts", permutations(DOUBTS, 5))
def test_the_most_harmful_kind_comes_first(doubts: tuple[Doubt, ...]) -> None:
    """A lost department stands before a date, a date before a guess, a guess before a matter of form."""
    groups = grouped_doubts(doubts)
    assert [group.kind for group in groups] == [*DoubtKind]
    assert [doubt.read for doubt in groups[0].doubts] == ["丙", "乙"]


def test_a_reason_without_a_kind_is_the_most_harmful() -> None:
    """A new reason is not hidden below the others."""
    assert kind_of_doubt(_doubt(0, "documents.doubt.not_there_yet")) is DoubtKind.LOST


def test_a_group_says_what_is_the_same_everywhere() -> None:
    """Words that differ from place to place are dots in the sentence of the group, others stay."""
    reason = "documents.doubt.departments_set_aside"
    (group,) = grouped_doubts(
        [_doubt(0, reason, "甲", said="市水利局"), _doubt(9, reason, "乙", said="市水利局")]
    )
    assert group.facts == {"read": "…", "said": "市水利局"}


def test_a_group_adds_its_numbers_up() -> None:
    """A number of things in several places is that of all of them, and can still be told as one."""
    reason = "documents.doubt.left_out"
    (group,) = grouped_doubts([_doubt(0, reason, "甲", count="3"), _doubt(9, reason, "乙", count="4")])
    assert "7" in doubt_text(Words(Language.EN), reason, group.facts)


def test_an_english_doubt_quotes_words_with_single_blanks() -> None:
    """The blanks of a printed column are not carried into the sentence."""
    doubt = _doubt(0, "clauses.from_sentence", "City   staff", text=" Led by \n City   staff ")
    said = doubt_text(Words(Language.EN), doubt.reason, doubt.facts_told)
    assert "“Led by City staff”" in said
