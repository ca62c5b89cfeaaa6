"""`note list --department` finds a department's notes under whatever name it had when they were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home
from tests.support.planned_home import home_of, small_plan

TASKS = [("1", "1", "修订定额")]
ALIAS = """[[departments]]
region = "示例市"
name = "市生态环境局"
aliases = ["市环保局"]
"""


def renamed(tmp_path: Path, *, with_alias: bool) -> Home:
    """A plan whose department was renamed after it had reported; one more note comes under the new name."""
    home = home_of(tmp_path, small_plan("water", TASKS, department="市环保局"))
    assert home.run("note", "add", "water", "1", "--progress", "旧").code == 0
    home = home_of(
        tmp_path, small_plan("water", TASKS, title="示例市节约用水计划", department="市生态环境局")
    )
    if with_alias:
        (tmp_path / "plans" / "departments.toml").write_text(ALIAS, encoding="utf-8")
    assert home.run("note", "add", "water", "1", "--progress", "新").code == 0
    return home


def listed(home: Home, name: str) -> list[str]:
    """The texts of the notes of that department."""
    return [note["progress"] for note in home.run("note", "list", "--department", name, "--json").data]


@pytest.mark.parametrize("name", ["市环保局", "市生态环境局", "示例市/市环保局"])
def test_alias_leads_to_the_notes_under_both_names(tmp_path: Path, name: str) -> None:
    assert listed(renamed(tmp_path, with_alias=True), name) == ["旧", "新"]


def test_name_that_only_the_notes_know_is_found(tmp_path: Path) -> None:
    home = renamed(tmp_path, with_alias=False)

    assert listed(home, "市环保局") == listed(home, "示例市／市环保局") == ["旧"]
    assert listed(home, "市生态环境局") == ["新"]


def test_notes_of_a_plan_that_is_gone_are_found_by_any_name(tmp_path: Path) -> None:
    home = renamed(tmp_path, with_alias=True)
    (tmp_path / "plans" / "water.toml").unlink()

    assert listed(home, "市生态环境局") == listed(home, "市环保局") == ["旧", "新"]


def test_name_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    refused = renamed(tmp_path, with_alias=True).run("note", "list", "--department", "市气象台")

    assert refused.code == 2
    assert "没有单位“市气象台”" in refused.err
