"""Comparison of plans of the library, with what people have decided on their tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantui.model.alignment import AlignmentChoice
from plantui.model.plan import Plan

from .comparison import PlanComparison, compare_plans

if TYPE_CHECKING:
    from plantui.store.index.library import Library, PlanEntry
    from plantui.store.ledger import Ledger


def alignment_choices(ledger: Ledger) -> list[AlignmentChoice]:
    """Return what people have decided on tasks of different plans, in the order in which they did."""
    events = sorted(ledger.events("alignment"), key=lambda event: (event.written_at, event.id))
    return [event.content for event in events if isinstance(event.content, AlignmentChoice)]


def whole_plan(library: Library, entry: PlanEntry) -> Plan:
    """Return a plan of the library with all its tasks."""
    rows = range(entry.first, entry.first + entry.tasks)
    return library.head(entry)._replace(tasks=tuple(library.tasks_of(library.task_texts(rows))))


def comparison_of(library: Library, ledger: Ledger, entries: Sequence[PlanEntry]) -> PlanComparison:
    """Return the comparison of plans of the library; the others are held against the first one."""
    plans = [whole_plan(library, entry) for entry in entries]
    return compare_plans(plans, library.registry, alignment_choices(ledger))
