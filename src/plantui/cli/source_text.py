"""The places where a plan and its tasks were read, with the document's own sentences where it is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.documents.place import excerpt, range_of, unbroken
from plantui.documents.quoting import (
    Document,
    Placed,
    Quotation,
    document_beside,
    placed,
    plan_quotations,
    quotations,
    sentences,
)
from plantui.model.terms import Role
from plantui.words.phrases import numbered, place_text

from .context import CommandContext

if TYPE_CHECKING:
    from plantui.model.plan import Plan, Source
    from plantui.query.rows import TaskRow
    from plantui.store.index.library import Library, PlanEntry
    from plantui.words.catalogue import Words

_SHOWN = 80


def task_source_lines(context: CommandContext, library: Library, row: TaskRow) -> Iterator[str]:
    """Yield the lines of a task's source: its sentences, each with the fields that it gave."""
    words, places = context.words, row.whole.source
    yield ""
    if places is None:
        yield words("documents.show.none")
        return
    document = _document(context, row.plan, library.head(row.plan).info.source)
    yield from _head(words, document, place_text(words, places.line, places.page))
    quoted = [*quotations(row.whole)]
    if document.source is None:
        yield from (f"  {_place(words, one, one.said)}" for one in quoted)
        return
    yield from _quoted(words, document, quoted)
    for one in quoted:
        if one.field == "text":
            yield "  " + _place(words, one, unbroken(document.source, one.span)[0])


def plan_source_lines(context: CommandContext, library: Library, plan: PlanEntry) -> Iterator[str]:
    """Yield the lines of a plan's source: its own data, its goals and its headings."""
    words, head = context.words, library.head(plan)
    yield ""
    if head.info.source is None:
        yield words("documents.show.plan_none")
        return
    document = _document(context, plan, head.info.source)
    yield from _head(words, document, "")
    found = [*plan_quotations(head), *_headings(head)]
    for is_goals, group in groupby(found, lambda one: one.quotation.field == "goal"):
        if is_goals and document.source is not None:
            yield from _quoted(words, document, [one.quotation for one in group])
        else:
            yield from (_line(words, document, one) for one in group)


def _headings(plan: Plan) -> Iterator[Placed]:
    for section in plan.sections:
        yield from placed("section", numbered(section.number, section.title), section.source)


def _document(context: CommandContext, plan: PlanEntry, recorded: Source | None) -> Document:
    return document_beside(Path(plan.path), recorded, context.folders())


def _head(words: Words, document: Document, where: str) -> Iterator[str]:
    value = f"{document.file} {where}".strip()
    yield words("cli.show.fact", name=words("documents.show.source"), value=value)
    if document.problem:
        yield words(document.problem, file=document.file)


def _quoted(words: Words, document: Document, quoted: Iterable[Quotation]) -> Iterator[str]:
    """Yield the sentences, and below each the fields that were read from it."""
    source = document.source
    assert source is not None
    for span, fields in sentences(quoted, source).items():
        where = place_text(words, source.line_of(span.start), source.page_of(span.start))
        yield "  " + words("documents.show.sentence", place=where, text=unbroken(source, span)[0])
        for one in fields:
            yield "    " + _place(words, one, unbroken(source, one.span)[0])


def _line(words: Words, document: Document, field: Placed) -> str:
    """Return the line on one of the plan's own data or headings."""
    one, source = field.quotation, document.source
    facts = {"field": _name(words, one), "place": place_text(words, field.line, field.page)}
    if not one.span.end:
        return "  " + words("documents.show.line_only", text=excerpt(one.said, _SHOWN), **facts)
    text = unbroken(source, one.span)[0] if source and one.field != "section" else one.said
    return "  " + words(
        "documents.show.placed", range=range_of(one.span), text=excerpt(text, _SHOWN), **facts
    )


def _place(words: Words, one: Quotation, text: str) -> str:
    return words(
        "documents.show.place", field=_name(words, one), range=range_of(one.span), text=excerpt(text, _SHOWN)
    )


def _name(words: Words, one: Quotation) -> str:
    return words(f"documents.field.{'departments' if one.field in tuple(Role) else one.field}")
