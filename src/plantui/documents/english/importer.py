"""Imports an English plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plantui.documents.coverage import Account
from plantui.documents.imported import Imported, RemainderKind
from plantui.documents.reading import Doubt, ReadDeadline
from plantui.documents.repair.furniture import page_furniture
from plantui.documents.repair.lines import Line, lines_of
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Task, TaskSource
from plantui.model.plan import Source as PlanSource
from plantui.model.problem import DataError
from plantui.model.terms import PlanStatus, Role

from .blocks import Block, blocks_of, headings_of, joined_lines, paired, words_above
from .dates import english_deadlines
from .front import EnglishFront, english_front
from .headings import EnglishHeading
from .labels import labels_in
from .names import KnownNames, names_in
from .sections import EnglishSections
from .words import vocabulary, whole_words

_RANK = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class _Document:
    source: Source
    lines: list[Line]
    furniture: list[Line]
    words: Counter[str]
    front: EnglishFront
    known: KnownNames


def import_english(source: Source, plan_id: str) -> Imported:
    """Read an English document as a plan. Raises DataError where no task can be found."""
    document = _read(source)
    headings = headings_of(document.lines)
    pairs = paired(headings, blocks_of(document.lines, headings))
    headings = words_above(headings, pairs) if pairs else headings
    items: list[tuple[EnglishHeading, Block | None]] = (
        [*_with_others(headings, pairs)] if pairs else [*_without_blocks(headings, document)]
    )
    if not items:
        raise DataError("documents.no_tasks", file=source.name)
    sections = EnglishSections(headings, document.lines, document.words)
    account = Account(source)
    tasks: list[Task] = []
    doubts: list[Doubt] = []
    for heading, block in items:
        task, used = _task(document, headings, heading, block, sections, tasks)
        tasks.append(task)
        account.use(used)
        if block is None:
            doubts.append(Doubt(_title(document, heading).span, task.title, "documents.doubt.no_departments"))
    account.use(sections.used)
    first = min(heading.first for heading, _ in items)
    start = min((h.first for h in headings if h.first <= first), default=first)
    account.name_whole(RemainderKind.LETTER, [line.text for line in document.lines[:start]])
    account.name(RemainderKind.FURNITURE, [line.text for line in document.furniture])
    coverage, remainder = account.close()
    plan = Plan(_info(document, plan_id), (), tuple(sections.list), tuple(tasks))
    return Imported(source, plan, tuple(doubts), coverage, remainder)


def _read(source: Source) -> _Document:
    lines = lines_of(source)
    furniture = page_furniture(lines)
    words = vocabulary(source.text)
    kept = [
        replace(line, text=whole_words(line.text, words))
        for i, line in enumerate(lines)
        if i not in furniture
    ]
    kept = [line for line in kept if line.text.text]
    values = [value.text for block in blocks_of(kept, headings_of(kept)) for _, value in block.values]
    known = KnownNames(values, (line.text.text for line in kept))
    front = english_front(lines, source.text, source.name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    return _Document(source, kept, [lines[i] for i in sorted(furniture)], words, front, known)


def _info(document: _Document, plan_id: str) -> PlanInfo:
    front = document.front
    return PlanInfo(
        id=plan_id,
        title=front.title,
        short_title=front.title,
        region=front.region,
        start_year=front.start_year,
        end_year=front.end_year,
        status=PlanStatus.DRAFT if front.is_draft else PlanStatus.IN_FORCE,
        issuer=front.region,
        source=PlanSource(document.source.name.rsplit("/", 1)[-1], document.source.sha256),
    )


def _without_blocks(
    headings: Sequence[EnglishHeading], document: _Document
) -> Iterator[tuple[EnglishHeading, None]]:
    """In a plan that names no departments the numbered actions are the tasks; of repeated ones the last counts."""
    items = [heading for heading in headings if not heading.is_section]
    named = [heading for heading in items if heading.word] or items
    last = {(h.number, _title(document, h).text.lower()): h for h in named}
    yield from ((heading, None) for heading in named if heading in last.values())


@rule(Stage.ENGLISH)
def _with_others(
    headings: Sequence[EnglishHeading], pairs: Sequence[tuple[EnglishHeading, Block]]
) -> Iterator[tuple[EnglishHeading, Block | None]]:
    """Beside the actions with departments, an action of the same word (Action 2.3) that has a number of its own and names
    none is a task too."""
    words = {heading.word for heading, _ in pairs if heading.word}
    numbers = {heading.number for heading, _ in pairs}
    items: list[tuple[EnglishHeading, Block | None]] = [*pairs]
    for heading in headings:
        if heading.word in words and not heading.is_section and heading.number not in numbers:
            numbers.add(heading.number)
            items.append((heading, None))
    yield from sorted(items, key=lambda item: item[0].first)


def _title(document: _Document, heading: EnglishHeading) -> TracedText:
    first = document.lines[heading.first]
    lines = [
        replace(first, text=first.text[heading.title_start :]),
        *document.lines[heading.first + 1 : heading.end],
    ]
    return whole_words(joined_lines(lines), document.words).strip(" .:;")


def _task(
    document: _Document,
    headings: Sequence[EnglishHeading],
    heading: EnglishHeading,
    block: Block | None,
    sections: EnglishSections,
    before: Sequence[Task],
) -> tuple[Task, list[TracedText]]:
    title = _title(document, heading)
    body = joined_lines(_body(document, headings, heading, block))
    named = list(_departments(block, document)) if block else []
    deadlines = [*_deadlines(title, body, block, document)]
    section = sections.of(heading)
    task = Task(
        id=_free(f"{section}.{heading.number}" if section else heading.number, before),
        section=section,
        number=f"{heading.word} {heading.number}".strip() if heading.word else heading.number,
        title=title.text,
        text=body.text,
        departments=Departments(
            **{role.value: tuple(dict.fromkeys(n.text for r, n in named if r is role)) for role in Role}
        ),
        deadlines=tuple(Deadline(d.phrase, d.due, d.clause) for d in deadlines),
        source=_places(document.source, title, body, named, deadlines),
    )
    used = [document.lines[heading.first].text, title, body, *_labelled(document, headings, heading, block)]
    return task, used


def _labelled(
    document: _Document, headings: Sequence[EnglishHeading], heading: EnglishHeading, block: Block | None
) -> Iterator[TracedText]:
    """The labelled lines of an action: those of its roles, and those (Cost, Status) that end them."""
    if block is None:
        return
    yield from (value for _, value in block.values)
    yield from block.times
    start = min(block.first, heading.end)
    end = min(
        (h.first for h in headings if h.first > max(block.last, heading.first)), default=len(document.lines)
    )
    open_until = 0
    for at in range(start, end):
        if labels_in(document.lines[at].text.text):
            open_until = at + 3
        if at < open_until:
            yield document.lines[at].text


def _free(wanted: str, before: Sequence[Task]) -> str:
    taken = {task.id for task in before}
    wanted = wanted.replace(" ", "")
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{count}" for count in range(2, 10_000) if f"{wanted}-{count}" not in taken)


def _body(
    document: _Document, headings: Sequence[EnglishHeading], heading: EnglishHeading, block: Block | None
) -> list[Line]:
    """The lines after the title up to the first label of the block, or to the next heading."""
    following = [other.first for other in headings if other.first > heading.first]
    end = min(following, default=len(document.lines))
    if block is not None and block.first > heading.first:
        end = block.first if block.first >= end else min(end, block.first)
    body: list[Line] = []
    for line in document.lines[heading.end : end]:
        labels = labels_in(line.text.text)
        if labels and labels[0].start == 0:
            break
        body.append(line)
    return body


def _departments(block: Block, document: _Document) -> Iterator[tuple[Role, TracedText]]:
    for role, value in sorted(block.values, key=lambda pair: _RANK[pair[0]]):
        for name in names_in(whole_words(value, document.words), document.known):
            yield role, name


def _deadlines(
    title: TracedText, body: TracedText, block: Block | None, document: _Document
) -> Iterator[ReadDeadline]:
    first = document.front.start_year
    yield from english_deadlines(title, first)
    yield from english_deadlines(body, first)
    for value in block.times if block else ():
        labelled = (
            TracedText.join([TracedText("Due: ", value.offsets[:1] * 5), value]) if value.text else value
        )
        yield from english_deadlines(labelled, first, labelled=True)


def _places(
    source: Source,
    title: TracedText,
    body: TracedText,
    named: Sequence[tuple[Role, TracedText]],
    deadlines: Sequence[ReadDeadline],
) -> TaskSource:
    def place(span: Span) -> str:
        return f"{span.start}-{span.end}"

    first = title.offsets[0]
    return TaskSource(
        line=source.line_of(first),
        page=source.page_of(first),
        title=place(title.span),
        text=place(body.span) if body.text else "",
        departments=tuple(place(name.span) for _, name in named),
        deadlines=tuple(place(deadline.span) for deadline in deadlines),
    )
