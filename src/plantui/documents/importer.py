"""Turns a document into a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from plantui.documents.fields.departments import document_context
from plantui.documents.fields.indicators.table_goals import table_goals
from plantui.documents.fields.signs import ChineseSigns
from plantui.documents.languages.language import CHINESE
from plantui.documents.normalize.normalize import Normalized, normalize
from plantui.documents.patterns import compiled
from plantui.documents.structure.outline import Outline, outline_of
from plantui.model.own_words import NO_OWN_WORDS, OwnWords
from plantui.model.plan import Plan

from .account import account_of
from .assemble import Sections, task_ids
from .front.missing import missing_in
from .front_matter import document_of, front_of, plan_info, title_or_file
from .goals import goal_at, goals_of
from .imported import Imported
from .languages.choosing import language_of
from .languages.own_words import with_own_words
from .losses import imported, left_out_doubts
from .no_tasks import NoTasks
from .period import Period
from .placing import placed
from .progress import Progress, Tell
from .reading import Doubt
from .reading_tasks import TaskRead, read_task
from .source import Source
from .tables.sign import may_hold_tables
from .traced import TracedText
from .traditional import is_traditional, restored, simplified

if TYPE_CHECKING:
    from .tables.find import TaskTables

_LINES, _OUTLINE, _TASKS = 0.1, 0.15, 0.4
"""How much of an import the cutting into lines, the outline and the reading of the tasks are."""
_UNSAFE = compiled(r"[^\w.-]+")


def import_document(
    source: Source,
    plan_id: str | None = None,
    tell: Tell | None = None,
    year: int | None = None,
    own: OwnWords = NO_OWN_WORDS,
) -> Imported:
    """Read a document as a plan. `plan_id` is by default made from the file's name; `tell` hears how much is done; `year`
    is that of dates without one, and of a plan whose title names none; `own` are the office's own words.

    Raises NoTasks, which holds what was seen, where no task can be found.
    """
    with with_own_words(own):
        read = _imported(source, plan_id or slug(source.name), Progress(tell), year)
    if not read.plan.tasks:
        raise NoTasks(read)
    return read


def _imported(source: Source, wanted: str, progress: Progress, year: int | None) -> Imported:
    if language_of(source.text).is_english:
        from .english.importer import import_english  # 20 ms that a Chinese document need not wait for

        read = import_english(source, wanted, progress, year)
        return replace(read, plan=placed(read.plan, source))
    if is_traditional(source.text):
        simple = simplified(source)
        if simple is not None:
            return restored(_import_chinese(simple, wanted, progress, year), source)
    return _import_chinese(source, wanted, progress, year)


def slug(name: str) -> str:
    """A plan's id from a file's name."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return _UNSAFE.sub("-", stem).strip("-.") or "plan"


def _import_chinese(source: Source, wanted: str, progress: Progress, year: int | None) -> Imported:
    tables = _tables(source)
    progress.add(_LINES)
    fixed, outline = _outlined(source, tables, progress)
    progress.add(_OUTLINE)
    if not outline.tasks and source.rows:
        tables = _tables(source, needs_departments=False)
        fixed, outline = _outlined(source, tables, progress)
    return _read(source, fixed, outline, tables, wanted, progress, year)


def _outlined(source: Source, tables: TaskTables | None, progress: Progress) -> tuple[Normalized, Outline]:
    """The text beside the tables, and the outline of both."""
    fixed = normalize(source, CHINESE, tables.spans if tables else (), progress)
    outline = outline_of(fixed.paragraphs)
    if tables is None:
        return fixed, outline
    from .structure.row_tasks import with_tables

    return fixed, with_tables(outline, tables)


def _tables(source: Source, *, needs_departments: bool = True) -> TaskTables | None:
    """The task tables of a document; None, and nothing loaded, where it has none."""
    if not may_hold_tables(source):
        return None
    from .tables.find import task_tables

    found = task_tables(source, needs_departments=needs_departments)
    return found if found.spans else None


def _read(
    source: Source,
    fixed: Normalized,
    outline: Outline,
    tables: TaskTables | None,
    plan_id: str,
    progress: Progress,
    year: int | None,
) -> Imported:
    above = tables.front if tables else ()
    front = front_of(fixed, outline, source, above, year)
    period = Period.of(front.start_year, front.end_year, front.issued, year)
    texts = [*(p.text for p in fixed.paragraphs), *(tables.notes if tables else ())]
    context = document_context(texts, period)
    if tables and tables.first_leads(texts):
        context = replace(context, first_is_lead=True)
    sections = Sections(outline.root, outline.tasks, title_or_file(front, source.name), source)
    ids = task_ids(outline.tasks, sections)
    reads = [
        read_task(found, task_id, sections.of(found), source, context)
        for found, task_id in progress.over([*zip(outline.tasks, ids, strict=True)], _TASKS)
    ]
    goals = [*goals_of(outline, period, source)]
    goals += [
        goal_at(goal, text, source) for goal, text in table_goals(tables.indicators if tables else (), period)
    ]
    document = document_of(front, fixed, outline, source, context, above)
    info = plan_info(front, plan_id, document, context)
    plan = Plan(info, tuple(goal for goal, _ in goals), tuple(sections.list), tuple(r.task for r in reads))
    plan = placed(plan, source)
    said = [*{id(text): text for _, text in goals}.values()]
    spans = tables.spans if tables else ()
    account = account_of(source, fixed, outline, reads, said, spans)
    doubts = [
        *_doubts(reads, outline),
        *missing_in(front, info.title),
        *left_out_doubts(source, fixed.left_out),
    ]
    doubts += tables.doubts if tables else ()
    found = imported(source, plan, account, [read.said for read in reads], ChineseSigns(context), doubts)
    progress.add(1.0)
    return found


def _doubts(reads: Sequence[TaskRead], outline: Outline) -> list[Doubt]:
    doubts = [doubt for read in reads for doubt in read.doubts]
    for node in outline.found.bare:
        title = node.heading.title if node.heading else TracedText.of("")
        doubts.append(Doubt(title.span, title.text, "documents.doubt.section_without_departments"))
    if outline.other_tasks:
        span = outline.after[0].text.span if outline.after else outline.before[0].text.span
        facts = {"count": str(outline.other_tasks)}
        doubts.append(Doubt(span, "", "documents.doubt.other_part_with_tasks", facts))
    return doubts
