"""Words as pairs of neighbouring characters, so that any piece of Chinese text can be searched for.

A pair is written in hexadecimal, because the tokenizer then needs to know nothing about scripts or punctuation.
"""

from __future__ import annotations

from itertools import pairwise

from plantui.model.search_text import fold_text

_END = "0"


def grams(text: str) -> str:
    """Return the searchable form of one text: each character with its follower, each run between spaces on its own."""
    pieces: list[str] = []
    for run in fold_text(text).split():
        codes = [f"{ord(char):x}" for char in run]
        codes.append(_END)
        pieces += [f"{a}g{b}" for a, b in pairwise(codes)]
    return " ".join(pieces)


def match_expression(term: str) -> str:
    """Return the full-text expression that finds every text holding a term, as `search_terms` gives it."""
    codes = [f"{ord(char):x}" for char in term]
    if len(codes) == 1:
        return f'"{codes[0]}g"*'
    return '"' + " ".join(f"{a}g{b}" for a, b in pairwise(codes)) + '"'
