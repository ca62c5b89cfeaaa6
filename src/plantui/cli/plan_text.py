"""A plan as readable text: what it is, its goals, and its outline with status and light per task."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.model.terms import TaskState
from plantui.query.funding import sums_of
from plantui.words.catalogue import Words
from plantui.words.phrases import funding_sums_text, numbered, term, years_term

if TYPE_CHECKING:
    from plantui.query.workspace import Workspace
    from plantui.store.index.library import PlanEntry

_INDENT = "  "


def plan_lines(words: Words, workspace: Workspace, plan: PlanEntry) -> Iterator[str]:
    """Yield the lines of a plan."""
    yield plan.title
    yield from _info_lines(words, plan)
    tasks = workspace.plan_sets.of_plan(plan)
    yield words(
        "cli.show.figures",
        tasks=plan.tasks,
        done=(tasks & workspace.done).bit_count(),
        overdue=(tasks & workspace.states[TaskState.OVERDUE]).bit_count(),
        today=workspace.today.isoformat(),
    )
    if money := sums_of(workspace.library, tasks):
        value = funding_sums_text(words, money)
        yield words("cli.show.fact", name=words("columns.funding"), value=value)
    if goals := workspace.library.goals(plan):
        yield ""
        yield words("cli.show.goals")
        yield from (f"{_INDENT}{goal.text}" for goal in goals)
    yield ""
    yield from _outline(words, workspace, plan)


def _info_lines(words: Words, plan: PlanEntry) -> Iterator[str]:
    facts = {
        "id": plan.id,
        "region": plan.region,
        "document_number": plan.document_number,
        "issuer": plan.issuer,
        "issued": plan.issued,
        "years": years_term(words, plan.start_year, plan.end_year),
        "status": term(words, plan.status),
        "responsible": words.listing(plan.responsible),
        "file": plan.path,
    }
    for name, value in facts.items():
        if value:
            yield words("cli.show.fact", name=words(f"cli.show.{name}"), value=value)


def _outline(words: Words, workspace: Workspace, plan: PlanEntry) -> Iterator[str]:
    for section in workspace.library.sections(plan):
        yield f"{_INDENT * section.depth}{numbered(section.number, section.title)}"
        for task in workspace.library.tasks(range(section.first, section.first + section.own)):
            yield _INDENT * (section.depth + 1) + words(
                "cli.show.task_line",
                id=task.id,
                title=task.title,
                light=term(words, workspace.light(task).light),
                status=term(words, workspace.progress_of(task.pk).status),
            )
