"""Money that a task is given: sums of what is known, unit by unit, and how much is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from .plan import Funding


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


@dataclass(frozen=True, slots=True)
class Money:
    """The money for one task, as a value of a column."""

    parts: tuple[Funding, ...]

    @property
    def rank(self) -> tuple[str, Decimal] | None:
        """The key by which money is sorted: yuan in whatever units first, then unit by unit; None where none is known."""
        from decimal import Decimal  # a list without this column does not need it

        known = [(one.unit or "", Decimal(str(one.amount))) for one in self.parts if one.amount is not None]
        if yuan := [amount * _YUAN[unit] for unit, amount in known if unit in _YUAN]:
            return "", sum(yuan, Decimal(0))
        return min(known, default=None)


_YUAN = {
    "元": 1,
    "千元": 1_000,
    "万元": 10_000,
    "百万元": 10**6,
    "千万元": 10**7,
    "亿元": 10**8,
    "万亿元": 10**12,
}
"""Units of yuan: they are put in one order, and yet never added to one another in what is shown."""


def funding_sums(said: Iterable[Sequence[Funding]], tasks: int) -> FundingSums:
    """Return the sums of what is said of some of so many tasks."""
    from decimal import Decimal

    amounts: dict[str, Decimal] = {}
    counts: dict[str, int] = {}
    unknown, without = 0, tasks
    for funding in said:
        without -= bool(funding)
        unknown += any(one.amount is None for one in funding)
        known = [(one.unit or "", one.amount) for one in funding if one.amount is not None]
        for unit, amount in known:
            # Decimal, since 0.1 and 0.2 shall be 0.3.
            amounts[unit] = amounts.get(unit, Decimal(0)) + Decimal(str(amount))
        for unit in dict.fromkeys(unit for unit, _ in known):
            counts[unit] = counts.get(unit, 0) + 1
    sums = tuple(FundingSum(unit, _number(amount), counts[unit]) for unit, amount in amounts.items())
    return FundingSums(sums, unknown, without)


def _number(amount: Decimal) -> float | int:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
