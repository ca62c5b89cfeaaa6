"""What is known while the figures of a text are read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from plantui.documents.reading import ReadIndicator
from plantui.documents.traced import Span, TracedText
from plantui.model.terms import Force, Op


@dataclass(slots=True)
class Sentence:
    """What has been read of the sentence so far."""

    whole: date | None = None
    """The only date of the task, where it stands with the departments."""
    due: date | None = None
    ends_with_part: bool = False
    """The date is that of an act (6月底前完成…) and does not reach beyond a semicolon; 到2025年 reaches to the full stop."""
    dated: list[tuple[int, date]] = field(default_factory=list)
    """The deadlines inside the clause that is read, with the places where their phrases begin."""
    unit: str = ""
    name: str = ""
    op: Op | None = None
    act: str = ""
    """The clause before, where it says what is done but not how much."""
    object: str = ""
    """What the clause before wants done, where it has no figure."""
    is_hoped: bool = False
    """力争 alone, or before a date alone: the whole sentence is hoped for."""
    hopes_by_date: bool = False
    """力争 before the date at the head of the clause that is read."""

    @property
    def hopes(self) -> bool:
        """What the clause says is only hoped for, whatever stands before its figure."""
        return self.is_hoped or self.hopes_by_date


@dataclass(slots=True)
class Reading:
    """The text that is read and what was found in it."""

    body: TracedText
    text: str
    levels: tuple[int, ...]
    phrases: list[tuple[int, int]]
    """Every dated phrase, deadline or not: its figures are none of ours."""
    dues: dict[int, date]
    """The days of the deadlines, by the place where their phrase begins."""
    undated: frozenset[int]
    """Where the phrases begin whose day cannot be known (汛期前)."""
    found: list[ReadIndicator] = field(default_factory=list)

    def phrases_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The dated phrases that begin in a range."""
        first = bisect_left(self.phrases, (start, 0))
        return self.phrases[first : bisect_left(self.phrases, (end, 0))]


class Target(NamedTuple):
    """A figure to be reached, before it is known which words say so."""

    name: str
    op: Op
    value: int | float
    unit: str | None
    due: date | None
    force: Force
    baseline: int | None = None

    def read_in(self, clause: str, span: Span) -> ReadIndicator:
        """The target as it is read in a clause, which names it where no words do."""
        return ReadIndicator(
            self.name or clause,
            self.op,
            self.value,
            self.unit or None,
            self.due,
            self.baseline,
            clause,
            span,
            force=self.force,
        )
