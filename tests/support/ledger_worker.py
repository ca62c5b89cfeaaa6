"""A program that uses a ledger, for test_ledger_processes.py: says `ready`, waits for a line, then acts."""

from __future__ import annotations

import os
import resource
import sqlite3
import sys
import tempfile
from itertools import count
from pathlib import Path

from plantui.store.ledger import Ledger, LedgerError, LedgerFull, LedgerReadOnly, LedgerReplaced
from tests.support.ledger_samples import BUREAU, KEY, said

NOBODY = 65534


def say(text: str) -> None:
    """Write a line to the test, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def write(path: Path, name: str) -> None:
    """Save to several new ledgers, so that making them is raced for as well."""
    for file in range(5):
        with Ledger(path / f"{file}.db", name, busy_seconds=60) as ledger:
            for number in range(10):
                ledger.add(KEY, BUREAU, said(f"{name} {number}"))
                ledger.notes(key=KEY)


def endless(path: Path, name: str) -> None:
    """Save until killed, and say each note that is saved."""
    ledger = Ledger(path / "0.db", name, busy_seconds=60)
    for number in count():
        say(ledger.add(KEY, BUREAU, said(f"{number} " * 300)).id)


def full(path: Path, name: str) -> None:
    """Save until the disk takes no more, then once more when it does."""
    ledger = Ledger(path / "0.db", name)
    saved = ledger.add(KEY, BUREAU, said("一"))
    none, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        while True:
            say(saved.id)
            saved = ledger.add(KEY, BUREAU, said("长" * 10_000))
    except LedgerFull:
        say("full")
    resource.setrlimit(resource.RLIMIT_FSIZE, (none, hard))
    say(ledger.add(KEY, BUREAU, said("又")).id)


def hold(path: Path, name: str) -> None:
    """Hold the write lock until told to let go."""
    connection = sqlite3.connect(path / "0.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    say(name)
    sys.stdin.readline()
    connection.execute("COMMIT")


def look(path: Path, name: str) -> None:
    """Read a ledger as a user who may not write to its folder; say what was found and whether saving was refused."""
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "0.db", name) as own:
        own.add(KEY, BUREAU, said("一"))  # what is imported late is there before the rights go
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with Ledger(path / "0.db", name) as ledger:
        try:
            ledger.add(KEY, BUREAU, said("二"))
            refused = False
        except LedgerReadOnly:
            refused = True
        say(f"{len(ledger.notes())} {ledger.is_writable()} {refused}")


def obey(path: Path, name: str) -> None:
    """Do what each line asks for, as a window does that stays open: `add TEXT`, `look`, `settle`, `accept`."""
    with Ledger(path / "0.db", name, busy_seconds=20, idle_seconds=3600) as ledger:
        for line in sys.stdin:
            word, _, text = line.strip().partition(" ")
            try:
                if word == "add":
                    say(f"saved {ledger.add(KEY, BUREAU, said(text)).id}")
                elif word == "look":
                    say(f"read {len(ledger.notes())}")
                else:
                    {"settle": ledger.settle, "accept": ledger.accept_file}[word]()
                    say("done")
            except LedgerReplaced as error:
                say(f"replaced {error.kind} {error.stored} {error.saved_as}")
            except LedgerError as error:
                say(f"refused {type(error).__name__}")


if __name__ == "__main__":
    say("ready")
    sys.stdin.readline()
    {"write": write, "endless": endless, "full": full, "hold": hold, "look": look, "obey": obey}[sys.argv[1]](
        Path(sys.argv[2]), sys.argv[3]
    )
