"""A heading of the document that becomes a section of the plan, in any language."""

from __future__ import annotations

from dataclasses import dataclass

from plantui.documents.traced import Span


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
