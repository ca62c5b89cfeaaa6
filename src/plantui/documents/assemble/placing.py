"""Finds the places that no reader gave: the value's own words, where they stand in the document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from plantui.documents.place import Finder, place_at, span_of
from plantui.documents.source import Source
from plantui.model.plan import Place, Plan, PlanInfo, Section
from plantui.model.plan import Source as PlanSource


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
            goals.append(replace(goal, source=place))
        sections = [
            section if section.source else replace(section, source=self._section(plan, section))
            for section in plan.sections
        ]
        info = replace(plan.info, source=self._document(plan.info))
        return replace(plan, info=info, goals=tuple(goals), sections=tuple(sections))

    def _document(self, info: PlanInfo) -> PlanSource | None:
        known, day = info.source, info.issued
        if known is None:
            return None
        issued = f"{day.year}年{day.month}月{day.day}日" if isinstance(day, date) else day or ""
        return replace(
            known,
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
