"""Tasks, headings and goals become a plan: each gets its id, and the place of what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from plantui.documents.patterns import compiled
from plantui.documents.place import Finder, place_at, span_of
from plantui.documents.reading import SectionHead
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.model.plan import Goal, Place, Plan, PlanInfo, Section
from plantui.model.plan import Source as PlanSource

_UNSAFE = compiled(r"[^\w.-]+")


def assembled(
    source: Source,
    info: PlanInfo,
    goals: Iterable[Goal],
    headings: Sequence[SectionHead],
    tasks: Sequence[tuple[ExtractedTask, SectionHead]],
) -> Plan:
    """Return the plan, its tasks in the order of the document, each below its heading."""
    ids = section_ids(headings)
    sections = [ids[head] for _, head in tasks]
    codes = task_ids([task.code for task, _ in tasks], sections)
    plan = Plan(
        info,
        tuple(goals),
        tuple(_section(head, ids, source) for head in headings),
        tuple(
            task.task(task_id, section, source)
            for (task, _), task_id, section in zip(tasks, codes, sections, strict=True)
        ),
    )
    return placed(plan, source)


def _section(head: SectionHead, ids: Mapping[SectionHead, str], source: Source) -> Section:
    place = place_at(source, head.place) if head.place else None
    return Section(ids[head], head.number, head.title, ids[head.above] if head.above else None, place)


@rule(Stage.OUTLINE)
def section_ids(headings: Iterable[SectionHead]) -> dict[SectionHead, str]:
    """A section's id is its number below the id of the section above it; headings whose numbers are words (Goal A) are
    counted there."""
    ids: dict[SectionHead, str] = {}
    counted: Counter[SectionHead | None] = Counter()
    for head in headings:
        counted[head.above] += 1
        own = head.code or str(counted[head.above])
        ids[head] = free_id(f"{ids[head.above]}.{own}" if head.above else own, ids.values())
    return ids


@rule(Stage.OUTLINE)
def task_ids(codes: Sequence[str], sections: Sequence[str]) -> list[str]:
    """A task's id is its number where the document numbers its tasks through, else its section's id and its number; tasks
    without numbers are counted in their section."""
    is_through = all(codes) and len(set(codes)) == len(codes)
    counted: Counter[str] = Counter()
    ids: dict[str, None] = {}
    for code, section in zip(codes, sections, strict=True):
        counted[section] += 1
        own = _UNSAFE.sub("-", code).strip("-")
        ids[free_id(own if is_through else f"{section}.{own or counted[section]}", ids)] = None
    return [*ids]


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id that no other part has: the wanted one, or that with a count behind it."""
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{count}" for count in range(2, len(taken) + 3) if f"{wanted}-{count}" not in taken)


def placed(plan: Plan, source: Source, finder: Finder | None = None) -> Plan:
    """The plan with a place for its own data, its goals and its sections, as far as their words are in the document."""
    return _Placing(source, finder or Finder(source)).placed(plan)


class _Placing:
    def __init__(self, source: Source, finder: Finder) -> None:
        self._source = source
        self._finder = finder

    def placed(self, plan: Plan) -> Plan:
        at, goals = 0, []
        for goal in plan.goals:
            place = goal.source or self._found(goal.text, at)
            at = span_of(place.range).end if place and place.range else at
            goals.append(goal._replace(source=place))
        sections = [
            section if section.source else section._replace(source=self._section(plan, section))
            for section in plan.sections
        ]
        info = plan.info._replace(source=self._document(plan.info))
        return plan._replace(info=info, goals=tuple(goals), sections=tuple(sections))

    def _document(self, info: PlanInfo) -> PlanSource | None:
        known, day = info.source, info.issued
        if known is None:
            return None
        issued = f"{day.year}年{day.month}月{day.day}日" if isinstance(day, date) else day or ""
        return known._replace(
            title=known.title or self._found(info.title),
            document_number=known.document_number or self._found(info.document_number or ""),
            issuer=known.issuer or self._found(info.issuer or ""),
            issued=known.issued or self._found(issued),
        )

    def _section(self, plan: Plan, section: Section) -> Place | None:
        """The last place of a heading's words before its first task."""
        inside = {section.id}
        for other in plan.sections:  # a section stands after the one above it
            if other.parent in inside:
                inside.add(other.id)
        first = next((task for task in plan.tasks if task.section in inside), None)
        if first is None or first.source is None or not first.source.title:
            return self._found(section.title)
        return self._found(section.title, 0, span_of(first.source.title).start, last=True)

    def _found(
        self, words: str, start: int = 0, end: int | None = None, *, last: bool = False
    ) -> Place | None:
        span = self._finder.find(words, start, end, last=last)
        return place_at(self._source, span) if span else None
