"""The whole outline: the part of a document that is the plan, its tree, its tasks, and the sections of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import DATE_LINE
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.reading import SectionHead
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.assigned import (
    assigned_by_number,
    lift_role_lines,
    owner_headings,
    unfold_labels,
)
from plantui.documents.structure.level import Kind, Level, kind_of, task_level
from plantui.documents.structure.repeats import without_repeats
from plantui.documents.structure.tasks import Found, FoundTask, find_tasks, uniform_titles
from plantui.documents.structure.tree import Node, tree_of
from plantui.documents.tokens.numbering import Style

_CHAPTERS = frozenset({Style.PART, Style.CHAPTER, Style.JIE})


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What a document's structure says."""

    root: Node
    level: Level
    tasks: tuple[FoundTask, ...]
    repeated: tuple[FoundTask, ...]
    found: Found
    before: tuple[Paragraph, ...]
    """The parts before the plan: a covering letter."""
    closing: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]
    """The parts after it: annexes."""
    other_tasks: int
    """How many tasks the other parts seem to hold."""


class _Read(NamedTuple):
    root: Node
    level: Level
    found: Found
    closing: Sequence[Paragraph]

    @property
    def weight(self) -> int:
        return len(self.found.tasks) * (2 if self.level.has_departments else 1)


def _read(part: Sequence[Paragraph]) -> _Read:
    kept, closing = without_closing(part)
    root = tree_of(kept)
    unfold_labels(root)
    owner_headings(root)
    lift_role_lines(root)
    level = task_level(root)
    return _Read(root, level, find_tasks(root, level), closing)


@rule(Stage.OUTLINE)
def outline_of(paragraphs: Sequence[Paragraph]) -> Outline:
    """The plan is the part of the document that holds most tasks, those that name departments counting double. A letter
    before it and annexes after it are named and left out, so a summary table does not double the tasks."""
    parts = parts_of(paragraphs)
    reads = [_read(part) for part in parts]
    best = max(range(len(reads)), key=lambda index: (reads[index].weight, -index), default=None)
    if best is None:
        empty = Node()
        return Outline(empty, Level(None, False), (), (), Found(), (), (), (), 0)
    chosen = reads[best]
    tasks, repeated = without_repeats(uniform_titles(chosen.found.tasks))
    tasks = assigned_by_number(tasks, paragraphs)
    return Outline(
        chosen.root,
        chosen.level,
        tuple(tasks),
        tuple(repeated),
        chosen.found,
        tuple(p for part in parts[:best] for p in part),
        tuple(chosen.closing),
        tuple(p for part in parts[best + 1 :] for p in part),
        sum(len(read.found.tasks) for read in reads if read is not chosen and read.level.has_departments),
    )


def is_closing(paragraph: Paragraph) -> bool:
    """Whether a paragraph belongs to the close: a signature's date, 此件公开发布, 抄送."""
    return paragraph.number is None and bool(
        DATE_LINE.match(paragraph.text.text) or ZH.OUTLINE_CLOSING.search(paragraph.text.text)
    )


@rule(Stage.OUTLINE)
def parts_of(paragraphs: Sequence[Paragraph]) -> list[Sequence[Paragraph]]:
    """A new part begins after a signature's date and at a line 附件 or 附件1 that stands alone or bears a title. What
    lists the annexes in a letter (附件：1.… 2.…) begins none, since the plan's numbers start anew after it."""
    cuts = {at for at in range(len(paragraphs)) if _begins_annex(paragraphs, at)}
    cuts |= {at + 1 for at, paragraph in enumerate(paragraphs) if at and _is_signature(paragraph)}
    ends = sorted({0, len(paragraphs), *cuts})
    return [paragraphs[start:end] for start, end in pairwise(ends)]


def _is_signature(paragraph: Paragraph) -> bool:
    text = paragraph.text.text
    return paragraph.number is None and bool(DATE_LINE.match(text) or ZH.OUTLINE_SIGNED.search(text))


def _begins_annex(paragraphs: Sequence[Paragraph], index: int) -> bool:
    paragraph = paragraphs[index]
    match = ZH.OUTLINE_ANNEX.match(paragraph.text.text) if paragraph.number is None else None
    if match is None or len(paragraph.text) > 60:
        return False
    following = paragraphs[index + 1 : index + 12]
    return not any(_is_signature(after) for after in following) or not match["rest"]


@rule(Stage.OUTLINE)
def without_closing(part: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """The close of a part (the signature, its date, 此件公开发布, 抄送 and what a web page adds) is not part of its last
    task."""
    end = len(part)
    while end and _closes(part[end - 1], end < len(part)):
        end -= 1
    return part[:end], part[end:]


def _closes(paragraph: Paragraph, after_cut: bool) -> bool:
    if paragraph.number is not None or paragraph.is_label:
        return False
    text = paragraph.text.text
    return (
        is_closing(paragraph)
        or bool(ZH.OUTLINE_SIGNED.search(text) and len(text) < 50)
        or (after_cut and bool(ZH.OUTLINE_SIGNER.match(text)))
        or (len(text) < 60 and bool(ZH.OUTLINE_ANNEX.match(text)))
    )


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
