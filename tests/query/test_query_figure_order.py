"""Order of groups of figures: worst first, or by any column either way."""

from __future__ import annotations

import pytest

from plantui.model.terms import Light, Status
from plantui.query.figure_order import FigureColumn, FigureSorting, in_order, next_sorting
from plantui.query.stats import Figures, Group


def group(
    name: str, total: int, done: int = 0, *, red: int = 0, yellow: int = 0, rated: bool = True
) -> Group:
    statuses = {**dict.fromkeys(Status, 0), Status.COMPLETED: done}
    lights = {**dict.fromkeys(Light, 0), Light.RED: red, Light.YELLOW: yellow}
    return Group(name, Figures(total, statuses, lights, rated))


GROUPS = [
    group("empty", 0),
    group("calm", 4, 4),
    group("slow", 4, 1),
    group("yellow", 2, 1, yellow=2),
    group("red", 9, 8, red=1),
    group("reddest", 9, 8, red=2),
    group("red and yellow", 9, 8, red=1, yellow=1),
    group("unrated", 4, 1, rated=False),
]


def order(sorting: FigureSorting | None) -> list[str]:
    return [str(one.value) for one in in_order(GROUPS, sorting)]


def test_worst_first() -> None:
    """The most red, then yellow, then the lowest rate, then a rate that nobody knows; without tasks last."""
    assert order(None) == [
        "reddest",
        "red and yellow",
        "red",
        "yellow",
        "slow",
        "calm",
        "unrated",
        "empty",
    ]


@pytest.mark.parametrize("descending", [False, True])
def test_what_has_no_rate_comes_last_either_way(descending: bool) -> None:
    found = order(FigureSorting(FigureColumn.RATE, descending))

    assert found[-2:] == ["empty", "unrated"]
    assert found[0] == ("calm" if descending else "slow")


@pytest.mark.parametrize("column", FigureColumn)
def test_every_column_sorts_both_ways(column: FigureColumn) -> None:
    up, down = order(FigureSorting(column)), order(FigureSorting(column, descending=True))

    assert sorted(up) == sorted(down) == sorted(str(one.value) for one in GROUPS)
    if column in (FigureColumn.NAME, FigureColumn.TASKS, FigureColumn.DONE, FigureColumn.RED):
        assert up != down


def test_equal_groups_stay_as_given() -> None:
    assert order(FigureSorting(FigureColumn.GREY, descending=True)) == [str(one.value) for one in GROUPS]


def test_a_column_chosen_again_turns_round() -> None:
    first = next_sorting(None, FigureColumn.RED)

    assert first == FigureSorting(FigureColumn.RED, descending=True)
    assert next_sorting(first, FigureColumn.RED) == FigureSorting(FigureColumn.RED)
    assert next_sorting(first, FigureColumn.NAME) == FigureSorting(FigureColumn.NAME)
