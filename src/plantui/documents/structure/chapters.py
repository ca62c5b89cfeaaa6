"""The headings of a Chinese outline that become sections of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantui.documents.rule import Stage, rule
from plantui.documents.structure.kinds import Kind, kind_of
from plantui.documents.structure.section_head import SectionHead
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.structure.tree import Node
from plantui.documents.tokens.numbering import Style

_CHAPTERS = frozenset({Style.PART, Style.CHAPTER, Style.JIE})


def chapters_of(
    root: Node, tasks: Sequence[FoundTask], title: str
) -> tuple[list[SectionHead], list[SectionHead]]:
    """Return the headings in the order of the document, and the one above each task; `title` names the section of tasks
    without any."""
    kept = _kept_headings(root, tasks)
    container = _only_container(kept)
    heads: dict[int, SectionHead] = {}
    for node in root.walk():
        if id(node) in kept and node is not container:
            heads[id(node)] = _head(node, _nearest([*node.above()], heads))
    found = [_nearest([task.section, *task.section.above()] if task.section else [], heads) for task in tasks]
    whole = SectionHead(title, code="0")
    before = [whole] if None in found else []
    return [*before, *heads.values()], [head or whole for head in found]


def _nearest(nodes: Sequence[Node], heads: Mapping[int, SectionHead]) -> SectionHead | None:
    return next((heads[id(node)] for node in nodes if id(node) in heads), None)


def _head(node: Node, above: SectionHead | None) -> SectionHead:
    assert node.number is not None
    title = node.heading.title if node.heading else None
    place = title.span if title is not None and title.text else None
    return SectionHead(node.title, node.number.printed, str(node.number.value), above, place)


@rule(Stage.OUTLINE)
def _kept_headings(root: Node, tasks: Sequence[FoundTask]) -> dict[int, Node]:
    """The plan's sections are the headings above its tasks; in a document of chapters they are all its chapters, also
    those without tasks."""
    kept: dict[int, Node] = {}
    for task in tasks:
        for node in (task.section, *(task.section.above() if task.section else ())):
            if node is not None:
                kept[id(node)] = node
    if any(node.style in _CHAPTERS for node in kept.values()):
        inside = {id(task.node) for task in tasks if task.is_numbered}
        kept |= {id(node): node for node in root.walk() if node.style in _CHAPTERS and id(node) not in inside}
    return kept


@rule(Stage.OUTLINE)
def _only_container(kept: dict[int, Node]) -> Node | None:
    """重点任务 is no section of its own where all tasks stand in sections below it."""
    tops = [node for node in kept.values() if not any(id(above) in kept for above in node.above())]
    if len(tops) != 1 or kind_of(tops[0].title) is not Kind.TASKS:
        return None
    below = [node for node in kept.values() if node is not tops[0]]
    return tops[0] if below else None
