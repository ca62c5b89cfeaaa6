"""What a label announces and what a column of a table holds, in both languages."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from plantui.model.own_words import Meaning
from plantui.model.terms import Role


class FieldKind(Enum):
    """What the words behind a label, or below the head of a column, are of a task."""

    LEAD = auto()
    LEAD_AND_SUPPORT = auto()
    """Both in one value (Lead/Support: A / B)."""
    SUPPORT = auto()
    RESPONSIBLE = auto()
    SHARED = auto()
    GUIDE = auto()
    DUE = auto()
    START = auto()
    TEXT = auto()
    """The task's own words: Description, Action steps, 工作措施."""
    MEASURE = auto()
    """What is to be reached: Target, Metric, 工作目标."""
    TITLE = auto()
    NUMBER = auto()
    SECTION = auto()
    PERSON = auto()
    """Persons, who are no field of a plan: 责任人."""
    OTHER = auto()
    """Known words that are no field of a plan: Cost, Status, 备注."""
    UNKNOWN = auto()
    """Words before a colon that no vocabulary has."""


ROLE_OF = {
    FieldKind.LEAD: Role.LEAD,
    FieldKind.LEAD_AND_SUPPORT: Role.RESPONSIBLE,
    FieldKind.SUPPORT: Role.SUPPORT,
    FieldKind.RESPONSIBLE: Role.RESPONSIBLE,
    FieldKind.SHARED: Role.SHARED,
    FieldKind.GUIDE: Role.GUIDE,
}
"""The role of the names in a value, where the value itself does not say more."""
ROLES = frozenset(ROLE_OF)
KIND_OF_ROLE = {role: kind for kind, role in ROLE_OF.items() if kind is not FieldKind.LEAD_AND_SUPPORT}

KIND_OF_MEANING = {
    Meaning.LEAD: FieldKind.LEAD,
    Meaning.SUPPORT: FieldKind.SUPPORT,
    Meaning.RESPONSIBLE: FieldKind.RESPONSIBLE,
    Meaning.SHARED: FieldKind.SHARED,
    Meaning.GUIDE: FieldKind.GUIDE,
    Meaning.DUE: FieldKind.DUE,
    Meaning.NUMBER: FieldKind.NUMBER,
    Meaning.SECTION: FieldKind.SECTION,
    Meaning.TITLE: FieldKind.TITLE,
    Meaning.CONTENT: FieldKind.TEXT,
    Meaning.GOAL: FieldKind.MEASURE,
    Meaning.PERSON: FieldKind.PERSON,
    Meaning.OTHER: FieldKind.OTHER,
}
"""What an office's own words announce."""


class Label(NamedTuple):
    """A label in a line: its range with what ends it, what it announces, and its words where they are kept."""

    start: int
    end: int
    kind: FieldKind
    words: str = ""
