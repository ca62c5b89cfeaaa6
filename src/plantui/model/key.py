"""What progress notes hang on. A module of its own, because a start needs no more of a plan's nouns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class TaskKey:
    """A task across all plans."""

    plan: str
    task: str
