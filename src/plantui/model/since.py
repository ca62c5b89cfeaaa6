"""Points from which on changes of the ledger count."""

from __future__ import annotations

import re
from datetime import date

from .text import half_width

Since = date | str
"""The beginning of a day, or a state of the ledger (台账现状) by the id of its last action."""

_CUT = re.compile("[0-9a-f]{32}")


def cut_of(text: str) -> str | None:
    """Return the name of a state of the ledger in its one form; None for a text that is none."""
    written = half_width(text).strip().lower()
    return written if _CUT.fullmatch(written) else None
