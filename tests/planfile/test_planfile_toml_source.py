"""Long files are read by a compiled parser of a later TOML: what is read, and what is said of mistakes, is the same."""

from __future__ import annotations

import sys
import tomllib

import pytest
import tomli

from plantui.planfile.toml_source import read_toml

PADDING = "#" + "填" * 20_000 + "\n"


@pytest.mark.parametrize(
    "text",
    [
        'title = "治理\\t黄河 \\"一\\" \\u6c34 \\\\d"\n[[tasks]]\ndue = 2025-09-30\n[[tasks]]\nnumber = 7\nvalue = 1.5\n',
        "text = '''\n第一行\n第二行'''\nat = 2025-12-31T10:00:00Z\nlocal = 07:32:00\n",
        'departments = { lead = ["市水利局"], support = [] }\n',
        'address = "http://127.0.0.1:8080/plans"\n',
    ],
)
def test_a_long_file_is_read_as_a_short_one(text: str) -> None:
    assert read_toml((PADDING + text).encode()).data == tomllib.loads(text)


@pytest.mark.skipif(sys.version_info >= (3, 15), reason="tomllib reads TOML 1.1 itself")
@pytest.mark.parametrize(
    "text",
    [
        "a = { b = 1,\n c = 2 }\n",
        "a = { b = 1, }\n",
        'a = "\\e[1m"\n',
        'a = "\\x41"\n',
        "at = 10:30\n",
        "at = 2025-12-31T10:30\n",
    ],
)
def test_what_only_later_versions_read_is_a_mistake_in_a_long_file_too(text: str) -> None:
    assert tomli.loads(text), "the compiled parser takes it"
    (short,), (long,) = (read_toml(source.encode()).findings for source in (text, PADDING + text))

    assert short.line
    assert long.line == short.line + 1
    assert (long.message, long.place, long.facts) == (short.message, short.place, short.facts)


@pytest.mark.parametrize("text", ["a = 1\na = 2\n", "a = 2025-13-45x\n", 'a = "x\n', "a = [1, 2\n", "= 1\n"])
def test_a_mistake_in_a_long_file_is_told_in_the_same_words(text: str) -> None:
    (short,), (long,) = (read_toml(source.encode()).findings for source in (text, PADDING + text))

    assert (long.message, long.place) == (short.message, short.place)
    assert {**long.facts, "last": ""} == {**short.facts, "last": ""}


def test_a_long_file_is_read_by_the_compiled_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays so: the time of building an index hangs on it."""
    monkeypatch.setattr(tomllib, "loads", lambda text: pytest.fail("read by tomllib"))

    assert read_toml(f'{PADDING}title = "治理：1.5 米"\n'.encode()).data == {"title": "治理：1.5 米"}
