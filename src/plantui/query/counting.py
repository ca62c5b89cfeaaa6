"""The notes that figures for circulars go by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.key import TaskKey
from plantui.store.index import bits

if TYPE_CHECKING:
    from plantui.model.stages import NoteStage
    from plantui.store.index.library import Library


class Counting(NamedTuple):
    """The notes that a workspace for circulars goes by, and how many it leaves out."""

    stage: NoteStage
    """The stage from which on notes count."""
    notes: frozenset[str]
    """The ids of the revisions that have come so far."""
    left_out: Mapping[TaskKey, int]
    """Number of notes that do not count yet, by task; tasks without any are left out."""

    def left_out_of(self, library: Library, tasks: int) -> int:
        """Return the number of notes on a set of tasks that do not count yet."""
        keys = {pk: key for key, pk in library.rows_of(self.left_out).items()}
        return sum(self.left_out[keys[pk]] for pk in bits.rows_of(bits.from_rows(keys) & tasks))
