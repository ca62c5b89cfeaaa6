"""Points from which on changes of the ledger count."""

from __future__ import annotations

import re
from datetime import date

from .day import day_of
from .problem import UsageError
from .text import half_width

Since = date | str
"""The beginning of a day, or a state of the ledger (台账现状) by the id of its last action."""

_CUT = re.compile("[0-9a-f]{32}")


def cut_of(text: str) -> str | None:
    """Return the name of a state of the ledger in its one form; None for a text that is none."""
    written = half_width(text).strip().lower()
    return written if _CUT.fullmatch(written) else None


def read_since(text: str, today: date) -> Since | None:
    """Return the day or the state of the ledger that a text names; None for a text that names neither.

    Raises UsageError for a day after the as-of day: nothing changed since would say too much.
    """
    since = cut_of(text) or day_of(text, today)
    if isinstance(since, date) and since > today:
        raise UsageError("terms.since.later", day=since.isoformat(), today=today.isoformat())
    return since
