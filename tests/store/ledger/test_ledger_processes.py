"""Several real programs on one ledger, killed ones, full disks and folders without the right to write."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from plantui.store.ledger import Ledger, LedgerBusy
from tests.support.ledger_samples import BUREAU, JUNE, KEY, integrity, said
from tests.support.paths import ROOT


@contextmanager
def worker(act: str, folder: Path, name: str) -> Iterator[subprocess.Popen[str]]:
    """Another program that stands ready; it acts when it gets a line."""
    command = [sys.executable, "-m", "tests.support.ledger_worker", act, str(folder), name]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert read(process) == "ready"
            yield process
        finally:
            process.kill()


def read(process: subprocess.Popen[str]) -> str:
    """The next line it says."""
    assert process.stdout
    return process.stdout.readline().strip()


def start(process: subprocess.Popen[str]) -> None:
    """Let it act, or go on."""
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def tell(process: subprocess.Popen[str], words: str) -> str:
    """Have an obeying window do something; what it answers."""
    assert process.stdin
    process.stdin.write(f"{words}\n")
    process.stdin.flush()
    return read(process)


def progress_in(path: Path) -> list[str]:
    """Return what the notes of a ledger say, in the order of writing."""
    with Ledger(path, "丁") as ledger:
        return [note.content.progress for note in ledger.notes()]


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    """Both make the files, both save to them, all of it is there."""
    with worker("write", tmp_path, "甲") as one, worker("write", tmp_path, "乙") as two:
        start(one)
        start(two)
        assert (one.wait(), two.wait()) == (0, 0)

    wanted = {f"{name} {number}" for name in "甲乙" for number in range(10)}
    for file in range(5):
        with Ledger(tmp_path / f"{file}.db", "x") as ledger:
            notes = ledger.notes()
        assert (len(notes), {note.content.progress for note in notes}) == (20, wanted)


@pytest.mark.parametrize("saves", [1, 40])
def test_killed_while_saving(tmp_path: Path, saves: int) -> None:
    """Every note that was said to be saved is there, and the file is sound and goes on."""
    with worker("endless", tmp_path, "甲") as process:
        start(process)
        said_saved = {read(process) for _ in range(saves)}
        process.kill()
        assert process.stdout
        rest = process.stdout.read().split("\n")
    said_saved |= set(rest[:-1])  # the last line may have been cut

    with Ledger(tmp_path / "0.db", "甲") as ledger:
        assert said_saved <= {note.id for note in ledger.notes()}
        ledger.add(KEY, BUREAU, said("又"))
    assert integrity(tmp_path / "0.db") == "ok"


def test_full_disk_loses_nothing(tmp_path: Path) -> None:
    """What did not fit is refused as a whole; what was saved stays; saving works again once there is room."""
    with worker("full", tmp_path, "甲") as process:
        start(process)
        assert process.stdout
        lines = process.stdout.read().split()
        assert process.wait() == 0

    assert lines.count("full") == 1
    with Ledger(tmp_path / "0.db", "甲") as ledger:
        assert {note.id for note in ledger.notes()} == set(lines) - {"full"}
    assert integrity(tmp_path / "0.db") == "ok"


def test_save_waits_for_another_program(tmp_path: Path) -> None:
    """A note saved while another program writes is stored when that is done."""
    ledger = Ledger(tmp_path / "0.db", "甲", busy_seconds=60)
    ledger.add(KEY, BUREAU, said("一"))
    begun = Event()

    def save() -> None:
        begun.set()
        ledger.add(KEY, BUREAU, said("二"))

    with worker("hold", tmp_path, "乙") as process:
        start(process)
        assert read(process) == "乙"
        thread = Thread(target=save)
        thread.start()
        begun.wait()
        assert len(ledger.notes()) == 1  # reading does not wait
        start(process)
        thread.join()

    assert len(ledger.notes()) == 2
    ledger.close()


def test_log_of_the_file_that_was_there_before_is_not_played_onto_the_new_one(tmp_path: Path) -> None:
    """Another window still writes to a file that was moved over: whoever opens the new one waits until it has noticed."""
    path, older = tmp_path / "0.db", tmp_path / "older.db"
    with worker("obey", tmp_path, "甲") as window:
        start(window)
        tell(window, "add 一")
        tell(window, "settle")
        shutil.copyfile(path, older)
        tell(window, f"add {'二' * 3000}")
        tell(window, "settle")
        tell(window, f"add {'三' * 3000}")
        older.replace(path)

        with Ledger(path, "乙", busy_seconds=0.05) as newcomer, pytest.raises(LedgerBusy):
            newcomer.add(KEY, BUREAU, said("新"))

        kind, *_, saved_as = tell(window, "look").split()
        assert kind == "replaced"
        with Ledger(path, "乙") as newcomer:
            newcomer.add(KEY, BUREAU, said("新"))
    assert (integrity(path), progress_in(path)) == ("ok", ["一", "新"])
    assert (integrity(Path(saved_as)), progress_in(Path(saved_as))) == (
        "ok",
        ["一", "二" * 3000, "三" * 3000],
    )


def test_file_that_comes_back_finds_its_log(tmp_path: Path) -> None:
    """One of two windows noticed that it was away, and does not take the log that the other still writes to."""
    path, away = tmp_path / "0.db", tmp_path / "away"
    with worker("obey", tmp_path, "甲") as one, worker("obey", tmp_path, "乙") as two:
        start(one)
        start(two)
        tell(one, "add 一")
        tell(two, "add 二")
        path.rename(away)
        assert tell(two, "look").startswith("replaced")
        away.rename(path)
        assert tell(one, "add 三").startswith("saved")
        assert tell(two, "add 四").startswith("saved")
        # Both are killed: what they saved lies in the log that has the ledger's name.
    assert (integrity(path), progress_in(path)) == ("ok", ["一", "二", "三", "四"])


@pytest.mark.parametrize("has_log", [True, False], ids=["log", "empty log"])
def test_new_ledger_does_not_share_the_log_of_one_that_was_moved_away(tmp_path: Path, has_log: bool) -> None:
    """A window that has noticed nothing yet goes on with both the old file and its log."""
    path, away = tmp_path / "0.db", tmp_path / "away.db"
    with worker("obey", tmp_path, "甲") as window:
        start(window)
        tell(window, "add 一")
        if not has_log:
            tell(window, "settle")
            tell(window, "look")
        path.rename(away)

        with Ledger(path, "乙", busy_seconds=0.05) as newcomer, pytest.raises(LedgerBusy):
            newcomer.add(KEY, BUREAU, said("新"))

        assert tell(window, "look").startswith("replaced")
        with Ledger(path, "乙") as newcomer:
            newcomer.add(KEY, BUREAU, said("新"))
    assert [(integrity(one), progress_in(one)) for one in (path, away)] == [("ok", ["新"]), ("ok", ["一"])]


def test_log_that_a_killed_program_left_is_its_files_own(tmp_path: Path) -> None:
    """Nobody uses it any more: it is folded in."""
    with worker("obey", tmp_path, "甲") as window:
        start(window)
        tell(window, "add 一")
        assert (tmp_path / "0.db-wal").exists()
    assert progress_in(tmp_path / "0.db") == ["一"]
    assert [path.name for path in tmp_path.iterdir()] == ["0.db"]


def test_threads_share_a_ledger(tmp_path: Path) -> None:
    """As the interface's workers do."""
    ledger = Ledger(tmp_path / "0.db", "甲", busy_seconds=60)

    def save(name: str) -> None:
        for number in range(10):
            ledger.add(KEY, BUREAU, said(f"{name}{number}"))
            ledger.latest(JUNE)

    threads = [Thread(target=save, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(ledger.notes()) == 40
    ledger.close()


def test_folder_without_the_right_to_write() -> None:
    """Where not even SQLite's log can be made, the ledger is read all the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Ledger(folder / "0.db", "甲") as ledger:
            ledger.add(KEY, BUREAU, said("一"))
        (folder / "0.db").chmod(0o444)
        folder.chmod(0o555)
        with worker("look", folder, "乙") as process:
            start(process)
            found = read(process)
        folder.chmod(0o755)

    assert found == "1 False True"
