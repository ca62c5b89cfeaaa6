"""The backup after a day's first save on the command line: a short-lived program makes a small one itself.

A large one is made by a program of its own that goes on when the command has ended.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError
from plantui.words.catalogue import Words

from .output import say

if TYPE_CHECKING:
    from plantui.store.ledger import Ledger

AT_ONCE = 32 << 20
"""Bytes of a ledger that is copied before the command ends: a tenth of a second."""


def back_up(words: Words, ledger: Ledger, config: Path) -> None:
    """Make the day's backup where there is none yet; what keeps it from being made is said and harms nothing.

    `config` is the file of the settings, which say how many days are kept.
    """
    from plantui.store.backups.files import days_kept
    from plantui.store.backups.making import back_up as make
    from plantui.store.backups.making import day_of, is_due, ledger_size, require_room
    from plantui.store.ledger.ledger import utc_now

    now = utc_now()
    days = days_kept(config)
    if not (days and is_due(ledger.path, day_of(now))):
        return
    with suppress(OSError):  # a full disk behind `> file`: the command itself has told of it, or will
        sys.stdout.flush()
    try:
        if ledger_size(ledger.path) <= AT_ONCE:
            make(ledger, now, days=days)
        elif ledger.demo_day() is None:
            require_room(ledger.path)
            _start(str(ledger.path.absolute()), str(days))
    except PlantuiError as error:
        say(words.error(error))


def back_up_before(words: Words, ledger: Ledger, config: Path) -> None:
    """Make a backup before something comes in that no undo takes back; what keeps it from being made is said."""
    from plantui.store.backups.making import back_up_before as make

    if error := make(ledger, config):
        say(words.error(error))


def _start(path: str, days: str) -> None:
    """Start the program that makes the backup, apart from this one and its terminal."""
    import subprocess  # which only large ledgers need

    nowhere = subprocess.DEVNULL
    subprocess.Popen(
        [sys.executable, "-m", "plantui.store.backups", path, days],
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere,
        start_new_session=True,
    )
