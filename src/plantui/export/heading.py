"""The heading of what is exported: plans, filter, as-of day, number of tasks, rules."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.light_rules import DEFAULT_RULES, LightRules
from plantui.query.filter import Filter
from plantui.query.views import View
from plantui.query.workspace import Workspace
from plantui.store.index.library import PlanEntry

if TYPE_CHECKING:
    from plantui.model.stages import NoteStage


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a summary: what it is about."""

    plans: tuple[PlanEntry, ...]
    """The plans chosen in the filter, else those that some row belongs to."""
    filter: Filter
    view: View
    """The view that the rows were shown in; a command has none but the tree."""
    as_of: date
    count: int
    """Number of tasks shown."""
    everything: int
    """Number of tasks in all plans."""
    several_regions: bool
    """True where a department has to be named with its region."""
    is_demo: bool = False
    """True where the notes are those of the demonstration."""
    marked: tuple[TaskKey, ...] = ()
    """The tasks that were marked one by one, where just these were chosen."""
    rules: LightRules = DEFAULT_RULES
    """The rules that the lights follow."""
    counting: NoteStage | None = None
    """The stage from which on notes count here; None where all do."""
    left_out: int = 0
    """Number of notes on the tasks that have not come so far, and do not count."""
    cut: str = ""
    """The state of the ledger: the id of its last action. Empty where it is not known, and without a ledger."""


def heading_of(
    workspace: Workspace,
    tasks: int,
    active_filter: Filter,
    view: View = View.TREE,
    marked: Collection[TaskKey] = (),
) -> Heading:
    """Return what a summary of a set of tasks is about; quick, for a dialog that offers a file name.

    `marked` are the tasks where they were chosen one by one, and not by filter and view.
    """
    plans = workspace.library.plans
    if active_filter.plans:
        shown = tuple(plan for plan in plans if plan.id in active_filter.plans)
    else:
        shown = tuple(plan for plan in plans if workspace.plan_sets.of_plan(plan) & tasks) or plans
    named = (ref for part in active_filter.parts for ref in part.departments)
    regions = {plan.region for plan in shown} | {ref.region for ref in named}
    everything = workspace.library.live.bit_count()
    counting = workspace.counting
    return Heading(
        shown,
        active_filter,
        view,
        workspace.today,
        tasks.bit_count(),
        everything,
        len(regions) > 1,
        workspace.is_demo,
        tuple(sorted(marked)),
        workspace.rules,
        counting.stage if counting else None,
        counting.left_out_of(workspace.library, tasks) if counting else 0,
    )
