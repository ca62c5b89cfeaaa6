"""The stages of a Chinese document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from plantui.documents.account.chinese import headings_in, other_parts, skipped_in
from plantui.documents.account.losses import left_out_doubts
from plantui.documents.fields.departments import document_context
from plantui.documents.fields.goals import table_goals
from plantui.documents.fields.signs import ChineseSigns
from plantui.documents.imported import RemainderKind
from plantui.documents.languages.language import CHINESE
from plantui.documents.metadata.chinese import FrontPages
from plantui.documents.metadata.front import called
from plantui.documents.metadata.goals import goal_at, goals_of
from plantui.documents.normalize.normalize import Normalized, normalize
from plantui.documents.period import Period
from plantui.documents.progress import Progress
from plantui.documents.reading import Doubt
from plantui.documents.source import Source
from plantui.documents.structure.outline import Outline, chapters_of, outline_of
from plantui.documents.tables.sign import may_hold_tables
from plantui.documents.tasks.chinese import read_task
from plantui.documents.traced import Span, TracedText
from plantui.model.terms import Role

from .document import ReadDocument

if TYPE_CHECKING:
    from plantui.documents.tables.find import TaskTables

_TABLES, _OUTLINE = 0.1, 0.15
"""How much of an import the tables and the outline are."""


def read_chinese(source: Source, progress: Progress, year: int | None = None) -> ReadDocument:
    """Find the structure of a Chinese document, that of its tables and its text as one."""
    tables = _tables(source)
    progress.add(_TABLES)
    fixed, outline = _outlined(source, tables, progress)
    progress.add(_OUTLINE)
    if not outline.tasks and source.rows:
        tables = _tables(source, needs_departments=False)
        fixed, outline = _outlined(source, tables, progress)
    above = tables.front if tables else ()
    pages = FrontPages(fixed, outline, source, above)
    front = pages.front(year)
    period = Period.of(front.start_year, front.end_year, front.issued, year)
    texts = [*(p.text for p in fixed.paragraphs), *(tables.notes if tables else ())]
    context = document_context(texts, period)
    if tables and tables.first_leads(texts):
        context = context._replace(first_is_lead=True)
    carried = [one for one in context.carried if one.role is Role.RESPONSIBLE]
    called_front = called(front, source)
    headings, heads = chapters_of(outline.root, outline.tasks, called_front.title)
    in_tables = table_goals(tables.indicators if tables else (), period)
    goals = [
        *goals_of(outline, period, source),
        *(goal_at(goal, text, source) for goal, text in in_tables),
    ]
    return ReadDocument(
        called_front,
        [partial(read_task, task, context) for task in outline.tasks],
        headings,
        heads,
        goals,
        ChineseSigns(context),
        [*headings_in(outline), *{id(text): text for _, text in goals}.values()],
        [*_page(fixed, tables), *other_parts(outline)],
        partial(skipped_in, outline),
        [
            *_doubts(outline),
            *left_out_doubts(source, fixed.left_out),
            *(tables.doubts if tables else ()),
        ],
        [one.name for one in carried],
        pages.places(front, carried),
    )


def _doubts(outline: Outline) -> Iterator[Doubt]:
    """Yield those about parts that hold no tasks."""
    for node in outline.found.bare:
        title = node.heading.title if node.heading else TracedText.of("")
        yield Doubt(title.span, title.text, "documents.doubt.section_without_departments")
    if outline.other_tasks:
        span = (outline.after or outline.before)[0].text.span
        facts = {"count": str(outline.other_tasks)}
        yield Doubt(span, "", "documents.doubt.other_part_with_tasks", facts)


def _page(fixed: Normalized, tables: TaskTables | None) -> Iterator[tuple[RemainderKind, Span]]:
    """Yield lines of the page, and tables."""
    for text in fixed.furniture:
        yield RemainderKind.FURNITURE, text.span
    for span in tables.spans if tables else ():
        yield RemainderKind.TABLE, span


def _outlined(source: Source, tables: TaskTables | None, progress: Progress) -> tuple[Normalized, Outline]:
    """Return the text beside the tables, and the outline of both."""
    fixed = normalize(source, CHINESE, tables.spans if tables else (), progress)
    outline = outline_of(fixed.paragraphs)
    if tables is None:
        return fixed, outline
    from plantui.documents.structure.row_tasks import with_tables

    return fixed, with_tables(outline, tables)


def _tables(source: Source, *, needs_departments: bool = True) -> TaskTables | None:
    """Return the task tables of a document; None, and nothing loaded, where it has none."""
    if not may_hold_tables(source):
        return None
    from plantui.documents.tables.find import task_tables

    found = task_tables(source, needs_departments=needs_departments)
    return found if found.spans else None
