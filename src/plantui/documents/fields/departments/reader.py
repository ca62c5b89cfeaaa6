"""Takes the departments out of a task's paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plantui.documents.field_kind import KIND_OF_ROLE, ROLES, FieldKind
from plantui.documents.fields.deadlines.dated import dated
from plantui.documents.fields.departments.clause import departments_of
from plantui.documents.fields.departments.context import DepartmentContext, DepartmentsRead
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
from plantui.documents.fields.departments.statements import statements_in, without_same
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.reading import Doubt, ReadDeadline, ReadDepartment
from plantui.documents.rule import Stage, note, rule
from plantui.documents.tokens.body_names import Likeness, is_place, is_plausible, lead_mark, likeness
from plantui.documents.tokens.dates import UNCERTAIN
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

_LONGEST_OFFICE = 16
COLUMN_RULE = "tables.head_of"
"""Id of the rule by which the column of a table says what its cells hold."""
_LINE_RULE = "departments.role_line"
_RULES = {
    Where.LINE: _LINE_RULE,
    Where.BRACKET: "departments.bracket_clause",
    Where.TAIL: "departments.labelled_tail",
    Where.PARAGRAPH: "departments.clause_paragraph",
}


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
        if _is_list(parsed):
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
        if _is_labelled_list(parsed) or reading.awaits:
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
    if not _is_clause(parsed, place):
        if _says_who(parsed, place):
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


def _says_who(parsed: Parsed, place: Place) -> bool:
    """A bracket behind a sentence that seems to say who does it (发展改革、财政等部门负责), without a name in it."""
    behind = place.where is Where.BRACKET and place.ends_sentence
    return behind and parsed.has_verb and not parsed.has_label and len(parsed.items) > 1


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


@rule(Stage.DEPARTMENTS)
def _is_clause(parsed: Parsed, place: Place) -> bool:
    """A bracket holds departments where a label says so; where a verb stands behind names that look like bodies (inside a
    sentence every one must; behind a full stop they may be offices of a house: 供水站牵头); or, behind a sentence, where
    it is nothing but a list of names that clearly are bodies."""
    if place.where in (Where.TAIL, Where.BRACKET) and parsed.has_label:
        return _is_labelled_list(parsed)
    if parsed.undated or parsed.kept or parsed.persons or not parsed.items:
        return False
    if place.where is Where.PARAGRAPH and place.start > 0 and (parsed.dates or not parsed.has_bare_verb):
        return False  # it says what is done or by when, which is the task's own text
    looks = [item.likeness for item in parsed.items]
    if parsed.has_verb:
        if place.where is Where.PARAGRAPH or not place.ends_sentence:
            is_sure = min(looks) is Likeness.STRONG or (
                place.where is Where.PARAGRAPH and looks[0] is Likeness.STRONG and Likeness.NONE not in looks
            )
            return is_sure and all(item.role for item in parsed.items)
        names = sum(look is not Likeness.NONE for look in looks)
        if max(looks) is Likeness.STRONG:
            return 2 * names >= len(looks)
        if place.follows_sentence and all(_is_office(item.name.text) for item in parsed.items):
            return True
        return all(ZH.CLAUSES_COMPANY.search(item.name.text) for item in parsed.items)
    return place.where is Where.BRACKET and place.ends_sentence and _is_bare_list(parsed, place)


@rule(Stage.DEPARTMENTS)
def _is_bare_list(parsed: Parsed, place: Place) -> bool:
    """（工业和信息化部、公安部、科协等） behind a sentence: two names or more, the first and most of them clearly bodies;
    behind a full stop also a single one （市农业农村局）, and names that all end like offices of a house
    （组织人事股、党建办）. The role is then responsible, with a doubt unless other brackets say
    who leads."""
    looks = [item.likeness for item in parsed.items if not is_place(item.name.text)]
    least = 1 if place.follows_sentence else 2
    if len(looks) < len(parsed.items) or len(looks) < least or min(looks) is Likeness.NONE:
        return False
    if place.follows_sentence and all(_is_office(item.name.text) for item in parsed.items):
        return True
    strong = sum(look is Likeness.STRONG for look in looks)
    return looks[0] is Likeness.STRONG and strong * 3 >= len(looks) * 2


def _is_office(name: str) -> bool:
    """Whether a name ends like a body, or like an office of a house."""
    look = likeness(name)
    is_short = len(name) <= _LONGEST_OFFICE and ZH.CLAUSES_OFFICE.search(name) is not None
    return look is Likeness.STRONG or (look is Likeness.WEAK and is_short)


def _is_list(parsed: Parsed) -> bool:
    return bool(parsed.items) and all(item.likeness is not Likeness.NONE for item in parsed.items)


def _is_labelled_list(parsed: Parsed) -> bool:
    """Behind a label everything short is a name; where most is not, the label was part of a sentence."""
    if not parsed.items:
        only_persons = bool(parsed.persons) and not parsed.kept
        return parsed.is_empty or parsed.is_standing or only_persons or bool(parsed.dates)
    looks = sum(item.likeness is not Likeness.NONE or is_plausible(item.name.text) for item in parsed.items)
    return 2 * looks > len(parsed.items)


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
