"""The stage of a note wherever notes are listed or exported, with the reason of the last step."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.support.cli_home import Home

HOSTILE = "数字[2023]20号 [/] =1+1"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A desk with one returned note, and one that is only saved."""
    found = Home(tmp_path, PLANTUI_LANG="zh")
    for task, department in (("7", "市生态环境局"), ("2", "市工信局")):
        said = ("--department", department, "--progress", "完成")
        assert found.run("note", "add", "zhengzhou", task, *said).code == 0
    assert found.run("note", "submit", "zhengzhou", "7").code == 0
    assert found.run("note", "return", "zhengzhou", "7", "--reason", HOSTILE).code == 0
    return found


def test_note_list_names_the_stage(home: Home) -> None:
    data = home.run("note", "list", "--json").data
    stages = {one["task"]: (one["stage"], one["stage_reason"], one["reopened"]) for one in data}

    assert stages == {"7": ("returned", HOSTILE, False), "2": ("saved", "", False)}
    listed = home.run("note", "list").out
    assert listed.count("审核：") == 1
    assert f"已退回：{HOSTILE}" in listed
    assert f"已退回：{HOSTILE}" in home.run("note", "list", "--all").out


def test_full_exports_say_the_stage_where_a_step_was_taken(home: Home) -> None:
    markdown = home.run("export", "--plan", "zhengzhou").out
    assert markdown.count("**审核**") == 1
    table = home.run("export", "--plan", "zhengzhou", "-f", "csv").out.removeprefix("\ufeff")
    cells = [row["审核"] for row in csv.DictReader(io.StringIO(table))]
    assert [cell for cell in cells if cell] == [f"市生态环境局：已退回：{HOSTILE}"]
    rows = home.run("export", "--plan", "zhengzhou", "-f", "json").data
    notes = [note for row in rows for note in row["latest_notes"]]
    assert {(note["task"], note["stage"]) for note in notes} == {("7", "returned"), ("2", "saved")}
