"""The pane's content where the cursor stands on a plan or a section: what the plan is and wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plantui.query.outline import Branch
from plantui.words import Words
from plantui.words.phrases import numbered

from .lines import labelled, paragraph
from .widgets.painted import Painted


def plan_lines(
    words: Words, info: Mapping[str, Any], goals: Sequence[Mapping[str, Any]], row: Branch, width: int
) -> list[Painted]:
    """All lines for a branch of the tree."""
    lines: list[Painted] = []
    if row.section is not None:
        lines += paragraph(numbered(row.section.number, row.section.title), width, "head")
    lines += paragraph(info["title"], width, "" if row.section else "head")
    lines += [[], [(words("screen.pane.figures", total=row.total, done=row.done), "accent")]]
    lines += _facts(words, info, width)
    if row.section is None and goals:
        lines += [[], [(words("screen.pane.goals"), "head")]]
        for goal in goals:
            due = f"  {goal['due']}" if goal.get("due") else ""
            lines += paragraph(f"· {goal['text']}{due}", width)
    return lines


def _facts(words: Words, info: Mapping[str, Any], width: int) -> Iterator[Painted]:
    years = words("screen.pane.plan_of", start=info["start_year"], end=info["end_year"])
    yield from paragraph(f"{info['region']}  {years}  {words('terms.plan.' + info['status'])}", width)
    for label, key in (("number", "document_number"), ("issuer", "issuer"), ("issued", "issued")):
        if info.get(key):
            yield from labelled(words(f"screen.pane.{label}"), str(info[key]), width)
    if info.get("responsible"):
        yield from labelled(words("screen.pane.responsible"), words.listing(info["responsible"]), width)
