"""`stats --matrix`: where each of several accountable departments stands on a task."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from plantui.model.terms import Light
from tests.support.cli_home import Home
from tests.support.measured_plan import measured_home

DAY = "2025-06-30"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """The task 'joint' of two leads: one reported in May and in June, the other in May only."""
    home = measured_home(tmp_path)
    for day, department, percent in (
        ("2025-05-30", "市水利局", "20"),
        ("2025-05-30", "市林业局", "90"),
        ("2025-06-20", "市水利局", "60"),
    ):
        words = ("--department", department, "--percent", percent, "--progress", "推进", "--status", "推进中")
        assert home.run("note", "add", "water", "joint", *words, today=day).code == 0
    return home


def reports(home: Home, *more: str) -> dict[str, Any]:
    """Return the cells of the one task by department."""
    (task,) = home.run("stats", "--matrix", "--plan", "water", "--json", *more, today=DAY).data["tasks"]
    assert task["task"] == "joint"
    return {one["department"]: one for one in task["reports"]}


def test_each_department_has_its_own_status_percent_and_light(home: Home) -> None:
    found = reports(home)

    assert {name: (one["percent"], one["not_reported"]) for name, one in found.items()} == {
        "市水利局": (60, False),
        "市林业局": (90, True),
    }
    assert {one["status"] for one in found.values()} == {"in_progress"}
    assert all(one["light"] in set(Light) for one in found.values())
    assert not any(one["never_reported"] for one in found.values())


def test_a_department_done_is_blue_though_the_task_is_not(home: Home) -> None:
    words = ("--department", "市水利局", "--status", "completed", "--progress", "完成")
    assert home.run("note", "add", "water", "joint", *words, today=DAY).code == 0
    found = reports(home)

    assert found["市水利局"]["light"] == "blue"
    assert found["市林业局"]["light"] != "blue"


def test_who_never_reported_has_a_sign_and_nothing_else(tmp_path: Path) -> None:
    home = measured_home(tmp_path)
    (row,) = home.run("stats", "--matrix", "--plan", "water", "--lang", "zh", today=DAY).rows

    assert row[:2] == ["water", "joint"]
    assert row[3:] == ["○", "○"]
    assert reports(home)["市林业局"]["never_reported"] is True


def test_each_form_says_the_same_and_explains_its_signs(home: Home, tmp_path: Path) -> None:
    table = home.run("stats", "--matrix", "--plan", "water", "--lang", "zh", today=DAY)
    markdown = home.run("stats", "--matrix", "--plan", "water", "-f", "md", "--lang", "zh", today=DAY).out
    rows = [
        *csv.DictReader(
            io.StringIO(
                home.run("stats", "--matrix", "--plan", "water", "-f", "csv", "--lang", "zh", today=DAY).out
            )
        )
    ]
    written = home.run(
        "stats", "--matrix", "--plan", "water", "-o", str(tmp_path / "m.md"), "--lang", "en", today=DAY
    )

    assert any(cell.startswith("○ ") and "90%" in cell for cell in table.rows[0])
    assert "○ 2025年6月未报送（共 1 处）" in table.err
    assert "○ 2025年6月未报送（共 1 处）" in markdown
    assert rows[0]["市林业局"].startswith("○ ")
    assert written.code == 0
    assert (tmp_path / "m.md").read_text("utf-8").count("in progress") == 2


def test_it_stands_alone_and_takes_filters(home: Home) -> None:
    assert home.run("stats", "--matrix", "--plan", "water", "--by", "department").code == 2
    assert (
        home.run("stats", "--matrix", "--plan", "water", "--status", "completed", "--json", today=DAY).data[
            "tasks"
        ]
        == []
    )


def test_all_bundled_plans(tmp_path: Path) -> None:
    """Each row has several departments, and each department of a row a column."""
    data = Home(tmp_path).run("stats", "--matrix", "--json").data
    columns = {(one["region"], one["department"]) for one in data["departments"]}

    assert len(data["tasks"]) > 20
    for task in data["tasks"]:
        assert len(task["reports"]) > 1
        assert {(one["region"], one["department"]) for one in task["reports"]} <= columns
