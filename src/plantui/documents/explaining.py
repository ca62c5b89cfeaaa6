"""The rule and the place of each field of an import: what `plantui import --explain` tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plantui.documents.imported import Imported, RemainderKind
from plantui.documents.languages.en import _generated as en
from plantui.documents.languages.language import language_of
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.quoting import Placed, Quotation, placed, plan_quotations, quotations
from plantui.documents.rule import RuleUse
from plantui.documents.traced import Span
from plantui.model.terms import Role

_ROLES = frozenset(role.value for role in Role)


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
        is_english = language_of(imported.source.text).is_english
        self._rules = en.EXPLAINED_RULES if is_english else zh.EXPLAINED_RULES
        self._uses = {use.span: use.rule for use in uses if use.rule}
        self._guessed = [doubt.span for doubt in imported.doubts if doubt.reason == "clauses.from_sentence"]
        self._tables = _Ranges([one.span for one in imported.remainder if one.kind is RemainderKind.TABLE])

    def of_plan(self, one: Placed) -> Explained:
        quoted = one.quotation
        rule = self._rules.get("plan_title" if quoted.field == "title" else quoted.field, "")
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
        if quoted.field in _ROLES:
            if is_cell:
                return self._rules["column"]
            guessed = any(span.start <= quoted.span.start < span.end for span in self._guessed)
            return noted or self._rules["sentence" if guessed else "departments"]
        if quoted.field in ("title", "text") and is_cell:
            return self._rules["row"]
        if quoted.field == "title" and from_text and "title_from_text" in self._rules:
            return self._rules["title_from_text"]
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
