"""Reads lines that a person has chosen as one task, by the rules for the tasks of the whole document."""

from __future__ import annotations

from dataclasses import replace

from plantui.documents.field_kind import ROLES
from plantui.documents.fields.deadlines.english_deadlines import Calendar
from plantui.documents.fields.deadlines.english_spans import issue_day
from plantui.documents.fields.departments.english_names import KnownNames
from plantui.documents.languages.language import ENGLISH
from plantui.documents.normalize.broken_words import joined
from plantui.documents.normalize.normalize import normalize
from plantui.documents.reading_tasks import TaskRead
from plantui.documents.source import Source
from plantui.documents.structure.clusters import Cluster
from plantui.documents.structure.items import Binder
from plantui.documents.structure.labelled import FieldReader
from plantui.documents.structure.numbered import Head, head_at
from plantui.documents.structure.sections import EnglishSections
from plantui.documents.tokens.english_dates import day_order
from plantui.documents.tokens.english_labels import labels_in
from plantui.documents.traced import Span
from plantui.model.plan import PlanInfo

from .tasks import TaskReader

_EDGES = " .:;([–—|-"


class EnglishRanges:
    """Reads ranges of one document."""

    def __init__(self, source: Source, info: PlanInfo) -> None:
        self._source = source
        self._lines = normalize(source, ENGLISH)
        self._calendar = Calendar(
            info.start_year,
            day_order(source.text),
            issue_day(info.issued),
            is_month=isinstance(info.issued, str),
        )

    def task(self, span: Span, task_id: str, section: str) -> TaskRead | None:
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
        sections = EnglishSections([], "")
        reader = TaskReader(self._source, self._lines.words, known, self._calendar, sections, [head.code])
        found = reader.read(item)
        task = replace(found.task, id=task_id, section=section)
        return TaskRead(task, found.doubts, found.used, found.said)


def _is_inside(one: Span, span: Span) -> bool:
    return span.start <= one.start and one.end <= span.end
