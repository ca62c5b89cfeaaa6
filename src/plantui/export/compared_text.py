"""Words for what a comparison of plans says: differences, reasons, cells."""

from __future__ import annotations

from plantui.model.plan import Deadline, Indicator, Plan
from plantui.query.comparing.alignment import Link
from plantui.query.comparing.comparison import ComparedRow, ComparedTask, PlanComparison
from plantui.query.comparing.differences import (
    DateDifference,
    DepartmentDifference,
    Difference,
    TargetDifference,
    Verdict,
)
from plantui.words import Words
from plantui.words.phrases import numbered, target_text

NO_TASK = "—"
"""Sign of a plan that does not have the task of a row."""


def plan_headings(comparison: PlanComparison) -> list[str]:
    """Return the headings of the plans: their regions where these differ, else their short titles."""
    regions = [plan.info.region for plan in comparison.plans]
    if len({*regions}) == len(regions):
        return regions
    titles = [plan.info.short_title for plan in comparison.plans]
    return titles if len({*titles}) == len(titles) else [plan.info.id for plan in comparison.plans]


def counts_text(words: Words, comparison: PlanComparison, shown: int) -> str:
    """Return how many tasks there are, how many differ and are missing somewhere, and how many are listed."""
    rows = comparison.rows
    said = [
        words(
            "compare.counts",
            rows=len(rows),
            different=len(comparison.different),
            missing=len(comparison.missing),
        )
    ]
    if shown != len(rows):
        said.append(words("compare.shown", count=shown))
    return words.listing(said)


def task_name(cell: ComparedTask) -> str:
    """Return a task's number and title."""
    return numbered(cell.task.number, cell.task.title)


def score_text(words: Words, link: Link) -> str:
    """Return how far two tasks say the same, in percent."""
    return words("compare.score", percent=round(100 * link.score))


def reasons_text(words: Words, link: Link) -> str:
    """Return why two tasks are taken to be the same."""
    return words.listing([words(f"compare.reason.{reason.value}") for reason in link.reasons])


def link_text(words: Words, link: Link) -> str:
    """Return how far two tasks say the same and why they belong together."""
    return words("compare.link", score=score_text(words, link), reasons=reasons_text(words, link))


def difference_kind(difference: Difference) -> str:
    """Return the kind of a difference, as catalogues and JSON have it."""
    if isinstance(difference, DateDifference):
        return "date"
    if isinstance(difference, TargetDifference):
        return "target"
    return "department" if isinstance(difference, DepartmentDifference) else "section"


def difference_parts(words: Words, difference: Difference) -> tuple[str, str, str]:
    """Return what a difference is about, what stands in the task that is held against, and what stands here."""
    if isinstance(difference, DateDifference):
        there, here = difference.base, difference.here
        about = here or there
        return about.clause or about.phrase if about else "", _day(there), _day(here)
    if isinstance(difference, TargetDifference):
        wanted = difference.here or difference.base
        name = wanted.indicator if wanted else ""
        return name, _target(words, difference.base), _target(words, difference.here)
    if isinstance(difference, DepartmentDifference):
        is_here = difference.verdict is Verdict.ONLY_HERE
        return "", "" if is_here else difference.name, difference.name if is_here else ""
    return "", difference.base, difference.here


def difference_text(words: Words, difference: Difference) -> str:
    """Return a difference as a sentence: 目标较宽：农村生活污水治理率 不低于 45%（不低于 70%）."""
    about, there, here = difference_parts(words, difference)
    if there and here:
        text = words("compare.turned", about=about, here=here, base=there)
    else:
        text = words("compare.one_side", about=about, value=here or there)
    return words("compare.difference", **_facts(words, difference), text=text.strip())


def short_cell(words: Words, cell: ComparedTask | None) -> str:
    """Return a cell of the matrix: the task's number and what is different in a word each; — where there is no task."""
    if cell is None:
        return NO_TASK
    shorts = dict.fromkeys(words("compare.short", **_facts(words, one)) for one in cell.differences)
    return " ".join(filter(None, (cell.task.number or cell.task.id, *shorts)))


def long_cell(words: Words, row: ComparedRow, plan: Plan) -> str:
    """Return a cell of a file: the task with its number, how sure it is, and each difference on a line."""
    cell = row.cells.get(plan.info.id)
    if cell is None:
        return NO_TASK
    lines = [task_name(cell), *(difference_text(words, one) for one in cell.differences)]
    if cell.link:
        lines.append(link_text(words, cell.link))
    return "\n".join(lines)


def _facts(words: Words, difference: Difference) -> dict[str, str]:
    kind = words(f"compare.kind.{difference_kind(difference)}")
    return {"kind": kind, "verdict": words(f"compare.verdict.{difference.verdict.value}")}


def _day(deadline: Deadline | None) -> str:
    return deadline.due.isoformat() if deadline else ""


def _target(words: Words, indicator: Indicator | None) -> str:
    if indicator is None:
        return ""
    target = target_text(words, indicator)
    if indicator.due is None:
        return target
    return words("compare.target_due", target=target, due=indicator.due.isoformat())
