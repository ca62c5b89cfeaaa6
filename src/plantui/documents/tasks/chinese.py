"""One task of a Chinese outline with its fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantui.documents.fields.deadlines import deadlines_in, read_deadlines
from plantui.documents.fields.deadlines.dated import Dated, dated
from plantui.documents.fields.departments import DepartmentContext, read_departments
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.reading import ReadDeadline, ReadDepartment, ReadIndicator
from plantui.documents.rule import Stage, id_of, rule
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

from .extracted import ExtractedTask, title_doubt


def read_task(found: FoundTask, context: DepartmentContext) -> ExtractedTask:
    """Read the departments, deadlines and indicators of one task; where its title is all it says, they stand there."""
    read = read_departments(found.paragraphs, context, found.cells)
    title, period = found.heading.title, context.period
    said = read.body if read.body.text else title
    dates = read_deadlines(said, period)
    deadlines = (*dates.deadlines, *_not_said_before(read.deadlines, dates.deadlines))
    deadlines = deadlines or of_section(found, period)
    targets, doubts = read_indicators(said, deadlines, period), dates.doubts
    if found.heading.is_own and read.body.text:
        own, more = read_title(title, deadlines, targets, period)
        deadlines, targets = (*own.deadlines, *deadlines), (*more, *targets)
        doubts = (*doubts, *own.doubts)
    number = found.node.number if found.is_numbered else None
    used = [title, *found.paragraphs, *(cell for _, cell in found.cells)]
    if found.is_numbered and found.node.number_text is not None:
        used.append(found.node.number_text)
    untitled = () if found.heading.is_own or is_one_sentence(found, read.body) else (title_doubt(title),)
    return ExtractedTask(
        number=number.printed if number else "",
        code=str(number.value) if number else "",
        title=title,
        text=read.body,
        departments=(*read.departments, *shared_by_all(context)),
        deadlines=deadlines,
        indicators=targets,
        doubts=(*untitled, *read.doubts, *doubts),
        used=tuple(used),
        details=read.persons,
        has_own_title=found.heading.is_own,
        is_guessed=any(doubt.reason == "clauses.from_sentence" for doubt in read.doubts),
    )


@rule(Stage.INDICATORS)
def read_title(
    title: TracedText,
    deadlines: Sequence[ReadDeadline],
    indicators: Sequence[ReadIndicator],
    period: Period,
) -> tuple[Dated, tuple[ReadIndicator, ...]]:
    """新建自行车道30公里。到2025年6月底前完成。: the title says how much (and perhaps when), as the text would. What the text
    says too is said once; a figure without a date of its own takes the only day of the task."""
    dates = read_deadlines(title, period)
    days = {one.due for one in deadlines}
    own = tuple(one for one in dates.deadlines if one.due not in days)
    days |= {one.due for one in own}
    only_day = days.pop() if len(days) == 1 else None
    said = {(one.value, one.unit) for one in indicators}
    targets = tuple(
        one._replace(due=one.due or only_day)
        for one in read_indicators(title, dates.deadlines, period)
        if (one.value, one.unit) not in said
    )
    return Dated(own, dates.doubts), targets


@rule(Stage.DEADLINES)
def of_section(found: FoundTask, period: Period) -> tuple[ReadDeadline, ...]:
    """汛前准备（4月30日前完成）: a bracket behind the name of a section that says by when is the deadline of its tasks that
    have none of their own."""
    above = (found.section, *found.section.above()) if found.section is not None else ()
    for node in above:
        title = node.heading.title if node.heading else None
        match = ZH.DUE_PHRASES_DUE_OF_ALL.search(title.text) if title is not None else None
        if title is not None and match is not None:
            said = title[match.start("when") : match.end("when")]
            rule_id = id_of(of_section)
            phrases = deadlines_in(folded(said.text), period)
            return dated(
                (one._replace(rule=rule_id), said[one.start : one.end], "") for one in phrases
            ).deadlines
    return ()


@rule(Stage.DEPARTMENTS)
def shared_by_all(context: DepartmentContext) -> tuple[ReadDepartment, ...]:
    """Departments that the document gives every task in a role other than 责任单位 (各项任务的配合单位均为…) are written into
    each task; those that carry every task stand once, in the plan's own data."""
    return tuple(one for one in context.carried if one.role is not Role.RESPONSIBLE)


@rule(Stage.DEADLINES)
def _not_said_before(
    others: Iterable[ReadDeadline], said: Sequence[ReadDeadline]
) -> tuple[ReadDeadline, ...]:
    """A date beside the departments (完成时限：2024年底) that the text has already is no second deadline."""
    days = {deadline.due for deadline in said}
    return tuple(one for one in others if one.clause or one.due not in days)


@rule(Stage.OUTLINE)
def is_one_sentence(found: FoundTask, body: TracedText) -> bool:
    """An item that is one short sentence has that sentence as its title: nothing was chosen, and nothing is doubtful."""
    return body.text.rstrip("。；;. ") == found.heading.title.text
