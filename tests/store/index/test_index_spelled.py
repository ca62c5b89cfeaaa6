"""Letters looked up in spelled texts: just the lines that a look at each of them finds."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from plantui.model.letters import may_be_initials, may_be_syllables
from plantui.store.index.bits import rows_of
from plantui.store.index.library import Library
from plantui.store.index.spelled import SpelledLines
from tests.support.index_samples import Shelf, plan, write_plan

syllables = st.sampled_from(["Shui", "Shi", "Li", "Ju", "An", "Xi", "Xian", "E", " "])
texts = st.lists(syllables, max_size=6).map("".join)
lines = st.lists(st.lists(texts, min_size=1, max_size=2), min_size=1, max_size=5)
letters = st.text("shuiljaxne", min_size=1, max_size=6)


def begins(text: str, typed: str) -> bool:
    """Return whether letters are the beginning of a text's initials or syllables."""
    return "".join(re.findall("[A-Z ]", text)).lower().startswith(typed) or text.lower().startswith(typed)


def holds(text: str, typed: str) -> bool:
    """Return whether letters stand in a text as initials or syllables, where they are enough."""
    tails = [text[at:] for at, sign in enumerate(text) if sign.isupper()]
    as_initials = may_be_initials(typed) and typed in "".join(re.findall("[A-Z ]", text)).lower()
    return as_initials or (may_be_syllables(typed) and any(tail.lower().startswith(typed) for tail in tails))


@given(lines, letters)
@example([["ShuiLiJu"], ["XiAn", "Xian"]], "xian")
@example([["LiLiLiShuiLiJu"]], "slj")
def test_the_lines_that_hold_letters(spelled: list[list[str]], typed: str) -> None:
    found = SpelledLines("\n".join(map("|".join, spelled)).encode())
    assert found.beginning(typed) == {
        n for n, ways in enumerate(spelled) if any(begins(way, typed) for way in ways)
    }
    assert found.holding(typed) == {
        n for n, ways in enumerate(spelled) if any(holds(way, typed) for way in ways)
    }
    assert [found.line(number) for number in range(len(spelled))] == spelled


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
