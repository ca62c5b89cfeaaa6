"""Key of a task, on which progress notes hang. A module of its own: a start needs no more of a plan's nouns."""

from __future__ import annotations

from typing import NamedTuple


class TaskKey(NamedTuple):
    """A task across all plans."""

    plan: str
    task: str
