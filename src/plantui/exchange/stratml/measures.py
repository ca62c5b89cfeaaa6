"""Performance indicators of StratML as dated requirements and targets, and the results that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from plantui.model.plan import Deadline, Indicator
from plantui.model.terms import Op

from ..reading import Node, Reading

_OPS = {op.value: op for op in Op}


_MOST_DIGITS = 400
"""Digits before or behind the point beyond which nothing is a figure of a plan; a double has no more than these."""


class Result(NamedTuple):
    """A result as the file says it."""

    dimension: str
    unit: str
    day: date | None
    written: str
    """The figure as written; empty where there is none."""
    descriptors: tuple[tuple[str, str], ...]
    """Classes and states, each a name and a value."""
    text: str
    indicator: Indicator | None
    """The target that it is held against; None where there is none or the file leaves open which."""


class Measured(NamedTuple):
    """The requirements, targets and results of one performance indicator, in their order."""

    deadlines: tuple[Deadline, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    results: tuple[Result, ...] = ()


class Measures:
    """Reads the performance indicators of a file."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def of(self, node: Node) -> Measured:
        """Return what a performance indicator wants, and what was reached."""
        dimension, unit = node.said("MeasurementDimension"), node.said("UnitOfMeasurement")
        kind = node.attribute("PerformanceIndicatorType", "IndicatorType")
        instances = node.all("MeasurementInstance")
        wanted: list[Indicator] = []
        results: list[Result] = []
        for instance in instances:
            here = [self._target(target, dimension, unit) for target in instance.all("TargetResult")]
            wanted += here
            results += self._results(instance, dimension, unit, here)
        if not wanted and not results:
            wanted = [Indicator(dimension, unit=unit or None)]
        deadlines = [one for one in wanted if kind == "Qualitative" and _is_deadline(one)]
        return Measured(
            tuple(Deadline(one.clause or dimension, one.due, dimension) for one in deadlines if one.due),
            tuple(one for one in wanted if one not in deadlines),
            tuple(results),
        )

    def _results(
        self, instance: Node, dimension: str, unit: str, wanted: Sequence[Indicator]
    ) -> Iterator[Result]:
        """Yield the results of a measurement that say anything."""
        indicator = wanted[0] if len(wanted) == 1 else None
        for result in instance.all("ActualResult"):
            end, start = result.day("EndDate"), result.day("StartDate")
            written, text = result.said("NumberOfUnits"), result.said("Description")
            found = (
                (one.said("DescriptorName"), one.said("DescriptorValue")) for one in result.all("Descriptor")
            )
            descriptors = tuple(one for one in found if any(one))
            if written or text or descriptors:
                yield Result(dimension, unit, end or start, written, descriptors, text, indicator)

    def _target(self, target: Node, dimension: str, unit: str) -> Indicator:
        due, number, clause = target.day("EndDate"), target.said("NumberOfUnits"), target.said("Description")
        descriptor = target.first("Descriptor")
        written, grade = descriptor.peeked("DescriptorName"), descriptor.said("DescriptorValue")
        op = _OPS.get(written)
        if op:
            descriptor.said("DescriptorName")
        return Indicator(
            dimension, op, self._number(number), unit or None, due, clause=clause, grade=grade or None
        )

    def _number(self, written: str) -> float | int | None:
        """Return a number; None for none. Words in its place are doubtful and never nought."""
        number = number_in(written)
        if written and number is None:
            self._reading.doubt("exchange.doubt.number", written=written)
        return number


def number_in(written: str) -> float | int | None:
    """Return the number that a text is; None where it is none."""
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _is_deadline(one: Indicator) -> bool:
    return one.due is not None and (one.value, one.grade, one.op) == (None, None, None)
