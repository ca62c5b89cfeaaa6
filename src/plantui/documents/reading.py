"""What was read from a document: values with their places, and doubts instead of guesses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plantui.model.terms import Force, Op, Role

from .traced import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may be wrong: where, what was read, why it is doubtful, what else it could be."""

    span: Span
    read: str
    reason: str
    """Key of the sentence in the catalogue's `documents` topic."""
    facts: dict[str, str] = field(default_factory=dict)
    alternatives: tuple[str, ...] = ()
    places: tuple[Span, ...] = ()
    """All places of a doubt that has one cause in several, `span` among them."""

    @property
    def facts_told(self) -> dict[str, str]:
        """The facts of its sentence, the words of the document on one line."""
        return {name: " ".join(fact.split()) for name, fact in {"read": self.read, **self.facts}.items()}


@dataclass(frozen=True, slots=True)
class ReadDepartment:
    """One department in its role, the name standing on its own (prefix carried over)."""

    role: Role
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadDeadline:
    """One dated phrase."""

    phrase: str
    due: date
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReadIndicator:
    """One measurable target."""

    indicator: str
    op: Op | None
    value: float | int | None
    unit: str | None
    due: date | None
    baseline_year: int | None
    clause: str
    span: Span
    grade: str | None = None
    force: Force | None = None
