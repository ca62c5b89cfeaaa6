"""A field's line as the user reads and types it: a status has its name in the user's language."""

from __future__ import annotations

from plantui.documents.review import Field, Kind, Review
from plantui.model.terms import PlanStatus
from plantui.words import Words
from plantui.words.phrases import term


def shown_line(words: Words, review: Review, field: Field) -> str:
    """Text that the plan will have."""
    return spelled(words, field, review.line(field))


def spelled(words: Words, field: Field, line: str) -> str:
    """A line as the user reads it."""
    if field.kind is not Kind.STATUS:
        return line
    return next((term(words, status) for status in PlanStatus if status.value == line), line)


def typed(words: Words, field: Field, line: str) -> str:
    """The line behind what the user typed."""
    if field.kind is not Kind.STATUS:
        return line
    return next((status.value for status in PlanStatus if term(words, status) == line.strip()), line)


def hint(words: Words, field: Field) -> str:
    """Spelling of a field's line."""
    names = words.listing([term(words, status) for status in PlanStatus])
    return words(f"review.hint.{field.kind.value}", names=names)
