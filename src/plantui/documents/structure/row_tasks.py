"""The rows of task tables in the outline of the text around them, so that everything after it is one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import merge

from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tables.find import TaskTables
from plantui.documents.tables.rows import RowTask
from plantui.documents.tokens.numbering import Number, Style, number_of
from plantui.documents.traced import TracedText

from .heading import Heading
from .level import NO_TASKS, Kind, Level, kind_of
from .outline import Outline
from .repeats import fresh_rows, headed, with_departments_of, without_repeats
from .tasks import Found, FoundTask
from .tree import Node

_LEAST_NAME = 8


def with_tables(outline: Outline, tables: TaskTables) -> Outline:
    """The outline with the rows of the tables that say something new."""
    if not tables.tasks:
        return outline
    if tables.is_workbook:
        level = Level(Style.ARABIC, has_departments=True)
        outline = replace(outline, tasks=(), level=level, found=Found())
    given = with_departments_of(outline.tasks, tables.tasks)
    if given is not None:
        level = Level(outline.level.style, has_departments=True)
        outline = replace(outline, level=level, tasks=tuple(given))
    fresh = fresh_rows(outline.tasks if outline.level.has_departments else (), tables.tasks)
    return _Joined(outline, tables.is_workbook).with_rows(fresh) if fresh else outline


@dataclass(frozen=True, slots=True)
class _Heading:
    start: int
    node: Node


class _Joined:
    """An outline into which rows are put."""

    def __init__(self, outline: Outline, is_workbook: bool) -> None:
        self._outline = outline
        self._headings = [
            _Heading(node.start, node)
            for node in outline.root.walk()
            if node.start is not None and not is_workbook
        ]
        self._starts = {id(heading.node): heading.start for heading in self._headings}
        self._end = min(
            (p.text.offsets[0] for p in (*outline.closing, *outline.after) if p.text.offsets), default=None
        )
        self._tasks = frozenset(id(task.node) for task in outline.tasks if task.is_numbered)
        self._made: dict[tuple[int, str], Node] = {}
        self._sections: dict[int, Node | None] = {}
        self._opened: list[Node] = []
        """Headings of the text under which tables stand."""

    def with_rows(self, rows: list[RowTask]) -> Outline:
        """The outline with the tasks of text and tables in the order of the document."""
        above = [self._heading_of(row) for row in rows]
        own = [self._own_task(row, node) for row, node in zip(rows, above, strict=True)]
        kept, dropped, opened = self._text_tasks()
        both = merge(
            [(task.heading.title.span.start, 0, task) for task in kept],
            [(row.start, 1, task) for row, task in zip(rows, own, strict=True)],
            key=lambda one: one[:2],
        )
        tasks, repeated = without_repeats([task for _, _, task in both])
        return replace(
            self._outline,
            level=Level(self._outline.level.style or Style.ARABIC, has_departments=True),
            tasks=tuple(tasks),
            repeated=(*self._outline.repeated, *repeated, *dropped),
            found=self._rest(opened),
        )

    def _heading_of(self, row: RowTask) -> Node | None:
        """The heading under which a row stands."""
        if self._end is not None and row.start > self._end:
            return None
        place = bisect_left(self._headings, row.start, key=lambda heading: heading.start)
        found = self._section_of(self._headings[place - 1].node) if place else None
        if found is not None and found not in self._opened:
            self._opened.append(found)
        return found

    def _section_of(self, nearest: Node) -> Node | None:
        if id(nearest) not in self._sections:
            self._sections[id(nearest)] = section_of_table(nearest, self._tasks)
        return self._sections[id(nearest)]

    def _own_task(self, row: RowTask, above: Node | None) -> FoundTask:
        parent = above or self._outline.root
        for name in row.sections:
            if above is None or _bare(name.text) != _bare(above.title):
                parent = self._section(name, parent, row.start)
        number = _number(row)
        heading, paragraphs = headed(row)
        node = Node(number, None, None, heading, parent=parent)
        self._insert(node, parent, row.start)
        section = parent if parent is not self._outline.root else None
        return FoundTask(node, section, heading, paragraphs, number is not None, row.fields)

    def _section(self, name: TracedText, parent: Node, start: int) -> Node:
        key = (id(parent), name.text)
        if key not in self._made:
            printed = number_of(name.text)
            count = sum(one.parent is parent for one in self._made.values()) + 1
            words = name[printed.length :].strip() if printed else name
            number = printed or Number(Style.HAN, count, "", 0)
            node = Node(number, None, name, Heading(words, words[:0]), parent=parent)
            self._made[key] = node
            self._insert(node, parent, start)
        return self._made[key]

    def _insert(self, node: Node, parent: Node, start: int) -> None:
        """Put a node among the children of another, before those that stand behind it in the document."""
        self._starts[id(node)] = start
        place = len(parent.children)
        while place and self._starts.get(id(parent.children[place - 1]), 0) > start:
            place -= 1
        parent.children.insert(place, node)

    def _text_tasks(self) -> tuple[list[FoundTask], list[FoundTask], list[FoundTask]]:
        """The tasks of the text that stay, those that the tables say instead, and those that are now sections."""
        kept: list[FoundTask] = []
        dropped: list[FoundTask] = []
        opened: list[FoundTask] = []
        for task in self._outline.tasks:
            if any(task.node is node or task.node in node.above() for node in self._opened):
                opened.append(task)
            elif self._outline.level.has_departments or stays_beside_tables(task, self._opened):
                kept.append(task)
            else:
                dropped.append(task)
        return kept, dropped, opened

    def _rest(self, sections: list[FoundTask]) -> Found:
        """What holds no tasks, without the sections in which tables do; their words are introductions."""
        found = self._outline.found
        opened = {id(one) for node in self._opened for one in (node, *node.above())}
        outside = [(node, kind) for node, kind in found.outside if id(node) not in opened]
        freed = [node for node, _ in found.outside if id(node) in opened]
        texts = [text for node in freed for one in node.walk() for text in one.body()]
        texts += [text for task in sections for text in task.paragraphs]
        bare = [node for node in found.bare if id(node) not in opened]
        return Found([], outside, bare, [*found.introductions, *texts])


@rule(Stage.TABLES)
def section_of_table(nearest: Node, tasks: frozenset[int]) -> Node | None:
    """A table stands in the section of the nearest heading above it; below a task that names its departments itself, in
    that task's section. Below a safeguard, in an annex, and below a name of its own (…任务分解表) it stands in none."""
    last = nearest.paragraphs[-1].text.text if nearest.paragraphs else ""
    chain = [nearest, *nearest.above()]
    if ZH.TABLES_NAME.search(last) and len(last) > _LEAST_NAME:
        return None
    if any(kind_of(one.title) in NO_TASKS - {Kind.DUTIES} for one in chain):
        return None
    places = [at for at, one in enumerate(chain) if id(one) in tasks]
    if places and chain[places[-1]].carries:
        chain = chain[places[-1] + 1 :]
    return chain[0] if chain else None


@rule(Stage.TABLES)
def stays_beside_tables(task: FoundTask, opened: Sequence[Node]) -> bool:
    """Where no item of the text names departments and tables do, an item is a task only in a section called 重点任务 and
    the like that holds tables too."""
    tops = [above for above in task.node.above() if kind_of(above.title) is Kind.TASKS]
    return any(top in (node, *node.above()) for top in tops for node in opened)


def _number(row: RowTask) -> Number | None:
    """The number of a row: 1, （1）, 一, and of 1.2 the last part."""
    digits = compiled(r"\d+").findall(row.number)
    if digits:
        return Number(Style.ARABIC, int(digits[-1]), row.number, 0)
    printed = number_of(row.number + "、") if row.number else None
    return Number(Style.ARABIC, printed.value, row.number, 0) if printed else None


def _bare(title: str) -> str:
    number = number_of(title)
    return compiled(r"\W").sub("", title[number.length if number else 0 :])
