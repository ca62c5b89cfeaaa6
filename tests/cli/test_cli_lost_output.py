"""A note whose id cannot be put on standard output is stored, and standard error says so."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.cli_home import Home
from tests.support.paths import SOURCE

FULL = Path("/dev/full")


def into(home: Home, target: str, *arguments: str) -> tuple[int, str]:
    """The exit code and standard error of a real process whose standard output is `target`."""
    with Path(target).open("w") as output:
        done = subprocess.run(
            [sys.executable, "-m", "plantui", "--today=2025-06-30", *arguments],
            env={**home.environ, "PYTHONPATH": str(SOURCE)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    return done.returncode, done.stderr


@pytest.fixture
def home(tmp_path: Path) -> Home:
    if not FULL.exists():
        pytest.fail("this system has no /dev/full: the test needs another full device")
    return Home(tmp_path, PLANTUI_LANG="zh")


ADD = ["note", "add", "zhengzhou", "2", "--department", "市工信局", "--progress", "开工"]


@pytest.mark.parametrize("more", [[], ["--json"]], ids=["id", "json"])
def test_added_note_is_named_and_can_be_repeated(home: Home, more: list[str]) -> None:
    code, said = into(home, str(FULL), *ADD, *more)
    (note,) = home.run("note", "list", "--json").data

    assert code == 1
    assert f"进展已存入台账，编号 {note['id']}，但标准输出写不出去" in said
    assert f"--id {note['id']}" in said
    assert "Traceback" not in said

    again = home.run(*ADD, "--id", note["id"])
    assert (again.code, again.out.strip()) == (0, note["id"])
    assert home.run("note", "list", "--json").data == [note]


@pytest.mark.parametrize(
    "command", [["edit"], ["retract"], ["undo", "--json"]], ids=lambda command: command[0]
)
def test_other_changes_are_said_to_be_done(home: Home, command: list[str]) -> None:
    saved = home.add()
    more = [saved.out.strip()] if command[0] != "undo" else []
    more += ["--percent", "50"] if command[0] == "edit" else []
    code, said = into(home, str(FULL), "note", *command, *more)
    revisions = home.run("note", "list", "--all", "--json").data

    assert code == 1
    assert len(revisions) == 2
    assert revisions[-1]["id"] in said
    assert "已存入台账" in said


@pytest.mark.parametrize(
    ("command", "code"), [(ADD, 0), (["note", "undo"], 0), (["list"], 0), (["list", "--plan", "无"], 2)]
)
def test_standard_error_that_takes_nothing_changes_no_exit_code(
    home: Home, command: list[str], code: int
) -> None:
    """As with `2>>log` on a full disk: a script that is told of a failure would store the note twice."""
    home.run(*ADD)
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "plantui", "--today=2025-06-30", *command],
            env={**home.environ, "PYTHONPATH": str(SOURCE)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )
    assert (done.returncode, bool(done.stdout)) == (code, command != ["note", "undo"] and not code)


def test_reader_that_left_is_no_error_but_is_told(home: Home) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "plantui", "--today=2025-06-30", *ADD],
        env={**home.environ, "PYTHONPATH": str(SOURCE)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert process.wait() == 0
    (note,) = json.loads(home.run("note", "list", "--json").out)
    assert note["id"] in said
