"""Whether a document is English: asked of every document, so it stands apart from what reads one."""

from __future__ import annotations

from functools import lru_cache

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_HAN = compiled(r"[\u4e00-\u9fff]+")
_LATIN = compiled(r"[A-Za-z]+")


@lru_cache(maxsize=2)  # asked of a document and of its lines
@rule(Stage.ENGLISH)
def is_english(text: str) -> bool:
    """A document with fewer than one Chinese character for twenty Latin letters."""
    return sum(map(len, _HAN.findall(text))) * 20 < sum(map(len, _LATIN.findall(text)))
