"""The comparison of plans as files: Markdown to read, a workbook to work with, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plantui.model.jsonvalue import Json, JsonObject
from plantui.planfile.jsonform import deadline_dict, indicator_dict
from plantui.query.comparing.comparison import ComparedRow, ComparedTask, PlanComparison
from plantui.query.comparing.differences import (
    DateDifference,
    DepartmentDifference,
    Difference,
    TargetDifference,
)
from plantui.words import Words

from .compared_text import counts_text, difference_kind, long_cell, plan_headings
from .marks import cell, table


class Rows(StrEnum):
    """Choice of the rows of a comparison."""

    ALL = "all"
    DIFFERENT = "different"
    MISSING = "missing"
    """Tasks of the plan held against, or of any, that not every plan has."""


@dataclass(frozen=True)
class ComparedFile:
    """A comparison with the rows that are listed."""

    comparison: PlanComparison
    rows: Sequence[ComparedRow]
    today: date


def chosen_rows(comparison: PlanComparison, choice: Rows) -> Sequence[ComparedRow]:
    """Return the rows of a choice."""
    if choice is Rows.DIFFERENT:
        return comparison.different
    return comparison.missing if choice is Rows.MISSING else comparison.rows


def facts(words: Words, file: ComparedFile) -> list[str]:
    """Return what the comparison is about: the plans, the one held against, the numbers of tasks, the legend."""
    comparison = file.comparison
    titles = words.listing([plan.info.title for plan in comparison.plans])
    return [
        words("compare.plans", plans=titles),
        words("compare.against", plan=comparison.base.info.title),
        counts_text(words, comparison, len(file.rows)),
        words("compare.legend"),
    ]


def markdown(file: ComparedFile, words: Words) -> Iterator[str]:
    """Yield the comparison as a Markdown document in pieces."""
    yield f"# {cell(words('compare.title'))}\n\n"
    yield "".join(f"- {cell(fact)}\n" for fact in facts(words, file))
    if not file.rows:
        yield f"\n{words('compare.none')}\n"
        return
    comparison = file.comparison
    titles = [words("compare.column.section"), *plan_headings(comparison)]
    rows = (
        [row.first.section, *(long_cell(words, row, plan) for plan in comparison.plans)] for row in file.rows
    )
    yield "\n" + table(titles, rows, numbers_from=len(titles))


def compared_json(file: ComparedFile) -> Iterator[str]:
    """Yield the rows as a JSON array, one object a row."""
    import json

    from plantui.model.text import escaped_json

    yield "["
    for at, row in enumerate(file.rows):
        text = json.dumps(_row_dict(file.comparison, row), ensure_ascii=False)
        yield f"{',' if at else ''}\n{escaped_json(text)}"
    yield "\n]\n" if file.rows else "]\n"


def _row_dict(comparison: PlanComparison, row: ComparedRow) -> JsonObject:
    cells: list[Json] = [_cell_dict(plan.info.id, row.cells.get(plan.info.id)) for plan in comparison.plans]
    return {
        "base": row.base,
        "section": row.first.section,
        "title": row.first.task.title,
        "missing": [plan.info.id for plan in comparison.missing_in(row)],
        "plans": cells,
    }


def _cell_dict(plan: str, cell: ComparedTask | None) -> JsonObject:
    if cell is None:
        return {"plan": plan, "task": None}
    return {
        "plan": plan,
        "task": cell.task.id,
        "number": cell.task.number,
        "title": cell.task.title,
        "section": cell.section,
        "score": round(cell.link.score, 3) if cell.link else None,
        "reasons": [reason.value for reason in cell.link.reasons] if cell.link else [],
        "differences": [_difference_dict(one) for one in cell.differences],
    }


def _difference_dict(difference: Difference) -> JsonObject:
    found: JsonObject = {"kind": difference_kind(difference), "verdict": difference.verdict.value}
    if isinstance(difference, DateDifference):
        return found | {
            "base": deadline_dict(difference.base) if difference.base else None,
            "here": deadline_dict(difference.here) if difference.here else None,
        }
    if isinstance(difference, TargetDifference):
        return found | {
            "base": indicator_dict(difference.base) if difference.base else None,
            "here": indicator_dict(difference.here) if difference.here else None,
        }
    if isinstance(difference, DepartmentDifference):
        return found | {"department": difference.name}
    return found | {"base": difference.base, "here": difference.here}
