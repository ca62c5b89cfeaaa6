"""The plans as a tree, flattened to the rows that are visible: a long tree costs what is looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import compress, repeat
from typing import NamedTuple

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light
from plantui.store.index import bits
from plantui.store.index.library import Library, PlanEntry, SectionEntry, TaskEntry

from .order import TaskOrder
from .row_sequence import RowSequence
from .workspace import Workspace

_WINDOW = 64
"""Tasks read at once around one that is looked at."""


# Tuples and not dataclasses: a start makes these classes, and a frozen dataclass takes ten times as long to make.
class NodeKey(NamedTuple):
    """A branch across restarts: a plan, or a section of it."""

    plan: str
    section: str = ""


class Folding(NamedTuple):
    """The branches that are open: all or none, and those that are not like the others."""

    all_open: bool = False
    others: frozenset[NodeKey] = frozenset()

    def is_open(self, key: NodeKey) -> bool:
        """Return whether a branch shows what is under it."""
        return (key in self.others) != self.all_open

    def toggled(self, key: NodeKey) -> Folding:
        """Return the folding with one branch folded or unfolded."""
        return Folding(self.all_open, self.others ^ {key})


class Branch(NamedTuple):
    """A row that stands for a plan or a section, with the figures of the tasks shown under it."""

    key: NodeKey
    plan: PlanEntry
    section: SectionEntry | None
    depth: int
    is_open: bool
    total: int
    done: int
    red: int


class DepartmentBranch(NamedTuple):
    """A row that stands for a department, with the figures of the tasks listed under it."""

    department: DepartmentRef | None
    """The department, None over the tasks that name nobody."""
    is_open: bool
    total: int
    red: int
    depth: int = 0


class Leaf(NamedTuple):
    """A row that stands for a task."""

    task: TaskEntry
    depth: int
    department: DepartmentRef | None = None
    """The department under which the row stands, where the rows are grouped by departments."""


TreeRow = Branch | Leaf
Row = TreeRow | DepartmentBranch


class _Head(NamedTuple):
    """A section that is visible; its other figures are counted when it is looked at."""

    section: SectionEntry
    total: int


class _Run(NamedTuple):
    """Neighbouring tasks under one heading."""

    section: SectionEntry

    @property
    def depth(self) -> int:
        """The depth of the tasks."""
        return self.section.depth + 2


class _Part:
    """The visible rows of a plan: its own, then those of its sections and their tasks."""

    def __init__(self, plan: PlanEntry, shown: int) -> None:
        self.plan = plan
        self.shown = shown
        self.starts: list[int] = []
        self.blocks: list[_Head | _Run] = []
        self.length = 1
        self.sorted: dict[int, array[int]] = {}
        """The row numbers of runs, as far as they were looked at."""

    def append(self, block: _Head | _Run, rows: int) -> None:
        """Add a block of so many rows."""
        self.starts.append(self.length)
        self.blocks.append(block)
        self.length += rows


class Entries:
    """Tasks read from the library a window at a time and kept, a few windows of them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: dict[int, TaskEntry] = {}

    def at(self, rows: array[int], index: int) -> TaskEntry:
        """Return the task at a place in a list of row numbers."""
        entry = self._kept.get(rows[index])
        if entry is None:
            if len(self._kept) > 16 * _WINDOW:
                self._kept.clear()
            low = index // _WINDOW * _WINDOW
            window = rows[low : low + _WINDOW]
            self._kept.update(zip(window, self._library.tasks(window), strict=True))
            entry = self._kept[rows[index]]
        return entry


