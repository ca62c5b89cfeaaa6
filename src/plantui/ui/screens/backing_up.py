"""The backup after a day's first save on the screen: made in the thread that saved, once its answer is out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantui.store.backups import BackupFailed
    from plantui.store.ledger import Ledger


class DailyBackup:
    """Knows on which day a backup was made and on which day it was said that none could be made. Any thread may ask."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._made_on: date | None = None
        self._said_on: date | None = None

    def make(self, ledger: Ledger, config: Path, goes_on: Callable[[], bool]) -> BackupFailed | None:
        """Make the day's backup where it is due; return what is to be told, once a day: the next save tries again."""
        if not ledger.has_written or not self._turn.acquire(blocking=False):
            return None
        try:
            return self._make(ledger, config, goes_on)
        finally:
            self._turn.release()

    def _make(self, ledger: Ledger, config: Path, goes_on: Callable[[], bool]) -> BackupFailed | None:
        from plantui.store.backups import BackupFailed, back_up, day_of, days_kept
        from plantui.store.ledger.ledger import utc_now

        now = utc_now()
        day = day_of(now)
        if day == self._made_on:
            return None
        try:
            back_up(ledger, now, goes_on, days=days_kept(config))
        except BackupFailed as error:
            is_new, self._said_on = day != self._said_on, day
            return error if is_new else None
        if goes_on():
            self._made_on = day
        return None
