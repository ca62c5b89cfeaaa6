"""What an import gives back: the plan, what is doubtful in it, and an account of the whole document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Remainder:
    """A piece of the document that is in no field, with the reason."""

    span: Span
    kind: RemainderKind


@dataclass(frozen=True, slots=True)
class Imported:
    """A document as a plan."""

    source: Source
    plan: Plan
    doubts: tuple[Doubt, ...]
    coverage: float
    """The share of the document's characters, blanks left out, that ended in a field, a heading or a named remainder."""
    remainder: tuple[Remainder, ...]
    """What is in no field, in the order of the document; the pieces not understood among them."""
