"""What the interface remembers between runs: which branches of each plan are open. Losing it loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

from plantui.query.outline import Folding, NodeKey
from plantui.store.whole import write_whole


def remembered(path: Path) -> Folding | None:
    """Which branches were open, None where nothing (readable) is remembered."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        others = frozenset(NodeKey(str(p), str(s)) for p, keys in kept["others"].items() for s in keys)
        return Folding(kept["all_open"] is True, others)
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None


def remember(path: Path, folding: Folding) -> None:
    """Remember which branches are open. Raises OSError where the place cannot be written."""
    by_plan: dict[str, list[str]] = {}
    for key in sorted(folding.others, key=lambda key: (key.plan, key.section)):
        by_plan.setdefault(key.plan, []).append(key.section)
    write_whole(
        path, json.dumps({"all_open": folding.all_open, "others": by_plan}, ensure_ascii=False, indent=1)
    )
