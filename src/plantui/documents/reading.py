"""What was read from a document: values with their places, and doubts instead of guesses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from plantui.documents.traced import Span, TracedText
from plantui.model.terms import Force, Op, Role


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


class ReadDepartment(NamedTuple):
    """One department in its role, the name standing on its own (prefix carried over)."""

    role: Role
    name: str
    span: Span


class ReadDeadline(NamedTuple):
    """One dated phrase."""

    phrase: str
    due: date
    clause: str
    span: Span


class ReadIndicator(NamedTuple):
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


class TaskText(NamedTuple):
    """The text of one task, and what was read from it."""

    text: TracedText
    departments: frozenset[str]
    fields: tuple[Span, ...]
    """Places of its deadlines and targets."""
    is_guessed: bool = False
    """True where its departments are those that a sentence seems to name."""

    def is_read(self, words: TracedText) -> bool:
        """Return whether words stand within a deadline or a target."""
        return any(one.holds(words.span) for one in self.fields)


@dataclass(frozen=True, slots=True, eq=False)
class SectionHead:
    """A heading above tasks."""

    title: str
    number: str = ""
    """As printed."""
    code: str = ""
    """What its number is in an id; where it has none, it is counted among those beside it."""
    above: SectionHead | None = None
    place: Span | None = None
    """Where its title stands, as far as it is known."""
