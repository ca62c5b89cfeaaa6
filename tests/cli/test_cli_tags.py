"""Tags of an office's own: in the plan file, as a filter, a term of the search line, a column."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.plan import Plan, PlanInfo, Section, Task
from tests.support.cli_home import Home
from tests.support.index_samples import write_plan

TAGS = {"1": ("民生实事", "Key Project"), "2": ("民生实事",), "3": ()}


def listed(folder: Path, *options: str) -> list[list[str]]:
    """Return the rows that a list of the tagged plan has."""
    found = tagged(folder).run("list", "--plans", str(folder / "own"), "--plan", "p", *options)
    assert found.code == 0, found.err
    return found.rows


def tagged(folder: Path) -> Home:
    """A home with a plan of three tasks, two of them with tags."""
    tasks = tuple(Task(id_, "1", id_, f"任务{id_}", tags=tags) for id_, tags in TAGS.items())
    plan = Plan(PlanInfo("p", "计划", "计划", "甲市"), (), (Section("1", "一", "任务"),), tasks)
    write_plan(folder / "own", plan)
    return Home(folder, PLANTUI_LANG="zh")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--tag", "民生实事"], ["1", "2"]),
        (["--tag", "key project"], ["1"]),
        (["--tag", "民生实事", "--tag", "Key Project"], ["1", "2"]),
        (["--find", "标签:民生实事"], ["1", "2"]),
        (["--find", 'tag:"Key Project"'], ["1"]),
        (["--tag", "民生实事", "--find", "任务2"], ["2"]),
    ],
)
def test_a_tag_narrows_to_its_tasks(tmp_path: Path, options: list[str], found: list[str]) -> None:
    assert [row[1] for row in listed(tmp_path, *options)] == found


def test_tags_are_a_column_and_sort_by_the_first_of_them(tmp_path: Path) -> None:
    rows = listed(tmp_path, "--columns", "序号,标签", "--sort", "标签")

    assert rows == [["1", "民生实事、Key Project"], ["2", "民生实事"], ["3", ""]]


def test_json_has_the_tags_of_tasks_that_have_some(tmp_path: Path) -> None:
    home = tagged(tmp_path)
    own = ("--plans", str(tmp_path / "own"))
    rows = home.run("list", *own, "--plan", "p", "--json").data

    assert [row.get("tags") for row in rows] == [["民生实事", "Key Project"], ["民生实事"], None]
    assert "民生实事、Key Project" in home.run("show", "p", "1", *own).out


@pytest.mark.parametrize("options", [["--tag", "民生"], ["--find", "标签:没有"]])
def test_an_unknown_tag_is_refused(tmp_path: Path, options: list[str]) -> None:
    found = tagged(tmp_path).run("list", "--plans", str(tmp_path / "own"), *options)

    assert (found.code, found.out) == (2, "")
    assert "标签" in found.err
