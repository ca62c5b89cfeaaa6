"""One task of the outline becomes one task of the plan, with the places of its fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.departments import DepartmentContext, read_departments
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.structure.tasks import FoundTask
from plantui.model.plan import Deadline, Departments, Indicator, Task, TaskSource
from plantui.model.terms import Role

from .place import range_of
from .reading import Doubt, ReadDeadline, ReadDepartment, ReadIndicator
from .reading_titles import read_title, title_of_its_own
from .rule import Stage, rule
from .source import Source
from .task_text import TaskText
from .traced import TracedText


@dataclass(frozen=True, slots=True)
class TaskRead:
    """A task, what is doubtful about it, and the pieces of text that it used."""

    task: Task
    doubts: tuple[Doubt, ...]
    used: tuple[TracedText, ...]
    said: TaskText


def read_task(
    found: FoundTask, task_id: str, section: str, source: Source, context: DepartmentContext
) -> TaskRead:
    """Read the departments, deadlines and indicators of one task; where its title is all it says, they stand there."""
    read = read_departments(found.paragraphs, context, found.cells)
    said = read.body if read.body.text else found.heading.title
    deadlines, doubts = read_deadlines(said, context.period)
    everything = (*deadlines, *_not_said_before(read.deadlines, deadlines))
    indicators, more = read_indicators(said, everything, context.period)
    if title := title_of_its_own(found, read.body):
        of_title = read_title(title, everything, indicators, context.period)
        everything = (*of_title.deadlines, *everything)
        indicators = (*of_title.indicators, *indicators)
        more = (*of_title.doubts, *more)
    departments = _by_role((*read.departments, *shared_by_all(context)))
    number = found.node.number
    task = Task(
        id=task_id,
        section=section,
        number=number.printed if number and found.is_numbered else "",
        title=found.heading.title.text,
        text=read.body.text,
        departments=Departments(
            **{role.value: tuple(d.name for d in of) for role, of in departments.items()}
        ),
        deadlines=tuple(Deadline(d.phrase, d.due, d.clause) for d in everything),
        indicators=tuple(_indicator(indicator) for indicator in indicators),
        source=_places(found, source, read.body, departments, everything, indicators),
    )
    used = [found.heading.title, *found.paragraphs, *(cell for _, cell in found.cells)]
    if found.is_numbered and found.node.number_text is not None:
        used.append(found.node.number_text)
    untitled = () if found.heading.is_own or is_one_sentence(found, read.body) else (_untitled(found),)
    names = frozenset(d.name for of in departments.values() for d in of)
    spans = (*(one.span for one in everything), *(one.span for one in indicators))
    is_guessed = any(doubt.reason == "clauses.from_sentence" for doubt in read.doubts)
    said_text = TaskText(said, names, spans, is_guessed)
    return TaskRead(task, (*untitled, *read.doubts, *doubts, *more), tuple(used), said_text)


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


def _untitled(found: FoundTask) -> Doubt:
    title = found.heading.title
    return Doubt(title.span, title.text, "documents.doubt.title_from_text")


def _by_role(departments: Iterable[ReadDepartment]) -> dict[Role, list[ReadDepartment]]:
    by_role: dict[Role, list[ReadDepartment]] = {role: [] for role in Role}
    for department in departments:
        if all(department.name != known.name for known in by_role[department.role]):
            by_role[department.role].append(department)
    return by_role


def _indicator(read: ReadIndicator) -> Indicator:
    return Indicator(
        read.indicator,
        read.op,
        read.value,
        read.unit,
        read.due,
        read.baseline_year,
        read.clause,
        read.grade,
        read.force,
    )


def _places(
    found: FoundTask,
    source: Source,
    body: TracedText,
    departments: dict[Role, list[ReadDepartment]],
    deadlines: Iterable[ReadDeadline],
    indicators: Iterable[ReadIndicator],
) -> TaskSource:
    first = found.heading.title.offsets[0] if found.heading.title.offsets else 0
    return TaskSource(
        line=source.line_of(first),
        page=source.page_of(first),
        title=range_of(found.heading.title.span),
        text=range_of(body.span) if body.text else "",
        departments=tuple(range_of(d.span) for of in departments.values() for d in of),
        deadlines=tuple(range_of(d.span) for d in deadlines),
        indicators=tuple(range_of(i.span) for i in indicators),
        title_from_text=not found.heading.is_own,
    )
