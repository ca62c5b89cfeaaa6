"""`plantui restore`, and the backup that the day's first save on the command line makes."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from plantui.cli import backing_up
from plantui.store.backups.files import Backup, backups_of
from plantui.store.ledger import Ledger
from tests.support.cli_home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A user who works in English."""
    return Home(tmp_path, LC_ALL="en_US.UTF-8")


def saved(home: Home) -> list[Path]:
    """Return the backups of the user's ledger."""
    return [one.path for one in backups_of(home.folder / "ledger.db")]


def test_the_first_save_of_a_day_makes_a_backup(home: Home) -> None:
    """The second one does not; reading makes none."""
    assert home.run("note", "list").code == 0
    assert saved(home) == []
    assert home.add(progress="一").code == 0
    (made,) = saved(home)
    before = made.read_bytes()
    assert home.add(progress="二").code == 0

    assert saved(home) == [made]
    assert made.read_bytes() == before


def test_undo_is_a_save(home: Home) -> None:
    """Whatever is written to the ledger begins a backup."""
    home.add()
    for path in saved(home):
        path.unlink()

    assert home.run("note", "undo").code == 0
    assert len(saved(home)) == 1


def test_no_backup_of_the_demonstration(home: Home) -> None:
    """Its notes are made again at will."""
    path = home.run("demo", "--path").out.strip()
    done = home.run(
        *("--db", path, "note", "add", "zhengzhou", "2", "--department", "市工信局", "--progress", "x"),
        today=None,
    )

    assert done.code == 0, done.err
    assert backups_of(Path(path)) == []


def test_no_room_is_said_and_harms_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code is that of the save."""
    full = shutil.disk_usage(home.folder)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full)
    done = home.add()

    assert done.code == 0
    assert len(done.out.split()) == 1
    assert "No backup was made today" in done.err
    assert len(home.run("note", "list", "--json").data) == 1


def test_a_large_ledger_is_copied_by_a_program_of_its_own(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command does not wait for it."""
    started: list[tuple[str, str]] = []
    monkeypatch.setattr(backing_up, "AT_ONCE", 0)
    monkeypatch.setattr(backing_up, "_start", lambda *given: started.append(given))

    assert home.add().code == 0
    assert started == [(str(home.folder / "ledger.db"), "7")]


def test_that_program(home: Home) -> None:
    """It makes the backup and says nothing."""
    from plantui.store.backups.__main__ import main

    with Ledger(home.folder / "ledger.db", "x") as ledger:
        ledger.become_demo(date(2024, 6, 30))
    assert (main(home.folder / "ledger.db", 7), saved(home)) == (0, [])
    (home.folder / "ledger.db").unlink()
    home.add()
    for path in saved(home):
        path.unlink()
    assert (main(home.folder / "ledger.db", 7), len(saved(home))) == (0, 1)


def test_list_and_restore(home: Home) -> None:
    """By date, by file, and back again."""
    none = home.run("restore")
    assert (none.code, none.out) == (0, "")
    assert "no backups yet" in none.err
    refused = home.run("restore", "2024-01-01")
    assert (refused.code, refused.err) == (2, none.err)
    home.add(progress="一")
    home.add(progress="二")
    (made,) = saved(home)
    (row,) = home.run("restore").rows
    (found,) = home.run("restore", "--json").data
    assert row[1:] == ["backup", row[2], "1", row[4], str(made)]
    assert (found["notes"], found["kind"], found["complete"], found["file"]) == (1, "whole", True, str(made))
    assert found["last_action_id"]

    done = home.run("restore", found["date"], "--json")
    assert done.code == 0, done.err
    assert [note["progress"] for note in home.run("note", "list", "--json").data] == ["一"]
    kept = done.data["kept_as"]
    assert kept in done.err

    assert [row[1] for row in home.run("restore").rows] == ["backup", "replaced ledger"]
    assert home.run("restore", Path(kept).name).code == 0
    assert [note["progress"] for note in home.run("note", "list", "--json").data] == ["一", "二"]


def test_any_ledger_may_be_put_there(home: Home, tmp_path: Path) -> None:
    """A copy that the user made is a backup too; another file is none."""
    home.add(progress="一")
    shutil.copyfile(home.folder / "ledger.db", tmp_path / "stick.db")
    home.add(progress="二")
    (tmp_path / "letter.txt").write_text("a letter\n" * 30, "utf-8")

    assert home.run("restore", str(tmp_path / "stick.db")).code == 0
    assert [note["progress"] for note in home.run("note", "list", "--json").data] == ["一"]
    refused = home.run("restore", str(tmp_path / "letter.txt"))
    assert (refused.code, refused.out) == (1, "")
    assert "letter.txt" in refused.err
    assert len(home.run("note", "list", "--json").data) == 1


def test_an_unknown_backup_names_those_that_there_are(home: Home) -> None:
    home.add()
    refused = home.run("restore", "2020-01-01")

    assert refused.code == 2
    assert backups_of(home.folder / "ledger.db")[0].day.isoformat() in refused.err


def test_two_backups_of_one_day_have_to_be_told_apart(home: Home) -> None:
    """As where a ledger grew large on the day."""
    home.add()
    (one,) = backups_of(home.folder / "ledger.db")
    assert isinstance(one, Backup)
    shutil.copyfile(one.path, one.path.with_suffix(".new.db"))

    refused = home.run("restore", one.day.isoformat())
    assert refused.code == 2
    assert one.path.name in refused.err


def test_no_backups_where_none_are_wanted(home: Home) -> None:
    """The setting says how many days are kept."""
    assert home.run("config", "set", "backups", "0").code == 0
    home.add()
    assert saved(home) == []
    assert home.run("config", "set", "backups", "many").code == 2

    home.run("config", "set", "backups", "14")
    home.add()
    assert len(saved(home)) == 1


def test_what_came_in_can_be_taken_back(home: Home, tmp_path: Path) -> None:
    """No undo does so: the ledger from before it is restored, whatever backup the day has already."""
    home.add(progress="一")
    home.add(progress="二")
    other = Home(tmp_path / "other")
    other.folder.mkdir()
    other.add(progress="别处")
    assert home.run("receive", str(other.folder / "ledger.db")).code == 0
    assert len(home.run("note", "list", "--json").data) == 3

    before = home.run("restore", "--json").data[-1]
    assert (before["kind"], before["notes"]) == ("before", 2)
    assert home.run("restore", before["file"]).code == 0
    assert [note["progress"] for note in home.run("note", "list", "--json").data] == ["一", "二"]


def test_receiving_into_a_ledger_that_is_not_there_yet(home: Home, tmp_path: Path) -> None:
    """There is nothing to be kept, and nothing is said of it."""
    other = Home(tmp_path / "other")
    other.folder.mkdir()
    other.add(progress="别处")
    done = Home(tmp_path, PLANTUI_DB=str(tmp_path / "new" / "ledger.db")).run(
        "receive", str(other.folder / "ledger.db")
    )

    assert done.code == 0, done.err
    assert "backup" not in done.err and "备份" not in done.err
