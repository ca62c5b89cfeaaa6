"""The stages of an English document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePath

from plantui.documents.account.english import skipped_in
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
from plantui.documents.source import Source
from plantui.documents.structure.outliner import EnglishOutline, Outliner
from plantui.documents.structure.sections import HeadsAbove, Mark
from plantui.documents.tasks.english import TaskReader, english_period

from .document import ReadDocument

_LINES, _OUTLINE = 0.2, 0.2
"""How much of an import the lines and the outline are."""


def read_english(source: Source, progress: Progress, year: int | None = None) -> ReadDocument:
    """Find the structure of an English document."""
    lines = normalize(source, ENGLISH)
    progress.add(_LINES)
    outline = Outliner(lines, source).outline()
    progress.add(_OUTLINE)
    name = PurePath(file_name(source)).stem
    front = called(
        english_front(lines, source.text, name, _first_offset(lines, outline), year, source.caption), source
    )
    terms, legend = legend_of(line.text for line in lines.kept)
    period = english_period(front, source, terms, year)
    values = [value.text for item in outline.items for kind, value in item.fields if kind in ROLES]
    known = KnownNames(values, (line.text.text for line in lines.kept))
    reader = TaskReader(lines.words, known, period)
    above = HeadsAbove([*_headings(lines, outline, front)], front.title)
    heads = [above.of(item.line, item.group) for item in outline.items]
    goals = read_english_goals(lines, outline, period)
    marks = (lines.kept[mark.line].text for mark in outline.marks)
    return ReadDocument(
        front,
        [partial(reader.read, item) for item in outline.items],
        above.list,
        heads,
        goals,
        EnglishSigns(period),
        [*above.used, *legend, *(text for _, text in goals), *marks],
        [
            *((RemainderKind.TABLE, span) for span in outline.tables),
            *((RemainderKind.FURNITURE, text.span) for text in lines.furniture if text.text),
        ],
        lambda _: skipped_in(lines, outline),
        outline.doubts,
    )


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
