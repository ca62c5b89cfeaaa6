"""Errors for names that are not there, with the nearest ones that are. Imported only when there is one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from plantui.model.department import fold_name
from plantui.model.problem import UsageError

_MOST = 5
_ALIKE = 0.5
"""From which likeness on a name is offered."""


def unknown(kind: str, written: str, names: Sequence[str], topic: str = "cli.unknown") -> UsageError:
    """Return the error for a name that is not among `names`; its message is `TOPIC_KIND`."""
    near = nearest(written, names)
    if near:
        return UsageError(f"{topic}_{kind}_near", name=written, nearest=" | ".join(near))
    offered = list(names) if len(names) <= 2 * _MOST else []
    if offered:
        return UsageError(f"{topic}_{kind}_of", name=written, names=" | ".join(offered))
    return UsageError(f"{topic}_{kind}", name=written)


def nearest(written: str, names: Sequence[str]) -> list[str]:
    """Return the names most like the one written: first those that contain it or are contained in it."""
    folded = _folded(written)
    by_folded: dict[str, str] = {}
    for name in names:
        by_folded.setdefault(_folded(name), name)
    inside = [key for key in by_folded if folded and (folded in key or (len(key) > 1 and key in folded))]
    inside.sort(key=lambda key: abs(len(key) - len(folded)))
    close = get_close_matches(folded, by_folded, n=_MOST, cutoff=_ALIKE)
    return [by_folded[key] for key in dict.fromkeys([*inside, *close])][:_MOST]


def _folded(name: str) -> str:
    return fold_name(name).casefold()
