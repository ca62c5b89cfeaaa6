"""The plans as a tree, flattened to the rows that are visible: a long tree costs what is looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from plantui.model.terms import Light
from plantui.store.index import bits
from plantui.store.index.library import PlanEntry, SectionEntry, TaskEntry

from .workspace import Workspace

_WINDOW = 64
"""Tasks read at once around one that is looked at."""


@dataclass(frozen=True, slots=True)
class NodeKey:
    """A branch across restarts: a plan, or a section of it."""

    plan: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Folding:
    """Which branches are open: all or none, and those that are not like the others."""

    all_open: bool = False
    others: frozenset[NodeKey] = frozenset()

    def is_open(self, key: NodeKey) -> bool:
        """Whether a branch shows what is under it."""
        return (key in self.others) != self.all_open

    def toggled(self, key: NodeKey) -> Folding:
        """The same with one branch folded or unfolded."""
        return Folding(self.all_open, self.others ^ {key})


@dataclass(frozen=True, slots=True)
class Branch:
    """A row that stands for a plan or a section, with the figures of the tasks shown under it."""

    key: NodeKey
    plan: PlanEntry
    section: SectionEntry | None
    depth: int
    is_open: bool
    total: int
    done: int
    red: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A row that stands for a task."""

    task: TaskEntry
    depth: int


Row = Branch | Leaf


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring tasks under one heading."""

    first: int
    own: int
    count: int
    depth: int


class _Entries:
    """Tasks read from the library a window at a time and kept, a few windows of them."""

    def __init__(self, workspace: Workspace) -> None:
        self._library = workspace.library
        self._kept: dict[int, TaskEntry] = {}

    def at(self, rows: array[int], index: int) -> TaskEntry:
        """The task at a place in a list of row numbers."""
        entry = self._kept.get(rows[index])
        if entry is None:
            if len(self._kept) > 16 * _WINDOW:
                self._kept.clear()
            low = index // _WINDOW * _WINDOW
            window = rows[low : low + _WINDOW]
            self._kept.update(zip(window, self._library.tasks(window), strict=True))
            entry = self._kept[rows[index]]
        return entry


class Outline(Sequence[Row]):
    """The visible rows of the tree for a set of tasks and the branches that are open.

    Branches without a task of the set are left out, unless the set is everything there is.
    """

    def __init__(self, workspace: Workspace, tasks: int, folding: Folding) -> None:
        self.workspace = workspace
        self.tasks = tasks
        self.folding = folding
        self._everything = tasks == workspace.library.live
        size = (max(workspace.library.live, tasks).bit_length() + 7) // 8
        self._shown = tasks.to_bytes(size, "little")
        self._done = (tasks & workspace.done).to_bytes(size, "little")
        self._red = (tasks & workspace.lights[Light.RED]).to_bytes(size, "little")
        self._starts: list[int] = []
        self._blocks: list[Branch | _Run] = []
        self._length = 0
        self._runs: dict[int, array[int]] = {}
        self._entries = _Entries(workspace)
        for plan in workspace.library.plans:
            self._add_plan(plan)

    def _append(self, block: Branch | _Run, rows: int) -> None:
        self._starts.append(self._length)
        self._blocks.append(block)
        self._length += rows

    def _branch(self, key: NodeKey, plan: PlanEntry, section: SectionEntry | None, shown: int) -> Branch:
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

    def _add_plan(self, plan: PlanEntry) -> None:
        shown = bits.count_in(self._shown, plan.first, plan.tasks)
        if not shown and not self._everything:
            return
        key = NodeKey(plan.id)
        self._append(self._branch(key, plan, None, shown), 1)
        if self.folding.is_open(key):
            self._add_sections(plan)

    def _add_sections(self, plan: PlanEntry) -> None:
        closed_at: int | None = None
        for section in self.workspace.library.sections(plan):
            if closed_at is not None and section.depth > closed_at:
                continue
            closed_at = None
            shown = bits.count_in(self._shown, section.first, section.total)
            if not shown and not self._everything:
                closed_at = section.depth
                continue
            key = NodeKey(plan.id, section.id)
            self._append(self._branch(key, plan, section, shown), 1)
            if not self.folding.is_open(key):
                closed_at = section.depth
                continue
            own = bits.count_in(self._shown, section.first, section.own)
            if own:
                self._append(_Run(section.first, section.own, own, section.depth + 2), own)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[i] for i in range(self._length)[index]]
        index = range(self._length)[index]
        at = bisect_right(self._starts, index) - 1
        block = self._blocks[at]
        if isinstance(block, Branch):
            return block
        return Leaf(self._entries.at(self._rows(at, block), index - self._starts[at]), block.depth)

    def _rows(self, at: int, run: _Run) -> array[int]:
        if at not in self._runs:
            self._runs[at] = array("I", bits.slice_rows(self.tasks, run.first, run.own))
        return self._runs[at]

    def position_of_task(self, pk: int) -> int | None:
        """Where a task stands, None where it is not visible."""
        for at, block in enumerate(self._blocks):
            if isinstance(block, _Run) and block.first <= pk < block.first + block.own:
                rows = self._rows(at, block)
                where = bisect_right(rows, pk) - 1
                return self._starts[at] + where if where >= 0 and rows[where] == pk else None
        return None

    def position_of_branch(self, key: NodeKey) -> int | None:
        """Where a branch stands, None where it is not visible."""
        for start, block in zip(self._starts, self._blocks, strict=True):
            if isinstance(block, Branch) and block.key == key:
                return start
        return None


class TaskRows(Sequence[Row]):
    """Tasks without the tree, in any order: the rows of a list view."""

    def __init__(self, workspace: Workspace, rows: array[int]) -> None:
        self.workspace = workspace
        self.rows = rows
        self._entries = _Entries(workspace)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[i] for i in range(len(self.rows))[index]]
        return Leaf(self._entries.at(self.rows, range(len(self.rows))[index]), 0)

    def position_of_task(self, pk: int) -> int | None:
        """Where a task stands, None where it is not among the rows."""
        try:
            return self.rows.index(pk)
        except ValueError:
            return None
