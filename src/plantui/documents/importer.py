"""Turns a document into a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from plantui.documents.patterns import compiled
from plantui.model.plan import Goal, Plan, PlanInfo
from plantui.model.plan import Source as PlanSource
from plantui.model.problem import DataError
from plantui.model.terms import PlanStatus, Role

from .account import account_of
from .assemble import Sections, task_ids
from .clauses.departments import DepartmentContext, document_context
from .clauses.goals import read_goals
from .clauses.period import Period
from .english.language import is_english
from .front.front import Front, read_front
from .imported import Imported
from .outline.kinds import Kind, kind_of
from .outline.outline import Outline, outline_of
from .outline.tree import Node
from .progress import Progress, Tell
from .reading import Doubt
from .reading_tasks import TaskRead, read_task
from .repair.repair import Repaired, repair, repaired
from .source import Source
from .tables.outline import TaskTables, prefers_table, task_tables, with_table
from .traced import TracedText

_LINES, _OUTLINE, _TASKS = 0.1, 0.15, 0.4
"""How much of an import the cutting into lines, the outline and the reading of the tasks are."""
_FRONT_LINES = 80
_GAP = compiled(r"[ \u00a0\u3000\t]{2,}(?=\S{2,12}[：:])")
_BODY_NAME = compiled(r"^[\u4e00-\u9fff]{3,}(?:政府|厅|局|委|办公室|委员会|部|院|会)$")
_YEAR = compiled(r"20\d\d\s?年")
_UNSAFE = compiled(r"[^\w.-]+")


def import_document(source: Source, plan_id: str | None = None, tell: Tell | None = None) -> Imported:
    """Read a document as a plan. `plan_id` is by default made from the file's name; `tell` hears how much is done.

    Raises DataError where no task can be found.
    """
    wanted = plan_id or slug(source.name)
    progress = Progress(tell)
    if is_english(source.text):
        from .english.importer import import_english  # 20 ms that a Chinese document need not wait for

        return import_english(source, wanted, progress)
    tables = task_tables(source)
    progress.add(_LINES)
    fixed = repair(source, tables.spans, progress)
    outline = outline_of(fixed.paragraphs)
    progress.add(_OUTLINE)
    if prefers_table(outline, tables):
        outline = with_table(outline, tables)
    if not outline.tasks:
        raise DataError("documents.no_tasks", file=source.name)
    return _import_chinese(source, fixed, outline, tables, wanted, progress)


def slug(name: str) -> str:
    """A plan's id from a file's name."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return _UNSAFE.sub("-", stem).strip("-.") or "plan"


def _import_chinese(
    source: Source,
    fixed: Repaired,
    outline: Outline,
    tables: TaskTables,
    plan_id: str,
    progress: Progress,
) -> Imported:
    front = front_of(fixed, outline, source)
    period = Period(
        front.start_year, front.end_year, front.issued if isinstance(front.issued, date) else None
    )
    context = document_context([p.text for p in fixed.paragraphs], period)
    sections = Sections(outline.root, outline.tasks, front.title)
    ids = task_ids(outline.tasks, sections)
    reads = [
        read_task(found, task_id, sections.of(found), source, context)
        for found, task_id in progress.over([*zip(outline.tasks, ids, strict=True)], _TASKS)
    ]
    goals = list(_goals(outline, period))
    info = plan_info(front, plan_id, source, context)
    plan = Plan(info, tuple(goal for goal, _ in goals), tuple(sections.list), tuple(r.task for r in reads))
    coverage, remainder = account_of(source, fixed, outline, reads, [text for _, text in goals], tables.spans)
    progress.add(1.0)
    return Imported(source, plan, _doubts(reads, outline, front), coverage, remainder)


