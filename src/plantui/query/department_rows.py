"""Tasks under the departments that have yet to report on them: the rows of the view 未报送."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light

from .outline import DepartmentBranch, Entries, Leaf, Row
from .row_sequence import RowSequence
from .workspace import Workspace

Group = DepartmentRef | None
"""A department, or None for the tasks that name nobody."""


class _Part(NamedTuple):
    """The tasks shown under one department, as a task set, and how many they are."""

    group: Group
    tasks: int
    total: int


class DepartmentRows(RowSequence[Row]):
    """The visible rows of a set of tasks grouped by the departments that have yet to report on them.

    A task stands under each such department. Only the rows of groups that are looked at are put in order.
    """

    def __init__(
        self,
        workspace: Workspace,
        tasks: int,
        ordered: Callable[[int], array[int]],
        folded: Collection[Group] = (),
        first: Sequence[DepartmentRef] = (),
        sets: Mapping[Group, int] | None = None,
    ) -> None:
        """Take the tasks, a function that puts a task set in order, the folded groups, and those to list first.

        `sets` are the tasks of each group; without them those that each department has yet to report on.
        """
        self.workspace = workspace
        self._ordered = ordered
        self._folded = folded
        self._entries = Entries(workspace.library)
        self._rows: dict[int, array[int]] = {}
        found = (
            (group, tasks & silent)
            for group, silent in (workspace.unreported if sets is None else sets).items()
        )
        parts = [_Part(group, own, own.bit_count()) for group, own in found if own]
        self._parts = sorted(parts, key=self._place(first))
        self._starts: list[int] = []
        self._length = 0
        for part in self._parts:
            self._starts.append(self._length)
            self._length += 1 if part.group in folded else 1 + part.total

    def _place(self, first: Sequence[DepartmentRef]) -> Callable[[_Part], tuple[bool, int, int, int, str]]:
        regions = {plan.region: at for at, plan in reversed([*enumerate(self.workspace.library.plans)])}
        before = {department: at for at, department in enumerate(first)}

        def place(part: _Part) -> tuple[bool, int, int, int, str]:
            group = part.group
            if group is None:
                return True, 0, 0, 0, ""
            rank = before.get(group, len(before))
            return False, rank, regions.get(group.region, len(regions)), -part.total, group.name

        return place

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the groups in their order."""
        return tuple(part.group for part in self._parts)

    def __len__(self) -> int:
        return self._length

    def row_at(self, index: int) -> Row:
        at = bisect_right(self._starts, index) - 1
        part, below = self._parts[at], index - self._starts[at] - 1
        if below < 0:
            red = (part.tasks & self.workspace.lights[Light.RED]).bit_count()
            return DepartmentBranch(part.group, part.group not in self._folded, part.total, red)
        return Leaf(self._entries.at(self._rows_of(at), below), 1, part.group)

    def _rows_of(self, at: int) -> array[int]:
        if at not in self._rows:
            self._rows[at] = self._ordered(self._parts[at].tasks)
        return self._rows[at]

    def position_of_task(self, pk: int) -> int | None:
        """Return where a task stands first, None where it is not visible."""
        places = (self.position_under(part.group, pk) for part in self._parts if part.tasks >> pk & 1)
        return next((place for place in places if place is not None), None)

    def position_under(self, group: Group, pk: int) -> int | None:
        """Return where a task stands under a department, None where it is not visible there."""
        for at, part in enumerate(self._parts):
            if part.group == group and group not in self._folded and part.tasks >> pk & 1:
                return self._starts[at] + 1 + self._rows_of(at).index(pk)
        return None

    def position_of_group(self, group: Group) -> int | None:
        """Return where the heading of a department stands, None where it is not visible."""
        return next(
            (start for start, part in zip(self._starts, self._parts, strict=True) if part.group == group),
            None,
        )
