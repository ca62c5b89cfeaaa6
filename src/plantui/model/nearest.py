"""The names that are most like one that is not there. Imported only where there is such a one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from .department import fold_name

MOST_NEAR = 5
"""Number of names that are offered at most."""
_ALIKE = 0.5
"""From which likeness on a name is offered."""


def nearest(written: str, names: Sequence[str]) -> list[str]:
    """Return the names most like the one written: first those that contain it or are contained in it."""
    folded = _folded(written)
    by_folded: dict[str, str] = {}
    for name in names:
        by_folded.setdefault(_folded(name), name)
    inside = [key for key in by_folded if folded and (folded in key or (len(key) > 1 and key in folded))]
    inside.sort(key=lambda key: abs(len(key) - len(folded)))
    close = get_close_matches(folded, by_folded, n=MOST_NEAR, cutoff=_ALIKE)
    return [by_folded[key] for key in dict.fromkeys([*inside, *close])][:MOST_NEAR]


def _folded(name: str) -> str:
    return fold_name(name).casefold()
