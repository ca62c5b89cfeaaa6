"""Paragraphs become a tree of numbered headings, each with the paragraphs under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.card_labels import label_of
from plantui.documents.normalize.role_signs import begins_with_label, has_clause
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, likeness
from plantui.documents.tokens.numbering import Number, Style
from plantui.documents.traced import TracedText

from .heading import Heading, heading_of, section_heading

_LONGEST = 90


@dataclass(slots=True, eq=False)
class Node:
    """A heading with what stands under it. The root has no number and no heading."""

    number: Number | None = None
    number_text: TracedText | None = None
    source: TracedText | None = None
    """The whole paragraph of the heading, without its number."""
    heading: Heading | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    """What stands under it before its first numbered child, or after the last one (role lines)."""
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None

    @property
    def title(self) -> str:
        """The heading's words."""
        return self.heading.title.text if self.heading else ""

    @property
    def style(self) -> Style | None:
        """How it is numbered."""
        return self.number.style if self.number else None

    @property
    def start(self) -> int | None:
        """Where its number or, in a title without one, its first word stands."""
        first = self.number_text or self.source
        return first.offsets[0] if first else None

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self) -> Iterator[Node]:
        """Its parents, the nearest first, without the root."""
        node = self.parent
        while node is not None and node.number is not None:
            yield node
            node = node.parent

    @property
    def carries(self) -> bool:
        """Whether its own paragraphs name departments, its sub-items left out."""
        return carries_clause(self.paragraphs, self.heading.text.text if self.heading else "")

    @property
    def carries_any(self) -> bool:
        """Whether it or anything below it names departments."""
        return any(one.carries for one in self.walk())

    @property
    def said(self) -> str:
        """The words of its paragraph, without the number."""
        return self.source.text if self.source is not None else ""

    def body(self) -> list[TracedText]:
        """The text of its own: what follows its title, then its paragraphs."""
        inline = [self.heading.text] if self.heading and self.heading.text.text else []
        return [*inline, *(paragraph.text for paragraph in self.paragraphs)]


@rule(Stage.OUTLINE)
def tree_of(paragraphs: Sequence[Paragraph]) -> Node:
    """A heading stands below the nearest heading before it whose style of number is not its own and is not below its own.
    The order of styles is the usual one (第一章, 第一节, 一、, （一）, 1., （1）, ①), but a document that puts （一） below
    1. is followed: a lower-ranked style that begins with one goes below."""
    root = Node()
    stack = [root]
    owners = owner_lines(paragraphs)
    owned: list[tuple[Node, Paragraph]] = []
    owner: Paragraph | None = None
    for index, paragraph in enumerate(paragraphs):
        if index in owners:
            owner = owners[index]
            continue
        if paragraph.number is None:
            stack[-1].paragraphs.append(paragraph)
            continue
        number = paragraph.number
        _pop(stack, number)
        node = Node(number, paragraph.number_text, paragraph.text, parent=stack[-1])
        node.heading = heading_of(paragraph.text, goes_on=_goes_on(paragraphs[index + 1 : index + 2]))
        stack[-1].children.append(node)
        stack.append(node)
        if owner is not None:
            if owned and owned[-1][1] is owner and number.style < (owned[-1][0].style or number.style):
                owner = None
            elif not owned or owned[-1][1] is not owner or number.style == owned[-1][0].style:
                owned.append((node, owner))
    _give_to_owners(owned)
    for node in root.walk():
        if node.children and node.source is not None and node.heading is not None and not node.heading.is_own:
            node.heading = section_heading(node.source)
    return root


def _goes_on(following: Sequence[Paragraph]) -> bool:
    """Whether the next paragraph has a label, but none of who or when, and so says what is to be done."""
    return any(one.number is None and not one.is_label and label_of(one.text.text) for one in following)


def _give_to_owners(owned: list[tuple[Node, Paragraph]]) -> None:
    for node, owner in owned:
        if not any(carries_clause(one.paragraphs, one.said) for one in node.walk()):
            node.paragraphs.append(owner)


def _pop(stack: list[Node], number: Number) -> None:
    styles = [node.style for node in stack]
    if number.style in styles:
        place = styles.index(number.style)
        if number.style is Style.DECIMAL:
            place = _decimal_place(stack, number, place)
        del stack[place:]
        return
    while len(stack) > 1:
        style = stack[-1].style
        assert style is not None
        if style < number.style or (number.value == 1 and _may_hold(stack[-1])):
            return
        stack.pop()


def _may_hold(node: Node) -> bool:
    """Whether a heading of a style that ranks above its own may stand below a node: only in items with a plain
    figure, and only below one that has not said anything yet."""
    return (
        node.style in {Style.ARABIC, Style.LABEL}
        and not node.paragraphs
        and node.heading is not None
        and (not node.heading.text.text)
    )


def _decimal_place(stack: list[Node], number: Number, first: int) -> int:
    """2.1.3 stands below 2.1, 2.2 beside it."""
    for place in range(first, len(stack)):
        other = stack[place].number
        if other is None or other.style is not Style.DECIMAL or len(other.major) >= len(number.major):
            return place
    return len(stack)


def carries_clause(paragraphs: Sequence[Paragraph], inline: str) -> bool:
    """Whether an item's own paragraphs, or the text behind its title, name departments."""
    return has_clause(inline) or any(p.is_label or has_clause(p.text.text) for p in paragraphs)


@rule(Stage.OUTLINE)
def owner_lines(paragraphs: Sequence[Paragraph]) -> dict[int, Paragraph]:
    """Where a plan is ordered by departments, a line of names that ends in a colon (区税务局： or
    区市场监管局（配合单位：区税务局）：) gives the numbered items below it their departments, up to the next such line or
    heading. One such line alone, or one that no number follows, addresses a letter. The answer has each line's clause by
    its place."""
    found: dict[int, Paragraph] = {}
    for index, paragraph in enumerate(paragraphs[:-1]):
        if paragraph.number is None and paragraphs[index + 1].number is not None:
            clause = _clause(paragraph.text)
            if clause is not None:
                found[index] = Paragraph(clause, is_label=True)
    return found if len(found) > 1 else {}


def _clause(line: TracedText) -> TracedText | None:
    """The line as 责任单位：…; a label in its brackets follows. None where it is no line of names."""
    if not line.text.endswith("：") or len(line) > _LONGEST or begins_with_label(line.text):
        return None
    names = line[:-1]
    note = ZH.TREE_NOTE.search(names.text)
    others = None
    if note is not None and "：" in note["note"]:
        names, others = names[: note.start()], names[note.start("note") : note.end("note")]
    bare = ZH.TREE_NOTE.sub("", names.text)
    if not bare or any(likeness(name) is not Likeness.STRONG for name in ZH.TREE_MARK.split(bare)):
        return None
    behind = [] if others is None else [TracedText.implied("；", line.offsets[0]), others]
    return TracedText.join([responsible_line(names), *behind])


def responsible_line(names: TracedText) -> TracedText:
    """Departments as the line that an item would have: 责任单位：…."""
    return TracedText.join([TracedText.implied("责任单位：", names.offsets[0]), names])
