"""The import with the tasks and sections that a review adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plantui.documents.account.losses import SET_ASIDE
from plantui.documents.assemble import free_id
from plantui.documents.imported import Imported, RemainderKind
from plantui.documents.place import span_of, start_of
from plantui.documents.reading import Doubt
from plantui.documents.tokens.numbering import Style, decimal_number, number_of
from plantui.documents.traced import Span
from plantui.model.plan import Place, Plan, Section, Task

from .adding import RangeReader
from .structure import Added, Part, Target, with_all_below


def with_added(
    imported: Imported, added: Sequence[Added], dropped: frozenset[Target], reader: RangeReader
) -> Imported:
    """The import with what was added, each where it stands in the document. Raises BadValue where a range has no words."""
    plan = imported.plan
    for one in added:
        if one.part is Part.SECTION:
            plan = _with_section(plan, one, imported, reader)
    gone = with_all_below(plan, dropped)
    found: list[Doubt] = []
    for one in added:
        if one.part is Part.TASK:
            task, about = reader.task(one.span, one.id, section_at(plan, one.span.start, gone))
            plan = plan._replace(tasks=_placed(plan.tasks, task))
            found += about
    kept = (left for one in imported.doubts if (left := _left_of(one, added)) is not None)
    doubts = [*kept, *found]
    remainder = [
        piece
        for piece in imported.remainder
        if piece.kind is not RemainderKind.UNKNOWN or not any(one.span.holds(piece.span) for one in added)
    ]
    return imported._replace(
        plan=plan,
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.span.start)),
        remainder=tuple(remainder),
    )


def _left_of(doubt: Doubt, added: Sequence[Added]) -> Doubt | None:
    """Return a doubt without the lines that were set aside and are in a part that was added; None where no other is left."""
    if doubt.reason not in SET_ASIDE:
        return doubt
    places = doubt.places or (doubt.span,)
    left = tuple(place for place in places if not any(one.span.holds(place) for one in added))
    if not left or left == places:
        return doubt if left else None
    return replace(doubt, span=left[0], places=left, facts={**doubt.facts, "count": str(len(left))})


def id_of_added(plan: Plan, added: Added, reader: RangeReader, gone: frozenset[Target]) -> str:
    """An id for a part that is to be added: that of its number, as the others have theirs. Raises BadValue."""
    number = reader.number(added.span)
    own = str(number.value) if number else ""
    if added.part is Part.SECTION:
        parent = _parent(plan, added.span.start, number.style if number else None)
        taken = {section.id for section in plan.sections}
        siblings = sum(section.parent == parent for section in plan.sections)
        own = own or str(siblings + 1)
        return free_id(f"{parent}.{own}" if parent else own, taken)
    taken = {task.id for task in plan.tasks}
    section = section_at(plan, added.span.start, gone)
    is_through = all("." not in task.id for task in plan.tasks)
    if number and is_through and any(_style(task.number) == number.style for task in plan.tasks):
        return free_id(own, taken)
    return free_id(f"{section}.{own or sum(task.section == section for task in plan.tasks) + 1}", taken)


def with_id_of(plan: Plan, added: Added) -> Plan:
    """Return the plan in which the id of a part that is to be added is taken."""
    if added.part is Part.SECTION:
        return plan._replace(sections=(*plan.sections, Section(added.id, "", "")))
    return plan._replace(tasks=(*plan.tasks, Task(added.id, plan.sections[-1].id, "", "")))


def section_at(plan: Plan, offset: int, gone: frozenset[Target]) -> str:
    """The section that a place of the document is in: the one of the last heading before it, where the headings have
    places, else that of the nearest task."""
    sections = [section for section in plan.sections if Target(Part.SECTION, section.id) not in gone]
    above = [
        section for section in sections if (start := _start(section.source)) is not None and start <= offset
    ]
    if above:
        return above[-1].id
    tasks = [task for task in plan.tasks if Target(Part.TASK, task.id) not in gone]
    before = [task for task in tasks if _start_of(task) <= offset]
    near = before[-1:] or tasks[:1]
    return near[0].section if near else (sections or plan.sections)[0].id


def _start_of(task: Task) -> int:
    """Where a task begins, before all else where that is not known."""
    start = start_of(task)
    return -1 if start is None else start


def overlapping(plan: Plan, span: Span) -> list[Task]:
    """The tasks whose title, text, departments or dates have a part in a range."""
    found = []
    for task in plan.tasks:
        source = task.source
        places = (source.title, source.text, *source.departments, *source.deadlines) if source else ()
        if any(span.overlaps(span_of(place)) for place in places if place):
            found.append(task)
    return found


def _start(place: Place | None) -> int | None:
    return span_of(place.range).start if place and place.range else None


def _placed(tasks: Iterable[Task], new: Task) -> tuple[Task, ...]:
    listed = [*tasks]
    at = next((n for n, task in enumerate(listed) if _start_of(task) > _start_of(new)), len(listed))
    return (*listed[:at], new, *listed[at:])


def _style(printed: str) -> Style | None:
    """How a printed number (（一）, 1, 2.1) is written."""
    number = decimal_number(f"{printed} x") or number_of(printed) or number_of(f"{printed}、x")
    return number.style if number else None


def _parent(plan: Plan, offset: int, style: Style | None) -> str | None:
    """What a heading of that style stands below: what the last one of its style stands below, else the last one whose
    style ranks above its own."""
    before = [s for s in plan.sections if (start := _start(s.source)) is not None and start <= offset]
    for section in reversed(before):
        other = _style(section.number)
        if other == style:
            return section.parent
        if other is not None and style is not None and other < style:
            return section.id
    return None


def _with_section(plan: Plan, added: Added, imported: Imported, reader: RangeReader) -> Plan:
    """The plan with a section more: the tasks and lower headings behind it, up to the next heading of its rank, are its
    own."""
    number = reader.number(added.span)
    style = number.style if number else None
    parent = _parent(plan, added.span.start, style)
    new = reader.section(added, parent)
    sections = [*plan.sections]
    starts = [_start(section.source) for section in sections]
    at = next(
        (n for n, start in enumerate(starts) if start is not None and start > added.span.start), len(sections)
    )
    before, after = sections[:at], sections[at:]
    for n, section in enumerate(after):
        lower = _style(section.number)
        if style is None or lower is None or lower <= style or section.parent != parent:
            break
        after[n] = section._replace(parent=new.id)
    first = next(
        (start for section in after if (start := _start(section.source)) is not None),
        len(imported.source.text),
    )
    tasks = tuple(
        task._replace(section=new.id) if added.span.end <= _start_of(task) < first else task
        for task in plan.tasks
    )
    return plan._replace(sections=(*before, new, *after), tasks=tasks)
