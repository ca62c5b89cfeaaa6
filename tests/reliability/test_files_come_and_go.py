"""Two windows that stay open, kills, and files that come and go under them, in an order that chance decides."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from random import Random

import pytest

from plantui.store.ledger import Ledger
from tests.reliability.soak import FILES, SEED
from tests.support.ledger_samples import BUREAU, KEY, said
from tests.support.paths import ROOT

STEPS = 14


class Window:
    """Another program with the ledger open, that does what it is told and answers."""

    def __init__(self, folder: Path, name: str, stack: ExitStack) -> None:
        command = [sys.executable, "-m", "tests.support.ledger_worker", "obey", str(folder), name]
        self._process = stack.enter_context(
            subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        )
        stack.callback(self._process.kill)
        assert self._answer() == "ready"
        self._say("")

    def do(self, words: str) -> str:
        """Have something done; the answer."""
        self._say(words)
        return self._answer()

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait()

    def _say(self, words: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


def notes_in(path: Path) -> set[str]:
    """Return the ids of the notes in a database; it has to be sound."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",), path.name
        return {ident for (ident,) in connection.execute("SELECT id FROM note")}


def wishes_in(path: Path) -> list[str]:
    """Return what the notes of the windows say."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return [
            text for (text,) in connection.execute("SELECT progress FROM note WHERE progress LIKE 'wish-%'")
        ]


class World:
    """A folder with a ledger, two windows on it, and what is known of its notes."""

    def __init__(self, folder: Path, chance: Random, stack: ExitStack) -> None:
        self.folder = folder / "data"
        self.folder.mkdir()
        self.beside = folder
        self.place = self.folder / "0.db"
        self.chance = chance
        self.stack = stack
        self.saved: set[str] = set()
        """All that was said to be saved."""
        self.lost: set[str] = set()
        """What the user has written over."""
        self.is_used = True
        """Whether a window goes on with the file at the path: else nobody but the user has it."""
        self.copies = 0
        self.wishes = 0
        """Notes that windows were to save: each of these texts may be in a file once."""
        self.windows = [Window(self.folder, name, stack) for name in ("甲", "乙")]
        self.add()
        shutil.copyfile(self.settled(), self.beside / "older.db")
        self.add()

    def add(self) -> None:
        """Save in one window; where another file stands there, go on with it as the user says."""
        window = self.chance.choice(self.windows)
        self.wishes += 1
        wish = f"add wish-{self.wishes}"
        answer = window.do(wish).split()
        for _ in range(4):
            if answer[0] == "replaced":
                assert window.do(wish).split()[0] == "replaced"
                assert window.do("accept") == "done"
            elif answer[0] == "refused":
                self.place.unlink()  # no sound ledger: the user takes it away
            else:
                break
            answer = window.do(wish).split()
        assert answer[0] == "saved", answer
        self.saved.add(answer[1])
        self.is_used = True
        assert answer[1] in notes_in(self.place)

    def look(self) -> None:
        """Have both windows look, as they do by themselves, one after the other."""
        for window in self.chance.sample(self.windows, 2):
            self.is_used |= window.do("look").startswith("read")

    def settled(self) -> Path:
        """Let the time pass after which no log lies about."""
        for window in self.chance.sample(self.windows, 2):
            window.do("settle")
        return self.place

    def kill(self) -> None:
        """Kill a window, with or without notes in the log, and open it again."""
        number = self.chance.randrange(2)
        self.windows[number].kill()
        self.windows[number] = Window(self.folder, "丙", self.stack)
        self.is_used |= self.windows[number].do("look").startswith("read")

    def replace_file(self) -> None:
        """Have the file replaced in one of the ways there are."""
        if self.chance.random() < 0.5:
            self.settled()
        if not self.place.exists():
            return
        new = self.beside / f"{self.copies}.db"
        self.copies += 1
        if self.chance.random() < 0.5:
            shutil.copyfile(self.beside / "older.db", new)
        else:
            with Ledger(new, "丁") as other:
                self.saved |= {other.add(KEY, BUREAU, said("别的 " * 500)).id for _ in range(20)}
        way = self.chance.choice(["mv", "cp", "sync", "rm", "away", "empty", "cut", "text"])
        there = self.there()
        if way in {"cp", "empty", "cut", "text"} or not self.is_used:
            self.lost |= there or set()
        self.is_used = False
        if way == "mv":
            new.replace(self.place)
        elif way == "cp":
            with new.open("rb") as source, self.place.open("r+b") as target:
                target.truncate(0)
                shutil.copyfileobj(source, target)
        elif way == "sync":
            shutil.copyfile(new, self.folder / ".sync")
            (self.folder / ".sync").replace(self.place)
        elif way == "rm":
            self.place.unlink()
        elif way == "away":
            self.place.rename(self.folder / f"away-{self.copies}.{'txt' if there is None else 'db'}")
        elif way == "text":
            self.place.write_text("会议纪要\n" * 500, encoding="utf-8")
        else:
            os.truncate(self.place, 0 if way == "empty" else self.place.stat().st_size // 2)
        # Both notice, each in its turn, before the user can answer either.
        self.look()

    def there(self) -> set[str] | None:
        """Return the notes in the file at the path, None where it is no sound ledger."""
        try:
            return notes_in(self.place)
        except (sqlite3.DatabaseError, AssertionError):
            return None

    def check(self) -> None:
        """Every file is sound, and every note is in one of them but those that were written over."""
        for window in self.windows:
            window.kill()
        with Ledger(self.place, "") as ledger:
            ledger.notes()
        found: set[str] = set()
        for path in (*self.folder.glob("*.db"), *self.beside.glob("*.db")):
            found |= notes_in(path)
            texts = wishes_in(path)
            assert len(texts) == len(set(texts)), f"a note is twice in {path.name}"
        assert self.saved - found <= self.lost


@pytest.mark.parametrize("seed", range(SEED, SEED + FILES))
def test_files_come_and_go_under_two_windows(tmp_path: Path, seed: int) -> None:
    """No file is damaged, no note is lost, and `saved` is said only of what is in the file at the path."""
    with ExitStack() as stack:
        world = World(tmp_path, Random(seed), stack)
        deeds = [world.add, world.add, world.look, world.settled, world.kill, world.replace_file]
        for _ in range(STEPS):
            world.chance.choice(deeds)()
        world.add()
        world.check()
