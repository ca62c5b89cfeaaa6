"""Disks without room, files and folders without the right to write: nothing is lost, and saving goes on later."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from plantui.store.ledger import Ledger
from tests.support.ledger_samples import BUREAU, KEY, said
from tests.support.paths import ROOT

PROGRAM = [sys.executable, "-m", "tests.support.full_disk"]
NAMESPACE = ["unshare", "--user", "--map-root-user", "--mount"]
"""A file system of one's own, where the system lets its users have one."""
MOUNT = 'mount -t tmpfs -o size=1m none "$0" && exec "$@"'


def test_full_file_system(tmp_path: Path) -> None:
    """On a file system of one MiB that is full and empty again."""
    probe = [*NAMESPACE, "sh", "-c", MOUNT, str(tmp_path), "true"] if shutil.which("unshare") else ["false"]
    asked = subprocess.run(probe, capture_output=True, text=True, check=False)
    if asked.returncode != 0:
        pytest.skip(
            f"the system lets us mount no file system of our own: {asked.stderr.strip() or 'no unshare'}"
        )
    command = [*NAMESPACE, "sh", "-c", MOUNT, str(tmp_path), *PROGRAM, "tmpfs", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.stdout == "done\n", done.stderr


def test_bound_on_the_size_of_files(tmp_path: Path) -> None:
    """Under a bound such as a quota is, which needs no rights at all."""
    done = subprocess.run(
        [*PROGRAM, "bound", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout == "done\n", done.stderr


@pytest.mark.parametrize("file_mode", [0o444, 0o666])
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_without_the_right_to_write(file_mode: int, folder_mode: int) -> None:
    """A note is refused where file or folder may not be written, and what is there is read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Ledger(folder / "0.db", "甲") as ledger:
            ledger.add(KEY, BUREAU, said("一"))
        before = (folder / "0.db").read_bytes()
        (folder / "0.db").chmod(file_mode)
        folder.chmod(folder_mode)
        command = [sys.executable, "-m", "tests.support.ledger_worker", "look", name, "乙"]
        done = subprocess.run(command, cwd=ROOT, input="\n", capture_output=True, text=True, check=False)
        folder.chmod(0o755)
        found = done.stdout.split("\n")[1]

        if (file_mode, folder_mode) == (0o666, 0o777):
            assert found == "2 True False", done.stderr
        else:
            assert found == "1 False True", done.stderr
            assert (folder / "0.db").read_bytes() == before
        assert [path.name for path in folder.iterdir()] == ["0.db"]
