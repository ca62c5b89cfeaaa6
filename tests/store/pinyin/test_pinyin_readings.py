"""Readings of names and words of this field: each is found by every beginning of what is typed for it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence

import pytest

from docs import readings as generating
from plantui.store.index.spelled import SpelledLines, packed_name
from plantui.store.pinyin.names import name_spellings
from plantui.store.pinyin.spelling import BETWEEN, reading_table, spellings, table_of
from tests.support.paths import ROOT

DATA = ROOT / "tests" / "data" / "readings"


def said(file: str) -> list[tuple[str, list[str]]]:
    """Return the names of a file, each with the syllables of a reading."""
    groups: Mapping[str, Sequence[str]] = tomllib.loads((DATA / file).read_text("utf-8"))
    entries = (one.partition(" ") for group in groups.values() for one in group)
    return [(name, reading.split()) for name, _, reading in entries]


HENAN, TRAPS = said("henan.toml"), said("traps.toml")


def test_all_counties_of_henan_and_two_hundred_traps_are_there() -> None:
    assert len({name for name, _ in HENAN}) == 157
    assert len({name for name, _ in TRAPS}) >= 200
    assert all(len(name) == len(reading) for name, reading in (*HENAN, *TRAPS))


@pytest.mark.parametrize(("name", "reading"), [*HENAN, *TRAPS])
def test_a_reading_is_offered_as_a_strict_prefix(name: str, reading: list[str]) -> None:
    assert "".join(map(str.capitalize, reading)) in spellings(name)
    lines = SpelledLines(packed_name(name).encode("ascii"))
    for whole in ("".join(reading), "".join(syllable[0] for syllable in reading)):
        assert all(lines.beginning(whole[:end]) for end in range(1, len(whole) + 1))
        assert not lines.beginning(f"{whole}x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("PM2.5", ()),
        ("，。", ()),
        ("PM2.5浓度，降至40以下", ("NongDu JiangZhi YiXia",)),
        ("六安市会计", ("LuAnShiKuaiJi", "LiuAnShiKuaiJi")),
        ("六安、六合、召陵、洪洞", ("LuAn LuHe ShaoLing HongTong", "LuAn LuHe ShaoLing HongDong",
                            "LuAn LuHe ZhaoLing HongTong", "LuAn LuHe ZhaoLing HongDong")),
        ("a|b水\n利", ("Shui Li",)),
        ("㐀水", ("Shui",)),
    ],
)  # fmt: skip
def test_spellings(text: str, expected: tuple[str, ...]) -> None:
    assert spellings(text) == expected


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [
        ("市水利局", ["slj", "sslj", "shuilij", "shishui"], ["lj", "liju", "s l", "shlj"]),
        ("中牟县水利局", ["zmx", "zmxslj", "slj"], ["msl", "mx"]),
        ("市工业和信息化局", ["gyhxxhj", "xxhj"], ["hj"]),
        ("市市场监管局", ["scjgj", "sscjgj"], ["jgj"]),
    ],
)
def test_a_body_is_called_by_its_own_name_too(name: str, typed: list[str], expected: list[str]) -> None:
    lines = SpelledLines("|".join(name_spellings(name)).encode("ascii"))
    assert all(map(lines.beginning, typed))
    assert not any(map(lines.beginning, expected))


def test_the_table_is_what_the_library_and_our_lists_say() -> None:
    """Where this fails, `make readings` makes the table again."""
    assert generating.TABLE.read_text("utf-8") == generating.module_text()


def test_every_entry_of_our_lists_is_needed() -> None:
    """Without it the library's own dictionaries would read the word otherwise."""
    from pypinyin.phrases_dict import phrases_dict

    characters, words, as_usual = generating.readings()
    for word, read in generating.own_readings().items():
        if len(word) == 1:
            continue
        others = {one: known for one, known in words.items() if one != word} | dict.fromkeys(as_usual, "")
        if word in phrases_dict:
            others[word] = "".join(generating.syllable(tones[0]) for tones in phrases_dict[word])
        assert BETWEEN.join(table_of(characters, others).spellings(word)) != read, word


def test_every_usual_character_has_a_reading() -> None:
    characters = reading_table().characters
    usual = (
        bytes((high, low)).decode("gb2312", "ignore")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
    )
    assert [one for one in usual if one and one not in characters] == []
