"""The file of saved views: what is written is read again, what is wrong is told with its place, digits stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.problem import UsageError
from plantui.store.saved_views import DIGITS, SavedView, read_views, views_file, with_views, write_views

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf"]), min_size=1, max_size=8
).filter(lambda text: text == text.strip() and text)
views = st.builds(
    SavedView,
    texts,
    st.none() | st.sampled_from(DIGITS),
    texts,
    st.sampled_from(["tree", "mine", "unreported"]),
    st.lists(texts, max_size=2).map(tuple),
    st.just(""),
)


@given(st.lists(views, max_size=12), st.lists(views, max_size=3))
def test_one_name_and_one_digit_for_each_view(some: list[SavedView], more: list[SavedView]) -> None:
    first = with_views((), some)
    found = with_views(first, more)
    names = [one.name for one in found]
    digits = [one.digit for one in found if one.digit is not None]
    assert len(set(names)) == len(names)
    assert len(set(digits)) == len(digits)
    assert {*names} == {one.name for one in (*some, *more)}
    assert len(digits) == min(len(names), len(DIGITS))
    kept = {one.name: one.digit for one in found}
    assert all(kept[one.name] == one.digit for one in first if one.digit)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = views_file(tmp_path / "new" / "config.toml")
    whole = SavedView(
        "水利 [/]", 3, '牵头:"a b" 逾期>30', "warnings", ("light", "task"), "days", descending=True
    )
    assert read_views(path) == ()
    write_views(path, [whole, SavedView("b")])
    assert path.name == "saved-views.toml"
    assert read_views(path) == (whole, SavedView("b"))


@pytest.mark.parametrize(
    "content",
    [
        "view = 1",
        "[[view]]\nfind = '2024'",
        "[[view]]\nname = ' '",
        "[[view]]\nname = 3",
        "[[view]]\nname = 'a'\ndigit = 0",
        "[[view]]\nname = 'a'\ndigit = true",
        "[[view]]\nname = 'a'\ncolumns = 'light'",
        "[[view]]\nname = 'a'\ndescending = 1",
        "[[view]]\nname = 'a'\n[[view]]\nname = 'a'",
        "view",
        "view = [1]",
    ],
)
def test_a_file_that_is_none_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "saved-views.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(UsageError) as told:
        read_views(path)
    assert told.value.message in ("views.broken", "views.no_name")
