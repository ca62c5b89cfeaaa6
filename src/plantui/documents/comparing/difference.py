"""What a comparison finds, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..source import Source
from ..traced import Span


class DifferenceKind(StrEnum):
    """What kind of thing differs; it says where it comes from and which reading is right."""

    ROMAN = "roman"  # Ⅴ and V
    BRACKET = "bracket"  # 〔2023〕 and (2023)
    PLUS = "plus"  # ＋ read as 十
    DOT = "dot"  # · and •
    BLANK_IN_NUMBER = "blank_in_number"  # 2. 45
    LINES_RUN_TOGETHER = "lines_run_together"  # two role lines on one line
    MARK = "mark"  # a stray > or **
    PAGE_NUMBER = "page_number"
    LOOKALIKE = "lookalike"  # O and 0
    COMMA = "comma"  # a missing 、
    RADICAL = "radical"  # ⽬ and 目
    REPEATED = "repeated"  # printed twice in one copy
    MISSING = "missing"  # words that one copy lacks
    WORDING = "wording"


class Habit(StrEnum):
    """Differences that run through a whole copy and change nothing: they are counted, not listed."""

    WIDTH = "width"  # ，and ,
    QUOTES = "quotes"  # “ and "
    DASH = "dash"  # — and -
    STOP = "stop"  # 。 and .


@dataclass(frozen=True, slots=True)
class Reading:
    """What one copy says at a place."""

    text: str
    before: str
    """A few words before it, after it: enough to find it in print."""
    after: str
    span: Span
    line: int
    page: int | None

    @classmethod
    def of(cls, source: Source, text: str, before: str, after: str, span: Span) -> Reading:
        """A reading with its place found."""
        return cls(text, before, after, span, source.line_of(span.start), source.page_of(span.start))


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the copies differ."""

    kind: DifferenceKind
    a: Reading
    b: Reading
    right: str | None
    """The right reading, empty where nothing should stand there; None where only the original can tell."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that two copies differ in."""

    differences: tuple[Difference, ...]
    habits: Mapping[Habit, int]
    """How often each habit tells the copies apart."""
