"""Reads lines that a person has chosen as one task, by the rules for the tasks of the whole document."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.fields.deadlines.english_terms import legend_of
from plantui.documents.fields.departments.english_names import KnownNames
from plantui.documents.languages.language import ENGLISH
from plantui.documents.normalize.normalize import normalize
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.structure.clusters import Cluster
from plantui.documents.structure.items import Binder, Item, title_of
from plantui.documents.structure.labelled import FieldReader
from plantui.documents.structure.numbered import Head, head_at
from plantui.documents.tables.heads_en import kind_of_column
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import PlanInfo

from .english import TaskReader, english_period
from .extracted import ExtractedTask

_FIELDS = ROLES | {FieldKind.DUE, FieldKind.MEASURE}


class EnglishRanges:
    """Reads ranges of one document."""

    def __init__(self, source: Source, info: PlanInfo, year: int | None = None) -> None:
        self._source = source
        self._lines = normalize(source, ENGLISH)
        terms, _ = legend_of(line.text for line in self._lines.kept)
        self._period = english_period(info, source, terms, year)

    def task(self, span: Span) -> ExtractedTask | None:
        """Return the range as one task, whose first line or cell has the title; None where it holds no words."""
        if row := self._row(span):
            return self._read(row)
        cut = (replace(line, text=line.text.within(span)) for line in self._lines.kept)
        lines = [line for line in cut if line.text.text]
        if not lines:
            return None
        head = head_at(lines, 0) or Head(0, 1, "", "", (0, 0), "")
        read = FieldReader(lines, set(), set(range(head.first, head.end)), set()).read()
        roles = tuple(one for one in read.fields if one.kind in ROLES)
        clusters = [Cluster(0, len(lines) - 1, roles)] if roles else []
        title = title_of(lines, head, self._lines.words)
        return self._read(Binder(lines, read, ()).item(head, title, len(lines), clusters))

    @rule(Stage.ENGLISH)
    def _row(self, span: Span) -> Item | None:
        """A row of a table that a person points at is a task whatever its table is: a cell below the name of a role, a date
        or a measure is that field, the first other cell with words the title."""
        tables = groupby(self._source.rows, key=lambda row: row.table)
        below = ((head, row) for _, (head, *rows) in tables for row in rows if row.starts)
        found = next((pair for pair in below if span.start <= pair[1].starts[0] < span.end), None)
        if found is None:
            return None
        head, row = found
        cells = [TracedText.of(*cell).strip() for cell in zip(row.cells, row.starts, strict=True)]
        kinds = [kind_of_column(name) for name in head.cells]
        pairs = [(kind, cell) for kind, cell in zip(kinds, cells, strict=False) if cell.text]
        fields = [(kind, cell) for kind, cell in pairs if kind in _FIELDS]
        others = [cell for kind, cell in pairs if kind not in _FIELDS]
        title = next((cell for cell in others if any(map(str.isalpha, cell.text))), None)
        if title is None:
            return None
        number = next((cell.text for kind, cell in pairs if kind is FieldKind.NUMBER), "")
        body = [cell for cell in others if cell is not title and cell.text != number]
        return Item(0, number, number, title, [*fields], body, used=[*filter(len, cells)])

    def _read(self, item: Item) -> ExtractedTask:
        values = [value.text for kind, value in item.fields if kind in ROLES]
        known = KnownNames(values, (line.text.text for line in self._lines.kept))
        return TaskReader(self._lines.words, known, self._period).read(item)
