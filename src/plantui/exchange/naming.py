"""Names for what has none in a file of another system."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import count

_NO_ID = re.compile(r"[^a-z0-9]+")
SHORT = 30
"""Characters of a description that serve as the title of what has no name."""


def plan_id_of(title: str) -> str:
    """Return an id for a plan of that title."""
    return _NO_ID.sub("-", title.lower()).strip("-") or "plan"


def on_one_line(text: str) -> str:
    """Return a text of another system as a title: one line, single blanks."""
    return " ".join(text.split())


def unlike(wanted: str, taken: set[str]) -> str:
    """Return an id that is not taken, and take it: the one wanted, else the first of `1-2`, `1-3` …"""
    found, place = wanted, 2
    while found in taken:
        found, place = f"{wanted}-{place}", place + 1
    taken.add(found)
    return found


def next_number(taken: Container[str]) -> str:
    """Return the lowest number from 1 on that is no id yet."""
    return next(number for number in map(str, count(1)) if number not in taken)
