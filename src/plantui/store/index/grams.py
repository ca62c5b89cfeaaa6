"""Words as pairs of neighbouring characters, so that any piece of Chinese text can be searched for.

A pair is a token for the tokenizer of ASCII text, to which all signs beyond ASCII are letters: so that it needs to know
nothing about scripts or punctuation, the signs of ASCII that are none are written as others that no text has.
"""

from __future__ import annotations

import re
from functools import cache
from operator import add
from string import punctuation

from plantui.model.search_text import fold_text

# Code points that are set aside as no characters, and private ones for what nobody types. None is beyond the first plane,
# so that texts keep to two bytes a character.
_WRITTEN = {
    **{sign: chr(0xFDD0 + number) for number, sign in enumerate(punctuation)},
    **{chr(code): chr(0xF600 + code) for code in (*range(0x20), 0x7F)},
}
_END = "\ufffe"
"""Follows the last character of each run."""
_NO_TEXT = "\uffff"
"""Stands for half of a surrogate pair, as bytes that are no text are typed: no file holds one."""


def grams(text: str) -> str:
    """Return the searchable form of one text: each character with its follower, each run between spaces on its own."""
    pairs: list[str] = []
    for run in fold_text(text).split():
        written = _written(run)
        pairs += map(add, written, written[1:] + _END)
    return " ".join(pairs)


def match_expression(term: str) -> str:
    """Return the full-text expression that finds every text holding a term, as `search_terms` gives it."""
    written = _written(term)
    if len(written) == 1:
        return f'"{written}"*'
    return f'"{" ".join(map(add, written, written[1:]))}"'


def _written(run: str) -> str:
    return _signs().sub(lambda sign: _WRITTEN.get(sign[0], _NO_TEXT), run)


@cache
def _signs() -> re.Pattern[str]:
    """Return the expression for the signs that are written otherwise: compiling it takes 4 ms, which no start needs."""
    return re.compile(r"[^0-9A-Za-z\x80-\ud7ff\ue000-\U0010ffff]")
