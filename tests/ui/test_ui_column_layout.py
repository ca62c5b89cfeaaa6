"""The places of the columns: which of them fit into a width, in whose order, and who gets what is over."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.query.columns import DEFAULT_COLUMNS, Column
from plantui.ui.column_layout import LEFT_EDGE, ColumnLayout, Need, lay_out

LIGHT, STATUS, DUE, TASK, LEAD, PLAN = (
    Column.LIGHT,
    Column.STATUS,
    Column.DUE,
    Column.TASK,
    Column.LEAD,
    Column.PLAN,
)
NEEDS = {
    **dict.fromkeys(Column, Need(10, 10)),
    LIGHT: Need(4, 4),
    STATUS: Need(8, 8),
    TASK: Need(30, 40),
    LEAD: Need(12, 20),
    PLAN: Need(12, 30),
}


def widths(layout: ColumnLayout) -> list[tuple[Column, int]]:
    return [(one.column, one.width) for one in layout.placed]


@pytest.mark.parametrize(
    ("columns", "width", "expected"),
    [
        ((TASK,), 20, [(TASK, 19)]),
        ((TASK,), 60, [(TASK, 59)]),
        ((LIGHT, TASK), 36, [(LIGHT, 4), (TASK, 30)]),
        ((LIGHT, TASK), 35, [(TASK, 34)]),
        ((LIGHT, STATUS, TASK), 45, [(LIGHT, 4), (STATUS, 8), (TASK, 30)]),
        ((TASK, STATUS, LIGHT), 45, [(TASK, 30), (STATUS, 8), (LIGHT, 4)]),
        # the light goes before the lead departments, wherever it stands
        ((LEAD, TASK, LIGHT), 40, [(TASK, 34), (LIGHT, 4)]),
        # what is over: first the title, then the names, then wider gaps, then both again
        ((TASK, LEAD), 50, [(TASK, 36), (LEAD, 12)]),
        ((TASK, LEAD), 60, [(TASK, 40), (LEAD, 18)]),
        ((TASK, LEAD), 64, [(TASK, 40), (LEAD, 20)]),
        ((TASK, LEAD), 74, [(TASK, 45), (LEAD, 25)]),
        ((PLAN, TASK, LEAD), 80, [(PLAN, 18), (TASK, 40), (LEAD, 19)]),
    ],
)
def test_widths(columns: tuple[Column, ...], width: int, expected: list[tuple[Column, int]]) -> None:
    assert widths(lay_out(columns, width, NEEDS)) == expected


def test_number_and_title_are_always_there_and_no_column_stands_twice() -> None:
    layout = lay_out((LIGHT, STATUS, LIGHT), 60, NEEDS)

    assert [one.column for one in layout.placed] == [LIGHT, STATUS, TASK]


@given(
    st.lists(st.sampled_from([*Column]), unique=True),
    st.integers(10, 300),
)
def test_columns_never_overlap_and_stay_inside(columns: list[Column], width: int) -> None:
    layout = lay_out(columns, width, NEEDS)

    assert layout.placed[0].start == LEFT_EDGE
    assert all(one.end < after.start for one, after in pairwise(layout.placed))
    assert layout.placed[-1].end <= width
    assert [one.column for one in layout.placed if one.column is not TASK] == [
        column for column in columns if column in {one.column for one in layout.placed} and column is not TASK
    ]
    if layout.figures:
        assert 0 < layout.figures.start < layout.figures.end <= layout.figures.limit <= width


@pytest.mark.parametrize(("width", "missing"), [(40, 6), (80, 2), (110, 0)])
def test_the_wider_the_more_columns(width: int, missing: int) -> None:
    shown = [one.column for one in lay_out(DEFAULT_COLUMNS, width, NEEDS).placed]

    assert len(shown) == len(DEFAULT_COLUMNS) - missing


def test_a_cell_tells_its_column() -> None:
    layout = lay_out((LIGHT, TASK, STATUS), 60, NEEDS)
    at = {one.column: one for one in layout.placed}

    assert layout.column_at(0) is None
    assert layout.column_at(at[LIGHT].start) is LIGHT
    assert layout.column_at(at[TASK].end - 1) is TASK
    assert layout.column_at(at[STATUS].start) is STATUS
