"""Doubts about words that were recognised in pictures: scores promise nothing, so names are held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plantui.documents.reading import Doubt
from plantui.documents.rule import Stage, rule
from plantui.documents.source import MarkKind, Source
from plantui.documents.traced import Span
from plantui.model.plan import Plan

_LEAST_NAME = 4
"""Characters of a name from which on one that differs is more likely a slip than another body."""
_MEANT = frozenset("省市县区州乡镇街一二三四五六七八九十东西南北中上下新老大小")
"""Characters by which bodies really differ."""


@rule(Stage.LOSSES)
def recognition_doubts(source: Source, plan: Plan) -> Iterator[Doubt]:
    """Words that were recognised in pictures: one doubt says so for all pages, and a body whose name differs in one
    character from a body that stands there more often is doubtful, since it may be misread."""
    pages = sum(mark.kind is MarkKind.RECOGNISED for mark in source.marks)
    if not pages:
        return
    yield Doubt(Span(0, 0), "", "documents.doubt.recognised", {"count": str(pages)})
    named = Counter(name for task in plan.tasks for _, name in task.departments.pairs())
    for name, times in named.items():
        other = next((one for one, often in named.items() if often > times and _is_slip(name, one)), None)
        at = source.text.find(name)
        if other is not None and at >= 0:
            facts = {"other": other}
            yield Doubt(Span(at, at + len(name)), name, "documents.doubt.misread", facts, (other,))


def _is_slip(name: str, other: str) -> bool:
    """Return whether two names differ in one character that no two bodies differ in."""
    if len(name) != len(other) or len(name) < _LEAST_NAME:
        return False
    apart = [{one, two} for one, two in zip(name, other, strict=True) if one != two]
    return len(apart) == 1 and not apart[0] & _MEANT
