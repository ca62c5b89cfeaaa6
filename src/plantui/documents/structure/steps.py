"""A plan for one project whose dated steps are its only tasks."""

from __future__ import annotations

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.heading import Heading, heading_of
from plantui.documents.structure.kinds import NO_TASKS, Kind, kind_of
from plantui.documents.structure.tree import Node
from plantui.documents.traced import TracedText

_STARTS_DATED = compiled(zh.STEPS_STARTS_DATED)
_DATED_NAME = compiled(zh.STEPS_DATED_NAME)
_DESCRIBES = compiled(zh.STEPS_DESCRIBES)
_LEAST = 2


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
        if not section.children and _DESCRIBES.search(section.title):
            continue
        if found is not None or not section.children:
            return None
        found = section
    if found is None or len(found.children) < _LEAST or len(root.children) < _LEAST:
        return None
    return found if all(_is_dated(child) for child in found.children) else None


def _is_dated(step: Node) -> bool:
    said = step.source.text if step.source is not None else ""
    return _STARTS_DATED.match(said) is not None or _DATED_NAME.match(said) is not None


@rule(Stage.OUTLINE)
def step_heading(text: TracedText) -> Heading:
    """A step that begins with a date is headed by what is done then, and its text keeps the date."""
    dated = _STARTS_DATED.match(text.text)
    work = text[dated.end() :].strip() if dated else text
    heading = heading_of(work if work.text else text)
    return Heading(heading.title.strip("；;。 "), text) if dated else heading
