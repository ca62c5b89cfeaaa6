"""The rule and the place of each field of an import: what `plantui import --explain` tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plantui.documents.imported import Imported, RemainderKind
from plantui.documents.languages.language import language_of
from plantui.documents.quoting import Placed, Quotation, placed, plan_quotations, quotations
from plantui.documents.rule import RuleUse
from plantui.documents.traced import Span
from plantui.model.terms import Role

_ROLES = frozenset(role.value for role in Role)
_CHINESE = {
    "title": "outline.heading_of",
    "text": "outline.end_of",
    "section": "outline.kept_headings",
    "goal": "goals.read_goals",
    "document_number": "front.number_of_document",
    "issuer": "front.issuer_and_date",
    "issued": "front.issued_in",
    "region": "front.region_of",
    "departments": "departments.role_line",
    "responsible": "departments.carries_every_task",
    "deadlines": "departments.deadline_labels",
    "indicators": "indicators.is_target",
}
_ENGLISH = {
    "title": "english.titled",
    "text": "english.titled",
    "section": "english.above",
    "goal": "english.read_english_goals",
    "issuer": "english.issuer_on",
    "issued": "english.issued",
    "region": "english.region_on",
    "departments": "english.labels_in",
    "deadlines": "english.english_deadlines",
    "indicators": "english.read_figures",
}
"""The rules of fields that only one rule reads, or none that notes its uses."""
_TABLES = {False: ("tables.read_table", "tables.head_of"), True: ("english.take", "english.english_head")}
"""The rule of rows and that of columns, of Chinese and of English tables."""
_PLAN_TITLE = {False: "front.title_of", True: "english.title_of"}
_FROM_TEXT = "outline.untitled"
_FROM_SENTENCE = {False: "departments.in_sentences", True: "english.said"}


@dataclass(frozen=True, slots=True)
class Explained:
    """A field of a plan: the task that has it (none for the plan's own), what it says, where it was read, by which rule."""

    task: str
    field: str
    said: str
    span: Span
    line: int
    page: int | None
    rule: str
    is_cell: bool = False
    """It is the cell of a table's column."""


def explained(imported: Imported, uses: Iterable[RuleUse]) -> Iterator[Explained]:
    """Yield every field of an import that has a place: the plan's own, then task by task."""
    explaining = _Explaining(imported, uses)
    headings = [
        field
        for section in imported.plan.sections
        for field in placed("section", section.title, section.source)
    ]
    for one in [*plan_quotations(imported.plan), *headings]:
        yield explaining.of_plan(one)
    for task in imported.plan.tasks:
        for quoted in quotations(task):
            yield explaining.of_task(
                task.id, quoted, from_text=bool(task.source and task.source.title_from_text)
            )


class _Explaining:
    def __init__(self, imported: Imported, uses: Iterable[RuleUse]) -> None:
        self._source = imported.source
        self._is_english = language_of(imported.source.text).is_english
        self._rules = _ENGLISH if self._is_english else _CHINESE
        self._uses = {use.span: use.rule for use in uses if use.rule}
        self._guessed = [doubt.span for doubt in imported.doubts if doubt.reason == "clauses.from_sentence"]
        self._tables = _Ranges([one.span for one in imported.remainder if one.kind is RemainderKind.TABLE])

    def of_plan(self, one: Placed) -> Explained:
        quoted = one.quotation
        rule = _PLAN_TITLE[self._is_english] if quoted.field == "title" else self._rules.get(quoted.field, "")
        if quoted.field == "goal":
            rule = self._uses.get(quoted.span, rule)
        return Explained("", quoted.field, quoted.said, quoted.span, one.line, one.page, rule)

    def of_task(self, task: str, quoted: Quotation, *, from_text: bool) -> Explained:
        start = quoted.span.start
        is_cell = self._tables.have(start) or self._source.cell_of(start) is not None
        rule = self._rule(quoted, is_cell=is_cell, from_text=from_text)
        line, page = self._source.line_of(start), self._source.page_of(start)
        return Explained(task, quoted.field, quoted.said, quoted.span, line, page, rule, is_cell)

    def _rule(self, quoted: Quotation, *, is_cell: bool, from_text: bool) -> str:
        noted = self._uses.get(quoted.span)
        row, column = _TABLES[self._is_english]
        if quoted.field in _ROLES:
            if is_cell:
                return column
            guessed = any(span.start <= quoted.span.start < span.end for span in self._guessed)
            return noted or (_FROM_SENTENCE[self._is_english] if guessed else self._rules["departments"])
        if quoted.field in ("title", "text") and is_cell:
            return row
        if quoted.field == "title" and from_text and not self._is_english:
            return _FROM_TEXT
        return noted or self._rules[quoted.field]


class _Ranges:
    """Ranges that do not overlap, asked for a place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]

    def have(self, at: int) -> bool:
        """Return whether a place lies in one of them."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._spans[index].end
