"""The backups' files: their names, which there are, and which are kept.

Beside `ledger.db` stands the folder `ledger-backups` with `ledger-2026-11-28.db` for a day. A large ledger has whole
copies a month apart, and between them `ledger-2026-11-29.new.db`: what is new since the backup before. One that was made
before something came in from elsewhere has the time in its name: `ledger-2026-11-28-091500.db`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plantui.model.problem import UsageError

DAYS = 7
"""Days with a backup that are kept."""
MONTHS = 12
"""Months of which the last backup is kept."""
LARGE_MONTHS = 2
"""Whole copies of a large ledger that are kept, each with what came after it."""

_NAME = re.compile(r"(?P<stem>.+)-(?P<day>\d{4}-\d{2}-\d{2})(?:-(?P<time>\d{6}))?(?P<new>\.new)?\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of one day."""

    day: date
    path: Path
    is_part: bool = False
    """True for what is new since the backup before; whoever wants it back needs that one, too."""
    time: str = ""
    """The time of the day where it was made before something came in; else it is the day's own."""

    @property
    def place(self) -> tuple[date, str, bool]:
        """Its place in the order of backups."""
        return self.day, self.time, self.is_part


def backup_folder(ledger: Path) -> Path:
    """Return the folder of a ledger's backups, beside the file that the path leads to."""
    place = Path(os.path.realpath(ledger))
    return place.with_name(f"{place.stem}-backups")


def backup_file(ledger: Path, day: date, *, is_part: bool = False, time: str = "") -> Path:
    """Return the path of the backup of a day, or of a time of it."""
    stem = Path(os.path.realpath(ledger)).stem
    return (
        backup_folder(ledger) / f"{stem}-{day.isoformat()}{time and f'-{time}'}{'.new' if is_part else ''}.db"
    )


def backups_of(ledger: Path) -> list[Backup]:
    """Return the backups of a ledger, oldest first; none where there is no folder. Raises OSError."""
    stem = Path(os.path.realpath(ledger)).stem
    try:
        names = sorted(path.name for path in backup_folder(ledger).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    found: list[Backup] = []
    for name in names:
        match = _NAME.fullmatch(name)
        if match is None or match["stem"] != stem or (day := _day(match["day"])) is None:
            continue
        path, is_part = backup_folder(ledger) / name, match["new"] is not None
        found.append(Backup(day, path, is_part, match["time"] or ""))
    return sorted(found, key=lambda one: one.place)


def needed_for(backup: Backup, backups: Sequence[Backup]) -> list[Backup]:
    """Return the whole copy that a backup builds on and the parts up to it, oldest first; itself for a whole copy.

    Empty where the whole copy is gone.
    """
    if not backup.is_part:
        return [backup]
    before = [one for one in backups if one.place <= backup.place]
    whole = [at for at, one in enumerate(before) if not one.is_part]
    return before[whole[-1] :] if whole else []


def superfluous(backups: Sequence[Backup], days: int = DAYS) -> list[Backup]:
    """Return the backups that are not kept: neither of the last days, nor the last of one of the last months."""
    if any(one.is_part for one in backups):
        whole = [one for one in backups if not one.is_part][-LARGE_MONTHS:]
        return [one for one in backups if whole and one.day < whole[0].day]
    months: dict[tuple[int, int], Backup] = {(one.day.year, one.day.month): one for one in backups}
    last_days = sorted({one.day for one in backups})[-max(days, 1) :]
    kept = {one.path for one in backups if one.day in last_days}
    kept |= {one.path for one in list(months.values())[-MONTHS:]}
    return [one for one in backups if one.path not in kept]


def saved_ledgers(ledger: Path) -> list[Path]:
    """Return the ledgers that were kept beside this one when another file took its place, oldest first."""
    place = Path(os.path.realpath(ledger))
    try:
        return sorted(place.parent.glob(f"{_plain(place.stem)}.saved-*{_plain(place.suffix)}"))
    except OSError:
        return []


def stray_files(ledger: Path) -> list[Path]:
    """Return what interrupted programs left beside the ledger: unfinished files, logs of other files."""
    place = Path(os.path.realpath(ledger))
    try:
        unfinished = list(place.parent.glob(".plantui-*.tmp"))
        logs = list(place.parent.glob(f"{_plain(place.stem)}.saved-*-wal"))
    except OSError:
        return []
    # The log of a kept ledger belongs to it.
    return sorted([*unfinished, *(log for log in logs if not log.with_name(log.name[:-4]).is_file())])


def days_kept(config: Path) -> int:
    """Return how many days with a backup are kept, by the settings in a file. One that cannot be used says nothing."""
    from plantui.store.settings import read_settings

    try:
        written = read_settings(config).backups
    except UsageError:
        return DAYS
    return int(written) if written else DAYS


def _plain(text: str) -> str:
    """Return a pattern that only this text fits."""
    return re.sub(r"([*?[])", r"[\1]", text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
