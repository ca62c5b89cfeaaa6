"""Money that a task is given: sums of what is known, unit by unit, and how much is not known."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from .plan import Task


class FundingSum(NamedTuple):
    """Sum of the amounts of one unit, which no other unit is added to."""

    unit: str
    amount: float | int
    tasks: int
    """Number of tasks with an amount of this unit."""


class FundingSums(NamedTuple):
    """Funding of several tasks together."""

    sums: tuple[FundingSum, ...]
    """The sum of each unit, in the order in which the units come up."""
    unknown: int
    """Number of tasks with funding of which some amount is not known: it is not in the sums, and not 0."""
    without: int
    """Number of tasks of which no funding is said."""


def funding_sums(tasks: Iterable[Task]) -> FundingSums:
    """Return the sums of the funding of tasks."""
    amounts: dict[str, Decimal] = {}
    counts: dict[str, int] = {}
    unknown = without = 0
    for task in tasks:
        without += not task.funding
        unknown += any(one.amount is None for one in task.funding)
        known = [(one.unit or "", one.amount) for one in task.funding if one.amount is not None]
        for unit, amount in known:
            # Decimal, since 0.1 and 0.2 shall be 0.3.
            amounts[unit] = amounts.get(unit, Decimal(0)) + Decimal(str(amount))
        for unit in dict.fromkeys(unit for unit, _ in known):
            counts[unit] = counts.get(unit, 0) + 1
    sums = tuple(FundingSum(unit, _number(amount), counts[unit]) for unit, amount in amounts.items())
    return FundingSums(sums, unknown, without)


def _number(amount: Decimal) -> float | int:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