def front_of(fixed: Repaired, outline: Outline, source: Source) -> Front:
    """The front matter: of the lines above the plan's first heading, and of its close."""
    first = next((n for n in outline.root.walk() if n.number_text is not None), None)
    end = first.number_text.offsets[0] if first and first.number_text else len(source.text)
    lines = _first_words(line.text for line in fixed.lines if line.text.offsets[0] < end)
    paragraphs = [p.text.text for p in fixed.paragraphs if p.text.text and p.text.offsets[0] < end][
        :_FRONT_LINES
    ]
    whole = "".join(p.text.text for p in fixed.paragraphs)
    if not _YEAR.search(whole):
        whole = source.text
    close = min((p.text.offsets[0] for p in outline.closing if p.text.text), default=len(source.text))
    closing = _first_words(line.text for line in fixed.lines if line.text.offsets[0] >= close)
    return read_front(lines, paragraphs, closing, whole)


def _first_words(lines: Iterable[TracedText]) -> list[str]:
    """The words of the first lines, and of no more than are looked at."""
    return [*islice((words for line in lines for words in front_words(line)), _FRONT_LINES)]


def front_words(line: TracedText) -> Iterator[str]:
    """A line of the front: wide gaps part what a web page puts side by side, and blanks part those who sign together."""
    for piece in line.split(_GAP):
        words = repaired(piece).text
        names = piece.text.split()
        if len(names) > 1 and all(_BODY_NAME.search(name) for name in names):
            words = " ".join(names)
        if words:
            yield words


def plan_info(front: Front, plan_id: str, source: Source, context: DepartmentContext) -> PlanInfo:
    """The plan's own data."""
    carried = [d.name for d in context.carried if d.role is Role.RESPONSIBLE]
    return PlanInfo(
        id=plan_id,
        title=front.title or source.name,
        short_title=front.short_title or source.name,
        region=front.region,
        start_year=front.start_year,
        end_year=front.end_year,
        status=PlanStatus.DRAFT if front.is_draft else PlanStatus.IN_FORCE,
        document_number=front.document_number,
        issuer=front.issuer,
        issued=front.issued,
        responsible=tuple(dict.fromkeys(carried)),
        source=PlanSource(source.name.replace("\\", "/").rsplit("/", 1)[-1], source.sha256),
    )


def _goals(outline: Outline, period: Period) -> Iterator[tuple[Goal, TracedText]]:
    """The goals of every section that is headed so, paragraph by paragraph."""
    for node in goal_sections(outline.root):
        for text in _texts(node):
            for goal, _ in read_goals(text, period):
                if goal.value is not None or kind_of(node.title) is Kind.GOALS:
                    yield goal, text


def goal_sections(root: Node) -> Iterator[Node]:
    """The topmost sections that hold goals: those headed so, and general ones without parts of their own."""
    waiting = list(root.children)
    while waiting:
        node = waiting.pop(0)
        kind = kind_of(node.title)
        if kind is Kind.GOALS or (kind is Kind.GENERAL and not node.children):
            yield node
        elif kind is Kind.GENERAL or node.parent is root:
            waiting = [*node.children, *waiting]


def _texts(node: Node) -> Iterator[TracedText]:
    yield from node.body()
    for child in node.children:
        yield from _texts(child)


def _doubts(reads: Sequence[TaskRead], outline: Outline, front: Front) -> tuple[Doubt, ...]:
    doubts = [doubt for read in reads for doubt in read.doubts]
    for node in outline.found.bare:
        title = node.heading.title if node.heading else TracedText.of("")
        doubts.append(Doubt(title.span, title.text, "documents.doubt.section_without_departments"))
    if outline.other_tasks:
        span = outline.after[0].text.span if outline.after else outline.before[0].text.span
        facts = {"count": str(outline.other_tasks)}
        doubts.append(Doubt(span, "", "documents.doubt.other_part_with_tasks", facts))
    if front.issuer is None:
        doubts.append(Doubt(TracedText.of("").span, "", "documents.doubt.no_issuer"))
    if front.issued is None:
        doubts.append(Doubt(TracedText.of("").span, "", "documents.doubt.no_issue_date"))
    return tuple(sorted(doubts, key=lambda doubt: doubt.span.start))
