"""A person's word on whether two tasks of different plans are the same task (对应关系)."""

from __future__ import annotations

from dataclasses import dataclass

from .key import TaskKey


@dataclass(frozen=True, slots=True)
class AlignmentChoice:
    """Decision of a person on two tasks: the newest one on a pair counts, whichever of the two is named first."""

    one: TaskKey
    other: TaskKey
    is_same: bool

    @property
    def pair(self) -> frozenset[TaskKey]:
        """The two tasks."""
        return frozenset((self.one, self.other))
