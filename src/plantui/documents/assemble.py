"""Sections and tasks of the outline get their ids and become the plan's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantui.documents.structure.kinds import Kind, kind_of
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.structure.tree import Node
from plantui.documents.tokens.numbering import Style
from plantui.model.plan import Section

from .place import place_at
from .rule import Stage, rule
from .source import Source

_CHAPTERS = frozenset({Style.PART, Style.CHAPTER, Style.JIE})


class Sections:
    """The plan's sections, and which heading became which."""

    def __init__(self, root: Node, tasks: Sequence[FoundTask], plan_title: str, source: Source) -> None:
        self._source = source
        self._ids: dict[int, str] = {}
        self.list: list[Section] = []
        kept = _kept_headings(root, tasks)
        container = _only_container(kept)
        for node in root.walk():
            if id(node) in kept and node is not container:
                self._add(node, kept, container)
        if any(self._of(task) is None for task in tasks):
            self.list.insert(0, Section(self._free("0"), "", plan_title))

    def _add(self, node: Node, kept: dict[int, Node], container: Node | None) -> None:
        parent = next((above for above in node.above() if id(above) in kept and above is not container), None)
        parent_id = self._ids[id(parent)] if parent else None
        assert node.number is not None
        own = str(node.number.value)
        wanted = f"{parent_id}.{own}" if parent_id else own
        section_id = self._free(wanted)
        self._ids[id(node)] = section_id
        title = node.heading.title if node.heading else None
        place = place_at(self._source, title.span) if title is not None and title.text else None
        self.list.append(Section(section_id, node.number.printed, node.title, parent_id, place))

    def _free(self, wanted: str) -> str:
        taken = {section.id for section in self.list}
        if wanted not in taken:
            return wanted
        return next(f"{wanted}-{count}" for count in range(2, 10_000) if f"{wanted}-{count}" not in taken)

    def _of(self, task: FoundTask) -> str | None:
        nodes = [task.section, *(task.section.above() if task.section else ())]
        return next(
            (self._ids[id(node)] for node in nodes if node is not None and id(node) in self._ids), None
        )

    def of(self, task: FoundTask) -> str:
        """The id of the section that a task stands in."""
        return self._of(task) or "0"


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


@rule(Stage.OUTLINE)
def task_ids(tasks: Sequence[FoundTask], sections: Sections) -> list[str]:
    """A task's id is its number where the document numbers its tasks through, else its section's id and its number; tasks
    without numbers are counted in their section."""
    values = [task.node.number.value if task.node.number and task.is_numbered else None for task in tasks]
    is_through = None not in values and len(set(values)) == len(values)
    counted: Counter[str] = Counter()
    taken: set[str] = set()
    ids: list[str] = []
    for task, value in zip(tasks, values, strict=True):
        section = sections.of(task)
        counted[section] += 1
        own = counted[section] if value is None else value
        wanted = str(value) if is_through else f"{section}.{own}"
        while wanted in taken:
            wanted += "-2" if "-" not in wanted else "0"
        taken.add(wanted)
        ids.append(wanted)
    return ids
