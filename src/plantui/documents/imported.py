"""What an import gives back: the plan, what is doubtful in it, and an account of the whole document."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from plantui.model.own_words import NO_OWN_WORDS, OwnWords
from plantui.model.plan import Plan

from .reading import Doubt
from .source import Source
from .traced import Span


class RemainderKind(StrEnum):
    """What a piece of the document is that became no field of the plan."""

    FURNITURE = "furniture"  # page numbers, running heads
    LETTER = "letter"  # the covering letter, the lines above the plan
    PREAMBLE = "preamble"  # the sentences before the first heading
    GENERAL = "general"  # 总体要求, 指导思想
    SAFEGUARDS = "safeguards"  # 保障措施
    STEPS = "steps"  # 实施步骤
    DUTIES = "duties"  # 职责分工
    ANNEX = "annex"
    REPEATED = "repeated"  # tasks that the document says again
    INTRODUCTION = "introduction"  # sentences between headings
    TABLE = "table"  # cells of a task table, those that became fields included
    DETAILS = "details"  # labelled lines that are no field of a plan: cost, status
    CLOSING = "closing"  # signature, date, 抄送
    OTHER_PART = "other_part"  # sections of the matter itself that hold no tasks
    UNKNOWN = "unknown"  # not understood


class Remainder(NamedTuple):
    """A piece of the document that is in no field, with the reason."""

    span: Span
    kind: RemainderKind


class Shares(NamedTuple):
    """Numbers of characters (letters and figures) of a document by what became of them."""

    in_fields: int = 0
    """Number in a field of the plan: headings, titles, texts, what was read from them."""
    set_aside: int = 0
    """Number in no field for a named reason."""
    not_understood: int = 0

    @property
    def total(self) -> int:
        """Number of all of them."""
        return self.in_fields + self.set_aside + self.not_understood

    def percent(self, count: int) -> float:
        """Return a number of characters as percent of all; of an empty document nothing was not understood."""
        return 100 * count / self.total if self.total else 0.0

    @property
    def coverage(self) -> float:
        """Share of the characters, from 0 to 1, that ended in a field or were set aside for a named reason."""
        return 1.0 - self.not_understood / self.total if self.total else 1.0


class Imported(NamedTuple):
    """A document as a plan."""

    source: Source
    plan: Plan
    doubts: tuple[Doubt, ...]
    shares: Shares
    remainder: tuple[Remainder, ...]
    """What is in no field, in the order of the document; the pieces not understood among them."""
    own_words: OwnWords = NO_OWN_WORDS
    """The office's words that it was read with."""
