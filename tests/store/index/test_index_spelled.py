"""Letters looked up in spelled texts: just the lines that a look at each of them finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plantui.model.letters import can_be_syllables, initials
from plantui.store.index.bits import rows_of
from plantui.store.index.library import Library
from plantui.store.index.spelled import SpelledLines, lines_with, ways_of_line
from plantui.store.pinyin.spelling import reading_table
from tests.support.index_samples import Shelf, plan, write_plan

syllables = st.sampled_from(["Shui", "Shi", "Li", "Ju", "An", "Xi", "Xian", "E", " "])
texts = st.lists(syllables, max_size=6).map("".join)
lines = st.lists(st.lists(texts, min_size=1, max_size=2), min_size=1, max_size=5)
letters = st.text("shuiljaxne", min_size=1, max_size=6)


def begins(text: str, typed: str) -> bool:
    """Return whether letters are the beginning of a text's initials or syllables."""
    return "".join(re.findall("[A-Z ]", text)).lower().startswith(typed) or text.lower().startswith(typed)


def holds(text: str, typed: str) -> bool:
    """Return whether letters stand in a text for syllables."""
    tails = [text[at:] for at, sign in enumerate(text) if sign.isupper()]
    return any(tail.lower().startswith(typed) for tail in tails)


def those(spelled: list[list[str]], typed: str, fits: Callable[[str, str], bool]) -> list[int]:
    """Return the lines of which some way of spelling fits."""
    return [n for n, ways in enumerate(spelled) if any(fits(way, typed) for way in ways)]


@given(lines, letters)
@example([["ShuiLiJu"], ["XiAn", "Xian"]], "xian")
@example([["LiLiLiShuiLiJu"]], "slj")
@example([["LiLi"], [""], ["LiLiLiLi", "Li"]], "li")
def test_the_lines_that_hold_letters(spelled: list[list[str]], typed: str) -> None:
    text = "\n".join(map("|".join, spelled)).encode()
    found = SpelledLines(text)
    assert [*rows_of(found.beginning(typed))] == those(spelled, typed, begins)
    assert [*rows_of(found.holding(typed))] == those(spelled, typed, holds)
    assert [*rows_of(lines_with(initials(text), typed.encode()))] == those(
        spelled, typed, lambda way, piece: piece in "".join(re.findall("[A-Z ]", way)).lower()
    )
    assert [*map(ways_of_line, text.split(b"\n"))] == spelled


@given(lines, letters)
@example([["LiuAn"]], "liuan")
def test_letters_that_stand_for_syllables_can_be_syllables(spelled: list[list[str]], typed: str) -> None:
    if those(spelled, typed, holds):
        assert can_be_syllables(typed)


def test_every_syllable_of_the_table_can_be_one() -> None:
    table = reading_table()
    read = {*table.characters.values(), *re.findall("[A-Z][a-z]*", " ".join(table.words.values()))}
    known = [syllable.lower() for syllable in read]

    assert len(known) > 400
    for syllable in known:
        begun = [syllable[:length] for length in range(1, len(syllable) + 1)]
        assert [one for one in begun if not can_be_syllables(syllable + one)] == []
        assert [one for one in known if not can_be_syllables(one + syllable)] == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("slj", False),
        ("jsgsp", False),
        ("shuilj", False),
        ("ai" * 40 + "jj", False),
        ("shuil", True),
        ("fangan", True),
    ],
)
def test_initials_are_no_syllables(typed: str, expected: bool) -> None:
    assert can_be_syllables(typed) is expected


def titles(library: Library, typed: str) -> list[str]:
    return [task.title for task in library.tasks(rows_of(library.titles_spelled(typed)))]


def test_titles_and_names_are_spelled_when_the_index_is_made(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "plans", cache=tmp_path / "cache")
    write_plan(tmp_path / "plans", plan("a", "六安会计核算", "PM2.5"))
    write_plan(tmp_path / "plans", plan("b"))
    write_plan(tmp_path / "plans", plan("c", "漯河水利", "会计"))
    library = shelf.open()
    assert titles(library, "lakj") == titles(library, "liuan") == ["六安会计核算"]
    assert titles(library, "luohe") == ["漯河水利"]
    assert titles(library, "kuaij") == ["六安会计核算", "会计"]
    assert library.names_spelled("slj") == ["市水利局"]
    write_plan(tmp_path / "plans", plan("a", "节水灌溉"))
    library = shelf.open()
    assert titles(library, "jsgg") == ["节水灌溉"]
    assert titles(library, "lakj") == []
    shelf.close()
