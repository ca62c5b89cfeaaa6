"""The rows of task tables as an outline, so that everything after it is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plantui.documents.outline.heading import Heading
from plantui.documents.outline.level import Level
from plantui.documents.outline.numbering import Number, Style, number_of
from plantui.documents.outline.outline import Outline
from plantui.documents.outline.tasks import Found, FoundTask, without_repeats
from plantui.documents.outline.tree import Node
from plantui.documents.repair.lines import lines_of
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source, TableRow
from plantui.documents.traced import Span, TracedText

from .columns import head_of
from .flattened import flattened_rows
from .rows import RowTask, row_tasks


@dataclass(frozen=True, slots=True)
class TaskTables:
    """The task tables of a document."""

    tasks: tuple[RowTask, ...]
    spans: tuple[Span, ...]
    """Where their cells stand in the source."""


def task_tables(source: Source) -> TaskTables:
    """The tables of a document that hold tasks, also those written one cell to a line."""
    rows: Sequence[TableRow] = source.rows or flattened_rows(lines_of(source))
    with_head = {row.table for row in rows if head_of(row.cells)}
    kept = [row for row in rows if row.table in with_head]
    spans = tuple(
        Span(start, start + len(cell))
        for row in kept
        for start, cell in zip(row.starts, row.cells, strict=True)
        if cell.strip()
    )
    return TaskTables(tuple(row_tasks(kept)), _merged(spans))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbouring cells as one range: only line ends stand between them."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if merged and span.start <= merged[-1].end + 2:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


@rule(Stage.TABLES)
def prefers_table(outline: Outline, tables: TaskTables) -> bool:
    """The tasks come from the table where the text has none, or has them without departments; a table beside a text that
    names the departments itself repeats it."""
    if not tables.tasks:
        return False
    return not outline.tasks or not outline.level.has_departments


def with_table(outline: Outline, tables: TaskTables) -> Outline:
    """The outline with the table's tasks in place of the text's."""
    root = Node()
    sections: dict[str, Node] = {}
    tasks: list[FoundTask] = []
    for position, row in enumerate(tables.tasks, 1):
        section = _section(row.section, root, sections) if row.section is not None else None
        parent = section or root
        value = int(row.number) if row.number.isdigit() else position
        number = Number(Style.ARABIC, value, row.number or str(position), 0)
        node = Node(number, None, None, row.heading, parent=parent)
        parent.children.append(node)
        tasks.append(FoundTask(node, section, row.heading, row.paragraphs))
    kept, repeated = without_repeats(tasks)
    return replace(
        outline,
        root=_with_rest(root, outline.root),
        level=Level(Style.ARABIC, has_departments=True),
        tasks=tuple(kept),
        repeated=tuple(repeated),
        found=Found(outside=outline.found.outside, introductions=outline.found.introductions),
    )


def _section(title: TracedText, root: Node, sections: dict[str, Node]) -> Node:
    if title.text not in sections:
        printed = number_of(title.text)
        number = printed or Number(Style.HAN, len(sections) + 1, "", 0)
        words = title[printed.length :].strip() if printed else title
        node = Node(number, None, title, Heading(words, title[:0]), parent=root)
        root.children.append(node)
        sections[title.text] = node
    return sections[title.text]


def _with_rest(root: Node, text_root: Node) -> Node:
    """The text's own headings stay, for the goals and for the account."""
    root.paragraphs = text_root.paragraphs
    for child in text_root.children:
        root.children.append(child)
    return root
