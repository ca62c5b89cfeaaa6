"""Headings that are only the label of a part of what stands above them: 1. 工作目标, 2. 主要措施, 3. 责任单位."""

from __future__ import annotations

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.normalize.marks import ROLE_LABEL
from plantui.documents.normalize.role_signs import is_clause
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.level import carries_itself
from plantui.documents.structure.tree import Node
from plantui.documents.traced import TracedText

_MEASURES = compiled(zh.LABEL_HEADINGS_MEASURES)


@rule(Stage.OUTLINE)
def unfold_labels(root: Node) -> None:
    """Where an action is divided into numbered parts that are only labels (1. 工作目标, 2. 主要措施, 3. 责任单位), the items
    under 主要措施 are the tasks, and 责任单位 or 完成时限 say who carries each of them and by when; measures without
    items of their own are the action's text."""
    for node in [*root.walk()]:
        roles = [child for child in node.children if _role_label(child)]
        if not roles or node.number is None:
            continue
        lines = [line for child in roles for line in _lines(child)]
        measures = [child for child in node.children if _MEASURES.match(child.title)]
        items = [item for child in measures for item in child.children]
        for item in items or [node]:
            if item is node or not any(carries_itself(one) for one in item.walk()):
                item.paragraphs = [*item.paragraphs, *lines]
        _take_out(node, roles, measures)


def _role_label(node: Node) -> bool:
    said = node.source.text if node.source is not None else ""
    return (
        ROLE_LABEL.match(said) is not None or ROLE_LABEL.fullmatch(said.rstrip("。：: ") + "：") is not None
    )


def _lines(label: Node) -> list[Paragraph]:
    """The label with what it says as role lines."""
    assert label.source is not None
    said, paragraphs = label.source, label.paragraphs
    if "：" in said.text.rstrip("：") or not paragraphs:
        return [Paragraph(said, is_label=True), *paragraphs]
    colon = TracedText.implied("：", said.offsets[-1])
    first = TracedText.join([said.strip("。：: "), colon, paragraphs[0].text])
    return [
        Paragraph(first, is_label=True),
        *(p for p in paragraphs[1:] if is_clause(p.text.text) or p.is_label),
    ]


def _take_out(node: Node, roles: list[Node], measures: list[Node]) -> None:
    """The labels give way to what stands under them."""
    children: list[Node] = []
    for child in node.children:
        if child in measures:
            node.paragraphs = [*child.paragraphs, *node.paragraphs]
            children.extend(child.children)
        elif child not in roles:
            children.append(child)
    for child in children:
        child.parent = node
    node.children = children
