"""Files written whole: rights and owner stay, links stay, and nothing is left behind for ever."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from plantui.store.atomic import atomic_write, beside
from plantui.store.processes import host

STOP_HALFWAY = """
import os, signal, sys
from pathlib import Path
from plantui.store.atomic import beside
with beside(Path(sys.argv[1])) as unfinished:
    unfinished.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o664])
def test_rights_of_the_file_that_is_replaced_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "config.toml"
    path.write_text("old")
    path.chmod(mode)

    atomic_write(path, "new")

    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", mode)


@pytest.fixture
def others_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that another user and another group seem to own."""
    path = tmp_path / "config.toml"
    path.write_text("old")
    path.chmod(0o640)
    stat_of = Path.stat

    def of_others(one: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = stat_of(one, follow_symlinks=follow_symlinks)
        return os.stat_result((*found[:4], 1234, 2345, *found[6:])) if one == path else found

    monkeypatch.setattr(Path, "stat", of_others)
    return path


def test_owner_of_the_file_that_is_replaced_stays(others_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "chown", lambda _, owner, group: given.append((owner, group)))

    atomic_write(others_file, "new")
    monkeypatch.undo()

    assert given == [(1234, 2345)]
    assert (others_file.read_text(), stat.S_IMODE(others_file.stat().st_mode)) == ("new", 0o640)


def test_group_that_cannot_be_given_takes_its_rights_along(
    others_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another group is not to read what this one could."""

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    atomic_write(others_file, "new")
    monkeypatch.undo()

    assert (others_file.read_text(), stat.S_IMODE(others_file.stat().st_mode)) == ("new", 0o600)


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "config.toml"
    link.symlink_to("real/config.toml")

    atomic_write(link, "text")

    assert link.is_symlink()
    assert (tmp_path / "real" / "config.toml").read_text() == "text"


def test_file_of_a_killed_program_is_taken_away(tmp_path: Path) -> None:
    """By the next one that writes there; what others write at this moment stays."""
    path = tmp_path / "summary.md"
    subprocess.run([sys.executable, "-c", STOP_HALFWAY, str(path)], check=False)
    (left,) = tmp_path.iterdir()
    strange = [
        tmp_path / left.name.replace(host(), "other-machine"),
        tmp_path / left.name.replace(f"-{left.name.split('-')[-2]}-", f"-{os.getpid()}-"),
        tmp_path / ".plantui-notes.tmp",
    ]
    for name in strange:
        name.touch()

    atomic_write(path, "text")

    assert set(tmp_path.iterdir()) == {path, *strange}


def test_long_names_leave_room(tmp_path: Path) -> None:
    """The unfinished file's name does not grow with that of the finished one."""
    path = tmp_path / ("长" * 80 + ".md")

    atomic_write(path, "text")

    assert path.read_text() == "text"


def test_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    with beside(tmp_path / "x") as unfinished:
        assert unfinished.exists()
    assert not unfinished.exists()
