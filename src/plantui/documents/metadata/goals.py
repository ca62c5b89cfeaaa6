"""Where a document says what it wants to reach: its sections of goals, each clause with its place."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.fields.goals import read_goals
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.place import place_at
from plantui.documents.source import Source
from plantui.documents.structure.level import Kind, kind_of
from plantui.documents.structure.outline import Outline
from plantui.documents.structure.tree import Node
from plantui.documents.traced import TracedText
from plantui.model.plan import Goal


def goals_of(outline: Outline, period: Period, source: Source) -> Iterator[tuple[Goal, TracedText]]:
    """The goals of every section that is headed so, paragraph by paragraph, and of 工作目标： before the first section."""
    for text, all_count in _texts_with_goals(outline):
        for goal, span in read_goals(text, period):
            if all_count or goal.value is not None:
                yield goal._replace(source=place_at(source, span)), text


def goal_at(goal: Goal, text: TracedText, source: Source) -> tuple[Goal, TracedText]:
    """A goal with the place of the text that it was read from: the cells of a table."""
    return goal._replace(source=place_at(source, text.span) if text.text else None), text


def _texts_with_goals(outline: Outline) -> Iterator[tuple[TracedText, bool]]:
    """The paragraphs that may say goals, and whether every clause of them is one, also without a figure."""
    for paragraph in outline.root.paragraphs:
        if ZH.GOALS_LABEL_OF_PLAN.match(paragraph.text.text):
            yield paragraph.text, True
    tasks = {id(task.node) for task in outline.tasks}
    for node in _goal_sections(outline.root):
        for text in _texts(node, tasks):
            yield text, kind_of(node.title) is Kind.GOALS


def _goal_sections(root: Node) -> Iterator[Node]:
    """The topmost sections that hold goals: those headed so, also among the parts of an action, and general ones without
    parts of their own."""
    for node in root.children:
        yield from _goals_at(node, is_top=True)


def _goals_at(node: Node, *, is_top: bool = False) -> Iterator[Node]:
    kind = kind_of(node.title)
    if kind is Kind.GOALS or (kind is Kind.GENERAL and not node.children):
        yield node
    elif is_top or kind is Kind.GENERAL or any(kind_of(child.title) is Kind.GOALS for child in node.children):
        for child in node.children:
            yield from _goals_at(child)


def _texts(node: Node, tasks: set[int]) -> Iterator[TracedText]:
    """The text of a section without what is a task of its own."""
    if id(node) not in tasks:
        yield from node.body()
        for child in node.children:
            yield from _texts(child, tasks)
