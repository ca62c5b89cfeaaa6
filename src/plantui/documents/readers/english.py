"""The stages of an English document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from plantui.documents.account.english import skipped_in
from plantui.documents.account.losses import SignReader
from plantui.documents.account.skipped import Skipped
from plantui.documents.field_kind import ROLES
from plantui.documents.fields.deadlines.english_terms import legend_of
from plantui.documents.fields.departments.english_names import KnownNames
from plantui.documents.fields.english_signs import EnglishSigns
from plantui.documents.imported import RemainderKind
from plantui.documents.languages.language import ENGLISH
from plantui.documents.metadata.english import english_front
from plantui.documents.metadata.english_goals import goal_marks, read_english_goals
from plantui.documents.metadata.english_title import cased
from plantui.documents.metadata.front import Front, called, file_name
from plantui.documents.normalize.normalize import Normalized, normalize
from plantui.documents.progress import Progress
from plantui.documents.reading import Doubt
from plantui.documents.source import Source
from plantui.documents.structure.items import Item
from plantui.documents.structure.outliner import EnglishOutline, Outliner
from plantui.documents.structure.section_head import SectionHead
from plantui.documents.structure.sections import HeadsAbove, Mark
from plantui.documents.tasks.english import TaskReader
from plantui.documents.tasks.english_period import english_period
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Goal, Place

_LINES, _OUTLINE = 0.2, 0.2
"""How much of an import the lines and the outline are."""


class EnglishReader:
    """One English document."""

    def __init__(self, source: Source, progress: Progress, year: int | None = None) -> None:
        lines = normalize(source, ENGLISH)
        progress.add(_LINES)
        outline = Outliner(lines, source).outline()
        progress.add(_OUTLINE)
        self._lines, self._outline = lines, outline
        name = PurePath(file_name(source)).stem
        front = english_front(lines, source.text, name, _first_offset(lines, outline), year, source.caption)
        self.front = called(front, source)
        terms, legend = legend_of(line.text for line in lines.kept)
        period = english_period(front, source, terms, year)
        values = [value.text for item in outline.items for kind, value in item.fields if kind in ROLES]
        known = KnownNames(values, (line.text.text for line in lines.kept))
        self._reader = TaskReader(lines.words, known, period)
        above = HeadsAbove([*_headings(lines, outline, self.front)], self.front.title)
        self.heads: Sequence[SectionHead] = [above.of(item.line, item.group) for item in outline.items]
        self.headings: Sequence[SectionHead] = above.list
        self._titles = [*above.used, *legend]
        self.goals: Sequence[tuple[Goal, TracedText]] = read_english_goals(lines, outline, period)
        self.signs: SignReader = EnglishSigns(period)
        self.places: dict[str, Place] = {}
        self.responsible: Sequence[str] = ()
        self.doubts: Sequence[Doubt] = ()

    def tasks(self) -> Sequence[Item]:
        """Return the tasks of the outline."""
        return self._outline.items

    def task(self, at: int) -> ExtractedTask:
        """Return one task with its fields."""
        return self._reader.read(self._outline.items[at])

    def used(self) -> Iterable[TracedText]:
        """Return headings and goals."""
        marks = (self._lines.kept[mark.line].text for mark in self._outline.marks)
        return [*self._titles, *(text for _, text in self.goals), *marks]

    def ranges(self) -> Iterator[tuple[RemainderKind, Span]]:
        """Yield tables and lines of the page."""
        for span in self._outline.tables:
            yield RemainderKind.TABLE, span
        for text in self._lines.furniture:
            if text.text:
                yield RemainderKind.FURNITURE, text.span

    def skipped(self, tasks: Sequence[ExtractedTask]) -> Iterator[Skipped]:
        """Yield what is in no field."""
        return skipped_in(self._lines, self._outline)


def _headings(lines: Normalized, outline: EnglishOutline, front: Front) -> Iterator[Mark]:
    """Yield the headings that can stand above tasks: no goals, and not what the front page says of the plan."""
    own = {words.lower() for words in (front.title, front.region, front.issuer) if words}
    promised = {mark.line for mark in goal_marks(lines, outline)}
    for mark in outline.marks:
        if mark.line not in promised and (mark.is_numbered or not _is_front(cased(mark.title.text), own)):
            yield mark


def _is_front(words: str, own: set[str]) -> bool:
    """Return whether a heading is the plan's title, its place or its issuer."""
    return any(words.lower() in one or one in words.lower() for one in own)


def _first_offset(lines: Normalized, outline: EnglishOutline) -> int:
    """Return where the first task or table begins; in a document without any, its end."""
    starts = [lines.kept[item.line].text.offsets[0] for item in outline.items]
    starts += [span.start for span in outline.tables]
    return min(starts, default=max((line.text.span.end for line in lines.kept), default=0))
