"""The task pane's other side: the sentences of the document that a task, a plan or a heading was read from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from plantui.documents.place import unbroken
from plantui.documents.quoting import Document, Placed, Quotation, quotations, sentences
from plantui.documents.source import Source
from plantui.documents.traced import Span
from plantui.model.plan import Task
from plantui.model.terms import Role
from plantui.words import Words
from plantui.words.phrases import numbered, term

from .lines import Mark, labelled, paragraph
from .widgets.painted import Painted

_ROLES = {role.value: role for role in Role}
_LONGEST = 1200
"""Characters of one sentence that are shown."""


def source_lines(words: Words, task: Task, document: Document | None, width: int) -> list[Painted]:
    """Return all lines on a task; `document` is None while it is still being read."""
    return list(_lines(words, task, document, max(width, 20)))


def _lines(words: Words, task: Task, document: Document | None, width: int) -> Iterator[Painted]:
    yield from paragraph(numbered(task.number, task.title), width, "head")
    places = task.source
    if places is None:
        yield from paragraph(words("documents.show.none"), width, "muted")
        return
    where = words("documents.place.line", line=places.line)
    if places.page:
        where = words("documents.place.page", page=places.page, line=places.line)
    yield from _quoted(words, [*quotations(task)], document, where, width)


def branch_source_lines(
    words: Words, title: str, placed: Sequence[Placed], document: Document | None, width: int
) -> list[Painted]:
    """Return all lines on a plan or a heading: its own data or words line by line, since they end without a stop, and the
    sentences of its goals."""
    return list(_branch_lines(words, title, placed, document, max(width, 20)))


def _branch_lines(
    words: Words, title: str, placed: Sequence[Placed], document: Document | None, width: int
) -> Iterator[Painted]:
    yield from paragraph(title, width, "head")
    if not placed:
        yield from paragraph(words("documents.show.here_none"), width, "muted")
        return
    yield from labelled(words("documents.show.source"), document.file if document else "", width)
    if document is None:
        return
    if document.source is None:
        yield from paragraph(words(document.problem, file=document.file), width, "notice")
    goals = []
    for one in placed:
        if one.quotation.field == "goal" and document.source is not None:
            goals.append(one.quotation)
            continue
        where, text = words("documents.place.line", line=one.line), one.quotation.said
        if one.page:
            where = words("documents.place.page", page=one.page, line=one.line)
        if document.source is not None and 0 < one.quotation.span.end <= len(document.source.text):
            text = unbroken(document.source, one.quotation.span)[0]
        yield []
        yield [(f"{where}  {_name(words, one.quotation.field)}", "muted")]
        yield from paragraph(text, width)
    if document.source is not None:
        yield from _sentences(words, goals, document.source, width)


def _quoted(
    words: Words, quoted: Sequence[Quotation], document: Document | None, where: str, width: int
) -> Iterator[Painted]:
    """Yield the document, and the sentences with what was read from each; where it is not at hand, the places."""
    file = document.file if document else ""
    yield from labelled(words("documents.show.source"), f"{file} {where}".strip(), width)
    if document is None:
        return
    if document.source is None:
        yield from paragraph(words(document.problem, file=document.file), width, "notice")
        yield []
        for one in quoted:
            yield from labelled(f"{_name(words, one.field)} {one.span.start}-{one.span.end}", one.said, width)
        return
    yield from _sentences(words, quoted, document.source, width)


def _sentences(words: Words, quoted: Sequence[Quotation], source: Source, width: int) -> Iterator[Painted]:
    for span, fields in sentences(quoted, source).items():
        names = list(dict.fromkeys(_name(words, one.field) for one in fields))
        line = words("documents.place.line", line=source.line_of(fields[0].span.start))
        yield []
        yield [(f"{line}  ", "muted"), (words.listing(names), "muted")]
        shown, at = unbroken(source, Span(span.start, min(span.end, span.start + _LONGEST)))
        yield from paragraph(shown, width, marks=_marks(fields, at))


def _marks(fields: Sequence[Quotation], places: Sequence[int]) -> list[Mark]:
    marks = [
        Mark(
            bisect_left(places, one.span.start),
            bisect_left(places, one.span.end),
            "head" if one.field == "title" else "mark",
        )
        for one in fields
    ]
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def _name(words: Words, field: str) -> str:
    return term(words, _ROLES[field]) if field in _ROLES else words(f"documents.field.{field}")
