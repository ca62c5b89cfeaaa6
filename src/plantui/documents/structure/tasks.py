"""From the tree of headings to the tasks, each with its heading, its paragraphs and the section that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import has_clause, is_clause
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .heading import Heading, heading_of, untitled
from .level import (
    Kind,
    Level,
    dated_steps,
    holds_tasks,
    is_duty_list,
    is_outside,
    is_split,
    kind_of,
    paragraph_tasks,
    step_heading,
)
from .tree import Node


@dataclass(frozen=True, slots=True, eq=False)
class FoundTask:
    """One task of the outline."""

    node: Node
    """The item, or the section whose paragraph it is."""
    section: Node | None
    """The heading above it; None where nothing stands above."""
    heading: Heading
    paragraphs: tuple[TracedText, ...]
    """Its text and clauses, without the title."""
    is_numbered: bool = True
    cells: tuple[tuple[FieldKind, TracedText], ...] = ()
    """What the cells of a row say of it: who and by when."""

    @property
    def says_who(self) -> bool:
        """Return whether its text or a cell names departments."""
        return any(kind in ROLES for kind, _ in self.cells) or any(
            has_clause(part.text) or is_clause(part.text) for part in self.paragraphs
        )


@dataclass(slots=True)
class Found:
    """The tasks, and what stands between them."""

    tasks: list[FoundTask] = field(default_factory=list)
    outside: list[tuple[Node, Kind]] = field(default_factory=list)
    """Sections that hold no tasks, with what they are for."""
    bare: list[Node] = field(default_factory=list)
    """Sections left out only because none of their items names a department."""
    introductions: list[TracedText] = field(default_factory=list)
    """Paragraphs of a section before its first task."""


def find_tasks(root: Node, level: Level) -> Found:
    """The tasks of an outline."""
    found = Found()
    steps = dated_steps(root)
    if steps is None:
        _visit(root, level, found, is_top=True)
        return found
    found.introductions.extend(steps.body())
    found.outside.extend((node, kind_of(node.title)) for node in root.children if node is not steps)
    for step in steps.children:
        if step.source is not None:
            step.heading = step_heading(step.source)
        found.tasks.append(_task(step, found))
    return found


def _visit(node: Node, level: Level, found: Found, is_top: bool = False, is_told: bool = False) -> None:
    """`is_told`: the node's own text is a task already."""
    places = paragraph_tasks(node)
    if places is not None:
        found.tasks.extend(_paragraphs_as_tasks(node, places))
        return
    if node.number is not None and not is_top and not is_told:
        found.introductions.extend(node.body())
    if is_duty_list(node.children):
        found.outside.append((node, Kind.DUTIES))
        return
    for child in node.children:
        if _is_box(child):
            found.outside.append((child, Kind.OPEN))
        elif _is_task(child, level):
            if _may_be_task(child, level, found):
                found.tasks.append(_task(child, found))
        elif not holds_tasks(child, level):
            kind = kind_of(child.title)
            found.outside.append((child, kind))
            if kind is Kind.OPEN:
                found.bare.append(child)
        else:
            own = _own_task(child)
            if own is not None:
                found.tasks.append(own)
            _visit(child, level, found, is_told=own is not None)


@rule(Stage.OUTLINE)
def _is_box(node: Node) -> bool:
    """专栏1 is a box beside the tasks and holds none, unless its items name departments."""
    is_box = node.number is not None and node.number.printed.startswith("专栏")
    return is_box and not node.carries_any


@rule(Stage.OUTLINE)
def _is_task(node: Node, level: Level) -> bool:
    """An item of the tasks' style is a task; so is one above it that names departments itself where none below it does, or
    that has nothing below it. 2.1 is a section where 2.1.1 names the departments. Deeper items are part of their task's
    text."""
    if paragraph_tasks(node) is not None or is_split(node):
        return False
    if node.style == level.style:
        nested = [child for child in node.children if child.style == level.style]
        return node.carries or not any(child.carries for child in nested)
    if level.style is None:
        return not node.children
    below = [other for other in node.walk() if other.style == level.style]
    if below and not (node.carries and not any(other.carries for other in below)):
        return False
    if node.carries:
        return True
    assert node.style is not None
    deeper = node.style > level.style
    return deeper or not node.children


def _may_be_task(node: Node, level: Level, found: Found) -> bool:
    """A task at the top of the outline must not be headed like a general part or a safeguard, and none like goals that name
    nobody. 本措施自2025年2月1日起施行 is no task either."""
    if ZH.TASKS_IN_FORCE.match(node.title):
        found.outside.append((node, Kind.SAFEGUARDS))
        return False
    if kind_of(node.title) is Kind.GOALS and not node.carries:
        found.outside.append((node, Kind.GOALS))
        return False
    if is_outside(node) or (node.parent is not None and node.parent.number is None):
        if not holds_tasks(node, level):
            found.outside.append((node, kind_of(node.title)))
            return False
    elif level.style is not None and node.style != level.style and not any(p.text for p in node.body()):
        found.outside.append((node, Kind.OPEN))
        return False
    return True


