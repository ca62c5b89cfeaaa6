"""The text of a task beside what was read from it, for the doubts about what was not."""

from __future__ import annotations

from dataclasses import dataclass

from .traced import Span, TracedText


@dataclass(frozen=True, slots=True)
class TaskText:
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
