"""The plans as a tree, flattened to the rows that are visible: a long tree costs what is looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property
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
    """A plan or a section that is visible; its figures are counted when it is looked at."""

    plan: PlanEntry
    section: SectionEntry | None
    total: int


class _Run(NamedTuple):
    """Neighbouring tasks under one heading."""

    first: int
    own: int
    depth: int


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
        self._shown = self._packed(tasks)
        self._starts: list[int] = []
        self._blocks: list[_Head | _Run] = []
        self._length = 0
        self.deepest = 2
        """The depth of the deepest task that is visible, at the least that of one in a section."""
        self._runs: dict[int, array[int]] = {}
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

    def _append(self, block: _Head | _Run, rows: int) -> None:
        self._starts.append(self._length)
        self._blocks.append(block)
        self._length += rows

    def _add_plan(self, plan: PlanEntry) -> None:
        shown = bits.count_in(self._shown, plan.first, plan.tasks)
        if shown or self._everything:
            self._append(_Head(plan, None, shown), 1)
            if self.folding.is_open(NodeKey(plan.id)):
                self._add_sections(plan)

    def _add_sections(self, plan: PlanEntry) -> None:
        folding, count, everything = self.folding, bits.count_in, self._everything
        closed_at: int | None = None
        for section in self.workspace.library.sections(plan):
            if closed_at is not None and section.depth > closed_at:
                continue
            closed_at = None
            shown = count(self._shown, section.first, section.total)
            if not shown and not everything:
                closed_at = section.depth
                continue
            self._append(_Head(plan, section, shown), 1)
            is_open = folding.is_open(NodeKey(plan.id, section.id)) if folding.others else folding.all_open
            if not is_open:
                closed_at = section.depth
            elif section.own:
                same = section.own == section.total
                own = shown if same else count(self._shown, section.first, section.own)
                if own:
                    self.deepest = max(self.deepest, section.depth + 2)
                    self._append(_Run(section.first, section.own, section.depth + 2), own)

    def __len__(self) -> int:
        return self._length

    def row_at(self, index: int) -> TreeRow:
        at = bisect_right(self._starts, index) - 1
        block = self._blocks[at]
        if isinstance(block, _Head):
            return self._branch(block)
        return Leaf(self._entries.at(self._rows(at, block), index - self._starts[at]), block.depth)

    def _branch(self, head: _Head) -> Branch:
        plan, section, shown = head
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

    def _rows(self, at: int, run: _Run) -> array[int]:
        if at not in self._runs:
            rows = bits.slice_rows(self.tasks, run.first, run.own)
            self._runs[at] = self._order.sorted(rows) if self._order else array("I", rows)
        return self._runs[at]

    def task_rows(self) -> array[int]:
        """Return the row numbers of the visible tasks, in their order."""
        rows = array("I")
        for at, block in enumerate(self._blocks):
            if isinstance(block, _Run):
                rows.extend(self._rows(at, block))
        return rows

    def position_of_task(self, pk: int) -> int | None:
        """Return where a task stands, None where it is not visible."""
        for at, block in enumerate(self._blocks):
            if isinstance(block, _Run) and block.first <= pk < block.first + block.own:
                rows = self._rows(at, block)
                return self._starts[at] + rows.index(pk) if pk in rows else None
        return None

    def position_of_branch(self, key: NodeKey) -> int | None:
        """Return where a branch stands, None where it is not visible."""
        for start, block in zip(self._starts, self._blocks, strict=True):
            if isinstance(block, _Head):
                section = block.section.id if block.section else ""
                if (block.plan.id, section) == key:
                    return start
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
