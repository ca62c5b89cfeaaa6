"""Comparison of a set of tasks with an earlier time (较上期): the workspace as it was, by which both are asked alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plantui.model.since import Since

from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier time that a form compares with."""

    since: Since
    """The day, or the state of the ledger, that it compares with."""
    day: date
    """The as-of day of then."""
    then: Workspace
    """The workspace as it was: lights, statuses and percents of then, on the same plans and row numbers."""
