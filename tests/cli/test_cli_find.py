"""`--find`: one line in place of several options, the same in both languages; what is not understood is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home

TODAY = ["--today", "2026-06-20"]


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("2024 红 治理", ["--year", "2024", "--light", "red", "--text", "治理"]),
        ("2024 red 治理", ["--year", "2024", "--light", "red", "--text", "治理"]),
        ("slj", ["--text", "slj"]),
        ("牵头:郑州市/市水利局", ["--department", "郑州市/市水利局", "--role", "lead"]),
        ("计划:zhengzhou 未启动", ["--plan", "zhengzhou-2023-2025", "--status", "not_started"]),
        ("计划:zhengzhou 未报送", ["--plan", "zhengzhou-2023-2025", "--not-reported"]),
        ('"2024"', ["--text", "2024"]),
    ],
)
def test_a_line_finds_what_options_find(tmp_path: Path, line: str, options: list[str]) -> None:
    home = Home(tmp_path)
    found, expected = home.run("list", *TODAY, "--find", line), home.run("list", *TODAY, *options)
    assert (found.code, found.out) == (0, expected.out)
    assert found.out.count("\n") > 1


def test_a_line_narrows_what_options_ask_for(tmp_path: Path) -> None:
    home = Home(tmp_path)
    found = home.run("list", "--year", "2024", "--find", "2025 治理")
    assert found.out == home.run("list", "--find", "治理 2024 2025").out


def test_bounds_and_periods_count_days(tmp_path: Path) -> None:
    home = Home(tmp_path)
    late = [
        home.run("list", *TODAY, "--find", f"计划:zhengzhou 逾期>{days}").out.count("\n")
        for days in (0, 200, 9999)
    ]
    assert late[0] > late[1] > late[2]
    quarter = home.run("list", "--find", "2024Q4").out
    assert quarter == home.run("list", "--find", "2024-12").out
    assert quarter.count("\n") > 1


@pytest.mark.parametrize("line", ["逾期>x", "牵头:没有的局", "计划:没有", "牵头 role:support", "状态:红"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_not_understood_is_refused(tmp_path: Path, line: str, language: str) -> None:
    found = Home(tmp_path).run("list", "--lang", language, "--find", line)
    assert (found.code, found.out) == (2, "")
    assert line.rpartition(" ")[2] in found.err


@pytest.mark.parametrize("command", [["stats"], ["export", "-o", "-"], ["indicators"]])
def test_other_commands_take_a_line_too(tmp_path: Path, command: list[str]) -> None:
    home = Home(tmp_path)
    found, expected = (
        home.run(*command, "--find", "slj 2024"),
        home.run(*command, "--text", "slj", "--year", "2024"),
    )
    assert found.code == 0, found.err
    assert found.out == expected.out


def test_titles_stand_before_texts_unless_an_order_is_asked_for(tmp_path: Path) -> None:
    home = Home(tmp_path)
    found = home.run("list", "--find", "清洁").out.splitlines()
    printed = home.run("list", "--find", "清洁", "--sort", "task").out.splitlines()
    assert sorted(found) == sorted(printed) != printed
    titled = ["清洁" in line for line in found]
    assert titled == sorted(titled, reverse=True)
