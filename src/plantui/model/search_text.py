"""Searching in text: the form in which texts are compared, and where in a text the words stand that were searched for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize


class Span(NamedTuple):
    """A stretch of a text, in characters."""

    start: int
    end: int


_WIDE_SIGNS = tuple((chr(ord(sign) + 0xFEE0), sign) for sign in ",:;()%")


_PLAIN = r"[\x00-\x7f\u2010-\u2015\u2018-\u201d\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*"
"""ASCII, Chinese characters and signs, and what is wide of ASCII; compiled by the first text that is marked."""


def fold_text(text: str) -> str:
    """Return the form in which texts are compared: width and case do not count."""
    if not text.isascii():
        # Of most texts only these are not as `normalize` leaves them; it is quick where it has nothing to do.
        for wide, narrow in _WIDE_SIGNS:
            text = text.replace(wide, narrow)
        text = normalize("NFKC", text)
    return text.casefold()


def search_terms(words: str) -> tuple[str, ...]:
    """Return the words of a search, which blanks part, in the form in which texts are compared, each once."""
    return tuple(dict.fromkeys(fold_text(words).split()))


def are_letters(term: str) -> bool:
    """Return whether a term may stand for Chinese text in pinyin; `letters.py` knows how."""
    return term.isascii() and term.isalpha()


def hits(text: str, words: str) -> list[Span]:
    """Return where in the text any of the words stands, in order; what overlaps or touches is one span.

    A character that stands for several, such as ㎡ for m2, is a hit as a whole.
    """
    folded = fold_text(text)
    found = sorted(span for term in search_terms(words) for span in _places(folded, term))
    if not found:
        return []
    origins = [Span(at, at + 1) for at in range(len(text))] if _is_plain(text) else _origins(text)
    merged: list[Span] = []
    for low, high in found:
        span = Span(origins[low].start, origins[high - 1].end)
        if merged and span.start <= merged[-1].end:
            span = Span(merged[-1].start, max(merged.pop().end, span.end))
        merged.append(span)
    return merged


def _is_plain(text: str) -> bool:
    """Return whether each character of a text folds to one by itself, as those of most texts do."""
    return text.isascii() or re.fullmatch(_PLAIN, text) is not None


def _places(folded: str, term: str) -> list[Span]:
    places: list[Span] = []
    at = folded.find(term)
    while at >= 0:
        places.append(Span(at, at + len(term)))
        at = folded.find(term, at + 1)
    return places


def _origins(text: str) -> list[Span]:
    """Return for each character of the folded text the stretch of the text that it comes from."""
    origins: list[Span] = []
    for start, end in _clusters(text):
        origins += [Span(start, end)] * len(_folded(text[start:end]))
    return origins


def _clusters(text: str) -> list[Span]:
    """Cut the text into the smallest stretches that fold independently of each other."""
    clusters: list[Span] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _goes_with(text[start:end], text[end]):
            clusters.append(Span(start, end))
            start = end
    return clusters


def _goes_with(cluster: str, char: str) -> bool:
    """Return whether a character changes what stands before it, as an accent does."""
    if _is_plain(char):
        return False
    return combining(normalize("NFKD", char)[0]) > 0 or fold_text(cluster + char) != _folded(
        cluster
    ) + _folded(char)


@lru_cache(4096)
def _folded(cluster: str) -> str:
    return fold_text(cluster)
