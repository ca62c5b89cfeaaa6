"""Words that an office adds to those by which documents are read: its labels, columns, verbs, names and units."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Meaning(StrEnum):
    """Meaning of an own word: of what stands behind a label or in a column, or of the names before a verb."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    SHARED = "shared"
    GUIDE = "guide"
    DUE = "due"
    PERSON = "person"
    NUMBER = "number"
    SECTION = "section"
    TITLE = "title"
    CONTENT = "content"
    GOAL = "goal"
    OTHER = "other"


ROLE_MEANINGS = (Meaning.LEAD, Meaning.SUPPORT, Meaning.RESPONSIBLE, Meaning.SHARED, Meaning.GUIDE)
LABEL_MEANINGS = (*ROLE_MEANINGS, Meaning.DUE, Meaning.PERSON, Meaning.OTHER)
COLUMN_MEANINGS = tuple(Meaning)

Vocabulary = tuple[tuple[str, Meaning], ...]
"""Words with what each means."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The words of an office. Each is taken as it is written; upper and lower case are the same."""

    labels: Vocabulary = ()
    """Words before a colon; a column may have them as its head, too."""
    columns: Vocabulary = ()
    """Heads of the columns of a table."""
    verbs: Vocabulary = ()
    """Verbs behind a list of names, in Chinese."""
    bodies: tuple[str, ...] = ()
    """Endings by which a name is a body."""
    counts: tuple[str, ...] = ()
    """Units of things that are counted."""
    measures: tuple[str, ...] = ()
    """Other units."""

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))

    def with_more(self, other: OwnWords) -> OwnWords:
        """Return the words of both."""
        return OwnWords(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


NO_OWN_WORDS = OwnWords()
