"""What a language of documents is to the stages of the import.

A stage has one public function for all languages and takes a `Language`. What differs by words alone (labels, endings,
marks) is a value of it; where two languages need two ways of reading, the stage keeps one for each `Code`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_HAN = compiled(r"[\u4e00-\u9fff]+")
_LATIN = compiled(r"[A-Za-z]+")


class Code(StrEnum):
    """The languages that plans are read in."""

    CHINESE = "zh"
    ENGLISH = "en"


class Language(NamedTuple):
    """A language of documents. What a stage must know of one is a field here, its value below."""

    code: Code

    @property
    def is_english(self) -> bool:
        """True of English, whose documents are read by rules of their own in many stages."""
        return self.code is Code.ENGLISH


CHINESE = Language(Code.CHINESE)
ENGLISH = Language(Code.ENGLISH)


@lru_cache(maxsize=2)  # asked of a document and of its lines
@rule(Stage.ENGLISH)
def is_english(text: str) -> bool:
    """A document with fewer than one Chinese character for twenty Latin letters."""
    return sum(map(len, _HAN.findall(text))) * 20 < sum(map(len, _LATIN.findall(text)))


def language_of(text: str) -> Language:
    """Return the language by whose rules a document is read."""
    return ENGLISH if is_english(text) else CHINESE
