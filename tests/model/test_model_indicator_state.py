"""Targets against actual values, and the line of blocks that reported figures make."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.actual import Actual
from plantui.model.indicator_state import IndicatorReport, IndicatorState, ReportedValue, indicator_reports
from plantui.model.plan import Indicator
from plantui.model.sparkline import MOST, sparkline
from plantui.model.terms import Op

DUE = date(2024, 12, 31)
PIPES = Indicator("改造管网", Op.AT_LEAST, 40, "公里", DUE)
WATER = Indicator("水质", grade="Ⅱ类", due=DUE)
MET, MISSED, ON_THE_WAY = IndicatorState.MET, IndicatorState.MISSED, IndicatorState.ON_THE_WAY
UNCLEAR, SILENT = IndicatorState.NOT_COMPARABLE, IndicatorState.NOT_REPORTED


def reported(
    value: float | None, indicator: Indicator = PIPES, department: str = "甲", day: int = 1, **more: object
) -> ReportedValue:
    """A department's value of a day in June."""
    actual = Actual(indicator, value, indicator.unit, date(2024, 6, day))
    return ReportedValue(department, actual._replace(**more), date(2024, 6, 30))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("op", "value", "ahead", "passed"),
    [
        (Op.AT_LEAST, 40, MET, MET),
        (Op.AT_LEAST, 39.9, ON_THE_WAY, MISSED),
        (Op.MORE, 40, ON_THE_WAY, MISSED),
        (Op.MORE, 40.1, MET, MET),
        (Op.AT_MOST, 40, MET, MET),
        (Op.AT_MOST, 41, ON_THE_WAY, MISSED),
        (Op.LESS, 40, ON_THE_WAY, MISSED),
        (Op.EQUAL, 40, MET, MET),
        (Op.EQUAL, 41, ON_THE_WAY, MISSED),
        (Op.ABOUT, 40, MET, MET),
        (Op.ABOUT, 41, UNCLEAR, UNCLEAR),
        (None, 40, MET, MET),
        (None, 39, UNCLEAR, UNCLEAR),
    ],
)
def test_a_figure_against_its_target(
    op: Op | None, value: float, ahead: IndicatorState, passed: IndicatorState
) -> None:
    report = IndicatorReport(PIPES, (reported(value, PIPES._replace(op=op)),))
    assert (report.state(DUE), report.state(date(2025, 1, 1))) == (ahead, passed)


def test_without_a_date_nothing_is_missed() -> None:
    undated = PIPES._replace(due=None)
    assert IndicatorReport(undated, (reported(1, undated),)).state(date(2099, 1, 1)) is ON_THE_WAY


@pytest.mark.parametrize(
    ("grade", "state"), [("Ⅱ类", MET), (" Ⅱ 类", MET), ("Ⅰ类", UNCLEAR), ("Ⅲ类", UNCLEAR)]
)
def test_a_grade_is_compared_as_text_only(grade: str, state: IndicatorState) -> None:
    """Which of two grades is the better one, nothing says."""
    assert IndicatorReport(WATER, (reported(None, WATER, grade=grade),)).state(date(2025, 1, 1)) is state


def test_another_unit_is_not_compared_and_silence_is_no_zero() -> None:
    assert IndicatorReport(PIPES, (reported(41, unit="里"),)).state(DUE) is UNCLEAR
    assert IndicatorReport(PIPES).state(DUE) is SILENT
    assert IndicatorReport(PIPES).series == ()


def test_the_worst_of_several_departments_and_the_latest_of_each() -> None:
    values = [reported(50, day=2), reported(10, day=1), reported(20, department="乙", day=1)]
    (report,), former = indicator_reports([PIPES], values)
    assert [(value.department, value.actual.value) for value in report.latest] == [("乙", 20), ("甲", 50)]
    assert (report.state(DUE), report.series, former) == (ON_THE_WAY, (10, 50), [])


def test_a_former_wording_stands_apart() -> None:
    (report,), (former,) = indicator_reports([PIPES._replace(value=80)], [reported(41)])
    assert (report.values, former.indicator) == ((), PIPES)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ([], ""),
        ([5], ""),
        ([5, 5, 5], "▄▄▄"),
        ([0, 7], "▁█"),
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
        ([-1, 1, 0], "▁█▅"),
        ([-1e308, 1e308], "▁█"),
        (list(range(40)), sparkline([float(n) for n in range(28, 40)])),
    ],
)
def test_a_sparkline(values: list[float], line: str) -> None:
    assert sparkline(values) == line


@given(st.lists(st.one_of(st.integers(-(10**18), 10**18), st.floats(allow_nan=False, allow_infinity=False))))
def test_every_figure_has_one_block(values: list[float]) -> None:
    line = sparkline(values)
    assert len(line) == (min(len(values), MOST) if len(values) > 1 else 0)
