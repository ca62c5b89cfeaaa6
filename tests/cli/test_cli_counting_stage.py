"""The stage from which on notes count in circulars: in statistics and exports, never in the own list."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.support.cli_home import Home

OWNER = ("zhengzhou", "7", "--department", "市生态环境局")
DONE = ("--status", "completed", "--evidence", "https://example.org/yanshou")


def add(home: Home, day: str, *said: str) -> str:
    """Save a note on a task with one accountable department, and return its id."""
    saved = home.run("note", "add", *OWNER, "--progress", f"{day}的进展", "--date", day, *said)
    assert saved.code == 0, saved.err
    return saved.out.strip()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A desk whose May note is checked, while its June note, which says completed, is only saved."""
    found = Home(tmp_path, PLANTUI_LANG="zh")
    may = add(found, "2025-05-31", "--percent", "60")
    for step in ("submit", "check"):
        assert found.run("note", step, may).code == 0
    add(found, "2025-06-30", *DONE)
    return found


@pytest.mark.parametrize(
    ("stage", "done", "left_out", "said"),
    [
        ("saved", 1, 0, ""),
        ("submitted", 0, 1, "有 1 条进展尚未报送，不计入。"),
        ("checked", 0, 1, "有 1 条进展尚未审核，不计入。"),
        ("closed", 0, 2, "有 2 条进展尚未销号，不计入。"),
    ],
)
def test_statistics_count_from_the_stage_that_the_office_has_chosen(
    home: Home, stage: str, done: int, left_out: int, said: str
) -> None:
    home.run("office", "set", "counting_stage", stage)
    stats = home.run("stats", "--plan", "zhengzhou", "--json")

    assert stats.data["overall"]["done"] == done
    assert (stats.data["counting_stage"], stats.data["notes_left_out"]) == (stage, left_out)
    assert (said in stats.err) and ("不计入" in stats.err) is bool(said)
    assert home.run("show", "zhengzhou", "7", "--json").data["status"] == "completed"
    listed = home.run("list", "--plan", "zhengzhou", "--status", "completed", "--json").data
    assert [row["id"] for row in listed] == ["7"]


def test_the_last_note_that_counts_stands_for_the_department(home: Home) -> None:
    """Not nothing: May was checked, and the circular says May; June's text is in no form of it."""
    home.run("office", "set", "counting_stage", "checked")
    (row,) = [row for row in home.run("export", "--plan", "zhengzhou", "-f", "json").data if row["id"] == "7"]

    assert (row["status"], row["percent"], row["notes"]) == ("in_progress", 60, 1)
    assert [note["as_of"] for note in row["latest_notes"]] == ["2025-05-31"]
    assert (row["counting_stage"], row["notes_left_out"]) == ("checked", 1)
    for form in ("md", "csv"):
        written = home.run("export", "--plan", "zhengzhou", "-f", form).out
        assert "2025-05-31的进展" in written
        assert "2025-06-30的进展" not in written


def test_what_does_not_count_yet_is_said_in_the_foot_of_every_form(home: Home) -> None:
    home.run("office", "set", "counting_stage", "checked")
    said = "1 note not yet checked is not counted."
    markdown = home.run("--lang", "en", "export", "-f", "md").out
    table = home.run("--lang", "en", "export", "-f", "csv").out.removeprefix("\ufeff")
    figures = home.run("--lang", "en", "stats", "-f", "md").out

    assert markdown.rstrip().endswith(said)
    assert figures.rstrip().endswith(said)
    head, *rows = csv.reader(io.StringIO(table))
    remarks = head.index("filter")
    assert rows and all(row[remarks].endswith(said) for row in rows)
    add(home, "2025-06-29")
    assert "2 notes not yet checked are not counted." in home.run("--lang", "en", "stats").err


def test_tasks_without_uncounted_notes_have_no_such_foot(home: Home) -> None:
    home.run("office", "set", "counting_stage", "checked")
    assert "不计入" not in home.run("stats", "--plan", "wuxi").err
    assert "不计入" not in home.run("export", "--plan", "zhengzhou", "--status", "not_started").out


def test_actual_values_of_a_note_that_does_not_count_are_left_out(home: Home) -> None:
    plan, task = "zhengzhou", "2"
    home.run("office", "set", "counting_stage", "submitted")
    figure = ("--progress", "完成", "--actual", "1=3@2025-06-30")
    said = home.run("note", "add", plan, task, "--department", "市工信局", *figure)
    assert said.code == 0, said.err
    (row,) = [row for row in home.run("export", "--plan", plan, "-f", "json").data if row["id"] == task]
    assert row["actual_values"] == []
    assert home.run("note", "submit", said.out.strip()).code == 0
    (row,) = [row for row in home.run("export", "--plan", plan, "-f", "json").data if row["id"] == task]
    assert len(row["actual_values"]) == 1
    assert row["notes_left_out"] == 0
