"""One task of a Chinese outline with its fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.departments import DepartmentContext, read_departments
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.reading import ReadDeadline, ReadDepartment
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

from .extracted import ExtractedTask, title_doubt
from .section_terms import of_section
from .titles import read_title, title_of_its_own


def read_task(found: FoundTask, context: DepartmentContext) -> ExtractedTask:
    """Read the departments, deadlines and indicators of one task; where its title is all it says, they stand there."""
    read = read_departments(found.paragraphs, context, found.cells)
    title = found.heading.title
    said = read.body if read.body.text else title
    deadlines, doubts = read_deadlines(said, context.period)
    everything = (*deadlines, *_not_said_before(read.deadlines, deadlines))
    everything = everything or of_section(found, context.period)
    indicators, more = read_indicators(said, everything, context.period)
    if own := title_of_its_own(found, read.body):
        of_title = read_title(own, everything, indicators, context.period)
        everything = (*of_title.deadlines, *everything)
        indicators = (*of_title.indicators, *indicators)
        more = (*of_title.doubts, *more)
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
        deadlines=everything,
        indicators=tuple(indicators),
        doubts=(*untitled, *read.doubts, *doubts, *more),
        used=tuple(used),
        details=read.persons,
        has_own_title=found.heading.is_own,
        is_guessed=any(doubt.reason == "clauses.from_sentence" for doubt in read.doubts),
    )


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