@rule(Stage.OUTLINE)
def _own_task(node: Node) -> FoundTask | None:
    """What holds the tasks is a task itself, beside them, where it says more than its title and names departments of its
    own: （一）降低准入成本，…。（市场监管局牵头） 具体措施：1.…（…负责）."""
    if node.heading is None or not node.children or not node.carries:
        return None
    parts = [part for part in node.body() if not ZH.TASKS_LEAD_IN.match(part.text)]
    has_text = not node.heading.is_own or any(not is_clause(part.text) for part in parts)
    if not has_text and len(parts) == len(node.body()):
        return None
    return FoundTask(node, next(node.above(), None), node.heading, tuple(parts))


def _task(node: Node, found: Found) -> FoundTask:
    assert node.heading is not None
    body = list(_whole_body(node))
    parts = _without_for_all(body, is_last=_is_last(node))
    end = _end_of(parts)
    found.introductions.extend(part for part in body if not any(part is own for own in parts[:end]))
    return FoundTask(node, next(node.above(), None), node.heading, tuple(parts[:end]))


def _is_last(node: Node) -> bool:
    """Whether nothing numbered stands behind an item."""
    chain = [node, *node.above()]
    return all(one.parent is not None and one is one.parent.children[-1] for one in chain)


@rule(Stage.OUTLINE)
def _without_for_all(parts: list[TracedText], *, is_last: bool) -> list[TracedText]:
    """A paragraph 工作要求：… or 保障措施：… behind an item is for all items and part of none, and so is 各处室要…报送 behind
    the last item of the document; role lines behind it stay."""
    for at, part in enumerate(parts):
        if at and (ZH.TASKS_FOR_ALL.match(part.text) or (is_last and ZH.TASKS_TO_ALL.match(part.text))):
            return [*parts[:at], *(p for p in parts[at:] if is_clause(p.text))]
    return parts


@rule(Stage.OUTLINE)
def _end_of(parts: list[TracedText]) -> int:
    """An item ends with the departments that close it: plain paragraphs after its last department clause are no part of
    it, unless the clause came before any text."""
    carrying = [index for index, part in enumerate(parts) if has_clause(part.text) or is_clause(part.text)]
    if not carrying:
        return len(parts)
    last = carrying[-1]
    has_text = any(not is_clause(part.text) for part in parts[: last + 1])
    return last + 1 if has_text else len(parts)


def _whole_body(node: Node) -> Iterator[TracedText]:
    """The text of an item with everything below it; role lines after the sub-items come last."""
    own = node.body()
    clauses = [p for p in own if is_clause(p.text)] if node.children else []
    yield from (p for p in own if not any(p is clause for clause in clauses))
    for child in node.children:
        yield from _with_number(child)
    yield from clauses


def _with_number(node: Node) -> Iterator[TracedText]:
    if node.source is not None:
        yield TracedText.join([node.number_text, node.source] if node.number_text else [node.source])
    yield from (p.text for p in node.paragraphs)
    for child in node.children:
        yield from _with_number(child)


def _paragraphs_as_tasks(node: Node, places: range) -> Iterator[FoundTask]:
    """Each paragraph with the role lines behind it."""
    body = node.body()
    texts = [body[place] for place in places]
    starts = [at for at, text in enumerate(texts) if not at or not is_clause(text.text)]
    section = node if node.number is not None else None
    for start, end in pairwise([*starts, len(texts)]):
        heading = heading_of(texts[start])
        inline = [heading.text] if heading.text.text else []
        parts = (*inline, *texts[start + 1 : end])
        yield FoundTask(node, section, heading, parts, is_numbered=False)


@rule(Stage.OUTLINE)
def uniform_titles(tasks: list[FoundTask]) -> list[FoundTask]:
    """Where most items of a document have no title of their own, a long first sentence, or one that is all there is
    before the departments, is none either."""
    bare = sum(not task.heading.is_own for task in tasks)
    if bare * 2 <= len(tasks):
        return tasks
    return [_untitled(task) if task.heading.is_own and _is_sentence(task) else task for task in tasks]


def _is_sentence(task: FoundTask) -> bool:
    return len(task.heading.title) > 22 or all(is_clause(part.text) for part in task.paragraphs)


def _untitled(task: FoundTask) -> FoundTask:
    source = task.node.source
    if source is None or not task.is_numbered:
        return task
    heading = untitled(source)
    rest = task.paragraphs[1:] if task.heading.text.text else task.paragraphs
    return replace(task, heading=heading, paragraphs=(source, *rest))
