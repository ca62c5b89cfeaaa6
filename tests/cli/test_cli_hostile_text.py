"""Whatever a plan or a note says, nothing that a command puts out makes a terminal act on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plantui.__main__ import main
from plantui.model.text import TURNING
from tests.support.hostile_plan import LEAD, MARK, acting, write_hostile_notes, write_hostile_plan

COMMANDS = [
    ["list"],
    ["list", "--json"],
    ["list", "--department", LEAD],
    ["list", "--department", f"没有{MARK}"],
    ["show", "hostile"],
    ["show", "hostile", "--source"],
    ["show", "hostile", "--json"],
    ["show", "hostile", "1"],
    ["show", "hostile", "1", "--source"],
    ["show", "hostile", "1", "--json"],
    ["show", f"没有{MARK}"],
    ["plans"],
    ["plans", "--json"],
    ["stats"],
    ["stats", "--json"],
    ["note", "list"],
    ["note", "list", "--all", "--json"],
    ["note", "undo"],
    ["check"],
    ["check", "--json"],
    *(["export", "--format", form, "--output", "-"] for form in ("md", "csv", "json")),
]


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    write_hostile_plan(tmp_path / "plans")
    write_hostile_notes(tmp_path / "ledger.db")
    return ["--plans", str(tmp_path / "plans"), "--db", str(tmp_path / "ledger.db"), "--today", "2025-12-10"]


@pytest.mark.parametrize(
    "command", COMMANDS, ids=lambda command: " ".join(word for word in command if word.isascii())
)
def test_no_command_lets_a_sequence_through(
    arguments: list[str], command: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    main([*arguments, *command])
    out, err = capfd.readouterr()

    assert [char for char in acting(out + err) if char not in "\t\r"] == []
    assert "Traceback" not in err
    if "json" in command or "--json" in command:
        json.loads(out)


@pytest.mark.parametrize("form", ["md", "csv", "json"])
def test_no_file_has_a_turning_mark(arguments: list[str], tmp_path: Path, form: str) -> None:
    """Nor has its name, where plantui offers one."""
    target = tmp_path / f"out.{form}"
    assert main([*arguments, "export", "--format", form, "--output", str(target)]) == 0

    assert [char for char in acting(target.read_text("utf-8")) if char not in "\t\r"] == []


def test_json_escapes_what_turns_the_direction(
    arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    main([*arguments, "list", "--json"])
    out = capfd.readouterr().out

    assert "\\u202e\\u200f\\u061c" in out
    assert next(task for task in json.loads(out) if task["plan"] == "hostile")["title"] == f"整治{MARK}"
    assert not set(map(ord, out)) & set(TURNING)
