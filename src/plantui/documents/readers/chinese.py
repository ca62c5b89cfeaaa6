"""The stages of a Chinese document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from plantui.documents.account.chinese import headings_in, other_parts, skipped_in
from plantui.documents.account.losses import SignReader, left_out_doubts
from plantui.documents.account.skipped import Skipped
from plantui.documents.fields.departments import document_context
from plantui.documents.fields.indicators.table_goals import table_goals
from plantui.documents.fields.signs import ChineseSigns
from plantui.documents.imported import RemainderKind
from plantui.documents.languages.language import CHINESE
from plantui.documents.metadata.chinese_lines import front_of, places_of
from plantui.documents.metadata.front import called
from plantui.documents.metadata.goals import goal_at, goals_of
from plantui.documents.normalize.normalize import Normalized, normalize
from plantui.documents.period import Period
from plantui.documents.progress import Progress
from plantui.documents.reading import Doubt
from plantui.documents.source import Source
from plantui.documents.structure.chapters import chapters_of
from plantui.documents.structure.outline import Outline, outline_of
from plantui.documents.structure.section_head import SectionHead
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.tables.sign import may_hold_tables
from plantui.documents.tasks.chinese import read_task
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Goal, Place
from plantui.model.terms import Role

if TYPE_CHECKING:
    from plantui.documents.tables.find import TaskTables

_TABLES, _OUTLINE = 0.1, 0.15
"""How much of an import the tables and the outline are."""


class ChineseReader:
    """One Chinese document."""

    def __init__(self, source: Source, progress: Progress, year: int | None = None) -> None:
        tables = _tables(source)
        progress.add(_TABLES)
        fixed, outline = _outlined(source, tables, progress)
        progress.add(_OUTLINE)
        if not outline.tasks and source.rows:
            tables = _tables(source, needs_departments=False)
            fixed, outline = _outlined(source, tables, progress)
        self._source, self._fixed, self._outline, self._tables = source, fixed, outline, tables
        above = tables.front if tables else ()
        front = front_of(fixed, outline, source, above, year)
        period = Period.of(front.start_year, front.end_year, front.issued, year)
        texts = [*(p.text for p in fixed.paragraphs), *(tables.notes if tables else ())]
        context = document_context(texts, period)
        if tables and tables.first_leads(texts):
            context = replace(context, first_is_lead=True)
        self._context = context
        carried = [one for one in context.carried if one.role is Role.RESPONSIBLE]
        self.front = called(front, source)
        self.places: dict[str, Place] = places_of(front, fixed, outline, source, carried, above)
        self.responsible: Sequence[str] = [one.name for one in carried]
        self.headings: Sequence[SectionHead]
        self.heads: Sequence[SectionHead]
        self.headings, self.heads = chapters_of(outline.root, outline.tasks, self.front.title)
        in_tables = table_goals(tables.indicators if tables else (), period)
        self.goals: Sequence[tuple[Goal, TracedText]] = [
            *goals_of(outline, period, source),
            *(goal_at(goal, text, source) for goal, text in in_tables),
        ]
        self.signs: SignReader = ChineseSigns(context)
        self.doubts: Sequence[Doubt] = self._doubts()

    def tasks(self) -> Sequence[FoundTask]:
        """Return the tasks of the outline."""
        return self._outline.tasks

    def task(self, at: int) -> ExtractedTask:
        """Return one task with its fields."""
        return read_task(self._outline.tasks[at], self._context)

    def _doubts(self) -> list[Doubt]:
        """Return those about parts that hold no tasks, lines that were left out, and rows that were guessed at."""
        outline = self._outline
        bare = [node.heading.title if node.heading else TracedText.of("") for node in outline.found.bare]
        doubts = [Doubt(one.span, one.text, "documents.doubt.section_without_departments") for one in bare]
        if outline.other_tasks:
            span = (outline.after or outline.before)[0].text.span
            facts = {"count": str(outline.other_tasks)}
            doubts.append(Doubt(span, "", "documents.doubt.other_part_with_tasks", facts))
        doubts += left_out_doubts(self._source, self._fixed.left_out)
        return [*doubts, *(self._tables.doubts if self._tables else ())]

    def used(self) -> Iterable[TracedText]:
        """Return headings and goals."""
        goals = {id(text): text for _, text in self.goals}
        return [*headings_in(self._outline), *goals.values()]

    def ranges(self) -> Iterator[tuple[RemainderKind, Span]]:
        """Yield lines of the page, tables, and the parts before and behind the plan."""
        for text in self._fixed.furniture:
            yield RemainderKind.FURNITURE, text.span
        for span in self._tables.spans if self._tables else ():
            yield RemainderKind.TABLE, span
        yield from other_parts(self._outline)

    def skipped(self, tasks: Sequence[ExtractedTask]) -> Iterator[Skipped]:
        """Yield what of the plan itself is in no field."""
        return skipped_in(self._outline, tasks)


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
