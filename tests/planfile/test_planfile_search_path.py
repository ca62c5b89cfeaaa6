"""Folders and files that count, and checking them together."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plantui.model.problem import DataError, UsageError
from plantui.planfile import search_path
from plantui.planfile.check import check_files
from plantui.planfile.search_path import bundled_plans, department_files, plan_files, plan_folders

PLAN = """\
format = 1
[plan]
id = "{id}"
title = "计划"
short_title = "计划"
region = "{region}"
start_year = 2023
end_year = 2025
responsible = ["市发改委", "市没有的单位"]
"""


def write(folder: Path, name: str, region: str = "郑州市") -> Path:
    """A sound plan file but for one department that no region knows."""
    path = folder / f"{name}.toml"
    path.write_text(PLAN.format(id=name, region=region), encoding="utf-8")
    return path


@pytest.fixture
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own plans folder, not yet made."""
    folder = tmp_path / "user" / "plans"
    monkeypatch.setattr(search_path, "user_plans", lambda: folder)
    return folder


def test_order(tmp_path: Path, user_folder: Path) -> None:
    """Options, then the variable, then the user's, then the bundled ones; each folder once."""
    a, b, c = (tmp_path / name for name in "abc")
    for folder in (a, b, c):
        folder.mkdir()
    user_folder.mkdir(parents=True)
    environ = {"PLANTUI_PLANS": os.pathsep.join([str(c), "", str(a)])}

    assert plan_folders([b, a], environ) == [b, a, c, user_folder, bundled_plans()]


def test_no_user_folder(user_folder: Path) -> None:
    """The user's folder need not exist, and is not made."""
    assert plan_folders([], {}) == [bundled_plans()]
    assert not user_folder.exists()


def test_folder_missing(tmp_path: Path) -> None:
    """A folder that was asked for and is not there is an error of usage."""
    with pytest.raises(UsageError) as option:
        plan_folders([tmp_path / "none"], {})
    with pytest.raises(UsageError) as variable:
        plan_folders([], {"PLANTUI_PLANS": str(tmp_path / "none")})

    assert option.value.message == "problems.plans_folder_missing"
    assert variable.value.message == "problems.plans_folder_of_variable_missing"


def test_plan_files(tmp_path: Path) -> None:
    """By name; the first of two with one name; no departments, hidden or other files."""
    a, b = tmp_path / "a", tmp_path / "b"
    for folder in (a, b):
        folder.mkdir()
        (folder / "departments.toml").write_text("format = 1\n")
        (folder / ".hidden.toml").write_text("")
        (folder / "notes.txt").write_text("")
    z, x, y, _ = write(a, "z"), write(a, "x"), write(b, "y"), write(b, "x")

    assert plan_files([a, b]) == [x, z, y]
    assert department_files([a, tmp_path, b]) == [a / "departments.toml", b / "departments.toml"]


def test_folder_that_cannot_be_listed(tmp_path: Path) -> None:
    """A folder that vanished meanwhile is told by name."""
    with pytest.raises(DataError):
        plan_files([tmp_path / "none"])


def test_check_file_with_bundled_departments(tmp_path: Path) -> None:
    """A plan alone is checked against the bundled departments of its region."""
    (problem,) = check_files([write(tmp_path, "demo")])

    assert problem.message.startswith("problems.department_")
    assert (problem.line, problem.key) == (9, "plan.responsible[1]")


def test_check_file_of_new_region(tmp_path: Path) -> None:
    """In a region without any departments nothing is unknown, until its folder lists some."""
    plan = write(tmp_path, "demo", region="洛阳市")
    before = check_files([plan])
    listed = 'format = 1\n[[departments]]\nregion = "洛阳市"\nname = "市发改委"\nmembers = ["无"]\n'
    (tmp_path / "departments.toml").write_text(listed, encoding="utf-8")

    assert before == []
    assert [p.key for p in check_files([plan])] == ["plan.responsible[1]"]
    assert [p.key for p in check_files([tmp_path])] == ["departments[0].members[0]", "plan.responsible[1]"]


def test_check_everything_in_one_go(tmp_path: Path) -> None:
    """Broken files, missing files and sound ones together."""
    broken = tmp_path / "broken.toml"
    broken.write_text("format = ", encoding="utf-8")
    missing = tmp_path / "departments.toml"
    problems = check_files([broken, write(tmp_path, "demo"), tmp_path / "none.toml", missing])

    assert {Path(p.file).name for p in problems} == {
        "broken.toml",
        "demo.toml",
        "none.toml",
        "departments.toml",
    }
