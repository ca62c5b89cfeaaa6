"""What a section is for, by its heading: goals, general parts, safeguards, duties, or tasks."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .tree import Node


class Kind(StrEnum):
    """What a section is for."""

    TASKS = "tasks"  # 重点任务: says itself that it holds tasks
    OPEN = "open"  # a heading of the matter itself
    GOALS = "goals"  # 主要目标
    GENERAL = "general"  # 总体要求, 指导思想, 基本原则
    SAFEGUARDS = "safeguards"  # 保障措施, 组织实施
    DUTIES = "duties"  # 职责分工: what each department does, said once more
    STEPS = "steps"  # 实施步骤: phases of the work
    ANNEX = "annex"


_KINDS = {
    Kind.DUTIES: compiled(any_of(zh.HEADINGS_DUTIES)),
    Kind.STEPS: compiled(any_of(zh.HEADINGS_STEPS)),
    Kind.GENERAL: compiled(zh.KINDS_GENERAL),
    Kind.SAFEGUARDS: compiled(any_of(zh.HEADINGS_SAFEGUARDS)),
    Kind.GOALS: compiled(any_of(zh.HEADINGS_GOALS)),
    Kind.TASKS: compiled(any_of(zh.HEADINGS_TASKS)),
}
"""What tells each kind, in the order in which they are tried."""
NO_TASKS = frozenset({Kind.GOALS, Kind.GENERAL, Kind.SAFEGUARDS, Kind.DUTIES, Kind.STEPS, Kind.ANNEX})
"""Sections that hold no tasks unless their items name departments."""


@lru_cache(maxsize=4096)  # asked again and again of the same words
@rule(Stage.OUTLINE)
def kind_of(title: str) -> Kind:
    """A section headed 总体要求, 指导思想, 基本原则, 申报条件 and the like is general; 主要目标 holds goals; 保障措施,
    组织实施, 有关要求 are safeguards, 职责分工 duties, 实施步骤 phases: none of them holds tasks unless its items name
    departments. 重点任务, 主要措施 and the like hold tasks."""
    words = title.strip("。：: ")
    if ZH.KINDS_ANNEX.match(words):
        return Kind.ANNEX
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(words)), Kind.OPEN)


@rule(Stage.OUTLINE)
def is_duty_list(items: Sequence[Node]) -> bool:
    """Items most of which are headed by a department (市发展改革委：负责…) list duties and are not tasks, unless those below
    them are theirs."""
    owned = [one for one in items if not any(item.carries for item in one.children)]
    heads = [compiled(r"[：:。，]").split(one.said, maxsplit=1)[0] for one in owned]
    named = sum(
        bool(ZH.KINDS_DUTY_BODY.match(head.strip())) and not ZH.KINDS_MEASURE.match(head.strip())
        for head in heads
    )
    return len(items) >= 3 and named >= 0.6 * len(items)
