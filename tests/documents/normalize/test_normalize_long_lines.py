"""A long line costs its length and not the square of it, and means what it meant."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.documents.normalize import broken_words as words
from plantui.documents.normalize import typography

FORMER = {
    "compound": (re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+"), words._COMPOUND),
    "parted": (re.compile(r"([A-Za-z]+)[-\u2010\u00ad]$"), words._ENDS_PARTED),
    "beside wide": (
        re.compile(
            rf"(?<=[{typography._WIDE}]){typography._BLANK}|{typography._BLANK}(?=[{typography._WIDE}])"
        ),
        typography._BESIDE_WIDE,
    ),
}
"""Each expression as it was when it took the square of a line's length, and as it is."""


@pytest.mark.parametrize("name", FORMER)
@given(text=st.text("ab-1 \t\u3000水，\u2010\n"))
def test_the_quicker_expression_means_the_same(name: str, text: str) -> None:
    former, now = FORMER[name]

    assert [match.span() for match in now.finditer(text)] == [match.span() for match in former.finditer(text)]


@pytest.mark.parametrize("name", FORMER)
def test_the_quicker_expression_starts_once_in_a_run(name: str) -> None:
    """Inside a run of letters or blanks no second attempt begins: the expression fails there at its first step."""
    _, now = FORMER[name]
    run = "a" * 50 if name != "beside wide" else " " * 50

    assert all(
        now.match(f"x{run}x" if run[0] == " " else run, at) is None for at, _ in pairwise(range(2, 50))
    )
