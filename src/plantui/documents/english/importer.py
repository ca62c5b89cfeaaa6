"""Imports an English plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plantui.documents.coverage import Account
from plantui.documents.field_kind import ROLES
from plantui.documents.fields.deadlines.english_deadlines import Calendar
from plantui.documents.fields.deadlines.english_legends import legend_of
from plantui.documents.fields.deadlines.english_spans import issue_day
from plantui.documents.fields.departments.english_names import KnownNames
from plantui.documents.fields.english_signs import EnglishSigns
from plantui.documents.front.missing import missing_in
from plantui.documents.imported import Imported, RemainderKind
from plantui.documents.languages.language import ENGLISH
from plantui.documents.losses import imported
from plantui.documents.normalize.normalize import Normalized, normalize
from plantui.documents.period import Period
from plantui.documents.progress import Progress
from plantui.documents.reading import Doubt
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.structure.outliner import EnglishOutline, Outliner
from plantui.documents.structure.sections import EnglishSections
from plantui.documents.tokens.english_dates import day_order
from plantui.documents.traced import TracedText
from plantui.model.plan import Plan, PlanInfo
from plantui.model.plan import Source as PlanSource
from plantui.model.terms import PlanStatus

from .front import EnglishFront, english_front
from .goals import goal_marks, read_english_goals
from .tasks import ReadTask, TaskReader
from .titles import cased

_LINES, _OUTLINE, _TASKS = 0.2, 0.2, 0.5
"""How much of an import the lines, the outline and the tasks are."""


def import_english(
    source: Source, plan_id: str, progress: Progress | None = None, year: int | None = None
) -> Imported:
    """Read an English document as a plan, which has no tasks where none can be found."""
    progress = progress or Progress()
    lines = normalize(source, ENGLISH)
    progress.add(_LINES)
    outline = Outliner(lines, source).outline()
    progress.add(_OUTLINE)
    name = source.name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    front = english_front(lines, source.text, name, _first_offset(lines, outline), year, source.caption)
    issued = front.issued
    calendar = Calendar(
        front.first_year,
        day_order(source.text),
        issue_day(issued),
        is_month=isinstance(issued, str),
        only_year=Period(front.start_year, front.end_year, given=year).only_year,
        legend=legend_of(line.text for line in lines.kept),
    )
    values = [value.text for item in outline.items for kind, value in item.fields if kind in ROLES]
    known = KnownNames(values, (line.text.text for line in lines.kept))
    own = {words.lower() for words in (front.title, front.region, front.issuer) if words}
    promised = {mark.line for mark in goal_marks(lines, outline)}
    marks = [
        mark
        for mark in outline.marks
        if mark.line not in promised and (mark.is_numbered or not _is_front(cased(mark.title.text), own))
    ]
    sections = EnglishSections(marks, front.title)
    reader = TaskReader(source, lines.words, known, calendar, sections, [item.code for item in outline.items])
    reads = [reader.read(item) for item in progress.over(outline.items, _TASKS)]
    goals = read_english_goals(lines, outline, calendar)
    plan = Plan(
        _info(front, plan_id, source),
        tuple(goal for goal, _ in goals),
        tuple(sections.list),
        tuple(read.task for read in reads),
    )
    others = [*sections.used, *(text for _, text in goals), *calendar.legend.lines]
    account = _account(source, lines, outline, reads, others)
    said, doubts = [read.said for read in reads], _doubts(reads, front)
    found = imported(source, plan, account, said, EnglishSigns(calendar), doubts)
    progress.add(1.0)
    return found


def _first_offset(lines: Normalized, outline: EnglishOutline) -> int:
    """Return where the first task or table begins; in a document without any, its end."""
    starts = [lines.kept[item.line].text.offsets[0] for item in outline.items]
    starts += [span.start for span in outline.tables]
    return min(starts, default=max((line.text.span.end for line in lines.kept), default=0))


def _is_front(words: str, own: set[str]) -> bool:
    """Whether a heading is the plan's title, its place or its issuer."""
    return any(words.lower() in one or one in words.lower() for one in own)


def _info(front: EnglishFront, plan_id: str, source: Source) -> PlanInfo:
    return PlanInfo(
        id=plan_id,
        title=front.title,
        short_title=front.title,
        region=front.region,
        start_year=front.start_year,
        end_year=front.end_year,
        status=PlanStatus.DRAFT if front.is_draft else PlanStatus.IN_FORCE,
        document_number=front.document_number,
        issuer=front.issuer,
        issued=front.issued,
        source=PlanSource(
            source.name.replace("\\", "/").rsplit("/", 1)[-1], source.sha256, with_hidden=source.with_hidden
        ),
    )


def _account(
    source: Source,
    lines: Normalized,
    outline: EnglishOutline,
    reads: Sequence[ReadTask],
    others: Iterable[TracedText],
) -> Account:
    account = Account(source)
    for read in reads:
        account.use(read.used)
        account.name(RemainderKind.DETAILS, read.details)
    account.use(others)
    for span in outline.tables:
        account.name_span(RemainderKind.TABLE, span)
    account.name(RemainderKind.REPEATED, outline.repeated)
    account.name(RemainderKind.FURNITURE, lines.furniture)
    first = min((item.line for item in outline.items), default=0)
    account.name_whole(RemainderKind.LETTER, [line.text for line in lines.kept[:first]])
    account.use(lines.kept[mark.line].text for mark in outline.marks)
    for kind, run in free_runs(lines, outline, first):
        account.name_whole(kind, run)
    return account


@rule(Stage.ENGLISH)
def free_runs(
    lines: Normalized, outline: EnglishOutline, first: int
) -> Iterator[tuple[RemainderKind, list[TracedText]]]:
    """Text behind the first task that is in none: below a heading without tasks it is another part, below one with
    tasks an introduction; what no heading announces is not understood."""
    tasks = sorted(item.line for item in outline.items)
    headings = sorted(line for line in outline.headings if line > first)
    for at, start in enumerate(headings):
        end = headings[at + 1] if at + 1 < len(headings) else len(lines.kept)
        run = [lines.kept[line].text for line in range(start, end) if line in outline.free]
        has_tasks = any(start < line < end for line in tasks) or end in tasks
        yield (RemainderKind.INTRODUCTION if has_tasks else RemainderKind.OTHER_PART), run


def _doubts(reads: Sequence[ReadTask], front: EnglishFront) -> list[Doubt]:
    return [*(doubt for read in reads for doubt in read.doubts), *missing_in(front, front.title)]
