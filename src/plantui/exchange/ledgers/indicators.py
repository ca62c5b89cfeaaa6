"""Indicators of a ledger's tasks, and the values that its rows report of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from plantui.model.actual import Actual
from plantui.model.column_map import LedgerField
from plantui.model.figure import read_figure
from plantui.model.plan import Deadline, Indicator, Task

from .line import Line
from .remarks import Remarks


def indicator_of(line: Line, deadlines: Sequence[Deadline]) -> Indicator | None:
    """Return the indicator of a row; None where it has none."""
    name, target = line.text(LedgerField.INDICATOR), line.text(LedgerField.TARGET)
    if not name and not target:
        return None
    figure = read_figure(target)
    return Indicator(
        name or target,
        value=figure.value if figure else None,
        unit=(line.text(LedgerField.UNIT) or (figure.unit if figure else "")) or None,
        due=deadlines[-1].due if deadlines else None,
        clause="" if figure or target == name else target,
    )


def actuals_of(task: Task, line: Line, day: date, remarks: Remarks) -> tuple[Actual, ...]:
    """Return the value that a row reports of its indicator on a day; of one that cannot be read it is said."""
    cell = line.written(LedgerField.ACTUAL)
    if not cell:
        return ()
    indicator = indicator_of(line, task.deadlines)
    figure = read_figure(cell)
    if indicator not in task.indicators or indicator is None or figure is None:
        remarks.doubt_cell("actual", line, LedgerField.ACTUAL, cell)
        remarks.lose(LedgerField.ACTUAL)
        return ()
    return (Actual(indicator, figure.value, figure.unit or indicator.unit, day),)
