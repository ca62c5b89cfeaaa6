"""What a section is for by its heading, and at which level of the outline the tasks stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.normalize.role_signs import has_clause, is_clause
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.heading import Heading, heading_of
from plantui.documents.structure.tree import Node
from plantui.documents.tokens.numbering import Style
from plantui.documents.traced import TracedText

_LEAST_STEPS = 2
_FEW = 3
_DEEP = frozenset({Style.ARABIC_PAREN, Style.CIRCLED})


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


class Level(NamedTuple):
    """Where the tasks of a document stand."""

    style: Style | None
    """The style of number that tasks have; None where tasks are plain paragraphs."""
    has_departments: bool
    """The document gives its tasks departments, so an item without any is doubtful as a task."""


@rule(Stage.OUTLINE)
def is_split(node: Node) -> bool:
    """Items on lines of their own that each close with departments of their own are the tasks, and what holds them is their
    section: of 1. 2. at least four fifths must, of （1） or ① all."""
    carrying = sum(child.carries_any for child in node.children)
    if carrying < 2:
        return False
    return carrying == len(node.children) or (
        carrying * 5 >= len(node.children) * 4 and node.children[0].style not in _DEEP
    )


def is_outside(node: Node) -> bool:
    """Whether the item stands in a section that by its heading holds no tasks."""
    return any(kind_of(above.title) in NO_TASKS and not is_shared_out(above) for above in node.above())


@rule(Stage.OUTLINE)
def task_level(root: Node) -> Level:
    """Tasks stand at the level whose items most often name departments. In a document that names none, they stand at the
    level that holds most of the text of its task sections, sub-enumerations （1） and ① left out."""
    carriers = Counter(node.style for node in root.walk() if node.number and node.carries)
    paragraphs = sum(has_clause(paragraph.text.text) for paragraph in root.paragraphs)
    if sum(carriers.values()) >= _FEW or paragraphs >= _FEW:
        if not carriers:
            return Level(None, has_departments=True)
        best = max(carriers, key=lambda style: (carriers[style], -(style or 0)))
        return Level(best, has_departments=True)
    steps = dated_steps(root)
    style = steps.children[0].style if steps is not None else _style_with_most_text(root)
    return Level(style, has_departments=bool(carriers))


def _style_with_most_text(root: Node) -> Style | None:
    held: Counter[Style] = Counter()
    for node in root.walk():
        if node.style is None or is_outside(node) or kind_of(node.title) in NO_TASKS:
            continue
        style = node.style
        if style in _DEEP:
            above = next((n.style for n in node.above() if n.style not in _DEEP), None)
            style = above if above is not None else style
        held[style] += sum(len(part) for part in node.body()) + 8
    return max(held, key=lambda style: (held[style], style)) if held else None


@rule(Stage.OUTLINE)
def holds_tasks(section: Node, level: Level) -> bool:
    """A section of goals, principles or duties holds no tasks, unless three goals of four name their departments; safeguards
    and phases do only where at least half of their items name departments. In a document that gives its tasks departments,
    a section that names none at all and does not call itself 重点任务 holds none either."""
    kind = kind_of(section.title)
    if kind in {Kind.GOALS, Kind.GENERAL, Kind.DUTIES, Kind.ANNEX}:
        return is_shared_out(section)
    if not level.has_departments:
        return kind not in NO_TASKS
    items = [n for n in section.walk() if n.style == level.style] or [
        n for n in section.walk() if not n.children
    ]
    carrying = sum(item.carries_any for item in items)
    if kind in NO_TASKS:
        return carrying * 2 >= len(items) and carrying > 0
    return carrying > 0 or kind is Kind.TASKS


def is_shared_out(section: Node) -> bool:
    """Whether a section is one of goals that name their departments, as in the division of a year's work; a few may not."""
    if kind_of(section.title) is not Kind.GOALS:
        return False
    carrying = sum(item.carries_any for item in section.children)
    return carrying >= _FEW and carrying * 4 >= len(section.children) * 3


@rule(Stage.OUTLINE)
def paragraph_tasks(node: Node) -> range | None:
    """A section without numbered items, of whose paragraphs at least two end by naming departments, or are followed by them,
    has its paragraphs as its tasks. In a document without any numbers they are those from the first that
    names departments to the last."""
    if node.children:
        return None
    texts = [text.text for text in node.body()]
    plain = [index for index, text in enumerate(texts) if not is_clause(text)]
    carrying = [
        index
        for index in plain
        if has_clause(texts[index]) or (index + 1 < len(texts) and is_clause(texts[index + 1]))
    ]
    if len(carrying) < 2:
        return None
    if node.number is None:
        inside = [index for index in plain if carrying[0] <= index <= carrying[-1]]
        last = next((index for index in plain if index > carrying[-1]), len(texts))
        return range(carrying[0], last) if len(carrying) >= 0.6 * len(inside) else None
    return range(len(texts)) if len(carrying) >= 0.8 * len(plain) else None


@rule(Stage.OUTLINE)
def dated_steps(root: Node) -> Node | None:
    """Where no section but one has items of its own, that section's items are the tasks if each begins with a date
    (第一季度：完成选址) or bears one in its name (准备阶段（2025年1月—3月）) and the other sections only describe the project
    (项目内容, 经费保障, 建设标准). Goals, duties, safeguards and the like may have items."""
    found: Node | None = None
    for section in root.children:
        kind = kind_of(section.title)
        if kind in NO_TASKS and kind is not Kind.STEPS:
            continue
        if not section.children and ZH.LEVEL_DESCRIBES.search(section.title):
            continue
        if found is not None or not section.children:
            return None
        found = section
    if found is None or len(found.children) < _LEAST_STEPS or len(root.children) < _LEAST_STEPS:
        return None
    is_dated = [
        ZH.LEVEL_STARTS_DATED.match(child.said) or ZH.LEVEL_DATED_NAME.match(child.said)
        for child in found.children
    ]
    return found if all(is_dated) else None


@rule(Stage.OUTLINE)
def step_heading(text: TracedText) -> Heading:
    """A step that begins with a date is headed by what is done then, and its text keeps the date."""
    dated = ZH.LEVEL_STARTS_DATED.match(text.text)
    work = text[dated.end() :].strip() if dated else text
    heading = heading_of(work if work.text else text)
    return Heading(heading.title.strip("；;。 "), text) if dated else heading
