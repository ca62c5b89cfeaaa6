"""The plans of a summary with their newest notes, as they are handed to other systems."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from plantui.exchange.content import PlanContent, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantui.store.index.library import PlanEntry

    from .summary import Summary, SummaryRow


def plan_contents(summary: Summary) -> list[PlanContent]:
    """Return each plan of a summary with those of its tasks that are in it, in the order of the document."""
    rows: dict[str, list[SummaryRow]] = defaultdict(list)
    for row in sorted(summary, key=lambda row: row.task.entry.pk):
        rows[row.task.plan.id].append(row)
    return [_content(summary, plan, rows[plan.id]) for plan in summary.heading.plans]


def _content(summary: Summary, plan: PlanEntry, rows: Sequence[SummaryRow]) -> PlanContent:
    head = summary.workspace.library.head(plan)
    return PlanContent(
        head._replace(tasks=tuple(row.task.whole for row in rows)),
        {row.task.key.task: row.notes for row in rows if row.notes},
        summary.heading.as_of,
        {row.task.key.task: Standing(row.task.progress.status, row.task.progress.percent) for row in rows},
        sum(len(row.task.extensions) for row in rows),
    )
