"""Filter options on the bundled plans: what they find, which spellings they take, how wrong ones are answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.cli_home import Home

ALL = 140


@pytest.mark.parametrize(
    ("options", "same"),
    [
        (["--status", "推进中"], ["--status", "in_progress"]),
        (["--status", "未启动"], ["--status", "not_started"]),
        (["--status", "not started"], ["--status", "not_started"]),
        (["--light", "红"], ["--light", "red"]),
        (["--light", "无期限"], ["--light", "none"]),
        (["--year", "无期限"], ["--year", "none"]),
        (["--year", "２０２５年"], ["--year", "2025"]),
        (
            ["--department", "郑州市/市发改委", "--role", "牵头"],
            ["--department", "郑州市/市发展改革委", "--role=lead"],
        ),
        (["--role", "任一角色"], []),
        (["--plan", "郑州市生态环境三年行动计划"], ["--plan", "zhengzhou-2023-2025"]),
        (["--plan", "ZHENGZHOU"], ["--plan", "zhengzhou-2023-2025"]),
    ],
)
def test_spellings_mean_the_same(tmp_path: Path, options: list[str], same: list[str]) -> None:
    """Chinese words, full-width digits, aliases and beginnings are understood."""
    home = Home(tmp_path)
    found, expected = home.run("list", *options), home.run("list", *same)

    assert (found.code, expected.code) == (0, 0)
    assert found.out == expected.out


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--plan", "zhengzou"], "zhengzhou-2023-2025"),
        (["--department", "市工信"], "郑州市/市工信局"),
        (["--department", "新乡市/市发该委"], "新乡市/市发改委"),
        (["--year", "20"], "2023"),
        (["--year", "soon"], "2023"),
        (["--status", "in-progres"], "in_progress"),
        (["--light", "gren"], "green"),
        (["--role", "leader"], "lead"),
        (["--order", "best"], "document"),
        (["--colour"], "list --help"),
        (["--year"], "--year"),
        (["--today", "yesterday"], "2025-06-30"),
        (["--lang", "fr"], "zh"),
        (["--plans", "/no/such/folder"], "/no/such/folder"),
        (["extra"], "list --help"),
    ],
)
def test_wrong_value_is_usage_with_the_nearest_named(tmp_path: Path, options: list[str], named: str) -> None:
    """Exit code 2, nothing on stdout, and a sentence that helps."""
    result = Home(tmp_path).run("list", *options)

    assert result.code == 2
    assert result.out == ""
    assert named in result.err


def test_a_year_in_which_nothing_is_due_is_no_mistake(tmp_path: Path) -> None:
    """A script that asks for next year gets an empty list, a person the nearest years."""
    result = Home(tmp_path).run("list", "--year", "2031", "--json")

    assert (result.code, json.loads(result.out)) == (0, [])
    assert "2025" in result.err


def test_name_in_several_regions_finds_all_and_says_so(tmp_path: Path) -> None:
    """市工信局 is three departments; a region or a plan makes it one."""
    home = Home(tmp_path)
    everywhere = home.run("list", "--department", "市工信局")
    one_region = home.run("list", "--department", "郑州市/市工信局")
    one_plan = home.run("list", "--department", "市工信局", "--plan", "xinxiang")

    assert {row[0] for row in everywhere.rows} >= {"zhengzhou-2023-2025", "xinxiang-2023-2025"}
    assert "郑州市/市工信局" in everywhere.err
    assert {row[0] for row in one_region.rows} == {"zhengzhou-2023-2025"}
    assert "郑州市/市工信局" not in one_region.err + one_plan.err


def test_member_finds_the_tasks_of_its_group(tmp_path: Path) -> None:
    """巩义市 is a member of 区县（市）人民政府."""
    home = Home(tmp_path)
    member = home.run("list", "--department", "巩义市", "--plan", "zhengzhou")
    group = home.run("list", "--department", "各区县（市）人民政府", "--plan", "zhengzhou")

    assert member.rows
    assert {tuple(row) for row in group.rows} <= {tuple(row) for row in member.rows}


def test_values_of_one_option_widen_and_options_narrow(tmp_path: Path) -> None:
    """2024 or 2025, and red: no more than either."""
    home = Home(tmp_path)

    def count(*options: str) -> int:
        return len(home.run("list", *options).rows)

    both = count("--year", "2024", "--year", "2025")
    assert max(count("--year", "2024"), count("--year", "2025")) <= both < ALL
    assert count("--year", "2024", "--year", "2025", "--light", "red") <= both
    assert count() == ALL


def test_words_are_searched_in_the_text(tmp_path: Path) -> None:
    """--text needs all words."""
    result = Home(tmp_path).run("list", "--text", "新能源 公交车", "--json")

    assert result.data
    assert all("公交车" in task["title"] + task["text"] for task in result.data)


def test_options_may_stand_before_the_command(tmp_path: Path) -> None:
    """Global options, and filters too."""
    home = Home(tmp_path)
    before = home.run("--lang", "zh", "--year", "2025", "list", "--light", "red", today="2026-06-30")
    after = home.run("list", "--light", "red", "--year", "2025", "--lang", "zh", today="2026-06-30")

    assert before.rows
    assert before == after
