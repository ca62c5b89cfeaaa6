"""Performance indicators of StratML as dated requirements and targets."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from plantui.model.plan import Deadline, Indicator
from plantui.model.terms import Op

from ..reading import Node, Reading
from ..xml_ids import parts_of

_OPS = {op.value: op for op in Op}


_MOST_DIGITS = 400
"""Digits before or behind the point beyond which nothing is a figure of a plan; a double has no more than these."""


class Measured(NamedTuple):
    """The requirements and targets of one performance indicator, in their order."""

    deadlines: tuple[Deadline, ...] = ()
    indicators: tuple[Indicator, ...] = ()


class Measures:
    """Reads the performance indicators of a file."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def of(self, node: Node) -> Measured:
        """Return what a performance indicator wants. Actual results are left: a plan has no place for them."""
        dimension, unit = node.said("MeasurementDimension"), node.said("UnitOfMeasurement")
        kind = node.attribute("PerformanceIndicatorType", "IndicatorType")
        if parts_of(node.peeked("Identifier")):
            node.said("Identifier")  # that of a note of ours, which is counted as a result
        instances = node.all("MeasurementInstance")
        targets = [target for instance in instances for target in instance.all("TargetResult")]
        if not targets:
            has_results = any(instance.has("ActualResult") for instance in instances)
            return (
                Measured() if has_results else Measured(indicators=(Indicator(dimension, unit=unit or None),))
            )
        deadlines: list[Deadline] = []
        indicators: list[Indicator] = []
        for target in targets:
            one = self._target(target, dimension, unit)
            if (
                kind == "Qualitative"
                and one.due
                and one.value is None
                and one.grade is None
                and one.op is None
            ):
                deadlines.append(Deadline(one.clause or dimension, one.due, dimension))
            else:
                indicators.append(one)
        return Measured(tuple(deadlines), tuple(indicators))

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
        if not written:
            return None
        try:
            number = Decimal(written)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
            self._reading.doubt("exchange.doubt.number", written=written)
            return None
        return int(number) if number == number.to_integral_value() else float(number)
