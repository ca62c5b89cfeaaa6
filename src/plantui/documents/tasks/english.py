"""One task of an English outline with its fields, and the years of the document that they are read by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plantui.documents.field_kind import ROLE_OF, FieldKind
from plantui.documents.fields.deadlines.dated import Dated
from plantui.documents.fields.deadlines.english_deadlines import english_deadlines, undated
from plantui.documents.fields.deadlines.english_terms import issue_day
from plantui.documents.fields.departments.english_names import KnownNames, names_in
from plantui.documents.fields.indicators.english_figures import read_figures
from plantui.documents.languages.en import EN
from plantui.documents.metadata.front import Front, year_of
from plantui.documents.normalize.broken_words import joined, single_blanks
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.reading import Doubt, ReadDepartment, ReadIndicator
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.structure.heading import Heading
from plantui.documents.structure.items import Item
from plantui.documents.tasks.extracted import ROLE_RANK, ExtractedTask, title_doubt
from plantui.documents.tokens.body_sentences import bodies_in_sentence, sentences_of
from plantui.documents.tokens.english_dates import dates_only, day_order
from plantui.documents.traced import TracedText
from plantui.model.plan import PlanInfo
from plantui.model.terms import Role

_LONGEST_TITLE = 160


class TaskReader:
    """Reads the fields of one task after the other."""

    def __init__(self, words: Counter[str], known: KnownNames, period: Period) -> None:
        self._words = words
        self._known = known
        self._period = period

    def read(self, item: Item) -> ExtractedTask:
        """Return one task."""
        body = joined(item.body, self._words)
        heading = _titled(item.title, body)
        # What has no title is a number with nothing behind it.
        title = heading.title if heading.title.text else item.used[0].strip()
        text = joined([heading.text, *item.body], self._words) if item.title.text else body
        parts = [text] if text.text.startswith(title.text) else [title, text]
        named = [*self._departments(item)]
        said: list[Doubt] = []
        if not named:
            named, said = self._said(parts)
        dated = self._dates(item, title, parts)
        figures = self._figures(item, title, parts)
        measures = (value for kind, value in item.fields if kind is FieldKind.MEASURE)
        words = [value for value in measures if not any(map(str.isdigit, value.text))]
        text = joined([text, *words], self._words)  # a measure without a figure is no indicator
        doubts = [*dated.doubts, *said]
        if not heading.is_own:
            doubts.append(title_doubt(title))
        if not named:
            doubts.append(Doubt(title.span, title.text, "documents.doubt.no_departments"))
        return ExtractedTask(
            number=item.number,
            code=item.code,
            title=title,
            text=text,
            departments=tuple(named),
            deadlines=dated.deadlines,
            indicators=tuple(figures),
            doubts=tuple(doubts),
            used=(*item.used, title, text),
            details=tuple(item.details),
            has_own_title=heading.is_own,
            is_guessed=bool(said),
        )

    def _departments(self, item: Item) -> Iterator[ReadDepartment]:
        """Yield the departments that labels and cells name."""
        roles = (one for kind, value in item.fields if kind in ROLE_OF for one in _by_role(kind, value))
        for given, value in sorted(roles, key=lambda pair: ROLE_RANK[pair[0]]):
            for role, name in names_in(value, self._known, given):
                clean = single_blanks(joined([name], self._words))
                yield ReadDepartment(role, clean.text, clean.span)

    @rule(Stage.ENGLISH)
    def _said(self, parts: Sequence[TracedText]) -> tuple[list[ReadDepartment], list[Doubt]]:
        """A task without any labelled body has those that its sentences name as who leads, helps or is responsible; the
        sentences stay in the text, and each is doubtful."""
        found: dict[str, ReadDepartment] = {}
        doubts: dict[tuple[Role, str], Doubt] = {}
        for part in parts:
            for sentence in sentences_of(part):
                for role, who in bodies_in_sentence(sentence):
                    doubt = Doubt(who.span, who.text, "clauses.from_sentence", {"text": sentence.text})
                    doubts.setdefault((role, sentence.text), doubt)
                    for given, name in names_in(who, self._known, role):
                        clean = single_blanks(name)
                        found.setdefault(name.text, ReadDepartment(given, clean.text, clean.span))
        return [*found.values()], [*doubts.values()]

    def _dates(self, item: Item, title: TracedText, parts: Sequence[TracedText]) -> Dated:
        """The deadlines in the order of the text; a date of a label that the text says already is no second one."""
        read = [english_deadlines(part, self._period) for part in parts]
        if marked := EN.FIELDS_BRACKET.search(title.text):
            inside = title[marked.start() + 1 : marked.end() - 1]
            if dates_only(inside.text):
                read.append(english_deadlines(inside, self._period, labelled=True))
        said = {one.due for found in read for one in found.deadlines}
        for kind, value in item.fields:
            if kind not in (FieldKind.DUE, FieldKind.MEASURE):
                continue
            is_due = kind is FieldKind.DUE
            for line in _dated_lines(value) if is_due else [value]:
                found = english_deadlines(line, self._period, labelled=is_due or dates_only(line.text))
                found = undated(line, found, self._period) if is_due else found
                fresh = tuple(one for one in found.deadlines if one.due not in said)
                read.append(Dated(fresh, found.doubts))
        deadlines = [one for found in read for one in found.deadlines]
        once = {(one.due, one.clause, one.phrase.lower()): one for one in reversed(deadlines)}
        return Dated(
            tuple(sorted(once.values(), key=lambda one: one.span.start)),
            tuple(doubt for found in read for doubt in found.doubts),
        )

    def _figures(self, item: Item, title: TracedText, parts: Sequence[TracedText]) -> list[ReadIndicator]:
        """The measurable targets of title, text and measures, each once."""
        measures = [value for kind, value in item.fields if kind is FieldKind.MEASURE]
        found: dict[tuple[object, ...], ReadIndicator] = {}
        for part in [*parts, *measures]:
            for one in read_figures(part, self._period, title.text, is_measure=part in measures):
                found.setdefault((one.value, one.unit, one.due), one)
        return list(found.values())


@rule(Stage.ENGLISH)
def _by_role(kind: FieldKind, value: TracedText) -> list[tuple[Role, TracedText]]:
    """Of a label with both roles (Lead/Support: A / B, C) what stands before the stroke leads and the rest helps;
    without a stroke they are responsible."""
    parts = list(value.split(compiled(r"\s+/\s+|\s*;\s*")))
    if kind is FieldKind.LEAD_AND_SUPPORT and len(parts) > 1:
        return [(Role.LEAD, parts[0]), *((Role.SUPPORT, part) for part in parts[1:])]
    return [(ROLE_OF[kind], value)]


@rule(Stage.ENGLISH)
def _titled(title: TracedText, body: TracedText) -> Heading:
    """A task without a title takes the first words of its text, up to the first stop, and keeps them in the text; of a
    long title the first sentence is the title and the rest is text. A text of one sentence is its title."""
    if title.text and len(title.text) <= _LONGEST_TITLE and not EN.FIELDS_STOP.search(title.text):
        return Heading(title, title[:0])
    whole = title if title.text else body
    stop = EN.FIELDS_STOP.search(whole.text)
    words = whole[: stop.start()] if stop else whole
    if len(words) <= _LONGEST_TITLE:
        rest = whole[stop.end() :].strip() if stop and title.text else title
        is_all = len(words.text.rstrip(" .")) == len(whole.text.rstrip(" ."))
        return Heading(words.strip(" .,;:"), rest, bool(title.text) or is_all)
    cut = max(words.text.rfind(mark, 30, _LONGEST_TITLE) for mark in (", ", "; ", " and ", " to "))
    return Heading(words[: cut if cut > 0 else _LONGEST_TITLE].strip(" .,;:"), title, is_own=False)


def _dated_lines(value: TracedText) -> Iterator[TracedText]:
    """The lines of a value; two lines of nothing but dates, one below the other, are a start and an end. A year below what it
    is the year of (September⏎2025) goes on with the line above."""
    lines: list[TracedText] = []
    for line in (line.strip() for line in value.split(compiled("\n")) if line.text.strip()):
        if (
            lines
            and EN.FIELDS_BEGINS_WITH_YEAR.match(line.text)
            and EN.FIELDS_LACKS_YEAR.search(lines[-1].text)
        ):
            blank = TracedText.implied(" ", line.offsets[0])
            line = TracedText.join([lines.pop(), blank, line])
        lines.append(line)
    at = 0
    while at < len(lines):
        here = lines[at]
        if at + 1 < len(lines) and dates_only(here.text) and dates_only(lines[at + 1].text):
            joint = TracedText.implied(" – ", lines[at + 1].offsets[0])
            yield TracedText.join([here, joint, lines[at + 1]])
            at += 2
            continue
        yield here
        at += 1


def english_period(
    front: Front | PlanInfo, source: Source, terms: Mapping[str, date], year: int | None = None
) -> Period:
    """Return the years of a document; nothing before its issue is a deadline either. `year` is that of dates without one."""
    years = [one for one in (front.start_year, year_of(front.issued)) if one is not None]
    return Period(
        min(years, default=None),
        front.end_year,
        issue_day(front.issued),
        Period(front.start_year, front.end_year, given=year).only_year,
        of_month=isinstance(front.issued, str),
        day_first=day_order(source.text),
        terms=terms,
    )
