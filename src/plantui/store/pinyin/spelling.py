"""Chinese text as pinyin: the syllable of each character by the words that it stands in, the longest word first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

BETWEEN = "|"
"""Parts the readings of a word that people say in several ways."""
_MOST = 4
"""Ways of spelling one text that are kept."""
_NO_LENGTHS: tuple[int, ...] = ()


class ReadingTable(NamedTuple):
    """Readings of characters, and of the words in which they are looked up first."""

    characters: Mapping[str, str]
    """The syllable of each character, with a capital: 水 is `Shui`."""
    words: Mapping[str, str]
    """The readings of words, `KuaiJi` or `LuAn|LiuAn`; empty for a word that is read as its characters are."""
    lengths: Mapping[str, tuple[int, ...]]
    """The lengths of the words that begin with a character, the longest first."""

    def spellings(self, text: str) -> tuple[str, ...]:
        """Return the ways in which a text is spelled, such as `ShiShuiLiJu`, with a blank for what has no pinyin.

        There is one, but for a text with words that people say in several ways; none where nothing has a pinyin.
        """
        pieces = self._pieces(text)
        spelled = " ".join("".join(pieces).split())
        if BETWEEN not in spelled:
            return (spelled,) if spelled else ()
        ways = product(*(piece.split(BETWEEN) for piece in pieces))
        return tuple(" ".join("".join(way).split()) for way in islice(ways, _MOST))

    def _pieces(self, text: str) -> list[str]:
        characters, words, lengths = self
        pieces: list[str] = []
        at = 0
        while at < len(text):
            character = text[at]
            for length in lengths.get(character, _NO_LENGTHS):
                word = text[at : at + length]
                if (read := words.get(word)) is not None:
                    pieces.append(read or "".join(map(characters.__getitem__, word)))
                    at += length
                    break
            else:
                pieces.append(characters.get(character, " "))
                at += 1
        return pieces


def table_of(characters: Mapping[str, str], words: Mapping[str, str]) -> ReadingTable:
    """Return the table of these readings."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    return ReadingTable(
        characters, words, {first: tuple(sorted(known, reverse=True)) for first, known in lengths.items()}
    )


@lru_cache(1)
def reading_table() -> ReadingTable:
    """Return the table that goes with the program. It is loaded where an index is made, and nowhere else."""
    from . import _generated

    characters: dict[str, str] = {}
    for line in _generated.CHARACTERS.splitlines():
        syllable, _, read_so = line.partition(" ")
        characters |= dict.fromkeys(read_so, syllable)
    words = dict.fromkeys(_generated.AS_USUAL.split(), "")
    for line in _generated.WORDS.splitlines():
        word, _, read = line.partition(" ")
        words[word] = read
    return table_of(characters, words)


def spellings(text: str) -> tuple[str, ...]:
    """Return the ways in which a text is spelled by the table of the program, none where no character has a pinyin."""
    return () if text.isascii() else reading_table().spellings(text)
