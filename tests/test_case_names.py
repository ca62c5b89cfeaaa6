"""Names of test cases are short and the same in every run."""

from __future__ import annotations

import os

import pytest

from tests.support.case_names import LONGEST_VALUE, bad_name, escaped, value_name


@pytest.mark.parametrize("value", [os.urandom(8) + b"\0", bytes(5000), b"PK\x03\x04", b"a" * 61])
def test_bytes_are_named_by_their_argument(value: bytes) -> None:
    assert value_name(value, "content") == "content"


@pytest.mark.parametrize("value", ["市水利局", "plan.toml", b"{\\rtf1}", b"", 3, None, "[/]"])
def test_short_values_keep_the_name_that_pytest_gives(value: object) -> None:
    assert value_name(value, "content") is None


@pytest.mark.parametrize("text", ["长" * 1_000_000, "a" * 61, "一\n二", "\x1b[31m", "\u202e" * 30])
def test_long_or_unprintable_text_is_cut(text: str) -> None:
    name = value_name(text, "text")

    assert name is not None
    assert name.isprintable()
    assert len(escaped(name)) <= LONGEST_VALUE + len("...")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tests/a.py::test_a[zh-\\u7532]", False),
        ("tests/a.py::test_a[PK\\x03\\x04]", True),
        ("tests/a.py::test_a[9\\xb230]", False),
        ("tests/a.py::test_a[\\x1b[31m]", True),
        ("tests/a.py::test_a[" + "a" * 200 + "]", True),
        ("tests/a.py::test_a[a\nb]", True),
        ("tests/" + "folder/" * 40 + "a.py::test_a", False),
    ],
    ids=range(7),
)
def test_bad_names(name: str, expected: bool) -> None:
    assert bad_name(name) == expected


def test_all_names_are_short_and_printable(request: pytest.FixtureRequest) -> None:
    """Of the cases that this run collected: of all of them in a run of all tests."""
    assert [item.nodeid for item in request.session.items if bad_name(item.nodeid)] == []
