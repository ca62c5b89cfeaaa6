"""The memory of the interface between runs: which branches of each plan are open. Losing it loses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from plantui.query.outline import Folding, NodeKey
from plantui.store.atomic import atomic_write


class _PlanFolding(NamedTuple):
    """The folding of one plan."""

    all_open: bool
    others: tuple[str, ...]
    """The sections that are not like the others."""


def remembered(path: Path, plans: Iterable[str]) -> Folding | None:
    """Return how these plans were folded, None where none of them is remembered."""
    memory = _read(path)
    known = {plan: memory[plan] for plan in plans if plan in memory}
    if not known:
        return None
    all_open = all(kept.all_open for kept in known.values())
    others = frozenset(
        NodeKey(plan, section)
        for plan, kept in known.items()
        if kept.all_open == all_open
        for section in kept.others
    )
    return Folding(all_open, others)


def remember(path: Path, plans: Iterable[str], folding: Folding) -> None:
    """Remember how these plans are folded; what is known of other plans stays. Raises OSError where it cannot."""
    others: dict[str, list[str]] = {plan: [] for plan in plans}
    for key in sorted(folding.others, key=lambda key: (key.plan, key.section)):
        others.setdefault(key.plan, []).append(key.section)
    now = {plan: _PlanFolding(folding.all_open, tuple(sections)) for plan, sections in others.items()}
    kept = {plan: folded._asdict() for plan, folded in {**_read(path), **now}.items()}
    atomic_write(path, json.dumps({"plans": kept}, ensure_ascii=False, indent=1))


def _read(path: Path) -> dict[str, _PlanFolding]:
    """Return the memory as it is on the disk; nothing where it is not there or not ours."""
    try:
        plans = json.loads(path.read_text("utf-8"))["plans"]
        return {
            str(plan): _PlanFolding(kept["all_open"] is True, tuple(str(one) for one in kept["others"]))
            for plan, kept in plans.items()
        }
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}
