"""Notes on which rule read what, made only while somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from plantui.documents.traced import Span


@dataclass(frozen=True, slots=True)
class RuleUse:
    """One use of a rule: its id, and the range of the document that became a field."""

    rule: str
    span: Span


_NOTED: ContextVar[list[RuleUse] | None] = ContextVar("noted_rules", default=None)


def is_noting() -> bool:
    """Return whether anybody asks which rules are used."""
    return _NOTED.get() is not None


def note(rule: str, span: Span) -> None:
    """Note that a rule read a range; nothing where nobody asks."""
    noted = _NOTED.get()
    if noted is not None:
        noted.append(RuleUse(rule, span))


@contextmanager
def noting() -> Iterator[list[RuleUse]]:
    """Collect the notes made meanwhile."""
    noted: list[RuleUse] = []
    token = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(token)
