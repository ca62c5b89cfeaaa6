"""A program that makes the day's backup of one ledger and ends: `python -m plantui.store.backups LEDGER DAYS`."""

from __future__ import annotations

import sys
from pathlib import Path

from plantui.store.ledger import Ledger
from plantui.store.ledger.ledger import utc_now

from .making import BackupFailed, back_up


def main(path: Path, days: int) -> int:
    """Make the backup and keep so many days; the exit code, 1 where it could not be made."""
    with Ledger(path, author="") as ledger:
        try:
            back_up(ledger, utc_now(), days=days)
        except BackupFailed:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
