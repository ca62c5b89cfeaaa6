"""Words as pairs of neighbouring characters, so that any piece of Chinese text can be searched for.

A pair is written in hexadecimal, because the tokenizer then needs to know nothing about scripts or punctuation.
"""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

_END = "0"


def fold_text(text: str) -> str:
    """Return the form in which texts are compared: width and case do not count."""
    return normalize("NFKC", text).casefold()


def grams(text: str) -> str:
    """Return the searchable form of one text: each character with its follower, each run between spaces on its own."""
    pieces: list[str] = []
    for run in fold_text(text).split():
        codes = [f"{ord(char):x}" for char in run]
        codes.append(_END)
        pieces += [f"{a}g{b}" for a, b in pairwise(codes)]
    return " ".join(pieces)


def match_expression(words: str) -> str:
    """Return the full-text expression that finds every text holding all of the words (parted by spaces), empty for none."""
    wanted = []
    for word in fold_text(words).split():
        codes = [f"{ord(char):x}" for char in word]
        if len(codes) == 1:
            wanted.append(f'"{codes[0]}g"*')
        else:
            wanted.append('"' + " ".join(f"{a}g{b}" for a, b in pairwise(codes)) + '"')
    return " AND ".join(wanted)
