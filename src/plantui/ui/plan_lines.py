"""The pane's content where the cursor stands on a plan, a section or a department: what it is and wants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.model.terms import Light
from plantui.query.outline import Branch, DepartmentBranch
from plantui.store.index.library import GoalEntry, PlanEntry
from plantui.words import Words
from plantui.words.phrases import light_count, numbered, term, years_term

from .lines import labelled, paragraph
from .meanings import badge_look
from .widgets.painted import Painted


def plan_lines(words: Words, goals: Sequence[GoalEntry], row: Branch, width: int) -> list[Painted]:
    """Return all lines for a branch of the tree. `goals` are the plan's."""
    lines: list[Painted] = []
    if row.section is not None:
        lines += paragraph(numbered(row.section.number, row.section.title), width, "head")
    lines += paragraph(row.plan.title, width, "" if row.section else "head")
    lines += [[], [(words("screen.pane.figures", total=row.total, done=row.done), "")]]
    lines += _facts(words, row.plan, width)
    if row.section is None and goals:
        lines += [[], [(words("screen.pane.goals"), "head")]]
        for goal in goals:
            due = f"  {goal.due}" if goal.due else ""
            lines += paragraph(f"· {goal.text}{due}", width)
    return lines


def department_lines(words: Words, names: Sequence[str], row: DepartmentBranch, width: int) -> list[Painted]:
    """Return all lines for a department that has yet to report. `names` are all of its names, its own first."""
    lines = paragraph(names[0] if names else words("columns.nobody"), width, "head")
    if names[1:]:
        lines += paragraph(words.listing([*names[1:]]), width, "muted")
    silent = words("screen.pane.unreported", total=row.total)
    reds = light_count(words, Light.RED, row.red)
    return [*lines, [], [(silent, ""), *([("  ", ""), (reds, badge_look(Light.RED))] if row.red else [])]]


def _facts(words: Words, plan: PlanEntry, width: int) -> Iterator[Painted]:
    years = years_term(words, plan.start_year, plan.end_year)
    yield from paragraph(f"{plan.region}  {years}  {term(words, plan.status)}", width)
    for label, said in (("number", plan.document_number), ("issuer", plan.issuer), ("issued", plan.issued)):
        if said:
            yield from labelled(words(f"screen.pane.{label}"), said, width)
    if plan.responsible:
        yield from labelled(words("screen.pane.responsible"), words.listing(plan.responsible), width)
