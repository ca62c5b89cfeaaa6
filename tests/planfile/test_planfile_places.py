"""Places in the document, as a plan file gives them, are checked like everything else."""

from __future__ import annotations

import pytest

from plantui.model.plan import Place
from plantui.model.problem import Severity
from plantui.planfile.reader import read_plan

SOUND = """\
format = 1
[plan]
id = "demo"
title = "示范计划"
short_title = "示范"
region = "郑州市"
start_year = 2023
end_year = 2025
[plan.source]
file = "示范.txt"
[plan.source.issued]
line = 3
range = "20-30"

[[goals]]
text = "目标"
[goals.source]
line = 5

[[sections]]
id = "1"
number = "一、"
title = "行动"
[sections.source]
line = 8
page = 2
range = "50-52"

[[tasks]]
id = "1"
section = "1"
number = "1"
title = "任务"
[tasks.departments]
lead = ["市水利局"]
[tasks.source]
line = 9
title = "60-62"
departments = ["70-74"]
"""


def test_places_are_read() -> None:
    read = read_plan(SOUND.encode(), "demo.toml")

    assert read.problems == ()
    assert read.plan is not None
    assert read.plan.info.source is not None
    assert read.plan.info.source.issued == Place(3, "20-30")
    assert read.plan.info.source.title is None
    assert read.plan.goals[0].source == Place(5)
    assert read.plan.sections[0].source == Place(8, "50-52", 2)


@pytest.mark.parametrize(
    ("before", "after", "message", "key"),
    [
        ('"20-30"', '"30-20"', "expected_range", "plan.source.issued.range"),
        ('"50-52"', '"50"', "expected_range", "sections[0].source.range"),
        ('"50-52"', "50", "expected_range", "sections[0].source.range"),
        ('title = "60-62"', 'title = "6O-62"', "expected_range", "tasks[0].source.title"),
        ('["70-74"]', '["70-74", "x"]', "expected_range", "tasks[0].source.departments[1]"),
        ('["70-74"]', '"70-74"', "expected_texts", "tasks[0].source.departments"),
        ("line = 5", "page = 1", "key_missing", "goals[0].source.line"),
        ("line = 8", 'line = "8"', "expected_integer", "sections[0].source.line"),
        ("[goals.source]", "[goals.origin]", "key_unknown", "goals[0].origin"),
    ],
)
def test_a_place_that_is_none(before: str, after: str, message: str, key: str) -> None:
    read = read_plan(SOUND.replace(before, after).encode(), "demo.toml")

    assert read.plan is None
    assert (f"problems.{message}", key) in [(one.message, one.key) for one in read.problems]


def test_a_value_edited_without_its_place_is_warned_of() -> None:
    """The plan opens; its places can no longer be told apart."""
    read = read_plan(SOUND.replace('["市水利局"]', '["市水利局", "市财政局"]').encode(), "demo.toml")
    (problem,) = read.problems

    assert read.plan is not None
    assert (problem.severity, problem.message) == (Severity.WARNING, "problems.places_differ")
    assert problem.key == "tasks[0].source.departments"
