"""Errors for names that are not there, with the nearest ones that are. Imported only when there is one."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.model.nearest import MOST_NEAR, nearest
from plantui.model.problem import UsageError

__all__ = ["nearest", "unknown"]


def unknown(kind: str, written: str, names: Sequence[str], topic: str = "cli.unknown") -> UsageError:
    """Return the error for a name that is not among `names`; its message is `TOPIC_KIND`."""
    near = nearest(written, names)
    if near:
        return UsageError(f"{topic}_{kind}_near", name=written, nearest=" | ".join(near))
    offered = list(names) if len(names) <= 2 * MOST_NEAR else []
    if offered:
        return UsageError(f"{topic}_{kind}_of", name=written, names=" | ".join(offered))
    return UsageError(f"{topic}_{kind}", name=written)