class Outline(RowSequence[TreeRow]):
    """The visible rows of the tree for a set of tasks and the branches that are open.

    Branches without a task of the set are left out, unless the set is everything there is.
    """

    def __init__(
        self, workspace: Workspace, tasks: int, folding: Folding, order: TaskOrder | None = None
    ) -> None:
        """Flatten the tree. `order` is that of the tasks under each heading, None as they are printed."""
        self.workspace = workspace
        self.tasks = tasks
        self.folding = folding
        self._order = order
        self._everything = tasks == workspace.library.live
        self._shown = bits.flags(tasks, workspace.library.live.bit_length())
        self._plans: list[tuple[PlanEntry, int]] = []
        """The plans that are visible, with the number of their tasks of the set."""
        self._starts: list[int] = []
        """The places of these plans."""
        self._parts: dict[int, _Part] = {}
        self._length = 0
        self.deepest = 2
        """The depth of the deepest task that is visible, at the least that of one in a section."""
        self._entries = Entries(workspace.library)
        for plan in workspace.library.plans:
            self._add_plan(plan)

    @cached_property
    def _done(self) -> bytes:
        return self._packed(self.tasks & self.workspace.done)

    @cached_property
    def _red(self) -> bytes:
        return self._packed(self.tasks & self.workspace.lights[Light.RED])

    def _packed(self, tasks: int) -> bytes:
        return tasks.to_bytes((self.workspace.library.live.bit_length() + 7) // 8, "little")

    def _count(self, first: int, count: int) -> int:
        return self._shown.count(1, first, first + count)

    def _add_plan(self, plan: PlanEntry) -> None:
        shown = self._count(plan.first, plan.tasks)
        if shown or self._everything:
            self._starts.append(self._length)
            self._plans.append((plan, shown))
            self._length += self._open_rows(plan, shown) if self._is_all_open else self._part_at(-1).length

    @property
    def _is_all_open(self) -> bool:
        return self.folding.all_open and not self.folding.others

    def _open_rows(self, plan: PlanEntry, shown: int) -> int:
        """Return how many rows a plan has in which everything is open, without making them."""
        spans = self.workspace.library.section_spans(plan)
        counts = [*map(self._shown.count, repeat(1), spans.firsts, spans.ends)]
        depths = compress(spans.depths, map(self._shown.count, repeat(1), spans.firsts, spans.own_ends))
        self.deepest = max(self.deepest, max(depths, default=0) + 2)
        return 1 + (len(counts) if self._everything else len(counts) - counts.count(0)) + shown

    def _part_at(self, number: int) -> _Part:
        """Return the rows of a visible plan, which are made when the first of them is looked at."""
        number %= len(self._plans)
        part = self._parts.get(number)
        if part is None:
            part = self._parts[number] = _Part(*self._plans[number])
            if self.folding.is_open(NodeKey(part.plan.id)):
                self._add_sections(part)
        return part

    def _add_sections(self, part: _Part) -> None:
        folding, everything, plan = self.folding, self._everything, part.plan
        closed_at: int | None = None
        for section in self.workspace.library.sections(plan):
            if closed_at is not None and section.depth > closed_at:
                continue
            closed_at = None
            shown = self._count(section.first, section.total)
            if not shown and not everything:
                closed_at = section.depth
                continue
            part.append(_Head(section, shown), 1)
            is_open = folding.is_open(NodeKey(plan.id, section.id)) if folding.others else folding.all_open
            if not is_open:
                closed_at = section.depth
            elif own := self._count(section.first, section.own):
                run = _Run(section)
                self.deepest = max(self.deepest, run.depth)
                part.append(run, own)

    def __len__(self) -> int:
        return self._length

    def row_at(self, index: int) -> TreeRow:
        number = bisect_right(self._starts, index) - 1
        within = index - self._starts[number]
        part = self._part_at(number)
        if not within:
            return self._branch(part.plan, None, part.shown)
        at = bisect_right(part.starts, within) - 1
        block = part.blocks[at]
        if isinstance(block, _Head):
            return self._branch(part.plan, block.section, block.total)
        return Leaf(self._entries.at(self._rows(part, at, block), within - part.starts[at]), block.depth)

    def _branch(self, plan: PlanEntry, section: SectionEntry | None, shown: int) -> Branch:
        key = NodeKey(plan.id, section.id if section else "")
        first, total = (section.first, section.total) if section else (plan.first, plan.tasks)
        return Branch(
            key,
            plan,
            section,
            section.depth + 1 if section else 0,
            self.folding.is_open(key),
            shown,
            bits.count_in(self._done, first, total),
            bits.count_in(self._red, first, total),
        )

    def _rows(self, part: _Part, at: int, run: _Run) -> array[int]:
        if at not in part.sorted:
            rows = bits.slice_rows(self.tasks, run.section.first, run.section.own)
            part.sorted[at] = self._order.sorted(rows) if self._order else array("I", rows)
        return part.sorted[at]

    def task_rows(self) -> array[int]:
        """Return the row numbers of the visible tasks, in their order."""
        rows = array("I")
        for number in range(len(self._plans)):
            part = self._part_at(number)
            for at, block in enumerate(part.blocks):
                if isinstance(block, _Run):
                    rows.extend(self._rows(part, at, block))
        return rows

    def position_of_task(self, pk: int) -> int | None:
        """Return where a task stands, None where it is not visible."""
        for number, (plan, _) in enumerate(self._plans):
            if plan.first <= pk < plan.first + plan.tasks:
                part = self._part_at(number)
                for at, block in enumerate(part.blocks):
                    if isinstance(block, _Run) and 0 <= pk - block.section.first < block.section.own:
                        rows = self._rows(part, at, block)
                        return self._starts[number] + part.starts[at] + rows.index(pk) if pk in rows else None
        return None

    def position_of_branch(self, key: NodeKey) -> int | None:
        """Return where a branch stands, None where it is not visible."""
        for number, (plan, _) in enumerate(self._plans):
            if plan.id == key.plan:
                if not key.section:
                    return self._starts[number]
                part = self._part_at(number)
                for start, block in zip(part.starts, part.blocks, strict=True):
                    if isinstance(block, _Head) and block.section.id == key.section:
                        return self._starts[number] + start
        return None


class TaskRows(RowSequence[TreeRow]):
    """Tasks without the tree, in any order: the rows of a list view."""

    def __init__(self, workspace: Workspace, rows: array[int]) -> None:
        self.workspace = workspace
        self.rows = rows
        self._entries = Entries(workspace.library)

    def __len__(self) -> int:
        return len(self.rows)

    def row_at(self, index: int) -> TreeRow:
        return Leaf(self._entries.at(self.rows, index), 0)

    def position_of_task(self, pk: int) -> int | None:
        """Return where a task stands, None where it is not among the rows."""
        try:
            return self.rows.index(pk)
        except ValueError:
            return None
