"""Which language a document is in."""

from __future__ import annotations

from functools import lru_cache

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .language import CHINESE, ENGLISH, Language

_HAN = compiled(r"[\u4e00-\u9fff]+")
_LATIN = compiled(r"[A-Za-z]+")


@lru_cache(maxsize=2)  # asked of a document and of its lines
@rule(Stage.ENGLISH)
def is_english(text: str) -> bool:
    """A document with fewer than one Chinese character for twenty Latin letters."""
    return sum(map(len, _HAN.findall(text))) * 20 < sum(map(len, _LATIN.findall(text)))


def language_of(text: str) -> Language:
    """Return the language by whose rules a document is read."""
    return ENGLISH if is_english(text) else CHINESE
