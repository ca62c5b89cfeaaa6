"""A program of several that save to one ledger at once: says what it has saved, and how often it was put off."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import uuid4

from plantui.store.ledger import Ledger, LedgerBusy
from tests.support.ledger_samples import BUREAU, KEY, said

TRIES = 50


def save(path: Path, name: str, number: int) -> int:
    """Save so many notes as a user would, who tries again where the ledger was busy; how often that was."""
    put_off = 0
    with Ledger(path, name) as ledger:
        for at in range(number):
            note = str(uuid4())
            for _ in range(TRIES):
                try:
                    ledger.add_once(KEY, BUREAU, said(f"{name} {at}"), note)
                except LedgerBusy:
                    put_off += 1
                else:
                    break
            else:
                raise SystemExit(f"{name} {at}: refused for good")
    return put_off


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    sys.stdout.write(f"{save(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))}\n")
