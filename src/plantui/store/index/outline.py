"""The order of a plan's tasks and the span of rows under each heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.model.plan import Plan, Section, Task


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A heading with its place: `own` tasks stand directly under it from row `first` on, `total` in all below it."""

    section: Section
    ordinal: int
    parent: int
    """Ordinal of the heading above, -1 at the top."""
    depth: int
    first: int
    own: int
    total: int


def place(plan: Plan, base: int) -> tuple[list[PlacedSection], list[tuple[int, Task]]]:
    """Return the headings in reading order, and the tasks as (heading's ordinal, task), numbered from `base` on."""
    children: dict[str | None, list[Section]] = {}
    for section in plan.sections:
        children.setdefault(section.parent, []).append(section)
    tasks_of: dict[str, list[Task]] = {}
    for task in plan.tasks:
        tasks_of.setdefault(task.section, []).append(task)
    placed: list[PlacedSection] = []
    tasks: list[tuple[int, Task]] = []

    def walk(siblings: Sequence[Section], parent: int, depth: int) -> None:
        for section in siblings:
            ordinal, first = len(placed), base + len(tasks)
            own = tasks_of.get(section.id, [])
            placed.append(PlacedSection(section, ordinal, parent, depth, first, len(own), 0))
            tasks.extend((ordinal, task) for task in own)
            walk(children.get(section.id, []), ordinal, depth + 1)
            total = base + len(tasks) - first
            placed[ordinal] = PlacedSection(section, ordinal, parent, depth, first, len(own), total)

    walk(children.get(None, []), -1, 0)
    return placed, tasks
