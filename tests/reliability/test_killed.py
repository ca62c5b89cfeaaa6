"""Programs killed at random moments of saving and of bringing tables up to date: real processes, SIGKILL."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.soak import KILLS, LARGE_KILLS, LARGE_NOTES, SEED
from tests.support.paths import DATA, ROOT

FIRST_VERSION = DATA / "ledger" / "first-version.db"


def rounds(deed: str, folder: Path, number: int) -> str:
    """Run so many rounds of a deed in a program of their own; what it says in the end."""
    command = [
        sys.executable,
        "-m",
        "tests.support.reliability_worker",
        deed,
        str(folder),
        str(number),
        str(SEED),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def numbers(said: str) -> list[int]:
    """Return the numbers in a sentence."""
    return [int(word) for word in said.split() if word.isdigit()]


@pytest.mark.once
def test_killed_while_saving(tmp_path: Path) -> None:
    """Every note, event and draft whose saving was answered is there, and nothing is half."""
    kills, answers = numbers(rounds("saves", tmp_path, KILLS))

    assert kills == KILLS
    assert answers > kills  # they were killed at work, and not before it


@pytest.mark.once
def test_killed_while_merging(tmp_path: Path) -> None:
    """Of the other ledger all is there or nothing, and of the own one all."""
    kills, nothing = numbers(rounds("merges", tmp_path, KILLS))

    assert kills >= KILLS
    assert 0 < nothing < kills * 2


def test_killed_while_making_backups(tmp_path: Path) -> None:
    """A backup that has its name is whole, also where it builds on others."""
    kills, made = numbers(rounds("backups", tmp_path, KILLS // 2))

    assert made > kills / 4


def test_killed_while_putting_backups_back(tmp_path: Path) -> None:
    """A whole ledger is at the path all the while, and every note is there or in one that was kept."""
    kills, restored = numbers(rounds("restores", tmp_path, KILLS // 2))

    assert 0 < restored < kills


def test_killed_while_bringing_tables_up_to_date(tmp_path: Path) -> None:
    """The tables are those of the first version or today's, and every row is as it was."""
    shutil.copyfile(FIRST_VERSION, tmp_path / "first.db")

    kills, old = numbers(rounds("migrations", tmp_path, KILLS))

    assert kills >= KILLS
    assert 0 < old < kills  # some before the new tables stood, some after


def test_killed_while_bringing_a_large_ledger_up_to_date(tmp_path: Path) -> None:
    """Of many notes, too, the tables are the old ones or the new ones: 1,200,000 in `make soak`."""
    script = FIRST_VERSION.with_name("first_version.py")
    subprocess.run(
        [sys.executable, str(script), "--large", str(LARGE_NOTES), str(tmp_path / "first.db")], check=True
    )

    kills, _ = numbers(rounds("migrations", tmp_path, LARGE_KILLS))

    assert kills >= LARGE_KILLS
