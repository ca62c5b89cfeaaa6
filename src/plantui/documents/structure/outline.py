"""The whole outline: of the document's parts the one that is the plan, its tree, its tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.assigned import assigned_by_number
from plantui.documents.structure.label_headings import unfold_labels
from plantui.documents.structure.level import Level, lift_role_lines, task_level
from plantui.documents.structure.parts import Part, parts_of, without_closing
from plantui.documents.structure.tasks import Found, FoundTask, find_tasks, uniform_titles, without_repeats
from plantui.documents.structure.tree import Node, tree_of


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


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    root: Node
    level: Level
    found: Found
    closing: tuple[Paragraph, ...]

    @property
    def weight(self) -> int:
        return len(self.found.tasks) * (2 if self.level.has_departments else 1)


def _read(part: Part) -> _Read:
    kept, closing = without_closing(part)
    root = tree_of(kept.paragraphs)
    unfold_labels(root)
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
        tuple(p for part in parts[:best] for p in part.paragraphs),
        chosen.closing,
        tuple(p for part in parts[best + 1 :] for p in part.paragraphs),
        sum(
            len(read.found.tasks)
            for index, read in enumerate(reads)
            if index != best and read.level.has_departments
        ),
    )
