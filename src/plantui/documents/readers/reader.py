"""What every language gives the importer: the stages from the lines of a document to the fields of its tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from plantui.documents.account.losses import SignReader
from plantui.documents.account.skipped import Skipped
from plantui.documents.imported import RemainderKind
from plantui.documents.languages.choosing import language_of
from plantui.documents.metadata.front import Front
from plantui.documents.progress import Progress
from plantui.documents.reading import Doubt
from plantui.documents.source import Source
from plantui.documents.structure.section_head import SectionHead
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Goal, Place


class DocumentReader(Protocol):
    """One document: its structure is found when it is made, its fields are read when they are asked for."""

    front: Front
    places: dict[str, Place]
    """Places of the plan's own data, as far as they are known before its words are looked for."""
    responsible: Sequence[str]
    """The departments that carry every task."""
    headings: Sequence[SectionHead]
    heads: Sequence[SectionHead]
    """The heading of each task."""
    goals: Sequence[tuple[Goal, TracedText]]
    signs: SignReader
    doubts: Sequence[Doubt]
    """Those about the document as a whole."""

    def tasks(self) -> Sequence[object]:
        """Return the tasks of the structure."""

    def task(self, at: int) -> ExtractedTask:
        """Return one task with its fields."""

    def used(self) -> Iterable[TracedText]:
        """Return what stands in the plan beside its tasks: headings and goals."""

    def ranges(self) -> Iterator[tuple[RemainderKind, Span]]:
        """Yield lines of the page, tables and other parts."""

    def skipped(self, tasks: Sequence[ExtractedTask]) -> Iterator[Skipped]:
        """Yield what is in no field."""


def reader_of(source: Source, progress: Progress, year: int | None = None) -> DocumentReader:
    """Return the reader of a document; `year` is that of dates without one."""
    if language_of(source.text).is_english:
        from .english import EnglishReader  # 20 ms that a Chinese document need not wait for

        return EnglishReader(source, progress, year)
    from .chinese import ChineseReader

    return ChineseReader(source, progress, year)
