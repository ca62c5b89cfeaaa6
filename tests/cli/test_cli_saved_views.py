"""Saved views on the command line: listed, taken from a file, and in `list` and `export` by name or digit."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.store.saved_views import SavedView, read_views, write_views
from tests.support.cli_home import Home

LATE = SavedView("逾期", 2, "计划:zhengzhou 治理", "tree", ("number", "task"), "number", descending=True)
WARNED = SavedView("预警", 1, "2024", "warnings")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    write_views(tmp_path / "saved-views.toml", [LATE, WARNED])
    return Home(tmp_path)


@pytest.mark.parametrize("name", ["逾期", "2"])
@pytest.mark.parametrize("command", [["list"], ["export", "-f", "csv", "-o", "-"]])
def test_a_view_stands_for_its_options(home: Home, name: str, command: list[str]) -> None:
    options = ["--find", "计划:zhengzhou 治理", "--columns", "number,task", "--sort", "number:desc"]
    found, expected = home.run(*command, "--view", name), home.run(*command, *options)
    assert found.code == 0, found.err
    assert found.out == expected.out
    assert found.out.count("\n") > 2


def test_options_go_before_a_view(home: Home) -> None:
    found = home.run("list", "--view", "2", "--columns", "light,task", "--sort", "task", "--find", "水")
    assert (
        found.out
        == home.run(
            "list", "--find", "计划:zhengzhou 治理 水", "--columns", "light,task", "--sort", "task"
        ).out
    )


def test_a_view_limits_the_tasks(home: Home) -> None:
    day = "2026-06-20"
    found = home.run("list", "--view", "1", today=day).rows
    every = home.run("list", "--find", "2024", "--light", "red", "--light", "yellow", today=day).rows
    assert sorted(found) == sorted(every)
    written = home.run("export", "-f", "md", "-o", "-", "--view", "1", "--lang", "zh", today=day)
    assert "预警清单" in written.out


@pytest.mark.parametrize("command", ["list", "export"])
def test_an_unknown_view_is_refused_with_those_there_are(home: Home, command: str) -> None:
    found = home.run(command, "--view", "nowhere")
    assert (found.code, found.out) == (2, "")
    assert "逾期" in found.err


def test_views_are_listed(home: Home) -> None:
    assert home.run("views").rows == [
        ["2", "逾期", "计划:zhengzhou 治理", "Plans"],
        ["1", "预警", "2024", "Warnings"],
    ]
    assert [one["name"] for one in home.run("views", "--json").data] == ["逾期", "预警"]


def test_views_of_another_are_taken(home: Home, tmp_path: Path) -> None:
    write_views(tmp_path / "theirs.toml", [SavedView("新的", 1, "2025"), SavedView("逾期", 5, "逾期>30")])
    found = home.run("views", "--take", str(tmp_path / "theirs.toml"))
    assert found.code == 0, found.err
    assert [(one.name, one.digit, one.find) for one in read_views(tmp_path / "saved-views.toml")] == [
        ("逾期", 2, "逾期>30"),
        ("预警", 1, "2024"),
        ("新的", 3, "2025"),
    ]
    assert home.run("views", "--take", str(tmp_path / "nothing.toml")).code == 2
