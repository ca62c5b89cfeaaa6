"""The command line on an odd machine: full disks, closed streams, odd files and names. Never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.cli_home import Home
from tests.support.paths import SOURCE

PLAN = "zhengzhou-2023-2025"


def shell(home: Home, script: str) -> subprocess.CompletedProcess[str]:
    """Run a line of sh in which `$P` is plantui."""
    program = f"{sys.executable} -m plantui"
    # Where the size of files is limited, Python would cut its own compiled modules short.
    own = {"PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1", "P": program, "PLANTUI_LANG": "en"}
    return subprocess.run(
        ["/bin/sh", "-c", script],
        env={**home.environ, **own},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["list", "list --json", "export -f csv", "--version", "note list"])
def test_full_disk_behind_stdout_is_one_sentence(tmp_path: Path, command: str) -> None:
    """`plantui list > file` on a full disk says so, once, and fails."""
    result = shell(Home(tmp_path), f"$P {command} > /dev/full")

    lines = [line for line in result.stderr.splitlines() if "tasks" not in line and "notes" not in line]
    if command == "note list":  # nothing to print, nothing that could fail
        assert (result.returncode, lines) == (0, [])
    else:
        assert (result.returncode, lines) == (1, ["The system refuses: no space is left on the disk"])


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("$P list >&-", 0),
        ("$P list 2>&- >/dev/null", 0),
        (f"$P note add {PLAN} 7 --progress - <&-", 2),
    ],
)
def test_closed_streams_are_no_crash(tmp_path: Path, script: str, code: int) -> None:
    """A service manager or a cron line may close what it does not want."""
    result = shell(Home(tmp_path), script)

    assert result.returncode == code
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list", "--year", "\n"], 2),
        (["list", "--plans", "a" * 5000], 2),
        (["check", "a" * 5000], 1),
        (["show", PLAN, "\udcff"], 2),
        (["note", "list", PLAN, "\udcff\udcfe"], 2),
        (["config", "set", "author", "\udcff"], 2),
    ],
)
def test_odd_values_are_one_sentence(tmp_path: Path, arguments: list[str], code: int) -> None:
    """Blank years, names that no file system takes, bytes that are no UTF-8."""
    result = Home(tmp_path).run(*arguments)

    assert result.code == code
    assert len(result.err.splitlines()) == 1
    assert result.out == ""


@pytest.mark.skipif(os.name != "posix", reason="makes pipes and links")
def test_odd_entries_of_a_plans_folder_keep_nobody_from_the_others(tmp_path: Path) -> None:
    """A pipe with a plan's name is no plan and is not waited for; a link that leads in a circle is a problem."""
    folder = tmp_path / "plans"
    folder.mkdir()
    os.mkfifo(folder / "pipe.toml")
    (folder / "circle.toml").symlink_to("circle.toml")
    home = Home(tmp_path)

    listed = home.run("plans", "--plans", str(folder))
    checked = home.run("check", str(folder), "--json")

    assert (listed.code, len(listed.rows)) == (0, 4)
    assert checked.code == 1
    assert [Path(found["file"]).name for found in checked.data] == ["circle.toml"]


def test_own_plans_folder_behind_a_locked_door_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may not look into the data folder still has the bundled plans."""
    real = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if tmp_path / "data" in path.parents:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)

    assert len(Home(tmp_path).run("plans").rows) == 4


@pytest.mark.skipif(os.name != "posix", reason="limits the size of files")
def test_full_disk_keeps_nobody_from_reading(tmp_path: Path) -> None:
    """SQLite cannot make its log then; what is in the ledger is shown, and only a note is refused."""
    home = Home(tmp_path)
    add = f"note add {PLAN} 7 --department 市生态环境局 --progress p"
    home.run(*add.split())

    read = shell(
        home, "ulimit -f 4; $P note list && $P list --status in_progress && $P stats --by year | head -1"
    )
    write = shell(home, f"ulimit -f 4; $P {add}")

    assert (read.returncode, read.stderr.splitlines()) == (0, ["1 note", "1/140 tasks", "140/140 tasks"])
    assert (write.returncode, "disk is full" in write.stderr) == (1, True)
    assert len(home.run("note", "list", "--json").data) == 1
