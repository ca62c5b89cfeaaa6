"""The locator finds the line of every key, in what we write and in what hands write, and never fails."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantui.model.plan import Plan
from plantui.planfile.locator import KeyPath, Locator, key_path_text
from plantui.planfile.writer import plan_toml
from tests.support.plan_strategies import NASTY, plans

relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=80)

BY_HAND = '''
# tasks = 1
format=1
"plan".title = """
[tasks]
id = "not a key" \\
"""
plan . id = 'x#y'   # id = 2
  [ extra . "quoted key" ]
a = { b = [ 1, { c = "}" } ], "d e" = """"q"""" }
list = [
    "one",   # two
    "]",
    [ 1,
      2 ],
]

[[tasks]]
id = "1"
departments = { lead = ["甲"] }
[[tasks]]
id = "2"
departments.lead = ["乙",
  "丙"]
[[tasks.deadlines]]
due = 2025-01-01
[[tasks.deadlines]]
phrase = \'\'\'
due = 1\'\'\'\'
due = 2025-01-02
'''
Q = "quoted key"


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("format",), 3),
        (("plan", "title"), 4),
        (("plan", "id"), 8),
        (("extra", Q), 9),
        (("extra", Q, "a", "b", 1, "c"), 10),
        (("extra", Q, "a", "d e"), 10),
        (("extra", Q, "list"), 11),
        (("extra", Q, "list", 1), 13),
        (("extra", Q, "list", 2, 1), 15),
        (("tasks",), 18),
        (("tasks", 0), 18),
        (("tasks", 0, "departments", "lead", 0), 20),
        (("tasks", 1, "id"), 22),
        (("tasks", 1, "departments", "lead", 1), 24),
        (("tasks", 1, "deadlines", 0, "due"), 26),
        (("tasks", 1, "deadlines", 1), 27),
        (("tasks", 1, "deadlines", 1, "due"), 30),
        (("tasks", 1, "deadlines", 1, "clause"), 27),
        (("tasks", 1, "text"), 21),
        (("nothing", "here"), 1),
    ],
)
def test_lines_by_hand(place: KeyPath, line: int) -> None:
    """Comments, quoted and dotted keys, inline tables, nested arrays, multi-line strings."""
    tomllib.loads(BY_HAND)

    assert line == Locator(BY_HAND).line(place)


def keys_of(data: object, place: KeyPath = ()) -> Iterator[KeyPath]:
    """Every place in parsed data that ends in a key."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield (*place, name)
            yield from keys_of(value, (*place, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from keys_of(value, (*place, index))


@relaxed
@given(plans())
def test_written_plan(plan: Plan) -> None:
    """In a written plan every key's line contains that key, and every place is found once."""
    text = plan_toml(plan)
    lines = text.split("\n")
    locator = Locator(text)
    for place in keys_of(tomllib.loads(text)):
        assert str(place[-1]) in lines[locator.line(place) - 1]
        assert place in locator.places


@relaxed
@given(
    st.lists(
        st.one_of(st.sampled_from([*NASTY, "a = ", "[", "]", "[[a.b]]", "\n"]), st.text(max_size=5))
    ).map("".join)
)
def test_never_fails(text: str) -> None:
    """Any text at all is scanned to its end, with lines that exist."""
    locator = Locator(text)
    last = text.count("\n") + 1

    assert all(1 <= locator.line(place) <= last for place in locator.places)
    assert locator.place_at(1) == () or locator.places


def test_place_text() -> None:
    """Places read like paths; a name that is no bare key is quoted."""
    assert key_path_text(("tasks", 3, "deadlines", 1, "due")) == "tasks[3].deadlines[1].due"
    assert key_path_text(("plan", "标 题")) == 'plan."标 题"'
    assert key_path_text(()) == ""
