"""A whole plan from the index in the JSON form of docs/plan-format.md, in pieces: a plan may have 100,000 tasks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.planfile import FORMAT

from .output import json_text

if TYPE_CHECKING:
    from plantui.store.index.library import Library, PlanEntry

_PORTION = 500


def plan_pieces(library: Library, plan: PlanEntry) -> Iterator[str]:
    """The lines of one JSON object with `format`, `plan`, `goals`, `sections` and `tasks`."""
    info, goals = library.head(plan)
    sections, places = library.sections(plan), library.section_places(plan)
    yield f'{{"format": {FORMAT},'
    yield f'"plan": {json_text(info)},'
    yield from _array("goals", (json_text(goal) for goal in goals), ",")
    headings = (
        {
            "id": section.id,
            "number": section.number,
            "title": section.title,
            "parent": sections[section.parent].id if section.parent >= 0 else None,
            **({"source": places[section.ordinal]} if section.ordinal in places else {}),
        }
        for section in sections
    )
    yield from _array("sections", map(json_text, headings), ",")
    yield from _array("tasks", _bodies(library, plan), "}")


def _bodies(library: Library, plan: PlanEntry) -> Iterator[str]:
    end = plan.first + plan.tasks
    for start in range(plan.first, end, _PORTION):
        for body in library.bodies_as_dicts(range(start, min(start + _PORTION, end))):
            yield json_text(body)


def _array(name: str, items: Iterator[str], after: str) -> Iterator[str]:
    yield f'"{name}": ['
    waiting: str | None = None
    for item in items:
        if waiting is not None:
            yield f"{waiting},"
        waiting = item
    if waiting is not None:
        yield waiting
    yield f"]{after}"
