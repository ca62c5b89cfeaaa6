"""The CSV ledger in a spreadsheet: printed numbers stay what they are, and cells that will be cut are named."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from plantui.documents.formats import read_source
from tests.support.cli_home import Home, Result
from tests.support.planned_home import home_of, small_plan

NUMBERS = ["1-2", "2.10", "(1)", "007", "一、"]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    tasks = [(f"t{position}", number, f"改造管网{position}") for position, number in enumerate(NUMBERS)]
    return home_of(tmp_path, small_plan("numbers", tasks, title="2025", short_title="示例"))


def rows(made: Result) -> list[dict[str, str]]:
    """The rows of a CSV file by their titles."""
    return [*csv.DictReader(io.StringIO(made.out.removeprefix("\ufeff"), newline=""))]


def test_printed_numbers_survive_a_spreadsheet(home: Home) -> None:
    """A tab before what would become a day or a number, in every column of text; figures stay figures."""
    made = rows(home.run("export", "-f", "csv", "--plan", "numbers"))

    assert [row["任务编号"] for row in made] == ["\t1-2", "\t2.10", "\t(1)", "\t007", "一、"]
    assert {row["计划"] for row in made} == {"\t2025"}
    assert [row["序号"] for row in made] == ["1", "2", "3", "4", "5"]


def test_day_of_a_note_stays_a_day(home: Home) -> None:
    home.run("note", "add", "numbers", "t0", "--progress", "开工")

    assert rows(home.run("export", "-f", "csv", "--plan", "numbers"))[0]["填报日期"] == "2025-06-30"


def test_own_reading_takes_the_signs_off(home: Home) -> None:
    """What an export put before a cell is no part of its text when the file is imported."""
    table = "序号,任务,牵头单位\r\n\t1-2,改造管网,市水利局\r\n\t007,'=水库加固,市水利局\r\n"

    read = read_source(table.encode("utf-8-sig"), "t.csv")

    assert "\t1-2" not in read.text
    assert "1-2" in read.text
    assert "'=" not in read.text


@pytest.mark.parametrize("more", [[], ["-o", "out.csv"]])
def test_cells_that_a_spreadsheet_cuts_are_named(
    home: Home, more: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for task in ("t0", "t2"):
        home.run("note", "add", "numbers", task, "--progress", "-", stdin="进展" * 20_000)

    made = home.run("export", "-f", "csv", "--plan", "numbers", *more)

    assert made.code == 0
    assert (
        "电子表格每格只留 32767 个字符，以下 2 格会被截断："
        "序号 1 的“进展情况”（40005 个字符）、序号 3 的“进展情况”（40005 个字符）\n"
    ) in made.err


def test_many_cut_cells_are_counted(home: Home) -> None:
    for task in ("t0", "t1", "t2", "t3"):
        home.run("note", "add", "numbers", task, "--progress", "-", stdin="进" * 32_763)

    made = home.run("export", "-f", "csv", "--plan", "numbers")

    assert "有 4 格会被截断，如 序号 1 的“进展情况”（32768 个字符）" in made.err
    assert "序号 4" not in made.err


def test_cell_at_the_bound_and_other_forms_are_not_named(home: Home) -> None:
    home.run("note", "add", "numbers", "t0", "--progress", "-", stdin="进" * 32_762)
    exported = [home.run("export", "-f", form, "--plan", "numbers") for form in ("csv", "md", "json")]

    assert ["截断" in one.err for one in exported] == [False] * 3
