"""Doubts about what a document should say of itself and does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from plantui.documents.reading import Doubt
from plantui.documents.traced import Span


class FrontMatter(Protocol):
    """The front matter of a document in any language, as far as every document has it."""

    @property
    def is_titled(self) -> bool:
        """Whether its text has a title."""

    @property
    def issuer(self) -> str | None:
        """Who issued it."""

    @property
    def issued(self) -> date | str | None:
        """When it was issued."""

    @property
    def start_year(self) -> int | None:
        """The first year that it is about."""


def missing_in(front: FrontMatter, title: str) -> Iterator[Doubt]:
    """Yield a doubt for each thing that is missing, at the document's beginning. `title` is what the plan is called."""
    if not front.is_titled:
        yield Doubt(Span(0, 0), title, "documents.doubt.no_title")
    needed = {"no_years": front.start_year, "no_issuer": front.issuer, "no_issue_date": front.issued}
    for reason, value in needed.items():
        if value is None:
            yield Doubt(Span(0, 0), "", f"documents.doubt.{reason}")
