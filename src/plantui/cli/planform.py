"""A whole plan from the index in the JSON form of docs/plan-format.md, in pieces: a plan may have 100,000 tasks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.model.text import escaped_json
from plantui.planfile.jsonform import plan_dict

from .output import json_text

if TYPE_CHECKING:
    from plantui.store.index.library import Library, PlanEntry

_PORTION = 500


def plan_pieces(library: Library, plan: PlanEntry) -> Iterator[str]:
    """Yield the lines of one JSON object with `format`, `plan`, `goals`, `sections` and `tasks`."""
    head = plan_dict(library.head(plan))
    yield f'{{"format": {head["format"]},'
    yield f'"plan": {json_text(head["plan"])},'
    for name in ("goals", "sections"):
        yield from _array(name, map(json_text, head[name]), ",")
    yield from _array("tasks", _tasks(library, plan), "}")


def _tasks(library: Library, plan: PlanEntry) -> Iterator[str]:
    end = plan.first + plan.tasks
    for start in range(plan.first, end, _PORTION):
        yield from map(escaped_json, library.task_texts(range(start, min(start + _PORTION, end))))


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
