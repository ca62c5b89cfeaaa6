"""`plantui doctor`: each kind of fault is found, named and told what to do about, and a sound ledger has none."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from plantui.model.key import TaskKey
from plantui.store.backups.files import backups_of
from plantui.store.evidence import take_evidence
from plantui.store.ledger import Ledger
from tests.support.cli_home import Home
from tests.support.ledger_samples import JUNE, said


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A user with two notes and an index of their own."""
    home = Home(tmp_path, LC_ALL="en_US.UTF-8", XDG_CACHE_HOME=str(tmp_path / "cache"))
    home.add(progress="一")
    home.add(progress="二")
    with Ledger(home.folder / "ledger.db", "张三") as ledger:
        ledger.catch_up()
    return home


def change(home: Home, *commands: str) -> None:
    """Change the ledger as another program could."""
    with closing(sqlite3.connect(home.folder / "ledger.db", isolation_level=None)) as connection:
        for command in commands:
            connection.execute(command)


def faults(home: Home) -> dict[str, list[str]]:
    """Return what is found, by the examination that found it; each with a piece of advice."""
    found = home.run("doctor", "--json")
    checks = {check["check"]: check["findings"] for check in found.data["checks"]}
    assert found.code == (0 if found.data["healthy"] else 1)
    assert all(finding["advice"] for findings in checks.values() for finding in findings)
    return {name: [one["message"] for one in findings] for name, findings in checks.items() if findings}


def test_a_sound_ledger(home: Home) -> None:
    """Nothing is found, nothing is changed, and the exit code is 0."""
    before = (home.folder / "ledger.db").read_bytes()
    done = home.run("doctor")

    assert (done.code, done.err) == (0, "Nothing is wrong.\n")
    assert all(line.endswith(": all right") for line in done.out.splitlines())
    assert (home.folder / "ledger.db").read_bytes() == before
    assert faults(home) == {}


def test_no_ledger_yet(tmp_path: Path) -> None:
    assert Home(tmp_path).run("doctor").code == 0
    assert not (tmp_path / "ledger.db").exists()


UNPROTECTED = ("DROP TRIGGER note_no_update", "DROP TRIGGER note_no_delete", "DROP TRIGGER action_no_delete")
FROM_LOG = (*UNPROTECTED, "UPDATE current_state SET is_sound = 0")  # what counts now is asked of the log


@pytest.mark.parametrize(
    ("commands", "check", "words"),
    [
        (UNPROTECTED[:1], "ledger", "no longer protected from being changed: note"),
        (("DROP TRIGGER receipt_no_delete",), "ledger", "no longer protected from being changed: receipt"),
        ((*UNPROTECTED, "DELETE FROM action WHERE seq = 1"), "ledger", "1 revision without the action"),
        ((*UNPROTECTED, "DELETE FROM note WHERE seq = 2"), "ledger", "1 action without anything"),
        (
            (*UNPROTECTED, "UPDATE note SET supersedes = 'x' WHERE seq = 2"),
            "ledger",
            "1 revision whose predecessor",
        ),
        ((*UNPROTECTED, "UPDATE note SET status = 'perhaps' WHERE seq = 2"), "rows", "table note, row 2"),
        ((*FROM_LOG, "UPDATE note SET task = '9999'"), "notes", "9999"),
        ((*FROM_LOG, "UPDATE note SET department = '市无此局'"), "notes", "市无此局"),
        (("UPDATE current SET notes = 7",), "current", "follows from the notes"),
        (("PRAGMA user_version = 99",), "ledger", "newer plantui"),
    ],
)
def test_another_program_wrote_to_the_ledger(
    home: Home, commands: tuple[str, ...], check: str, words: str
) -> None:
    change(home, *commands)

    found = faults(home)

    assert any(words in message for message in found[check]), found


def test_what_counts_now_is_made_again(home: Home) -> None:
    change(home, "UPDATE current SET notes = 7")
    assert "current" in faults(home)
    assert home.run("doctor", "--rebuild").code == 0
    assert faults(home) == {}


def damaged_page(home: Home) -> None:
    """Write over a page in the middle of the ledger."""
    with (home.folder / "ledger.db").open("r+b") as file:
        file.seek(4096 * 4)
        file.write(b"\xff" * 4096)


def damaged_backup(home: Home) -> None:
    """Cut a backup off."""
    os.truncate(backups_of(home.folder / "ledger.db")[0].path, 5000)


def broken_plan(home: Home) -> None:
    """Put a plan with an error into the user's own folder."""
    folder = home.folder / "data" / "plantui" / "plans"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text("format = 'x'", "utf-8")


def damaged_index(home: Home) -> None:
    """Write over a page of the compiled plans."""
    home.run("list")
    (index,) = (home.folder / "cache" / "plantui").glob("index-*.db")
    with index.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 3)


def vanished_evidence(home: Home) -> None:
    """Take evidence away again."""
    paper = home.folder / "验收.pdf"
    paper.write_bytes(b"paper")
    with Ledger(home.folder / "ledger.db", "x") as ledger:
        content = said("完成")._replace(evidence=(take_evidence(str(paper), JUNE),))
        ledger.add(TaskKey("zhengzhou-2023-2025", "2"), "市工信局", content)
    paper.unlink()


@pytest.mark.parametrize(
    ("harm", "check", "words"),
    [
        (damaged_page, "ledger", "damaged"),
        (damaged_backup, "backups", "cannot be used"),
        (broken_plan, "plans", "own.toml"),
        (damaged_index, "index", "is damaged"),
        (vanished_evidence, "evidence", "is gone"),
    ],
)
def test_harm_to_a_file(home: Home, harm: Callable[[Home], None], check: str, words: str) -> None:
    harm(home)

    found = faults(home)

    assert any(words in message for message in found[check]), found


def test_what_is_worth_knowing_is_no_fault(home: Home) -> None:
    """Kept ledgers and unfinished files are named; the exit code stays 0."""
    home.run("restore", backups_of(home.folder / "ledger.db")[0].day.isoformat())
    (home.folder / "ledger.saved-20240101-120000.db-wal").write_bytes(b"x")
    (home.folder / ".plantui-elsewhere-1-0123456789abcdef.tmp").write_bytes(b"x")

    found = faults(home)

    assert list(found) == ["files"]
    assert len(found["files"]) == 3


def test_a_copy_of_a_sync_folder(home: Home) -> None:
    """With something new it is to be merged; afterwards it can go. One that cannot be read is told as such."""
    copy = home.folder / "ledger (conflicted copy 2024-06-30).db"
    copy.write_bytes((home.folder / "ledger.db").read_bytes())
    (known,) = faults(home)["files"]
    assert known.endswith(f"all of it is in the ledger: {copy}")
    with Ledger(copy, "x") as other:
        other.add(TaskKey("zhengzhou-2023-2025", "2"), "市工信局", said("副本"))

    (found,) = faults(home)["files"]
    assert "something that is not in the ledger" in found
    assert home.run("receive", str(copy)).code == 0
    assert faults(home)["files"] == [known]

    copy.write_bytes(b"SQLite format 3" + bytes(range(200)))
    (found,) = faults(home)["files"]
    assert "cannot be read" in found
