"""The table of readings: made of pypinyin's dictionaries and of our own lists, so that plantui loads no library.

pypinyin knows 47,000 phrases. The table keeps those that are not read as their characters are, and short ones that end
with a character with which such a one begins: 执行 keeps 行业 out of 执行业务.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from unicodedata import normalize

from plantui.store.pinyin.spelling import BETWEEN, table_of

OWN = Path(__file__).parent / "readings_own"
TABLE = Path(__file__).parents[1] / "src" / "plantui" / "store" / "pinyin" / "_generated.py"

Readings = Mapping[str, str]
"""The readings of words, `KuaiJi`, or `LuAn|LiuAn` where people say it in two ways."""

_CHARACTERS = range(0x4E00, 0xA000)
"""The characters that plans are written in."""
_SHORT = 2
"""Characters of a phrase that may run into another one; longer ones are idioms."""
_LINE = 100


def own_readings() -> dict[str, str]:
    """Return our own lists: the readings of characters and words."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(OWN.glob("*.toml"))]
    return {word: "".join(str(said).title().split()) for file in files for word, said in file.items()}


def module_text() -> str:
    """Return the module with the table of readings."""
    characters, words, as_usual = readings()
    by_syllable: dict[str, str] = {}
    for character in sorted(characters):
        syllable = characters[character]
        by_syllable[syllable] = by_syllable.get(syllable, "") + character
    return "\n".join(
        [
            '"""Readings, made by `make readings` of pypinyin (MIT licence) and of the lists in docs/readings_own/."""',
            *_constant("CHARACTERS", (f"{one} {by_syllable[one]}" for one in sorted(by_syllable))),
            *_constant("WORDS", (f"{word} {words[word]}" for word in sorted(words))),
            *_constant("AS_USUAL", _lines(sorted(as_usual))),
            "",
        ]
    )


def readings() -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Return the syllables of characters, the readings of words, and the words read as their characters are."""
    own = own_readings()
    characters = _library_characters() | {one: read for one, read in own.items() if len(one) == 1}
    own_words = {word: read for word, read in own.items() if len(word) > 1}
    phrases = {
        phrase: _put_right(phrase, syllables, own_words)
        for phrase, syllables in _library_phrases(characters)
        if phrase not in own_words
    }

    def usual(phrase: str) -> str:
        return "".join(map(characters.__getitem__, phrase))

    words = own_words | {one: read for one, read in phrases.items() if read != usual(one)}
    begins = {word[0] for word in words if len(word) <= _SHORT + 1}
    as_usual = {one for one in phrases if one not in words and len(one) == _SHORT and one[-1] in begins}
    table = table_of(characters, words | dict.fromkeys(as_usual, ""))
    # A phrase of which the table would make another reading, since it knows a word in it, becomes one more word.
    words |= {one: read for one, read in phrases.items() if table.spellings(one)[0] != read}
    return characters, words, as_usual


def _library_characters() -> dict[str, str]:
    from pypinyin.pinyin_dict import pinyin_dict

    return {
        chr(code): syllable(pinyin_dict[code].split(",")[0]) for code in _CHARACTERS if code in pinyin_dict
    }


def _library_phrases(characters: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    from pypinyin.phrases_dict import phrases_dict

    for phrase, said in phrases_dict.items():
        if all(map(characters.__contains__, phrase)):
            yield phrase, [syllable(tones[0]) for tones in said]


def _put_right(phrase: str, syllables: list[str], own: Readings) -> str:
    """Return the spelling of a library's phrase with what our own lists say of a word in it."""
    for word, read in own.items():
        if (at := phrase.find(word)) >= 0:
            usual = read.partition(BETWEEN)[0]
            return "".join([*syllables[:at], usual, *syllables[at + len(word) :]])
    return "".join(syllables)


def syllable(toned: str) -> str:
    """Return a syllable without its tone, as it is typed: lǜ is `Lv`."""
    bare = normalize("NFD", toned).replace("u\N{COMBINING DIAERESIS}", "v")
    return "".join(filter(str.isascii, bare)).capitalize()


def _lines(words: Iterable[str]) -> Iterator[str]:
    line: list[str] = []
    for word in words:
        line.append(word)
        if len(line) * (_SHORT + 1) >= _LINE:
            yield " ".join(line)
            line = []
    yield " ".join(line)


def _constant(name: str, lines: Iterable[str]) -> list[str]:
    return ["", f'{name} = """\\', *lines, '"""']


if __name__ == "__main__":
    TABLE.write_text(module_text(), "utf-8")
