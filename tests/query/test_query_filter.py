"""A filter as a value: choices are put in, taken out, told one by one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.bound import Bound
from plantui.model.department import DepartmentRef
from plantui.model.period import parse_period
from plantui.model.terms import Light, Measure, Op, Role, Status, TaskState, Waiting
from plantui.query.filter import Choice, Facet, Filter

A, B = DepartmentRef("甲市", "市工信局"), DepartmentRef("乙市", "市工信局")
JUNE = parse_period("2024-06")
LATE, FAR = Bound(Measure.OVERDUE, Op.MORE, 30), Bound(Measure.PERCENT, Op.AT_LEAST, 50)
EVERY = Filter(
    ("p", "q"),
    (A, B),
    Role.LEAD,
    (2025, None),
    (Status.CLOSED,),
    (Light.RED, Light.NONE),
    "水 土",
    date(2024, 6, 1),
    periods=(JUNE,),
    states=(TaskState.OVERDUE,),
    waiting=(Waiting.UNREPORTED,),
    bounds=(LATE, FAR),
    tags=("重点",),
)

VALUES: dict[Facet, st.SearchStrategy[Any]] = {
    Facet.PLAN: st.sampled_from(["p", "q", "r"]),
    Facet.DEPARTMENT: st.sampled_from([A, B]),
    Facet.ROLE: st.sampled_from(Role),
    Facet.YEAR: st.sampled_from([None, 2023, 2025]),
    Facet.STATUS: st.sampled_from(Status),
    Facet.LIGHT: st.sampled_from(Light),
    Facet.CHANGED: st.sampled_from([date(2024, 6, 1), "0" * 32]),
    Facet.WORDS: st.sampled_from(["水", "土"]),
    Facet.PERIOD: st.sampled_from([JUNE, parse_period("2024Q2")]),
    Facet.STATE: st.sampled_from(TaskState),
    Facet.WAITING: st.sampled_from(Waiting),
    Facet.BOUND: st.sampled_from([LATE, FAR]),
    Facet.TAG: st.sampled_from(["重点", "民生"]),
}
SINGLE = (Facet.ROLE, Facet.CHANGED)
choices = st.sampled_from(Facet).flatmap(lambda facet: st.tuples(st.just(facet), VALUES[facet]))


def filter_with(chosen: list[tuple[Facet, Choice]]) -> Filter:
    found = Filter()
    for facet, value in chosen:
        found = found.toggled(facet, value)
    return found


filters = st.lists(choices).map(filter_with)


def test_choices_one_by_one() -> None:
    """In the order in which the filter bar shows them."""
    assert EVERY.choices() == (
        (Facet.PLAN, "p"),
        (Facet.PLAN, "q"),
        (Facet.DEPARTMENT, A),
        (Facet.DEPARTMENT, B),
        (Facet.ROLE, Role.LEAD),
        (Facet.YEAR, 2025),
        (Facet.YEAR, None),
        (Facet.TAG, "重点"),
        (Facet.PERIOD, JUNE),
        (Facet.STATUS, Status.CLOSED),
        (Facet.LIGHT, Light.RED),
        (Facet.LIGHT, Light.NONE),
        (Facet.STATE, TaskState.OVERDUE),
        (Facet.WAITING, Waiting.UNREPORTED),
        (Facet.BOUND, LATE),
        (Facet.BOUND, FAR),
        (Facet.CHANGED, date(2024, 6, 1)),
        (Facet.WORDS, "水"),
        (Facet.WORDS, "土"),
    )


def test_nothing_chosen() -> None:
    assert Filter().choices() == ()
    assert Filter().is_empty


@pytest.mark.parametrize("facet", Facet)
def test_one_choice_is_not_nothing(facet: Facet) -> None:
    """无期限 is a choice although its value is None."""
    value = None if facet is Facet.YEAR else EVERY.chosen(facet)[0]
    found = Filter().toggled(facet, value)

    assert found.chosen(facet) == (value,)
    assert not found.is_empty
    assert found.choices() == ((facet, value),)


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        (Facet.PLAN, "p", ("q",)),
        (Facet.PLAN, "r", ("p", "q", "r")),
        (Facet.DEPARTMENT, A, (B,)),
        (Facet.ROLE, Role.LEAD, ()),
        (Facet.ROLE, Role.SUPPORT, (Role.SUPPORT,)),
        (Facet.YEAR, None, (2025,)),
        (Facet.YEAR, 2025, (None,)),
        (Facet.YEAR, 2023, (2025, None, 2023)),
        (Facet.STATUS, Status.CLOSED, ()),
        (Facet.STATUS, Status.COMPLETED, (Status.CLOSED, Status.COMPLETED)),
        (Facet.LIGHT, Light.NONE, (Light.RED,)),
        (Facet.CHANGED, date(2024, 6, 1), ()),
        (Facet.CHANGED, "0" * 32, ("0" * 32,)),
        (Facet.WORDS, "水", ("土",)),
        (Facet.WORDS, "木", ("水", "土", "木")),
        (Facet.BOUND, LATE, (FAR,)),
    ],
)
def test_toggled(facet: Facet, value: Choice, expected: tuple[Choice, ...]) -> None:
    """Taken out where it was chosen, else added; one role takes the place of the other."""
    assert EVERY.toggled(facet, value).chosen(facet) == expected


@given(filters, choices)
def test_toggling_touches_one_kind_only(wanted: Filter, choice: tuple[Facet, Choice]) -> None:
    facet, value = choice
    found = wanted.toggled(facet, value)

    assert (value in found.chosen(facet)) != (value in wanted.chosen(facet))
    for other in Facet:
        if other is not facet:
            assert found.chosen(other) == wanted.chosen(other)


@given(filters, choices)
def test_toggling_twice_changes_nothing_but_order(wanted: Filter, choice: tuple[Facet, Choice]) -> None:
    facet, value = choice
    if facet not in SINGLE or wanted.chosen(facet) in ((), (value,)):
        again = wanted.toggled(facet, value).toggled(facet, value)
        assert {*again.choices()} == {*wanted.choices()}


@given(filters)
def test_taking_out_every_choice_leaves_nothing(wanted: Filter) -> None:
    found = wanted
    for facet, value in wanted.choices():
        found = found.toggled(facet, value)

    assert found == Filter()


@given(filters, st.sampled_from(Facet))
def test_with_choices_gives_back_what_was_chosen(wanted: Filter, facet: Facet) -> None:
    assert wanted.with_choices(facet, wanted.chosen(facet)) == wanted
    assert wanted.with_choices(facet, ()).chosen(facet) == ()


def test_a_value_counts_once() -> None:
    assert Filter().with_choices(Facet.YEAR, (2025, None, 2025, None)).years == (2025, None)


def test_values_compare() -> None:
    """A filter is remembered and compared, so it is a value."""
    assert hash(EVERY) == hash(EVERY.with_choices(Facet.WORDS, ("水", "土")))


@pytest.mark.parametrize(
    ("facet", "value"),
    [
        (Facet.STATUS, 2023),
        (Facet.YEAR, Status.CLOSED),
        (Facet.YEAR, True),
        (Facet.PLAN, Light.RED),
        (Facet.WORDS, Role.LEAD),
        (Facet.DEPARTMENT, "市工信局"),
        (Facet.LIGHT, None),
        (Facet.ROLE, "lead"),
    ],
)
def test_a_value_of_another_kind_is_refused(facet: Facet, value: Choice) -> None:
    """It passed into the filter, and only who used the filter later failed."""
    with pytest.raises(ValueError, match=f"is no choice of {facet}"):
        EVERY.with_choices(facet, (value,))
