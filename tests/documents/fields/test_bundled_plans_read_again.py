"""The texts of the four bundled plans give their deadlines, figures and goals again."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.goals import read_goals
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.period import Period
from plantui.documents.traced import TracedText
from tests.support.paths import PLANS

PLAN_FILES = sorted(path for path in PLANS.glob("*.toml") if path.stem != "departments")


@pytest.fixture(params=PLAN_FILES, ids=lambda path: path.stem)
def plan(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One plan file as it stands."""
    path: Path = request.param
    return tomllib.loads(path.read_text(encoding="utf-8"))


def period_of(plan: dict[str, Any]) -> Period:
    info = plan["plan"]
    issued = info["issued"]
    return Period(info["start_year"], info["end_year"], issued if isinstance(issued, date) else None)


def test_deadlines(plan: dict[str, Any]) -> None:
    for task in plan["tasks"]:
        deadlines, doubts = read_deadlines(TracedText.of(task["text"]), period_of(plan))

        expected = [(one["phrase"], one["due"]) for one in task.get("deadlines", [])]
        assert [(one.phrase, one.due) for one in deadlines] == expected
        assert doubts == ()


def test_figures(plan: dict[str, Any]) -> None:
    for task in plan["tasks"]:
        body = TracedText.of(task["text"])
        deadlines, _ = read_deadlines(body, period_of(plan))
        indicators = read_indicators(body, deadlines, period_of(plan))

        expected = [
            (one["op"], one["value"], one["unit"], one.get("due")) for one in task.get("indicators", [])
        ]
        assert [(one.op, one.value, one.unit, one.due) for one in indicators] == expected


def test_goals_clause_by_clause(plan: dict[str, Any]) -> None:
    for goal in plan["goals"]:
        ((read, _),) = read_goals(TracedText.of(goal["text"]), period_of(plan))

        keys = ("text", "indicator", "op", "value", "unit", "grade")
        assert {key: getattr(read, key) for key in keys} == {key: goal.get(key) for key in keys}
