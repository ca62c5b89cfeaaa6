"""Letters that stand for Chinese text: initials (slj) or syllables (shuili), looked up in texts as they are spelled.

A spelled text has a capital for each character, `ShiShuiLiJu`, and a blank for what has no pinyin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

_SMALL = ascii_lowercase.encode()
_HAS_PINYIN = re.compile("[\u4e00-\u9fff]")
_FINALS = """
    a ai an ang ao e ei en eng er i ia ian iang iao ie in ing
    io ion iong iu o on ong ou u ua uai uan uang ue ui un uo v ve
"""
"""Ends of syllables, and how they begin."""
_INITIAL = "(?:[zcs]h|[b-df-hj-np-tw-z])?"
_FINAL = f"(?:{'|'.join(sorted(_FINALS.split(), key=len, reverse=True))})"
_ONE_SYLLABLE = re.compile(f"{_INITIAL}{_FINAL}?")
_SYLLABLES = re.compile(f"(?:{_INITIAL}{_FINAL}|h?m|n)*+{_INITIAL}{_FINAL}?")
"""Syllables one after the other, the last perhaps begun: what a final takes too much the next one does without."""
_FEWEST_INITIALS = 3
"""Initials from which a title is found by them, wherever they stand: two stand in every fifth title."""


def may_be_initials(letters: str) -> bool:
    """Return whether letters are enough to be looked for as initials in the middle of a title."""
    return len(letters) >= _FEWEST_INITIALS


def may_be_syllables(letters: str) -> bool:
    """Return whether letters are more than one syllable, and so enough to be looked for in the middle of a title."""
    return _ONE_SYLLABLE.fullmatch(letters) is None


def can_be_syllables(letters: str) -> bool:
    """Return whether letters can stand at the beginning of syllables: those of `slj` cannot, since no syllable is an s."""
    return _SYLLABLES.fullmatch(letters) is not None


def initials(spelled: bytes) -> bytes:
    """Return the initials of spelled texts, in small letters, with the signs between them."""
    return spelled.translate(None, _SMALL).lower()


def heard(text: str, spelled: str, letters: str) -> list[str]:
    """Return the pieces of a text that letters stand for, as `spelled` has it: 水利 for `shuili` and for `sl`.

    None where the text has characters whose pinyin nobody knows.
    """
    places = [found.start() for found in _HAS_PINYIN.finditer(text)]
    begins = [at for at, sign in enumerate(spelled) if sign.isupper()]
    if len(places) != len(begins):
        return []
    return list(
        dict.fromkeys(
            text[places[first] : places[last] + 1] for first, last in _stretches(spelled, begins, letters)
        )
    )


def _stretches(spelled: str, begins: list[int], letters: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and the last syllable of each place where letters stand."""
    runs = initials(spelled.encode()).decode()
    syllable_of = [number for number, sign in enumerate(runs) if sign != " "]
    for at in _places(runs, letters):
        first = syllable_of.index(at)
        yield first, first + len(letters) - 1
    small = spelled.lower()
    for first, at in enumerate(begins):
        if small.startswith(letters, at):
            end = at + len(letters)
            yield first, max(number for number, begin in enumerate(begins) if begin < end)


def _places(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)
