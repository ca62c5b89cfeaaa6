"""Bounds of figures that a filter asks for: overdue by more than 30 days, reported below 50 percent."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass

from .terms import Measure, Op

COMPARISONS: dict[Op, Callable[[float, float], bool]] = {
    Op.AT_LEAST: operator.ge,
    Op.MORE: operator.gt,
    Op.AT_MOST: operator.le,
    Op.LESS: operator.lt,
    Op.EQUAL: operator.eq,
}
"""The comparison of each operator that compares exactly."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound of a task's figure; a task without the figure does not keep it."""

    measure: Measure
    op: Op
    number: int

    def holds(self, figure: int) -> bool:
        """Return whether a figure keeps the bound."""
        return COMPARISONS[self.op](figure, self.number)
