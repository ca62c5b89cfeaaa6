"""`plantui demo`, and how every command names the demonstration that it works on."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.store.demo_script import read_script
from tests.support.cli_home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def demo(home: Home) -> str:
    return home.run("demo", "--path", today=None).out.strip()


def test_its_path_is_printed_and_said(home: Home) -> None:
    first, second = home.run("demo", "--path"), home.run("demo", "--path")

    assert first.code == second.code == 0
    assert first.out == second.out == f"{home.folder}/ledger-demo.db\n"
    assert first.out.strip() in first.err
    assert second.err == ""


def test_without_a_terminal_no_interface_is_opened(home: Home) -> None:
    assert home.run("demo").code == 2


def test_commands_take_its_day_and_say_that_its_notes_are_invented(home: Home, demo: str) -> None:
    day = read_script().today.isoformat()
    for command in (["stats"], ["list"], ["show", "zhengzhou", "5"], ["note", "list"], ["export"]):
        told = home.run("--db", demo, *command, today=None)
        assert told.code == 0, command
        assert told.err.count(f"as of {day}") == 1, command

    assert home.run("--db", demo, "stats", "--json", today=None).data["today"] == day
    assert home.run("--db", demo, "stats", "--json", today="2025-01-31").data["today"] == "2025-01-31"


@pytest.mark.parametrize(
    ("form", "marks"),
    [("md", ["# 【演示】"]), ("csv", [",演示数据,"]), ("json", ['"demo": true'])],
)
def test_every_export_says_so(home: Home, demo: str, form: str, marks: list[str]) -> None:
    told = home.run(
        "--db", demo, "--lang", "zh", "export", "-f", form, "--plan", "zhengzhou-2023", today=None
    )
    own = home.run("--lang", "zh", "export", "-f", form, "--plan", "zhengzhou-2023")

    assert told.code == own.code == 0
    assert all(mark in told.out for mark in marks)
    assert not any(mark in own.out for mark in marks)


def test_the_list_as_json_says_so(home: Home, demo: str) -> None:
    assert all(row["demo"] for row in home.run("--db", demo, "list", "--json", today=None).data)
    assert not any("demo" in row for row in home.run("list", "--json").data)


def test_the_own_ledger_is_not_touched(home: Home, demo: str) -> None:
    home.add()
    before = home.run("note", "list").out

    assert home.run("demo", "--delete").code == 0
    assert not Path(demo).exists()
    assert home.run("note", "list").out == before


def test_deleting_and_making_anew_say_the_path(home: Home, demo: str) -> None:
    home.run(
        "--db",
        demo,
        "note",
        "add",
        "zhengzhou",
        "24",
        "--department",
        "市生态环境局",
        "--progress",
        "试填",
        today=None,
    )
    assert "试填" in home.run("--db", demo, "note", "list", today=None).out

    assert demo in home.run("demo", "--delete").err
    assert demo in home.run("demo", "--delete").err
    home.run("demo", "--path")

    assert "试填" not in home.run("--db", demo, "note", "list", today=None).out
    assert home.run("demo", "--delete", "--path").code == 2
