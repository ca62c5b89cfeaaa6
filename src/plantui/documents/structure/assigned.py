"""Roles that are given to items elsewhere: below labels of their own, behind the last of a group, by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import ROLE_LABEL, begins_with_label, has_clause, is_clause
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import likeness
from plantui.documents.tokens.numbering import Style
from plantui.documents.tokens.numerals import whole_number
from plantui.documents.traced import TracedText

from .tasks import FoundTask
from .tree import Node, responsible_line

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"
_LEAST_OWNERS = 2
_RANGE = compiled(rf"({_NUMBER})[至—-]+第?({_NUMBER})|({_NUMBER})")


@rule(Stage.OUTLINE)
def unfold_labels(root: Node) -> None:
    """Where an action is divided into numbered parts that are only labels (1. 工作目标, 2. 主要措施, 3. 责任单位), the items
    under 主要措施 are the tasks, and 责任单位 or 完成时限 say who carries each of them and by when, beside whom they name
    themselves; measures without items of their own are the action's text."""
    for node in [*root.walk()]:
        roles = [child for child in node.children if _role_label(child)]
        if not roles or node.number is None:
            continue
        lines = [line for child in roles for line in _role_lines(child)]
        measures = [child for child in node.children if ZH.ASSIGNED_MEASURES.match(child.title)]
        items = [item for child in measures for item in child.children]
        for item in items or [node]:
            item.paragraphs = [*item.paragraphs, *lines]
        _take_out(node, roles, measures)


@rule(Stage.OUTLINE)
def owner_headings(root: Node) -> None:
    """Where two headings or more are nothing but names of bodies (一、县教育体育局), the items below them are theirs, unless
    they name others or only say what the body is for (负责…)."""
    owners = [node for node in root.walk() if node.children and node.source and _is_body(node.said)]
    items = [item for node in owners for item in node.children]
    duties = sum(item.said.startswith("负责") for item in items)
    if len(owners) < _LEAST_OWNERS or 2 * duties >= len(items) or any(item.carries_any for item in items):
        return
    for node in owners:
        assert node.source is not None
        for item in node.children:
            item.paragraphs = [*item.paragraphs, Paragraph(responsible_line(node.source), is_label=True)]


def _is_body(said: str) -> bool:
    return all(
        ZH.NAMES_STRONG.search(name) and likeness(name) for name in ZH.TREE_MARK.split(said.rstrip("："))
    )


def _role_label(node: Node) -> bool:
    whole = node.said.rstrip("。：: ") + "："
    return begins_with_label(node.said) or ROLE_LABEL.fullmatch(whole) is not None


def _role_lines(label: Node) -> list[Paragraph]:
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


@rule(Stage.OUTLINE)
def lift_role_lines(root: Node) -> None:
    """Role lines after the last of several sub-items, where none of the others has any, belong to the item that holds the
    sub-items; where the sub-items are numbered through from one group to the next and those of another group have lines
    of their own, they are the tasks, and the lines belong to each of the group. Where items with several sub-items have
    such lines, so has one with a single sub-item."""
    through = _numbered_through(root)
    lifted: set[Style | None] = set()
    for node in [*root.walk()][1:]:
        children = node.children
        if len(children) < 2 or node.number is None:
            continue
        if any(child.carries_any for child in children[:-1]):
            continue
        last = children[-1]
        lines = [p for p in last.paragraphs if p.is_label or is_clause(p.text.text)]
        if lines and not has_clause(last.heading.text.text if last.heading else ""):
            if last.style in through:
                for child in children[:-1]:
                    child.paragraphs = [*child.paragraphs, *lines]
                continue
            _lift(node, last, lines)
            lifted.add(node.style)
    for node in [*root.walk()][1:]:
        if node.style in lifted and len(node.children) == 1 and not node.carries:
            (child,) = node.children
            _lift(node, child, [p for p in child.paragraphs if p.is_label or is_clause(p.text.text)])


def _lift(node: Node, child: Node, lines: list[Paragraph]) -> None:
    child.paragraphs = [p for p in child.paragraphs if p not in lines]
    node.paragraphs = [*node.paragraphs, *lines]


def _numbered_through(root: Node) -> set[Style]:
    """The styles of number that run on from group to group, where in some group not only the last one names who does it."""
    values: dict[Style, list[int]] = {}
    groups: Counter[Style] = Counter()
    alone = {child.style for node in root.walk() for child in node.children[:-1] if child.carries}
    for node in root.walk():
        groups.update({child.style for child in node.children if child.style is not None})
        if node.number is not None:
            values.setdefault(node.number.style, []).append(node.number.value)
    return {
        style
        for style, held in values.items()
        if style in alone and groups[style] > 1 and held == [*range(1, len(held) + 1)]
    }


@rule(Stage.OUTLINE)
def assigned_by_number(tasks: Sequence[FoundTask], paragraphs: Sequence[Paragraph]) -> list[FoundTask]:
    """Where no task names its departments and a paragraph shares the tasks out by their numbers (第1、2、6项任务由…牵头，
    …配合；第3至5项由…负责), each numbered task has those departments. The numbers must tell the tasks apart."""
    shares = {value: line for paragraph in paragraphs for value, line in _shares(paragraph.text)}
    if not shares or any(task.says_who for task in tasks):
        return [*tasks]
    usual = Counter(task.node.style for task in tasks).most_common(1)[0][0]
    values = Counter(
        task.node.number.value for task in tasks if task.node.number and task.node.style == usual
    )
    if max(values.values(), default=0) != 1:
        return [*tasks]
    return [
        replace(task, paragraphs=(*task.paragraphs, shares[number.value]))
        if (number := task.node.number) and number.style == usual and number.value in shares
        else task
        for task in tasks
    ]


def _shares(text: TracedText) -> Iterator[tuple[int, TracedText]]:
    for share in ZH.ASSIGNED_SHARE.finditer(text.text) if "项" in text.text or "条" in text.text else ():
        line = responsible_line(text[share.start("who") : share.end("who")])
        for numbers in _RANGE.finditer(share["numbers"]):
            first, last = numbers[1] or numbers[3], numbers[2] or numbers[3]
            yield from ((value, line) for value in range(whole_number(first), whole_number(last) + 1))
