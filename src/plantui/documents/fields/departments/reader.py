"""Takes the departments out of a task's paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plantui.documents.field_kind import KIND_OF_ROLE, ROLES, FieldKind
from plantui.documents.fields.deadlines.dated import dated
from plantui.documents.fields.departments.clause import (
    departments_of,
    is_clause,
    is_labelled_list,
    is_list,
    says_who,
)
from plantui.documents.fields.departments.context import (
    DepartmentContext,
    statements_in,
    without_same,
)
from plantui.documents.fields.departments.in_sentences import in_sentences
from plantui.documents.fields.departments.items import Parsed, beside_lead, parse
from plantui.documents.fields.departments.labels import label_without_colon, labels_in
from plantui.documents.fields.departments.places import (
    Place,
    Where,
    bracket_clause,
    clause_paragraph,
    closing_sentence,
    labelled_tail,
    role_line,
)
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.reading import Doubt, ReadDeadline, ReadDepartment
from plantui.documents.rule import note
from plantui.documents.tokens.body_names import lead_mark
from plantui.documents.tokens.dates import UNCERTAIN
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

COLUMN_RULE = "tables.head_of"
"""Id of the rule by which the column of a table says what its cells hold."""
_LINE_RULE = "departments.role_line"
_RULES = {
    Where.LINE: _LINE_RULE,
    Where.BRACKET: "departments.bracket_clause",
    Where.TAIL: "departments.labelled_tail",
    Where.PARAGRAPH: "departments.clause_paragraph",
}


class DepartmentsRead(NamedTuple):
    """What a task's paragraphs say about departments, and the text that is left without it."""

    body: TracedText
    departments: tuple[ReadDepartment, ...]
    deadlines: tuple[ReadDeadline, ...] = ()
    """Dates that stand in the department parts (完成时限：…)."""
    doubts: tuple[Doubt, ...] = ()
    persons: tuple[TracedText, ...] = ()
    """What names persons (牵头领导：…), who are no field of a task."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    departments: list[ReadDepartment] = field(default_factory=list)
    deadlines: list[ReadDeadline] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    persons: list[TracedText] = field(default_factory=list)
    awaits: FieldKind | None = None
    """What a label announces whose list stands in the next paragraph."""


def read_departments(
    paragraphs: Sequence[TracedText],
    context: DepartmentContext,
    cells: Sequence[tuple[FieldKind, TracedText]] = (),
) -> DepartmentsRead:
    """The departments of a task in the order of the text and of its row's cells, and the task's text as one paragraph
    without them."""
    reading = _Reading()
    kept: list[TracedText] = []
    for paragraph in paragraphs:
        kept.append(_read_paragraph(paragraph.strip(), context, reading))
    for kind, cell in cells:
        _take(parse(cell, context.period, kind), context, reading, COLUMN_RULE)
    body = TracedText.join(part.strip() for part in kept).strip()
    if not reading.departments:
        found, doubts = in_sentences(body, context)
        for one in found:
            note("departments.in_sentences", one.span)
        reading.departments.extend(found)
        reading.doubts.extend(doubts)
    return DepartmentsRead(
        body,
        _distinct(reading.departments),
        tuple(reading.deadlines),
        tuple(reading.doubts),
        tuple(reading.persons),
    )


def document_context(paragraphs: Sequence[TracedText], period: Period) -> DepartmentContext:
    """The facts about the whole document, from all of its paragraphs."""
    first_is_lead = False
    others: Role | None = None
    mark, says_who_leads = "", False
    carried: list[ReadDepartment] = []
    for paragraph in paragraphs:
        mark = mark or lead_mark(paragraph.text)
        says_who_leads = says_who_leads or ZH.CLAUSES_SAYS_WHO_LEADS.search(paragraph.text) is not None
        for statement in statements_in(folded(paragraph.text)):
            if statement.role is None:
                first_is_lead = True
                others = others or statement.others
                continue
            who = paragraph[statement.who[0] : statement.who[1]]
            found, _ = departments_of(
                parse(who, period, KIND_OF_ROLE[statement.role]), DepartmentContext(period)
            )
            carried.extend(found)
    return DepartmentContext(period, first_is_lead, others, says_who_leads, mark, _distinct(carried))


def _read_paragraph(paragraph: TracedText, context: DepartmentContext, reading: _Reading) -> TracedText:
    text = folded(paragraph.text)
    if reading.awaits is not None:
        kind, reading.awaits = reading.awaits, None
        parsed = parse(paragraph, context.period, kind)
        if is_list(parsed):
            _take(parsed, context, reading, _LINE_RULE)
            return paragraph[:0]
    for place in role_line(text):
        inner = _without_statements(paragraph[place.inner_start : place.inner_end])
        parsed = _parse_line(inner, context.period)
        if (
            not parsed.items
            and not parsed.is_empty
            and not parsed.dates
            and parsed.has_label
            and not (parsed.undated or parsed.persons)
        ):
            reading.awaits = _last_kind(inner)
        if is_labelled_list(parsed) or reading.awaits:
            _take(parsed, context, reading, _LINE_RULE)
            return paragraph[:0]
    cut: list[tuple[Place, TracedText]] = []
    for place in [*bracket_clause(text), *labelled_tail(text)]:
        _read_place(paragraph, place, context, reading, cut)
    for place in [*clause_paragraph(text), *closing_sentence(text)]:
        if not cut:
            _read_place(paragraph, place, context, reading, cut)
    return _without(paragraph, cut)


def _parse_line(line: TracedText, period: Period) -> Parsed:
    blank = label_without_colon(folded(line.text))
    if blank is not None and blank.kind in ROLES:
        return parse(line[blank.end :], period, blank.kind)
    return parse(line, period)


def _last_kind(line: TracedText) -> FieldKind | None:
    """What a label of a role announces with nothing behind it."""
    text = folded(line.text)
    labels = labels_in(text, others=True)
    last = beside_lead(text, labels[-1], labels) if labels else None
    return last.kind if last and last.kind in ROLES else None


def _read_place(
    paragraph: TracedText,
    place: Place,
    context: DepartmentContext,
    reading: _Reading,
    cut: list[tuple[Place, TracedText]],
) -> None:
    """Read one place. If it holds departments it is cut, and only what stands behind other labels stays."""
    inner = _without_statements(paragraph[place.inner_start : place.inner_end])
    if place.where is Where.BRACKET and not inner.text and place.inner_start < place.inner_end:
        cut.append((place, inner))
        return
    parsed = parse(inner, context.period)
    facts = {"text": inner.text}
    if not is_clause(parsed, place):
        if says_who(parsed, place):
            reading.doubts.append(Doubt(inner.span, inner.text, "clauses.not_read", facts))
        return
    _take(parsed, context, reading, _rule_of(place))
    if place.where is Where.BRACKET and place.inner_end == place.end:
        reading.doubts.append(Doubt(inner.span, inner.text, "clauses.cut_bracket", facts))
    is_marked = bool(context.lead_mark) and any(item.mark for item in parsed.items)
    is_clear = parsed.has_label or parsed.has_verb or is_marked or context.says_who_leads
    if place.where is Where.BRACKET and not is_clear:
        reading.doubts.append(Doubt(inner.span, inner.text, "clauses.no_role", facts))
    rest = TracedText.join(parsed.kept)
    if rest.text and place.where is Where.BRACKET:
        rest = TracedText.join(
            [paragraph[place.start : place.inner_start], rest, paragraph[place.inner_end : place.end]]
        )
    cut.append((place, rest))


def _without_statements(clause: TracedText) -> TracedText:
    """A clause without sentences about all tasks; a full stop keeps apart what stood on either side."""
    text = folded(clause.text)
    parts, at = [], 0
    for statement in statements_in(text):
        parts.append(clause[at : statement.start])
        parts.append(TracedText("。", clause.offsets[statement.start : statement.start + 1]))
        at = statement.end
    parts.append(clause[at:])
    rest = TracedText.join(parts).strip("。")
    return rest[: without_same(folded(rest.text))]


def _rule_of(place: Place) -> str:
    """Return the id of the rule that found a place."""
    if place.where is Where.PARAGRAPH and place.start > 0:
        return "departments.closing_sentence"
    return _RULES[place.where]


def _take(parsed: Parsed, context: DepartmentContext, reading: _Reading, rule: str) -> None:
    departments, doubts = departments_of(parsed, context)
    deadlines, more = dated(parsed.dates)
    for span in (*(one.span for one in departments), *(one.span for one in deadlines)):
        note(rule, span)
    reading.departments.extend(departments)
    reading.deadlines.extend(deadlines)
    reading.doubts.extend([*doubts, *more])
    reading.persons.extend(parsed.persons)
    for part in parsed.undated:
        if part:
            reading.doubts.append(Doubt(part.span, part.text, UNCERTAIN))


def _without(paragraph: TracedText, cut: Sequence[tuple[Place, TracedText]]) -> TracedText:
    """The paragraph without the places; a full stop that would then stand twice, or at the start, goes with them."""
    parts: list[TracedText] = []
    at = 0
    for place, rest in sorted(cut, key=lambda one: one[0].start):
        parts.extend(part for part in (paragraph[at : place.start], rest) if part.text)
        at = place.end
        before = next((part.text.rstrip()[-1] for part in reversed(parts) if part.text.strip()), "。")
        stops = "。；;" if not rest.text and before in "。；;！？" else ""
        while at < len(paragraph) and not rest.text and paragraph.text[at] in "）)]】〕":
            at += 1  # the copy closed the bracket twice
        while at < len(paragraph) and stops and paragraph.text[at] in stops:
            at += 1
    parts.append(paragraph[at:])
    return TracedText.join(part.strip() if index else part for index, part in enumerate(parts))


def _distinct(found: Sequence[ReadDepartment]) -> tuple[ReadDepartment, ...]:
    kept: dict[tuple[Role, str], ReadDepartment] = {}
    for department in found:
        kept.setdefault((department.role, department.name), department)
    return tuple(kept.values())
