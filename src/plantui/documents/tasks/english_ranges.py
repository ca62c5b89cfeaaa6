"""Reads lines that a person has chosen as one task, by the rules for the tasks of the whole document."""

from __future__ import annotations

from plantui.documents.field_kind import ROLES
from plantui.documents.fields.departments.english_names import KnownNames
from plantui.documents.languages.language import ENGLISH
from plantui.documents.normalize.broken_words import joined
from plantui.documents.normalize.normalize import normalize
from plantui.documents.source import Source
from plantui.documents.structure.clusters import Cluster
from plantui.documents.structure.items import Binder
from plantui.documents.structure.labelled import FieldReader
from plantui.documents.structure.numbered import Head, head_at
from plantui.documents.tokens.english_labels import labels_in
from plantui.documents.traced import Span
from plantui.model.plan import PlanInfo

from .english import TaskReader
from .english_calendar import calendar_of
from .extracted import ExtractedTask

_EDGES = " .:;([–—|-"


class EnglishRanges:
    """Reads ranges of one document."""

    def __init__(self, source: Source, info: PlanInfo, year: int | None = None) -> None:
        self._lines = normalize(source, ENGLISH)
        self._calendar = calendar_of(info, source, self._lines, year)

    def task(self, span: Span) -> ExtractedTask | None:
        """Return the range as one task, whose first line has the title; None where it holds no words."""
        lines = [line for line in self._lines.kept if _is_inside(line.text.span, span)]
        if not lines:
            return None
        head = head_at(lines, 0) or Head(0, 1, "", "", (0, 0), "")
        read = FieldReader(lines, set(), set(range(head.first, head.end)), set()).read()
        roles = tuple(one for one in read.fields if one.kind in ROLES)
        clusters = [Cluster(0, len(lines) - 1, roles)] if roles else []
        place, start = head.title_at
        parts = [lines[place].text[start:], *(line.text for line in lines[place + 1 : head.end])]
        title = joined(parts, self._lines.words)
        labels = [label.start for label in labels_in(title.text) if label.start and label.kind in ROLES]
        title = title[: labels[0] if labels else len(title)].strip(_EDGES)
        item = Binder(lines, read, ()).item(head, title, len(lines), clusters)
        values = [value.text for kind, value in item.fields if kind in ROLES]
        known = KnownNames(values, (line.text.text for line in self._lines.kept))
        return TaskReader(self._lines.words, known, self._calendar).read(item)


def _is_inside(one: Span, span: Span) -> bool:
    return span.start <= one.start and one.end <= span.end
