"""What a language of documents is to the stages of the import.

A stage has one public function for all languages and takes a `Language`. What differs by words alone (labels, endings,
marks) is a value of it; where two languages need two ways of reading, the stage keeps one for each `Code`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """The languages that plans are read in."""

    CHINESE = "zh"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of documents. What a stage must know of one is a field here, its value below."""

    code: Code

    @property
    def is_english(self) -> bool:
        """True of English, whose documents are read by rules of their own in many stages."""
        return self.code is Code.ENGLISH


CHINESE = Language(Code.CHINESE)
ENGLISH = Language(Code.ENGLISH)
